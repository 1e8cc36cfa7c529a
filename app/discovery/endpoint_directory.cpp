// SPDX-License-Identifier: Apache-2.0
#include "discovery/endpoint_directory.h"

#include "discovery/words.h"

#include <QHash>
#include <QSet>

namespace waybill::discovery {
namespace {

constexpr double kLargestLoss = 0.20; // EC-028

QString keyOf(const EndpointEntry &entry)
{
    return entry.code.isEmpty() ? entry.url : entry.code;
}

} // namespace

QString flagLabel(EntryFlag flag)
{
    switch (flag) {
    case EntryFlag::TestLike: return Words::tr("test system?");
    case EntryFlag::Inactive: return Words::tr("not active");
    case EntryFlag::NonFhir: return Words::tr("not FHIR REST");
    case EntryFlag::NonR4: return Words::tr("not FHIR R4");
    case EntryFlag::PatientHost: return Words::tr("patient host");
    case EntryFlag::OtherHost: return Words::tr("unknown host");
    case EntryFlag::BadAddress: return Words::tr("unusable address");
    }
    Q_UNREACHABLE();
}

QList<EntryFlag> flagsOf(EntryFlags flags)
{
    QList<EntryFlag> found;
    for (const EntryFlag flag : {EntryFlag::TestLike, EntryFlag::Inactive, EntryFlag::NonFhir,
             EntryFlag::NonR4, EntryFlag::PatientHost, EntryFlag::OtherHost, EntryFlag::BadAddress}) {
        if (flags.testFlag(flag))
            found.append(flag);
    }
    return found;
}

QString formatName(DirectoryFormat format)
{
    switch (format) {
    case DirectoryFormat::FhirBundle: return Words::tr("FHIR Bundle");
    case DirectoryFormat::Lantern: return Words::tr("Lantern list");
    case DirectoryFormat::JsonArray: return Words::tr("JSON list");
    case DirectoryFormat::Csv: return Words::tr("CSV table");
    case DirectoryFormat::UrlList: return Words::tr("list of addresses");
    }
    Q_UNREACHABLE();
}

DirectoryChange changeBetween(const EndpointDirectory &before, const EndpointDirectory &after)
{
    QHash<QString, const EndpointEntry *> old;
    for (const EndpointEntry &entry : before.entries)
        old.insert(keyOf(entry), &entry);
    DirectoryChange change;
    QSet<QString> seen;
    for (const EndpointEntry &entry : after.entries) {
        const QString key = keyOf(entry);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        const EndpointEntry *was = old.take(key);
        if (was == nullptr)
            change.added.append(key);
        else if (was->url != entry.url || was->rawName != entry.rawName || was->status != entry.status)
            change.changed.append(key);
    }
    change.removed = old.keys();
    change.removed.sort();
    return change;
}

Result<DirectoryChange> acceptRefresh(const EndpointDirectory &before, const EndpointDirectory &after)
{
    const auto had = static_cast<double>(before.entries.size());
    const auto has = static_cast<double>(after.entries.size());
    if (has < had * (1 - kLargestLoss)) {
        return failure(ErrorCode::ProtocolMismatch,
            Words::tr("The new list has only %1 practices; the one from %2 has %3.")
                .arg(after.entries.size())
                .arg(before.importedAt)
                .arg(before.entries.size()),
            after.source, Words::tr("The old list is kept. Import the new one from a file if it is right."));
    }
    return changeBetween(before, after);
}

} // namespace waybill::discovery
