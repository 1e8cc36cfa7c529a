// SPDX-License-Identifier: Apache-2.0
#include "exports/export_state.h"

#include "base/overloaded.h"
#include "exports/error_json.h"
#include "exports/manifest.h"
#include "exports/words.h"

#include <QJsonArray>

namespace waybill::exports {
namespace {

constexpr int kVersion = 1;

qint64 milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant instantFrom(const QJsonValue &value)
{
    return Instant{std::chrono::milliseconds{value.toInteger()}};
}

void put(QJsonObject &object, const QString &name, const std::optional<Instant> &instant)
{
    if (instant)
        object.insert(name, milliseconds(*instant));
}

std::optional<Instant> take(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(instantFrom(value)) : std::nullopt;
}

QJsonObject waitToJson(const Wait &wait)
{
    return {{QStringLiteral("since"), milliseconds(wait.since)},
        {QStringLiteral("until"), milliseconds(wait.until)}, {QStringLiteral("reason"), wait.reason},
        {QStringLiteral("throttled"), wait.throttled}};
}

Wait waitFrom(const QJsonObject &object)
{
    return {instantFrom(object.value(QStringLiteral("since"))),
        instantFrom(object.value(QStringLiteral("until"))), object.value(QStringLiteral("reason")).toString(),
        object.value(QStringLiteral("throttled")).toBool()};
}

QJsonObject jobToJson(const Job &job)
{
    QJsonObject object{{QStringLiteral("statusUrl"), job.statusUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("separateStatus"), job.separateStatus},
        {QStringLiteral("cancelWanted"), job.cancelWanted}, {QStringLiteral("serverText"), job.serverText},
        {QStringLiteral("pageProblem"), job.pageProblem},
        {QStringLiteral("polls"), static_cast<qint64>(job.polls)}, {QStringLiteral("unpaced"), job.unpaced},
        {QStringLiteral("failures"), job.failures}, {QStringLiteral("unreadable"), job.unreadable},
        {QStringLiteral("refusedParameter"), job.refusedParameter},
        {QStringLiteral("leftOut"), QJsonArray::fromStringList(job.leftOut)},
        {QStringLiteral("rounds"), job.rounds}, {QStringLiteral("linksRefreshed"), job.linksRefreshed}};
    if (job.percent)
        object.insert(QStringLiteral("percent"), *job.percent);
    put(object, QStringLiteral("kickOffAt"), job.kickOffAt);
    put(object, QStringLiteral("acceptedAt"), job.acceptedAt);
    put(object, QStringLiteral("failingSince"), job.failingSince);
    put(object, QStringLiteral("manifestExpiresAt"), job.manifestExpiresAt);
    put(object, QStringLiteral("serverTime"), job.serverTime);
    put(object, QStringLiteral("askAgainAt"), job.askAgainAt);
    return object;
}

Job jobFrom(const QJsonObject &object)
{
    Job job;
    job.statusUrl = QUrl::fromEncoded(object.value(QStringLiteral("statusUrl")).toString().toUtf8());
    job.separateStatus = object.value(QStringLiteral("separateStatus")).toBool();
    job.cancelWanted = object.value(QStringLiteral("cancelWanted")).toBool();
    job.serverText = object.value(QStringLiteral("serverText")).toString();
    job.pageProblem = object.value(QStringLiteral("pageProblem")).toString();
    job.polls = object.value(QStringLiteral("polls")).toInteger();
    job.unpaced = object.value(QStringLiteral("unpaced")).toInt();
    job.failures = object.value(QStringLiteral("failures")).toInt();
    job.unreadable = object.value(QStringLiteral("unreadable")).toInt();
    job.refusedParameter = object.value(QStringLiteral("refusedParameter")).toString();
    for (const QJsonValue &name : object.value(QStringLiteral("leftOut")).toArray())
        job.leftOut.append(name.toString());
    job.rounds = object.value(QStringLiteral("rounds")).toInt();
    job.linksRefreshed = object.value(QStringLiteral("linksRefreshed")).toBool();
    if (object.contains(QStringLiteral("percent")))
        job.percent = object.value(QStringLiteral("percent")).toInt();
    job.kickOffAt = take(object, QStringLiteral("kickOffAt"));
    job.acceptedAt = take(object, QStringLiteral("acceptedAt"));
    job.failingSince = take(object, QStringLiteral("failingSince"));
    job.manifestExpiresAt = take(object, QStringLiteral("manifestExpiresAt"));
    job.serverTime = take(object, QStringLiteral("serverTime"));
    job.askAgainAt = take(object, QStringLiteral("askAgainAt"));
    return job;
}

QJsonObject phaseToJson(const Phase &phase)
{
    QJsonObject object{{QStringLiteral("name"), phaseName(phase)}};
    const auto problem = [&object](
                             const Error &error) { object.insert(QStringLiteral("problem"), toJson(error)); };
    std::visit(Overloaded{
                   [&](const ReadyToKickOff &ready) {
                       if (ready.wait)
                           object.insert(QStringLiteral("wait"), waitToJson(*ready.wait));
                   },
                   [&](const KickOffUnknown &unknown) { problem(unknown.problem); },
                   [&](const Waiting &waiting) {
                       object.insert(QStringLiteral("wait"), waitToJson(waiting.wait));
                       object.insert(QStringLiteral("page"), waiting.page);
                       if (waiting.problem)
                           problem(*waiting.problem);
                   },
                   [&](const Polling &polling) {
                       if (polling.ifLost)
                           object.insert(QStringLiteral("wait"), waitToJson(*polling.ifLost));
                   },
                   [&](const FetchingManifestPage &fetching) {
                       object.insert(QStringLiteral("page"), fetching.page);
                   },
                   [&](const Stalled &stalled) { problem(stalled.problem); },
                   [&](const Downloading &downloading) {
                       object.insert(QStringLiteral("refreshing"), downloading.refreshing);
                   },
                   [&](const Cancelling &cancelling) {
                       object.insert(QStringLiteral("confirming"), cancelling.confirming);
                   },
                   [&](const CancelFailed &cancelFailed) { problem(cancelFailed.problem); },
                   [&](const Finished &finished) {
                       object.insert(QStringLiteral("outcome"), practices::outcomeName(finished.outcome));
                       object.insert(QStringLiteral("at"), milliseconds(finished.at));
                       object.insert(QStringLiteral("open"), finished.open);
                       if (finished.problem)
                           problem(*finished.problem);
                   },
                   [](const auto &) {},
               },
        phase);
    return object;
}

std::optional<Error> problemIn(const QJsonObject &object)
{
    const QJsonValue value = object.value(QStringLiteral("problem"));
    return value.isObject() ? std::optional(errorFromJson(value.toObject())) : std::nullopt;
}

std::optional<Phase> waitingPhaseFrom(const QString &name, const QJsonObject &object)
{
    const QJsonValue wait = object.value(QStringLiteral("wait"));
    if (name == QLatin1String("ready"))
        return ReadyToKickOff{wait.isObject() ? std::optional(waitFrom(wait.toObject())) : std::nullopt};
    if (name == QLatin1String("kick-off-sent"))
        return KickOffSent{};
    if (name == QLatin1String("kick-off-unknown"))
        return KickOffUnknown{problemIn(object).value_or(Error{})};
    if (name == QLatin1String("waiting"))
        return Waiting{
            waitFrom(wait.toObject()), object.value(QStringLiteral("page")).toInt(1), problemIn(object)};
    if (name == QLatin1String("polling"))
        return Polling{wait.isObject() ? std::optional(waitFrom(wait.toObject())) : std::nullopt};
    if (name == QLatin1String("manifest-page"))
        return FetchingManifestPage{object.value(QStringLiteral("page")).toInt(2)};
    if (name == QLatin1String("stalled"))
        return Stalled{problemIn(object).value_or(Error{})};
    return std::nullopt;
}

std::optional<Phase> phaseFrom(const QJsonObject &object)
{
    const QString name = object.value(QStringLiteral("name")).toString();
    if (const auto waiting = waitingPhaseFrom(name, object))
        return waiting;
    if (name == QLatin1String("downloading"))
        return Downloading{object.value(QStringLiteral("refreshing")).toBool()};
    if (name == QLatin1String("committing"))
        return Committing{};
    if (name == QLatin1String("cancelling"))
        return Cancelling{object.value(QStringLiteral("confirming")).toBool()};
    if (name == QLatin1String("cancel-failed"))
        return CancelFailed{problemIn(object).value_or(Error{})};
    const auto outcome = practices::outcomeFromName(object.value(QStringLiteral("outcome")).toString());
    if (name == QLatin1String("finished") && outcome) {
        return Finished{*outcome, problemIn(object), instantFrom(object.value(QStringLiteral("at"))),
            object.value(QStringLiteral("open")).toBool()};
    }
    return std::nullopt;
}

} // namespace

QString phaseName(const Phase &phase)
{
    return std::visit(Overloaded{
                          [](const ReadyToKickOff &) { return QStringLiteral("ready"); },
                          [](const KickOffSent &) { return QStringLiteral("kick-off-sent"); },
                          [](const KickOffUnknown &) { return QStringLiteral("kick-off-unknown"); },
                          [](const Waiting &) { return QStringLiteral("waiting"); },
                          [](const Polling &) { return QStringLiteral("polling"); },
                          [](const FetchingManifestPage &) { return QStringLiteral("manifest-page"); },
                          [](const Stalled &) { return QStringLiteral("stalled"); },
                          [](const Downloading &) { return QStringLiteral("downloading"); },
                          [](const Committing &) { return QStringLiteral("committing"); },
                          [](const Cancelling &) { return QStringLiteral("cancelling"); },
                          [](const CancelFailed &) { return QStringLiteral("cancel-failed"); },
                          [](const Finished &) { return QStringLiteral("finished"); },
                      },
        phase);
}

QJsonObject toJson(const State &state)
{
    return {{QStringLiteral("version"), kVersion}, {QStringLiteral("job"), jobToJson(state.job)},
        {QStringLiteral("phase"), phaseToJson(state.phase)}};
}

Result<State> stateFromJson(const QJsonObject &object)
{
    const int version = object.value(QStringLiteral("version")).toInt();
    const auto phase = phaseFrom(object.value(QStringLiteral("phase")).toObject());
    if (version != kVersion || !phase) {
        return failure(ErrorCode::Storage,
            version > kVersion ? Words::tr("This run was written by a newer Waybill.")
                               : Words::tr("The record of this run cannot be read."),
            {}, Words::tr("It was left as it is."));
    }
    return State{jobFrom(object.value(QStringLiteral("job")).toObject()), *phase};
}

} // namespace waybill::exports
