// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practices/profile.h"

#include <QByteArrayView>

/// waybill.json: what the unattended runner needs to export one practice (design 3.4; the schema is
/// resources/schemas/waybill-1.schema.json). Never holds a secret: the key is a reference (OP-002).
namespace waybill::handoff {

struct Waybill {
    static constexpr int kVersion = 1;
    static inline const QString kSinceWatermark = QStringLiteral("watermark");
    static inline const QString kSinceBaseline = QStringLiteral("baseline");

    struct Practice {
        QString name;
        QString code;
        QString environment; ///< "sandbox", "production" or empty
        friend bool operator==(const Practice &, const Practice &) = default;
    };
    struct Server {
        QUrl fhirBaseUrl; ///< https (http on loopback), no trailing slash
        QUrl tokenUrl; ///< empty = by discovery
        QString bulkDataVersion = QStringLiteral("2.0.0");
        QStringList trustedOrigins; ///< may see the token beside the FHIR base's own origin
        friend bool operator==(const Server &, const Server &) = default;
    };
    struct Client {
        QString clientId;
        QString algorithm; ///< "RS384" or "ES384"
        QString keyId; ///< empty = the key's RFC 7638 thumbprint
        QString keyThumbprint; ///< for ops to check the key by; may be empty
        practices::KeyReference key;
        QUrl jwksUrl;
        QStringList scopes; ///< empty = from the types
        int clockOffset = 0; ///< seconds, added to the assertion's times (SB-045); within a day
        friend bool operator==(const Client &, const Client &) = default;
    };
    struct Export {
        practices::Level level = practices::Level::Group;
        QString groupId; ///< what goes into Group/[groupId]/$export
        QStringList types;
        QString since = kSinceWatermark; ///< "watermark", "baseline" or an instant, verbatim
        friend bool operator==(const Export &, const Export &) = default;
    };
    struct Limits {
        int requestsPerMinute = 0; ///< 0 = none; a waybill for eCW that is silent gets 100
        int parallelDownloads = 2;
        friend bool operator==(const Limits &, const Limits &) = default;
    };
    struct Schedule {
        QString calendar; ///< "02:30 America/New_York"; empty = ops decide
        int baselineEveryDays = 30; ///< 0 = never
        friend bool operator==(const Schedule &, const Schedule &) = default;
    };

    QString name; ///< empty = practice.name
    QString vendor = QStringLiteral("generic");
    Practice practice;
    Server server;
    Client client;
    Export exports;
    QMap<QString, QString> watermarks; ///< type -> the server's own instant, verbatim (BD-033)
    Limits limits;
    Schedule schedule;
    QString outputDirectory = QStringLiteral("exports"); ///< relative to the waybill, or absolute
    QJsonObject unknown; ///< fields we do not know, at their places; written back as they were

    friend bool operator==(const Waybill &, const Waybill &) = default;
};

struct ReadWaybill {
    Waybill waybill;
    QStringList notes; ///< in words: unknown fields, a byte order mark
};

/// Errors name the field's path and, where the text shows it, the line: "server.fhirBaseUrl (line 7)" in
/// `where` (F-120). A newer version than ours is refused.
Result<ReadWaybill> readWaybill(QByteArrayView json);

/// The rules no schema can say as well: https, algorithms, Group id at Group level, instants.
Result<> validate(const Waybill &waybill);

/// Fixed order of fields, two spaces, newline at the end: the same waybill is the same bytes (OP-003).
QByteArray writeWaybill(const Waybill &waybill);

/// A profile as the runner shall see it. `watermarks`: type -> instant verbatim; they seed an empty state
/// once.
Waybill fromProfile(const practices::Profile &profile, const QMap<QString, QString> &watermarks = {});
/// And back (OP-007): everything a waybill carries is taken over into `onto`, the rest stays.
practices::Profile toProfile(const Waybill &waybill, const practices::Profile &onto = {});

/// A waybill on disk: WAYBILL on a command line is a bundle folder or its waybill.json.
struct WaybillFile {
    QString path; ///< absolute, of waybill.json
    QString folder; ///< absolute; relative paths inside the waybill start here
    Waybill waybill;
    QStringList notes;
};
Result<WaybillFile> openWaybill(const QString &folderOrFile);

} // namespace waybill::handoff
