// SPDX-License-Identifier: Apache-2.0
#include "flows/run_facts.h"

#include "practices/watermark.h"

#include <QDir>
#include <QJsonArray>
#include <QUuid>

namespace waybill::flows {
namespace {

using practices::Profile;
using practices::RunRecord;

/// "20261123T071500123Z-3fa9c1b2": sorts by time, is a good folder name everywhere, and two processes never
/// make the same one.
QString newRunId(Instant at)
{
    const QString time = toDateTime(at).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    return time + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &item : value.toArray())
        all.append(item.toString());
    return all;
}

const QString kBlankLines = QStringLiteral("blankLines");
const QString kKey = QStringLiteral("key");
const QString kGranted = QStringLiteral("granted");

QJsonObject headersOf(const http::Request &request)
{
    QJsonObject headers;
    for (const http::Header &header : request.headers.all())
        headers.insert(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
    return headers;
}

} // namespace

QList<RunRecord> recordsFor(const ExportPlan &plan, Instant now)
{
    const practices::WatermarkKey key = practices::watermarkKey(plan.profile);
    const QString output = QDir(plan.outputDirectory).absolutePath();
    QList<RunRecord> records;
    for (const PlannedJob &job : plan.jobs) {
        RunRecord record;
        // A millisecond apart, so that the ids of one export sort in the order the jobs run.
        record.id = newRunId(now + std::chrono::milliseconds{records.size()});
        record.baseUrl = key.baseUrl;
        record.group = key.group;
        record.profileId = plan.profile.id;
        record.batch = records.isEmpty() ? record.id : records.first().id;
        record.place = static_cast<int>(records.size());
        record.directory = output + QLatin1Char('/') + record.id;
        record.request = exports::toJson(requestOf(plan, job));
        if (plan.refinements.blankLinesAreProblems)
            record.request.insert(kBlankLines, QStringLiteral("problem"));
        record.state = exports::toJson(exports::State{});
        record.phase = exports::phaseName(exports::ReadyToKickOff{});
        records.append(record);
    }
    return records;
}

exports::ExportRequest requestOf(const ExportPlan &plan, const PlannedJob &job)
{
    exports::ExportRequest request = exports::exportRequest(plan.profile, job.types, job.since);
    request.typeFilters = plan.refinements.typeFilters;
    request.organizeOutputBy = plan.refinements.organizeOutputBy;
    request.patientList = plan.refinements.patientList;
    request.leftOut = plan.refinements.leftOut;
    return request;
}

exports::ExportRequest requestOf(const Profile &profile, const RunRecord &run)
{
    exports::ExportRequest request = exports::exportRequest(profile, typesOf(run), sinceOf(run));
    exports::readRefinements(run.request, request);
    return request;
}

QStringList typesOf(const RunRecord &run)
{
    return strings(run.request.value(QStringLiteral("types")));
}

bool blankLinesAreProblems(const RunRecord &run)
{
    return run.request.contains(kBlankLines);
}

QString sinceOf(const RunRecord &run)
{
    return run.request.value(QStringLiteral("since")).toString();
}

ClientFacts clientOf(const RunRecord &run)
{
    return {run.state.value(kKey).toString(), strings(run.state.value(kGranted))};
}

void keepClient(const ClientFacts &client, QJsonObject &state)
{
    state.insert(kKey, client.key);
    state.insert(kGranted, QJsonArray::fromStringList(client.granted));
}

QJsonObject runJson(const Profile &profile, const RunRecord &run, const http::Request &kickOff)
{
    const QJsonObject practice{{QStringLiteral("name"), profile.practiceName},
        {QStringLiteral("code"), profile.practiceCode},
        {QStringLiteral("environment"), practices::environmentName(profile.environment)}};
    const QJsonObject client{{QStringLiteral("clientId"), profile.clientId},
        {QStringLiteral("algorithm"), profile.algorithm}, {QStringLiteral("keyId"), profile.keyId},
        {QStringLiteral("scopes"), QJsonArray::fromStringList(profile.scopes)},
        {QStringLiteral("tokenUrl"), profile.tokenUrl.toString(QUrl::FullyEncoded)}};
    const QJsonObject request{{QStringLiteral("method"), QString::fromLatin1(kickOff.method)},
        {QStringLiteral("url"), kickOff.url.toString(QUrl::FullyEncoded)},
        {QStringLiteral("headers"), headersOf(kickOff)}};
    const QJsonObject settings{{QStringLiteral("vendor"), profile.vendor},
        {QStringLiteral("bulkDataVersion"), profile.bulkDataVersion},
        {QStringLiteral("trustedOrigins"), QJsonArray::fromStringList(profile.trustedOrigins)},
        {QStringLiteral("requestsPerMinute"), profile.requestsPerMinute},
        {QStringLiteral("parallelDownloads"), profile.parallelDownloads}};
    return {{QStringLiteral("waybillRun"), 1}, {QStringLiteral("runId"), run.id},
        {QStringLiteral("program"), QStringLiteral("waybill " WAYBILL_VERSION)},
        {QStringLiteral("name"), profile.name}, {QStringLiteral("practice"), practice},
        {QStringLiteral("client"), client}, {QStringLiteral("export"), run.request},
        {QStringLiteral("request"), request}, {QStringLiteral("settings"), settings}};
}

} // namespace waybill::flows
