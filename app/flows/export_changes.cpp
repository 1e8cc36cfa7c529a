// SPDX-License-Identifier: Apache-2.0
#include "flows/export_changes.h"

#include "exports/manifest.h"
#include "flows/durable_file.h"
#include "flows/outcome_files.h"
#include "flows/resource_ids.h"
#include "flows/run_words.h"
#include "flows/text_lines.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <memory>
#include <vector>

namespace waybill::flows {
namespace {

/// So many ids are in memory at once, 8 bytes each; more are compared in several passes.
constexpr std::int64_t kIdsAtOnce = 4'000'000;
/// Lists are for people: what is beyond is counted.
constexpr std::int64_t kMaxListed = 1'000'000;
const QString kPatient = QStringLiteral("Patient");
const QString kChanges = QStringLiteral("/changes");
const QString kNewPatients = QStringLiteral("new-patients.ndjson");

std::uint64_t hashOf(QByteArrayView id)
{
    return qHashBits(id.data(), static_cast<std::size_t>(id.size()), 0x9e3779b97f4a7c15ULL);
}

/// Ids of one pass: those whose hash falls to it.
class PassOfIds
{
public:
    PassOfIds(std::uint64_t pass, std::uint64_t passes)
        : m_pass(pass)
        , m_passes(passes)
    {
    }
    bool isMine(std::uint64_t hash) const { return hash % m_passes == m_pass; }
    void add(std::uint64_t hash)
    {
        if (isMine(hash))
            m_hashes.push_back(hash);
    }
    void seal() { std::sort(m_hashes.begin(), m_hashes.end()); }
    bool contains(std::uint64_t hash) const
    {
        return std::binary_search(m_hashes.begin(), m_hashes.end(), hash);
    }

private:
    std::uint64_t m_pass;
    std::uint64_t m_passes;
    std::vector<std::uint64_t> m_hashes;
};

/// `{"resourceType":…,"id":…}` a line. Without a resource there is no file.
class Listing
{
public:
    Listing(QString folder, const QString &name)
        : m_folder(std::move(folder))
        , m_path(m_folder + QLatin1Char('/') + name)
    {
    }
    void add(const QString &type, QByteArrayView id)
    {
        if (m_lines++ >= kMaxListed)
            return;
        if (!m_file) {
            m_made = makePrivateFolder(m_folder);
            m_file = std::make_unique<DurableFile>(m_path);
        }
        m_file->add("{\"resourceType\":\"" + type.toUtf8() + "\",\"id\":\"" + id.toByteArray() + "\"}\n");
    }
    Result<> commit()
    {
        if (!m_made)
            return m_made;
        return m_file ? m_file->commit() : Result<>();
    }

private:
    QString m_folder;
    QString m_path;
    Result<> m_made;
    std::unique_ptr<DurableFile> m_file;
    std::int64_t m_lines = 0;
};

bool areAllThere(const QStringList &paths)
{
    return std::all_of(
        paths.begin(), paths.end(), [](const QString &path) { return QFileInfo::exists(path); });
}

/// This run's.
Sources sourcesOf(const ChangesCase &given, const QString &type)
{
    return {type, given.files.value(type), given.mixedFiles};
}

/// The earlier runs' by type. What the mixed files hold is looked up where nobody asked for certain types.
Result<QMap<QString, Sources>> earlierSources(const ChangesCase &given, const std::stop_token &stop)
{
    QMap<QString, Sources> all;
    for (auto it = given.earlier.cbegin(); it != given.earlier.cend(); ++it)
        all[it.key()].own = it.value();
    for (auto it = given.earlierMixed.cbegin(); it != given.earlierMixed.cend(); ++it) {
        if (it.key() != exports::kUnknownType || !areAllThere(it.value())) {
            all[it.key()].mixed += it.value();
            continue;
        }
        QSet<QByteArray> types;
        const auto note = [&types](const Identity &identity) {
            if (!identity.id.isEmpty() && !identity.type.isEmpty())
                types.insert(identity.type.toByteArray());
        };
        if (const Result<> read = forEachResource(it.value(), note, stop); !read)
            return failure(read.error());
        for (const QByteArray &type : std::as_const(types))
            all[QString::fromUtf8(type)].mixed += it.value();
    }
    for (auto it = all.begin(); it != all.end(); ++it) {
        it->type = it.key();
        it->mixed.removeDuplicates();
    }
    return all;
}

Result<std::int64_t> countIds(const Sources &sources, const std::stop_token &stop)
{
    std::int64_t count = 0;
    const Result<> read = forEachIdOf(
        sources, [&count](QByteArrayView) { ++count; }, stop);
    return read ? Result<std::int64_t>(count) : failure(read.error());
}

/// Ids of `before` that are not in `now`, each once.
Result<std::int64_t> listMissing(
    const Sources &before, const Sources &now, Listing &listing, const std::stop_token &stop)
{
    const auto count = countIds(now, stop);
    if (!count)
        return failure(count.error());
    std::int64_t missing = 0;
    const auto passes = static_cast<std::uint64_t>(*count / kIdsAtOnce + 1);
    for (std::uint64_t pass = 0; pass < passes; ++pass) {
        PassOfIds here(pass, passes);
        Result<> read = forEachIdOf(
            now, [&here](QByteArrayView id) { here.add(hashOf(id)); }, stop);
        here.seal();
        QSet<quint64> told;
        const auto look = [&](QByteArrayView id) {
            const std::uint64_t hash = hashOf(id);
            if (!here.isMine(hash) || here.contains(hash) || told.contains(hash))
                return;
            told.insert(hash);
            ++missing;
            listing.add(before.type, id);
        };
        if (read)
            read = forEachIdOf(before, look, stop);
        if (!read)
            return failure(read.error());
    }
    return missing;
}

Result<> findVanished(const ChangesCase &given, Changes &changes, const std::stop_token &stop)
{
    Listing listing(given.folder + kChanges, QStringLiteral("vanished.ndjson"));
    const auto earlier = earlierSources(given, stop);
    if (!earlier)
        return failure(earlier.error());
    for (const Sources &before : *earlier) {
        if (!areAllThere(before.own + before.mixed)) {
            changes.notComparable.append(before.type);
            continue;
        }
        const auto missing = listMissing(before, sourcesOf(given, before.type), listing, stop);
        if (!missing)
            return failure(missing.error());
        if (*missing > 0)
            changes.vanished.insert(before.type, *missing);
    }
    return listing.commit();
}

/// What is announced as deleted must not be exported too; both are kept (BD-201).
Result<> findContradictions(const ChangesCase &given, Changes &changes, const std::stop_token &stop)
{
    QSet<quint64> deleted;
    QSet<QString> types;
    for (const QString &path : given.deleted) {
        const auto note = [&](const QString &reference) {
            deleted.insert(hashOf(reference.toUtf8()));
            types.insert(reference.section(QLatin1Char('/'), 0, 0));
        };
        if (const Result<> read = forEachDeletion(path, given.base, note, stop); !read)
            return read;
    }
    for (const QString &type : std::as_const(types)) {
        const QByteArray prefix = type.toUtf8() + '/';
        const auto look = [&](QByteArrayView id) {
            const QByteArray reference = prefix + id.toByteArray();
            changes.contradictions += deleted.contains(hashOf(reference)) ? 1 : 0;
        };
        if (const Result<> read = forEachIdOf(sourcesOf(given, type), look, stop); !read)
            return read;
    }
    return {};
}

/// Reads the roster, tells who is new, and writes the next one.
Result<> comparePatients(const ChangesCase &given, Changes &changes, const std::stop_token &stop)
{
    const bool isKept = QFile::exists(given.roster);
    if (!given.isBaseline && !isKept)
        return {}; // a delta alone does not tell who belongs to the Group
    if (const Result<> made = makePrivateFolder(QFileInfo(given.nextRoster).path()); !made)
        return made;
    QSet<quint64> known; // hashes: a large practice has a million patients
    DurableFile next(given.nextRoster);
    const auto keep = [&](QByteArrayView id) {
        known.insert(hashOf(id));
        next.add(id);
        next.add("\n");
    };
    const auto keepLine = [&keep](LineNumber, QByteArrayView id) {
        keep(id);
        return true;
    };
    Result<> read = given.isBaseline ? Result<>() : forEachLine(given.roster, keepLine, stop);
    Listing listing(given.folder + kChanges, kNewPatients);
    std::int64_t fresh = 0;
    const auto look = [&](QByteArrayView id) {
        if (known.contains(hashOf(id)))
            return;
        keep(id);
        ++fresh;
        if (!given.isBaseline)
            listing.add(kPatient, id);
    };
    if (read)
        read = forEachIdOf(sourcesOf(given, kPatient), look, stop);
    if (read)
        read = next.commit();
    if (!read)
        return read;
    if (!given.isBaseline)
        changes.newPatients = fresh;
    return listing.commit();
}

} // namespace

Result<Changes> findChanges(const ChangesCase &given, const std::stop_token &stop)
{
    Changes changes;
    if (const Result<> compared = findContradictions(given, changes, stop); !compared)
        return failure(compared.error());
    if (given.isBaseline) {
        if (const Result<> found = findVanished(given, changes, stop); !found)
            return failure(found.error());
    }
    if (!given.roster.isEmpty()) {
        if (const Result<> compared = comparePatients(given, changes, stop); !compared)
            return failure(compared.error());
    }
    return changes;
}

QString newPatientsFile(const QString &runFolder)
{
    return runFolder + kChanges + QLatin1Char('/') + kNewPatients;
}

QJsonObject toJson(const Changes &changes)
{
    QJsonObject vanished;
    for (auto it = changes.vanished.cbegin(); it != changes.vanished.cend(); ++it)
        vanished.insert(it.key(), static_cast<qint64>(*it));
    QJsonObject object;
    if (!vanished.isEmpty())
        object.insert(QStringLiteral("vanished"), vanished);
    if (!changes.notComparable.isEmpty())
        object.insert(QStringLiteral("notComparable"), QJsonArray::fromStringList(changes.notComparable));
    if (changes.contradictions > 0)
        object.insert(QStringLiteral("deletedAndExported"), static_cast<qint64>(changes.contradictions));
    if (changes.newPatients)
        object.insert(QStringLiteral("newPatients"), static_cast<qint64>(*changes.newPatients));
    return object;
}

QStringList notesOn(const Changes &changes)
{
    QStringList notes;
    QStringList counts;
    for (auto it = changes.vanished.cbegin(); it != changes.vanished.cend(); ++it)
        counts.append(QStringLiteral("%1 %2").arg(*it).arg(it.key()));
    if (!counts.isEmpty()) {
        notes.append(
            RunWords::tr("Known from earlier exports and not in this baseline: %1. They were deleted, "
                         "or left the Group; changes/vanished.ndjson lists them.")
                .arg(counts.join(QStringLiteral(", "))));
    }
    if (!changes.notComparable.isEmpty()) {
        notes.append(
            RunWords::tr("What vanished since the last baseline cannot be told for %1: its files are "
                         "not there any more.")
                .arg(changes.notComparable.join(QStringLiteral(", "))));
    }
    if (changes.contradictions > 0) {
        notes.append(
            RunWords::tr("The server announces resources as deleted and exports them as well: %1. Both "
                         "are kept; ask the server's operator which is true.")
                .arg(changes.contradictions));
    }
    if (changes.newPatients.value_or(0) > 0) {
        notes.append(
            RunWords::tr("New in this Group: %1 patients. The server may have left out what of them is "
                         "older than the watermark: fetch their history, or export a full baseline "
                         "(changes/new-patients.ndjson lists them).")
                .arg(*changes.newPatients));
    }
    return notes;
}

} // namespace waybill::flows
