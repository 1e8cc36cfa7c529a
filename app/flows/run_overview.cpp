// SPDX-License-Identifier: Apache-2.0
#include "flows/run_overview.h"

#include "flows/text_blocks.h"
#include "flows/text_lines.h"
#include "ndjson/json_walk.h"
#include "ndjson/line_splitter.h"
#include "ndjson/resource_hash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>

namespace waybill::flows {
namespace {

using Steady = std::chrono::steady_clock;
using ndjson::ResourceLedger;
constexpr std::chrono::milliseconds kTellEvery{100};

QJsonObject jsonOf(const QString &path)
{
    constexpr qint64 kMost = qint64{64} * 1024 * 1024; // 20 000 files in a manifest are 8 MB
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject runOf(const QDir &folder)
{
    return jsonOf(folder.filePath(QStringLiteral("run.json")));
}

/// The promised number of each type, where every file of the type has a count.
QMap<QString, std::int64_t> promisedIn(const QDir &folder)
{
    QMap<QString, std::int64_t> counts;
    QSet<QString> unsaid;
    for (int page = 1; page < 100'000; ++page) {
        const QString name =
            page == 1 ? QStringLiteral("manifest.json") : QStringLiteral("manifest-%1.json").arg(page);
        if (!QFile::exists(folder.filePath(name)))
            break;
        for (const QJsonValue &entry :
            jsonOf(folder.filePath(name)).value(QStringLiteral("output")).toArray()) {
            const QJsonObject file = entry.toObject();
            const QString type = file.value(QStringLiteral("type")).toString();
            if (file.value(QStringLiteral("count")).isDouble())
                counts[type] += file.value(QStringLiteral("count")).toInteger();
            else
                unsaid.insert(type);
        }
    }
    for (const QString &type : unsaid)
        counts.remove(type);
    return counts;
}

/// The same practice and Group were asked.
bool sameSource(const QJsonObject &a, const QJsonObject &b)
{
    const auto place = [](const QJsonObject &run) {
        const QJsonObject asked = run.value(QStringLiteral("export")).toObject();
        return QStringList{asked.value(QStringLiteral("fhirBaseUrl")).toString(),
            asked.value(QStringLiteral("level")).toString(),
            asked.value(QStringLiteral("groupId")).toString()};
    };
    return !place(a).first().isEmpty() && place(a) == place(b);
}

bool isFull(const QJsonObject &run)
{
    return run.value(QStringLiteral("export")).toObject().value(QStringLiteral("since")).toString().isEmpty();
}

/// The newest finished run before this one; run ids sort by time.
QString lastRunBefore(const QDir &folder, const QJsonObject &run)
{
    QDir parent(folder);
    if (run.isEmpty() || !parent.cdUp())
        return {};
    QStringList names = parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    constexpr qsizetype kLookedAt = 200;
    qsizetype looked = 0;
    for (const QString &name : names) {
        if (name >= folder.dirName())
            continue;
        if (++looked > kLookedAt)
            break;
        const QDir other(parent.filePath(name));
        if (sameSource(run, runOf(other)) && QFile::exists(other.filePath(QStringLiteral("report.json"))))
            return other.path();
    }
    return {};
}

QMap<QString, std::int64_t> countsIn(const QString &folder)
{
    QMap<QString, std::int64_t> counts;
    const QJsonObject report = jsonOf(QDir(folder).filePath(QStringLiteral("report.json")));
    for (const QJsonValue &entry : report.value(QStringLiteral("files")).toArray()) {
        const QJsonObject file = entry.toObject();
        if (file.value(QStringLiteral("kind")).toString() == QLatin1String("output"))
            counts[file.value(QStringLiteral("type")).toString()] +=
                file.value(QStringLiteral("lines")).toInteger();
    }
    return counts;
}

/// Names for places that are known by hash only: reads the lines again.
class NameReader
{
public:
    explicit NameReader(const RunOverview &overview)
        : m_files(overview.files)
    {
    }

    /// `wanted`: ascending by place. Stops behind the last line that is wanted.
    template <typename Name>
    QList<LinePlace> read(const std::vector<ResourceLedger::Place> &wanted, const Name &nameIn,
        const std::stop_token &stop) const
    {
        QList<LinePlace> named;
        for (std::size_t i = 0; i < wanted.size() && !stop.stop_requested();) {
            const int file = wanted[i].file;
            const auto isHere = [&wanted, &i, file] { return i < wanted.size() && wanted[i].file == file; };
            const auto take = [&](LineNumber line, QByteArrayView text) {
                for (; isHere() && wanted[i].line == line; ++i)
                    named.append({file, line, nameIn(i, text)});
                return isHere();
            };
            static_cast<void>(forEachLine(m_files.at(file).path, take, stop));
            while (isHere())
                ++i; // the file has changed or vanished meanwhile
        }
        return named;
    }

private:
    const QList<RunFile> &m_files;
};

void tellTypes(RunOverview &overview, const ndjson::RunStatistics &statistics,
    const QMap<QString, std::int64_t> &promised, const QMap<QString, std::int64_t> &before)
{
    QStringList names = statistics.types().keys() + promised.keys() + before.keys();
    names.removeDuplicates();
    for (const QString &name : names) {
        TypeCount count;
        count.type = name;
        count.here = statistics.types().value(name);
        if (promised.contains(name))
            count.promised = promised.value(name);
        if (!overview.lastRun.isEmpty())
            count.before = before.value(name);
        overview.resources += count.here;
        overview.types.append(count);
    }
    std::sort(overview.types.begin(), overview.types.end(), [](const TypeCount &a, const TypeCount &b) {
        return std::tuple(b.here, a.type) < std::tuple(a.here, b.type);
    });
}

void tellReferences(RunOverview &overview, const ResourceLedger &ledger, const std::stop_token &stop)
{
    const NameReader names(overview);
    overview.references = ledger.references();
    overview.leftOut = ledger.leftOut();
    const auto missing = ledger.missing();
    QMap<QString, MissingType> byType;
    std::vector<ResourceLedger::Place> places;
    std::vector<std::uint64_t> hashes;
    for (const ResourceLedger::Missing &one : missing) {
        const QString type = QString::fromUtf8(one.type);
        MissingType &sum = byType[type];
        if (sum.targets++ == 0) {
            sum.type = type;
            sum.exported = std::any_of(overview.types.begin(), overview.types.end(),
                [&type](const TypeCount &count) { return count.type == type && count.here > 0; });
        }
        sum.references += one.references;
        // Types nobody asked for are told once; single ones are listed where the type is there.
        if (sum.exported && static_cast<qsizetype>(places.size()) < RunOverview::kListed) {
            places.push_back(one.first);
            hashes.push_back(one.hash);
        }
    }
    overview.missing = byType.values();
    std::sort(
        overview.missing.begin(), overview.missing.end(), [](const MissingType &a, const MissingType &b) {
            return std::tuple(b.exported, b.references, a.type)
                < std::tuple(a.exported, a.references, b.type);
        });
    overview.dangling = names.read(
        places,
        [&hashes](std::size_t i, QByteArrayView line) {
            QString name;
            ndjson::forEachReference(line, [&](QByteArrayView type, QByteArrayView id) {
                if (ndjson::resourceHash(type, id) == hashes[i])
                    name = QString::fromUtf8(type) + QLatin1Char('/') + QString::fromUtf8(id);
            });
            return name;
        },
        stop);
    auto alone = ledger.withoutData("Patient");
    overview.patientsWithoutData = static_cast<std::int64_t>(alone.size());
    alone.resize(std::min(alone.size(), static_cast<std::size_t>(RunOverview::kListed)));
    overview.withoutData = names.read(
        alone,
        [](std::size_t, QByteArrayView line) {
            QString name;
            ndjson::walkPath(line, {{ndjson::PathStep::Kind::Key, QByteArrayLiteral("id"), -1}},
                [&name](QByteArrayView value) {
                    name = QStringLiteral("Patient/%1")
                               .arg(QString::fromUtf8(
                                   value.sliced(1, std::max<qsizetype>(0, value.size() - 2))));
                    return false;
                });
            return name;
        },
        stop);
}

} // namespace

double TypeCount::change() const
{
    if (!before || (*before == 0 && here == 0))
        return 0;
    return *before == 0 ? 1 : static_cast<double>(here - *before) / static_cast<double>(*before);
}

bool isProductionRun(const QString &folder)
{
    const QJsonObject practice = runOf(QDir(folder)).value(QStringLiteral("practice")).toObject();
    return practice.value(QStringLiteral("environment")).toString() == QLatin1String("production");
}

namespace {

/// Every line of the files goes into the statistics; ends early when it is told to stop.
Result<> count(const QList<RunFile> &files, ndjson::RunStatistics &statistics,
    const std::function<void(ByteCount, ByteCount)> &onProgress, const std::stop_token &stop)
{
    ByteCount all;
    for (const RunFile &file : files)
        all.value += file.bytes.value;
    ByteCount before;
    auto told = Steady::now();
    for (int i = 0; i < files.size() && !stop.stop_requested(); ++i) {
        auto blocks = TextBlocks::open(files.at(i).path);
        if (!blocks)
            return tl::unexpected(blocks.error());
        ndjson::LineSplitter lines;
        const auto add = [&](LineNumber number, QByteArrayView line) {
            statistics.add(i, number, line);
            return true;
        };
        while (!stop.stop_requested()) {
            const auto block = blocks->next();
            if (!block)
                return tl::unexpected(block.error());
            if (block->isEmpty())
                break;
            lines.add(*block, add);
            if (onProgress && Steady::now() - told >= kTellEvery) {
                told = Steady::now();
                onProgress({before.value + blocks->done().value}, all);
            }
        }
        lines.finish(add);
        before.value += files.at(i).bytes.value;
    }
    return {};
}

} // namespace

Result<RunOverview> overviewOf(const QString &folder,
    const std::function<void(ByteCount, ByteCount)> &onProgress, const std::stop_token &stop)
{
    RunOverview overview;
    for (const RunFile &file : filesOfFolder(folder)) {
        if (file.part == RunFilePart::Output && !file.unfinished) // what failed is there twice
            overview.files.append(file);
    }
    ndjson::RunStatistics statistics;
    if (const auto counted = count(overview.files, statistics, onProgress, stop); !counted)
        return tl::unexpected(counted.error());
    const QDir place(folder);
    const QJsonObject run = runOf(place);
    const QString last = lastRunBefore(place, run);
    overview.lastRun = last.isEmpty() ? QString() : QDir(last).dirName();
    overview.thisRunIsFull = isFull(run);
    overview.lastRunWasFull = last.isEmpty() || isFull(runOf(QDir(last)));
    tellTypes(overview, statistics, promisedIn(place),
        last.isEmpty() ? QMap<QString, std::int64_t>() : countsIn(last));
    overview.days = statistics.days();
    overview.withoutDay = statistics.withoutDay();
    overview.codes = statistics.topCodes(RunOverview::kCodes);
    overview.codesComplete = statistics.codesComplete();
    overview.patients = statistics.types().value(QStringLiteral("Patient"));
    tellReferences(overview, statistics.ledger(), stop);
    overview.stopped = stop.stop_requested();
    return overview;
}

} // namespace waybill::flows
