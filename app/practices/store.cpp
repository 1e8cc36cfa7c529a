// SPDX-License-Identifier: Apache-2.0
#include "practices/store.h"

#include "practices/database.h"
#include "practices/migrations.h"
#include "practices/rows.h"
#include "practices/store_file.h"

#include <QDir>
#include <QFileInfo>

namespace waybill::practices {
namespace {

Profile profileOf(const QSqlQuery &row)
{
    return profileFromJson(jsonFrom(row.value(0)));
}

KeyRecord keyOf(const QSqlQuery &row)
{
    return {row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
        {keyKindFromName(row.value(3).toString()).value_or(KeyReference::Kind::None),
            row.value(4).toString()},
        row.value(5).toString(), environmentFromName(row.value(6).toString()).value_or(Environment::Sandbox)};
}
} // namespace

Store::Store(std::unique_ptr<Database> database, std::optional<Error> notice)
    : m_database(std::move(database))
    , m_notice(std::move(notice))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder)
{
    const QString absolute = QDir(folder).absolutePath();
    const auto notice = prepareStoreFile(absolute);
    if (!notice)
        return failure(notice.error());
    auto database = Database::open(storePath(absolute));
    if (!database)
        return failure(database.error());
    if (const Result<> migrated = migrate(**database); !migrated)
        return failure(migrated.error());
    return std::unique_ptr<Store>(new Store(std::move(*database), *notice));
}

QString Store::folder() const
{
    return QFileInfo(m_database->path()).path();
}

const std::optional<Error> &Store::notice() const
{
    return m_notice;
}

Result<> Store::transact(const std::function<Result<>()> &work)
{
    return m_database->transact(work);
}

Result<> Store::keepGoodCopy(const QString &folder)
{
    return writeGoodCopy(folder);
}

Result<> Store::saveProfile(const Profile &profile)
{
    return done(m_database->run(
        QStringLiteral("INSERT INTO profiles (id, name, body) VALUES (?, ?, ?) "
                       "ON CONFLICT (id) DO UPDATE SET name = excluded.name, body = excluded.body"),
        {text(profile.id), text(profile.name), json(toJson(profile))}));
}

Result<> Store::removeProfile(const QString &id)
{
    return done(m_database->run(QStringLiteral("DELETE FROM profiles WHERE id = ?"), {text(id)}));
}

Result<QList<Profile>> Store::profiles() const
{
    return all<Profile>(
        m_database->run(QStringLiteral("SELECT body FROM profiles ORDER BY name COLLATE NOCASE, id")),
        profileOf);
}

Result<std::optional<Profile>> Store::profile(const QString &id) const
{
    return first<Profile>(
        m_database->run(QStringLiteral("SELECT body FROM profiles WHERE id = ?"), {text(id)}), profileOf);
}

Result<> Store::saveKey(const KeyRecord &key)
{
    return done(m_database->run(
        QStringLiteral(
            // Age and environment are given once: a key that comes back from a file is not a new one.
            "INSERT INTO keys (thumbprint, kid, algorithm, place_kind, place, created_at, environment) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (thumbprint) DO UPDATE SET kid = excluded.kid, "
            "algorithm = excluded.algorithm, place_kind = excluded.place_kind, place = excluded.place"),
        {text(key.thumbprint), text(key.kid), text(key.algorithm), keyKindName(key.where.kind),
            text(key.where.value), text(key.createdAt), environmentName(key.environment)}));
}

Result<> Store::removeKey(const QString &thumbprint)
{
    return done(m_database->run(QStringLiteral("DELETE FROM keys WHERE thumbprint = ?"), {text(thumbprint)}));
}

Result<QList<KeyRecord>> Store::keys() const
{
    return all<KeyRecord>(
        m_database->run(QStringLiteral("SELECT thumbprint, kid, algorithm, place_kind, place, created_at, "
                                       "environment FROM keys ORDER BY created_at, thumbprint")),
        keyOf);
}

} // namespace waybill::practices
