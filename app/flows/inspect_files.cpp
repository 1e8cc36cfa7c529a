// SPDX-License-Identifier: Apache-2.0
#include "flows/inspect_files.h"

#include "flows/resource_types.h"
#include "flows/text_blocks.h"
#include "ndjson/line_finder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <chrono>

namespace waybill::flows {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTellEvery{100};
constexpr qsizetype kHead = qsizetype{64} * 1024;

QJsonArray toJson(const QList<ndjson::Problem> &problems)
{
    QJsonArray array;
    for (const ndjson::Problem &problem : problems) {
        array.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(problem.line.shown())},
            {QStringLiteral("offset"), static_cast<qint64>(problem.offset.value)},
            {QStringLiteral("code"), ndjson::codeName(problem.kind)},
            {QStringLiteral("message"), problem.message}});
    }
    return array;
}

int partRank(const RunFile &file)
{
    return static_cast<int>(file.part);
}

} // namespace

InspectedFile inspectFile(const QString &path, const ndjson::Expectation &expectation,
    const std::function<void(ByteCount, ByteCount)> &onProgress, const std::stop_token &stop)
{
    InspectedFile inspected;
    inspected.path = path;
    const auto begin = Steady::now();
    auto blocks = TextBlocks::open(path);
    if (!blocks) {
        inspected.problem = blocks.error();
        return inspected;
    }
    ndjson::LineChecker checker(expectation);
    auto told = begin;
    for (;;) {
        const auto block = blocks->next();
        if (!block)
            inspected.problem = block.error();
        if (!block || block->isEmpty())
            break;
        if (checker.bytes() == 0)
            inspected.recognised = ndjson::recognise(block->first(std::min(block->size(), kHead)));
        checker.add(*block);
        inspected.stopped = stop.stop_requested();
        if (inspected.stopped)
            break;
        if (onProgress && Steady::now() - told >= kTellEvery) {
            told = Steady::now();
            onProgress(blocks->done(), blocks->all());
        }
    }
    // A file that was not read to its end has no last line to judge.
    inspected.summary = inspected.stopped || inspected.problem ? checker.soFar() : checker.finish();
    inspected.bytes = blocks->all();
    inspected.seconds = std::chrono::duration<double>(Steady::now() - begin).count();
    return inspected;
}

QJsonObject toJson(const InspectedFile &file)
{
    QJsonObject resources;
    for (auto it = file.summary.resources.cbegin(); it != file.summary.resources.cend(); ++it)
        resources.insert(it.key(), static_cast<qint64>(it.value()));
    QJsonObject object{{QStringLiteral("path"), file.path},
        {QStringLiteral("bytes"), static_cast<qint64>(file.bytes.value)},
        {QStringLiteral("lines"), static_cast<qint64>(file.summary.lines)},
        {QStringLiteral("resources"), resources},
        {QStringLiteral("problemCount"), static_cast<qint64>(file.summary.problemCount)},
        {QStringLiteral("problems"), toJson(file.summary.problems)},
        {QStringLiteral("noteCount"), static_cast<qint64>(file.summary.noteCount)},
        {QStringLiteral("notes"), toJson(file.summary.notes)}, {QStringLiteral("seconds"), file.seconds}};
    const QString remark = ndjson::remarkFor(file.recognised);
    if (!remark.isEmpty())
        object.insert(QStringLiteral("remark"), remark);
    if (file.problem)
        object.insert(QStringLiteral("error"), describe(*file.problem));
    return object;
}

Result<FoundLines> findLines(const QString &path, const ndjson::FindOptions &options,
    const std::function<void(LineNumber)> &onLine, const std::stop_token &stop)
{
    const auto pattern = ndjson::LineSearch::compile(options);
    if (!pattern)
        return tl::unexpected(pattern.error());
    const auto file = openText(path, stop);
    if (!file)
        return tl::unexpected(file.error());
    FoundLines found{path, options};
    const auto onBatch = [&found, &onLine](const ndjson::FindBatch &batch) {
        for (const ndjson::Hit &hit : batch.hits)
            onLine(hit.line);
        found.count += static_cast<std::int64_t>(batch.hits.size());
        found.tooCostly += static_cast<std::int64_t>(batch.tooCostly.size());
    };
    if (!ndjson::findInFile(**file, (*file)->stamp().size, *pattern, onBatch, stop)) {
        return failure(ErrorCode::Storage,
            QCoreApplication::translate("InspectFiles", "The disk failed while the file was searched."),
            QFileInfo(path).fileName());
    }
    found.stopped = stop.stop_requested();
    return found;
}

QString typeFromName(const QString &fileName)
{
    for (const QString &part : fileName.split(QLatin1Char('.'))) {
        if (isResourceType(part))
            return part;
    }
    return {};
}

QList<RunFile> filesOfFolder(const QString &folder)
{
    const QDir root(folder);
    const QStringList names{QStringLiteral("*.ndjson"), QStringLiteral("*.ndjson.gz"),
        QStringLiteral("*.ndjson.part"), QStringLiteral("*.ndjson.bad"), QStringLiteral("*.jsonl")};
    QList<RunFile> files;
    const auto collect = [&files, &root, &names](const QString &sub, RunFilePart part) {
        QDirIterator found(root.filePath(sub), names, QDir::Files);
        while (found.hasNext()) {
            const QFileInfo info(found.next());
            if (info.fileName() == QLatin1String("log.ndjson"))
                continue; // the log of the export, not data
            const QString suffix = info.suffix();
            files.append(
                {info.filePath(), root.relativeFilePath(info.filePath()), part, typeFromName(info.fileName()),
                    suffix == QLatin1String("part") || suffix == QLatin1String("bad"), {info.size()}});
        }
    };
    collect(QStringLiteral("."), RunFilePart::Output);
    collect(QStringLiteral("deleted"), RunFilePart::Deleted);
    collect(QStringLiteral("error"), RunFilePart::Error);
    std::sort(files.begin(), files.end(), [](const RunFile &a, const RunFile &b) {
        return std::tuple(partRank(a), a.type, a.name) < std::tuple(partRank(b), b.type, b.name);
    });
    return files;
}

} // namespace waybill::flows
