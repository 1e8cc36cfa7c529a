// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QList>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <memory>

/// A list of practices and their FHIR base URLs, as a vendor or Lantern publishes it (requirements 3.3
/// to 3.6). A value; the list itself is untrusted (EC-027): choosing a row only starts discovery.
namespace waybill::discovery {

/// Why an entry carries a badge. The first four are hidden unless asked for (EC-025); none is ever dropped.
enum class EntryFlag : quint16 {
    TestLike = 0x01, ///< the name looks like a test or training database
    Inactive = 0x02, ///< Endpoint.status or Organization.active says so
    NonFhir = 0x04, ///< connectionType is not hl7-fhir-rest
    NonR4 = 0x08, ///< stated FHIR versions hold no 4.x
    PatientHost = 0x10, ///< eCW: the patient host; backend apps use the provider host (EC-002)
    OtherHost = 0x20, ///< not a host known to be eCW's (EC-027)
    BadAddress = 0x40, ///< not an https URL (http on loopback)
};
Q_DECLARE_FLAGS(EntryFlags, EntryFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(EntryFlags)
inline constexpr EntryFlags kHiddenByDefault =
    EntryFlags(EntryFlag::TestLike) | EntryFlag::Inactive | EntryFlag::NonFhir | EntryFlag::NonR4;

/// One row: a practice at one endpoint (a brand with two endpoints is two rows, requirements 3.6).
struct EndpointEntry {
    QString name; ///< for display: entities decoded, controls neutralised (EC-026); never empty
    QString rawName; ///< as published
    QStringList aliases; ///< Organization.alias, other names of the same endpoint
    QString code; ///< practice code, opaque (EC-012); may be empty
    QString city;
    QString state;
    QString postalCode;
    QString url; ///< as published, trimmed
    QString host; ///< lower case, from `url`
    QString status; ///< Endpoint.status, may be empty
    QString periodStart; ///< Endpoint.period.start as published, may be empty
    QString fhirVersion; ///< e.g. "4.0.1", may be empty
    EntryFlags flags;
    friend bool operator==(const EndpointEntry &, const EndpointEntry &) = default;
};

QString flagLabel(EntryFlag flag); ///< the badge's few words, translated
QList<EntryFlag> flagsOf(EntryFlags flags); ///< in the enum's order

enum class DirectoryFormat { FhirBundle, Lantern, JsonArray, Csv, UrlList };
QString formatName(DirectoryFormat format); ///< translated, e.g. "FHIR Bundle"

struct EndpointDirectory {
    QList<EndpointEntry> entries; ///< in the order of the source
    DirectoryFormat format = DirectoryFormat::FhirBundle;
    QString source; ///< file name or host and path
    QString importedAt; ///< ISO 8601, UTC
    QString etag; ///< of the answer it came from, for If-None-Match (EC-028)
    QMap<EntryFlag, qsizetype> counts; ///< entries by badge
    qsizetype hidden = 0; ///< entries with any flag of kHiddenByDefault
    QStringList notes; ///< what was odd, in words: duplicates, skipped entries, orphans
    friend bool operator==(const EndpointDirectory &, const EndpointDirectory &) = default;
};

/// What came and went between two lists, by practice code (URL where there is none).
struct DirectoryChange {
    QStringList added;
    QStringList removed;
    QStringList changed; ///< same code, other URL, name or status
};
DirectoryChange changeBetween(const EndpointDirectory &before, const EndpointDirectory &after);

/// EC-028: a list more than 20 % shorter than the last good one is refused; keep the old one then.
Result<DirectoryChange> acceptRefresh(const EndpointDirectory &before, const EndpointDirectory &after);

} // namespace waybill::discovery
