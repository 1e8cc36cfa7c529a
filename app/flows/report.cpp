// SPDX-License-Identifier: Apache-2.0
#include "flows/report.h"

#include "base/error.h"
#include "flows/run_words.h"

#include <QJsonArray>

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::FileRecord;

QJsonObject fileJson(const FileRecord &file)
{
    QJsonObject object{{QStringLiteral("name"), file.name},
        {QStringLiteral("kind"), practices::fileKindName(file.kind)}, {QStringLiteral("type"), file.type},
        {QStringLiteral("state"), practices::fileStateName(file.state)},
        {QStringLiteral("bytes"), static_cast<qint64>(file.bytes)},
        {QStringLiteral("lines"), static_cast<qint64>(file.lines)},
        {QStringLiteral("expectedCount"),
            file.expectedCount ? QJsonValue(static_cast<qint64>(*file.expectedCount)) : QJsonValue()},
        {QStringLiteral("sha256"), file.sha256.isEmpty() ? QJsonValue() : QJsonValue(file.sha256)},
        {QStringLiteral("problemCount"), static_cast<qint64>(file.problemCount)},
        {QStringLiteral("problems"), file.details.value(QStringLiteral("problems")).toArray()},
        {QStringLiteral("notes"), file.details.value(QStringLiteral("notes")).toArray()}};
    if (!file.reason.isEmpty())
        object.insert(QStringLiteral("reason"), file.reason);
    for (const QString &field :
        {QStringLiteral("severities"), QStringLiteral("issues"), QStringLiteral("deletions")}) {
        if (file.details.contains(field))
            object.insert(field, file.details.value(field));
    }
    return object;
}

void addCounts(QJsonObject &sums, const QJsonObject &counts)
{
    for (auto it = counts.begin(); it != counts.end(); ++it)
        sums.insert(it.key(), sums.value(it.key()).toInteger() + it.value().toInteger());
}

QJsonObject totals(const QList<FileRecord> &files)
{
    qint64 verified = 0;
    qint64 bytes = 0;
    qint64 lines = 0;
    qint64 problems = 0;
    qint64 deletions = 0;
    QJsonObject resources;
    QJsonObject severities;
    for (const FileRecord &file : files) {
        verified += file.state == FileState::Verified ? 1 : 0;
        bytes += file.bytes;
        lines += file.lines;
        problems += file.problemCount;
        deletions += file.details.value(QStringLiteral("deletions")).toInteger();
        if (file.kind == FileKind::Output)
            addCounts(resources, file.details.value(QStringLiteral("resources")).toObject());
        addCounts(severities, file.details.value(QStringLiteral("severities")).toObject());
    }
    return {{QStringLiteral("files"), static_cast<qint64>(files.size())},
        {QStringLiteral("verified"), verified}, {QStringLiteral("bytes"), bytes},
        {QStringLiteral("lines"), lines}, {QStringLiteral("problems"), problems},
        {QStringLiteral("resources"), resources}, {QStringLiteral("deletions"), deletions},
        {QStringLiteral("issues"), severities}};
}

QJsonObject watermarkJson(const ReportInput &input)
{
    QJsonObject from;
    QJsonObject to;
    const WatermarkDecision &decision = input.verdict.watermark;
    for (auto it = decision.marks.cbegin(); it != decision.marks.cend(); ++it) {
        from.insert(it.key(), it->from.isEmpty() ? QJsonValue() : QJsonValue(it->from));
        to.insert(it.key(), it->to.isEmpty() ? QJsonValue() : QJsonValue(it->to));
    }
    QJsonObject object{{QStringLiteral("advanced"), decision.moves}, {QStringLiteral("from"), from},
        {QStringLiteral("to"), to}, {QStringLiteral("reason"), decision.reason}};
    if (!input.acceptedBy.isEmpty()) {
        object.insert(QStringLiteral("acceptedBy"), input.acceptedBy);
        object.insert(QStringLiteral("acceptedWhy"), input.acceptedWhy);
    }
    return object;
}

} // namespace

QJsonObject report(const ReportInput &input)
{
    QJsonArray files;
    for (const FileRecord &file : input.files)
        files.append(fileJson(file));
    QJsonObject object{{QStringLiteral("waybillReport"), 1}, {QStringLiteral("runId"), input.run.id},
        {QStringLiteral("outcome"), practices::outcomeName(input.verdict.outcome)},
        {QStringLiteral("verdict"), input.verdict.sentence}, {QStringLiteral("export"), input.run.request},
        {QStringLiteral("transactionTime"),
            input.transactionTime.isEmpty() ? QJsonValue() : QJsonValue(input.transactionTime)},
        {QStringLiteral("files"), files}, {QStringLiteral("totals"), totals(input.files)},
        {QStringLiteral("watermark"), watermarkJson(input)},
        {QStringLiteral("notes"), QJsonArray::fromStringList(input.notes)}};
    const bool hasDeletions = std::any_of(input.files.begin(), input.files.end(),
        [](const FileRecord &file) { return file.kind == FileKind::Deleted; });
    if (!hasDeletions) // BD-202
        object.insert(QStringLiteral("deletionsRemark"),
            RunWords::tr("The server reports no deletions (it may not report them at all)."));
    if (!input.changes.isEmpty())
        object.insert(QStringLiteral("changes"), input.changes);
    if (input.verdict.problem) {
        object.insert(QStringLiteral("problem"), describe(*input.verdict.problem));
        if (!input.verdict.problem->serverText.isEmpty())
            object.insert(QStringLiteral("serverText"), input.verdict.problem->serverText);
    }
    return object;
}

} // namespace waybill::flows
