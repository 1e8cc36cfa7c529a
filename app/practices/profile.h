// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

/// What we know of one practice in one environment. A practice has its sandbox and its production as two
/// profiles that share nothing (EC-008).
namespace waybill::practices {

enum class Environment { Sandbox, Production };
enum class Level { Group, Patient, System };

/// Where the private key lies; never the key (OP-002).
struct KeyReference {
    enum class Kind { None, Keychain, File, EnvironmentVariable, Credential };
    Kind kind = Kind::None;
    QString value; ///< keychain item, path, variable, systemd credential
    friend bool operator==(const KeyReference &, const KeyReference &) = default;
};

/// The Group as it was when somebody chose it (GD-014).
struct GroupChoice {
    QString value; ///< what goes into Group/[value]/$export; on eCW an identifier, not the id (EC-006)
    QString id;
    QString identifier;
    QString name;
    std::optional<std::int64_t> members; ///< nullopt: the server did not say
    QString chosenAt; ///< ISO 8601, UTC
    friend bool operator==(const GroupChoice &, const GroupChoice &) = default;
};

/// The onboarding check list, in this order. Names are stable: they are stored.
enum class Step { Environment, Client, Key, Endpoint, Connection, Group, Launch, HandOver };
enum class StepState { Todo, Doing, Waiting, Ok, Failed, Stale };
struct StepRecord {
    StepState state = StepState::Todo;
    QString at; ///< ISO 8601, UTC, of the last change
    QString evidence; ///< what was seen, in words
    QString reason; ///< of Failed, Waiting or Stale
    friend bool operator==(const StepRecord &, const StepRecord &) = default;
};

/// The way to the practice's servers, where the system's own is not enough.
struct NetworkSettings {
    QString caFile; ///< absolute, PEM: authorities trusted beside the system's; empty = none
    QUrl proxy; ///< http://host:port or socks5://host:port, with or without a user; empty = the system's
    friend bool operator==(const NetworkSettings &, const NetworkSettings &) = default;
};

/// Clocks that differ by more than a day are set by a person, not shifted by us (SB-045).
inline constexpr std::chrono::seconds kLargestClockOffset = std::chrono::hours{24};

struct Profile {
    QString id; ///< UUID without braces, given once
    QString name; ///< as the person calls it
    QString practiceName;
    QString practiceCode; ///< opaque (EC-012)
    Environment environment = Environment::Sandbox;
    QString vendor = QStringLiteral("generic"); ///< "generic" or "eclinicalworks"

    QUrl fhirBaseUrl; ///< normalised, no trailing slash (EC-003)
    QUrl tokenUrl;
    QString bulkDataVersion = QStringLiteral("2.0.0");
    NetworkSettings network;
    QStringList trustedOrigins; ///< that may see the token beside the FHIR base's own

    QString clientId;
    QString algorithm = QStringLiteral("RS384");
    QString keyId;
    QString keyThumbprint;
    KeyReference key;
    QUrl jwksUrl;
    QStringList scopes;
    /// Added to the assertion's times when a person chose the server's clock; 0 = this computer's (SB-045).
    std::chrono::seconds clockOffset{0};

    Level level = Level::Group;
    GroupChoice group;
    QStringList types;

    int requestsPerMinute = 0; ///< 0 = no limit of ours
    int parallelDownloads = 2;
    QString calendar; ///< "02:30 America/New_York"
    int baselineEveryDays = 30;
    QString outputDirectory; ///< absolute; empty = the home's exports folder

    QMap<Step, StepRecord> steps;
    QString createdAt; ///< ISO 8601, UTC
    bool archived = false;

    friend bool operator==(const Profile &, const Profile &) = default;
};

QString stepName(Step step); ///< stable English word, as stored
QString environmentName(Environment environment); ///< "sandbox" or "production"
std::optional<Environment> environmentFromName(const QString &name);
QString levelName(Level level); ///< "group", "patient" or "system"
QString keyKindName(KeyReference::Kind kind); ///< "none", "keychain", "file", "environment", "credential"
std::optional<KeyReference::Kind> keyKindFromName(const QString &name);
QJsonObject toJson(const Profile &profile);
Profile profileFromJson(const QJsonObject &object); ///< unknown fields are dropped; missing ones get defaults

} // namespace waybill::practices
