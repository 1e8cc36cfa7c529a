// SPDX-License-Identifier: Apache-2.0
#include "practices/profile.h"

#include "practices/names.h"

#include <QJsonArray>

namespace waybill::practices {
namespace {

constexpr Names<Step, 8> kSteps{{{Step::Environment, "environment"}, {Step::Client, "client"},
    {Step::Key, "key"}, {Step::Endpoint, "endpoint"}, {Step::Connection, "connection"},
    {Step::Group, "group"}, {Step::Launch, "launch"}, {Step::HandOver, "hand-over"}}};

constexpr Names<StepState, 6> kStepStates{
    {{StepState::Todo, "todo"}, {StepState::Doing, "doing"}, {StepState::Waiting, "waiting"},
        {StepState::Ok, "ok"}, {StepState::Failed, "failed"}, {StepState::Stale, "stale"}}};

constexpr Names<Environment, 2> kEnvironments{
    {{Environment::Sandbox, "sandbox"}, {Environment::Production, "production"}}};

constexpr Names<Level, 3> kLevels{
    {{Level::Group, "group"}, {Level::Patient, "patient"}, {Level::System, "system"}}};

constexpr Names<KeyReference::Kind, 5> kKeyKinds{
    {{KeyReference::Kind::None, "none"}, {KeyReference::Kind::Keychain, "keychain"},
        {KeyReference::Kind::File, "file"}, {KeyReference::Kind::EnvironmentVariable, "environment"},
        {KeyReference::Kind::Credential, "credential"}}};

// Field names; written and read in two places each.
const QString kName = QStringLiteral("name");
const QString kGroup = QStringLiteral("group");
const QString kKey = QStringLiteral("key");
const QString kClockOffset = QStringLiteral("clockOffset"); // seconds
const QString kStepsField = QStringLiteral("steps");

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &item : value.toArray())
        strings.append(item.toString());
    return strings;
}

QJsonObject groupToJson(const GroupChoice &group)
{
    QJsonObject object{{QStringLiteral("value"), group.value}, {QStringLiteral("id"), group.id},
        {QStringLiteral("identifier"), group.identifier}, {kName, group.name},
        {QStringLiteral("chosenAt"), group.chosenAt}};
    if (group.members)
        object.insert(QStringLiteral("members"), static_cast<qint64>(*group.members));
    return object;
}

GroupChoice groupFromJson(const QJsonObject &object)
{
    GroupChoice group;
    group.value = object.value(QStringLiteral("value")).toString();
    group.id = object.value(QStringLiteral("id")).toString();
    group.identifier = object.value(QStringLiteral("identifier")).toString();
    group.name = object.value(kName).toString();
    group.chosenAt = object.value(QStringLiteral("chosenAt")).toString();
    if (object.contains(QStringLiteral("members")))
        group.members = object.value(QStringLiteral("members")).toInteger();
    return group;
}

QJsonObject stepsToJson(const QMap<Step, StepRecord> &steps)
{
    QJsonObject object;
    for (auto it = steps.cbegin(); it != steps.cend(); ++it) {
        object.insert(stepName(it.key()),
            QJsonObject{{QStringLiteral("state"), nameOf(kStepStates, it->state)},
                {QStringLiteral("at"), it->at}, {QStringLiteral("evidence"), it->evidence},
                {QStringLiteral("reason"), it->reason}});
    }
    return object;
}

QMap<Step, StepRecord> stepsFromJson(const QJsonObject &object)
{
    QMap<Step, StepRecord> steps;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto step = valueOf(kSteps, it.key());
        if (!step)
            continue;
        const QJsonObject record = it.value().toObject();
        steps.insert(*step,
            StepRecord{valueOf(kStepStates, record.value(QStringLiteral("state")).toString())
                           .value_or(StepState::Todo),
                record.value(QStringLiteral("at")).toString(),
                record.value(QStringLiteral("evidence")).toString(),
                record.value(QStringLiteral("reason")).toString()});
    }
    return steps;
}

void writeServer(QJsonObject &object, const Profile &profile)
{
    object.insert(QStringLiteral("fhirBaseUrl"), profile.fhirBaseUrl.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("tokenUrl"), profile.tokenUrl.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("bulkDataVersion"), profile.bulkDataVersion);
    object.insert(QStringLiteral("caFile"), profile.network.caFile);
    object.insert(QStringLiteral("proxy"), profile.network.proxy.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("trustedOrigins"), QJsonArray::fromStringList(profile.trustedOrigins));
    object.insert(QStringLiteral("requestsPerMinute"), profile.requestsPerMinute);
    object.insert(QStringLiteral("parallelDownloads"), profile.parallelDownloads);
}

void readServer(const QJsonObject &object, Profile &profile)
{
    profile.fhirBaseUrl = QUrl(object.value(QStringLiteral("fhirBaseUrl")).toString());
    profile.tokenUrl = QUrl(object.value(QStringLiteral("tokenUrl")).toString());
    profile.bulkDataVersion =
        object.value(QStringLiteral("bulkDataVersion")).toString(profile.bulkDataVersion);
    profile.network.caFile = object.value(QStringLiteral("caFile")).toString();
    profile.network.proxy = QUrl(object.value(QStringLiteral("proxy")).toString());
    profile.trustedOrigins = stringsFrom(object.value(QStringLiteral("trustedOrigins")));
    profile.requestsPerMinute =
        object.value(QStringLiteral("requestsPerMinute")).toInt(profile.requestsPerMinute);
    profile.parallelDownloads =
        object.value(QStringLiteral("parallelDownloads")).toInt(profile.parallelDownloads);
}

void writeClient(QJsonObject &object, const Profile &profile)
{
    object.insert(QStringLiteral("clientId"), profile.clientId);
    object.insert(QStringLiteral("algorithm"), profile.algorithm);
    object.insert(QStringLiteral("keyId"), profile.keyId);
    object.insert(QStringLiteral("keyThumbprint"), profile.keyThumbprint);
    object.insert(kKey,
        QJsonObject{{QStringLiteral("kind"), keyKindName(profile.key.kind)},
            {QStringLiteral("value"), profile.key.value}});
    object.insert(QStringLiteral("jwksUrl"), profile.jwksUrl.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(profile.scopes));
    object.insert(kClockOffset, qint64{profile.clockOffset.count()});
}

void readClient(const QJsonObject &object, Profile &profile)
{
    profile.clientId = object.value(QStringLiteral("clientId")).toString();
    profile.algorithm = object.value(QStringLiteral("algorithm")).toString(profile.algorithm);
    profile.keyId = object.value(QStringLiteral("keyId")).toString();
    profile.keyThumbprint = object.value(QStringLiteral("keyThumbprint")).toString();
    const QJsonObject key = object.value(kKey).toObject();
    profile.key = {
        keyKindFromName(key.value(QStringLiteral("kind")).toString()).value_or(KeyReference::Kind::None),
        key.value(QStringLiteral("value")).toString()};
    profile.jwksUrl = QUrl(object.value(QStringLiteral("jwksUrl")).toString());
    profile.scopes = stringsFrom(object.value(QStringLiteral("scopes")));
    // What nobody can have chosen here is this computer's own clock again.
    const std::chrono::seconds offset{object.value(kClockOffset).toInteger()};
    profile.clockOffset = std::chrono::abs(offset) <= kLargestClockOffset ? offset : std::chrono::seconds{0};
}

} // namespace

QString stepName(Step step)
{
    return nameOf(kSteps, step);
}
QString environmentName(Environment environment)
{
    return nameOf(kEnvironments, environment);
}
std::optional<Environment> environmentFromName(const QString &name)
{
    return valueOf(kEnvironments, name);
}
QString levelName(Level level)
{
    return nameOf(kLevels, level);
}
QString keyKindName(KeyReference::Kind kind)
{
    return nameOf(kKeyKinds, kind);
}
std::optional<KeyReference::Kind> keyKindFromName(const QString &name)
{
    return valueOf(kKeyKinds, name);
}

QJsonObject toJson(const Profile &profile)
{
    QJsonObject object{{QStringLiteral("id"), profile.id}, {kName, profile.name},
        {QStringLiteral("practiceName"), profile.practiceName},
        {QStringLiteral("practiceCode"), profile.practiceCode},
        {QStringLiteral("environment"), environmentName(profile.environment)},
        {QStringLiteral("vendor"), profile.vendor}, {QStringLiteral("level"), levelName(profile.level)},
        {kGroup, groupToJson(profile.group)},
        {QStringLiteral("types"), QJsonArray::fromStringList(profile.types)},
        {QStringLiteral("calendar"), profile.calendar},
        {QStringLiteral("baselineEveryDays"), profile.baselineEveryDays},
        {QStringLiteral("outputDirectory"), profile.outputDirectory},
        {kStepsField, stepsToJson(profile.steps)}, {QStringLiteral("createdAt"), profile.createdAt},
        {QStringLiteral("archived"), profile.archived}};
    writeServer(object, profile);
    writeClient(object, profile);
    return object;
}

Profile profileFromJson(const QJsonObject &object)
{
    Profile profile;
    profile.id = object.value(QStringLiteral("id")).toString();
    profile.name = object.value(kName).toString();
    profile.practiceName = object.value(QStringLiteral("practiceName")).toString();
    profile.practiceCode = object.value(QStringLiteral("practiceCode")).toString();
    profile.environment = valueOf(kEnvironments, object.value(QStringLiteral("environment")).toString())
                              .value_or(Environment::Sandbox);
    profile.vendor = object.value(QStringLiteral("vendor")).toString(profile.vendor);
    profile.level = valueOf(kLevels, object.value(QStringLiteral("level")).toString()).value_or(Level::Group);
    profile.group = groupFromJson(object.value(kGroup).toObject());
    profile.types = stringsFrom(object.value(QStringLiteral("types")));
    profile.calendar = object.value(QStringLiteral("calendar")).toString();
    profile.baselineEveryDays =
        object.value(QStringLiteral("baselineEveryDays")).toInt(profile.baselineEveryDays);
    profile.outputDirectory = object.value(QStringLiteral("outputDirectory")).toString();
    profile.steps = stepsFromJson(object.value(kStepsField).toObject());
    profile.createdAt = object.value(QStringLiteral("createdAt")).toString();
    profile.archived = object.value(QStringLiteral("archived")).toBool();
    readServer(object, profile);
    readClient(object, profile);
    return profile;
}

} // namespace waybill::practices
