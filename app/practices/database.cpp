// SPDX-License-Identifier: Apache-2.0
#include "practices/database.h"

#include "practices/words.h"

#include <QUuid>

#include <utility>

namespace waybill::practices {
namespace {

// Primary result codes of sqlite3.h; Qt reports the extended ones, whose low byte they are.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNotADatabase = 26;

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

Error errorFrom(const QSqlError &error, const QString &path)
{
    switch (primaryCode(error)) {
    case kFull: return {ErrorCode::DiskFull, Words::tr("The disk with Waybill's records is full."), path, {}};
    case kBusy:
    case kLocked:
        return {ErrorCode::Storage, Words::tr("Another program holds Waybill's records."), path,
            Words::tr("Wait a moment and try again.")};
    case kReadOnly: return {ErrorCode::Storage, Words::tr("Waybill's records may only be read."), path, {}};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorCode::Storage, Words::tr("The file with Waybill's records is damaged."), path,
            Words::tr("Start Waybill again: it then takes the last good copy.")};
    default:
        return {ErrorCode::Storage, Words::tr("Waybill's records could not be read or written."), path, {},
            {}, {}, error.databaseText()};
    }
}

} // namespace

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    handle.setDatabaseName(m_path);
    handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
}

Database::~Database()
{
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    std::unique_ptr<Database> database(new Database(path));
    if (const Result<> connected = database->connect(); !connected)
        return failure(connected.error());
    return database;
}

Result<> Database::connect()
{
    if (QSqlDatabase connection = handle(); !connection.open())
        return failure(errorOf(connection.lastError()));
    return runAll({QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"),
        QStringLiteral("PRAGMA foreign_keys=ON")});
}

Result<bool> Database::isWhole(const QString &path)
{
    Database database(path);
    auto check = database.connect().and_then(
        [&database] { return database.run(QStringLiteral("PRAGMA quick_check(1)")); });
    const Result<int> version = check ? database.userVersion() : failure(check.error());
    if (!version) {
        const bool damaged = database.m_lastCode == kCorrupt || database.m_lastCode == kNotADatabase;
        return damaged ? Result<bool>(false) : failure(version.error());
    }
    return check->next() && check->value(0).toString() == QLatin1String("ok") && *version > 0;
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Error Database::errorOf(const QSqlError &error) const
{
    m_lastCode = primaryCode(error);
    return errorFrom(error, m_path);
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(errorOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(errorOf(query.lastError()));
    return query;
}

Result<> Database::runAll(const QStringList &statements) const
{
    for (const QString &statement : statements) {
        if (const auto done = run(statement); !done)
            return failure(done.error());
    }
    return {};
}

Result<> Database::transact(const std::function<Result<>()> &work)
{
    if (m_depth > 0)
        return work();
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return failure(begun.error());
    ++m_depth;
    Result<> done = work();
    --m_depth;
    if (done) {
        if (const auto committed = run(QStringLiteral("COMMIT")); !committed)
            done = failure(committed.error());
    }
    if (!done)
        static_cast<void>(run(QStringLiteral("ROLLBACK"))); // the first error is the one to report
    return done;
}

Result<int> Database::userVersion() const
{
    auto query = run(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}

} // namespace waybill::practices
