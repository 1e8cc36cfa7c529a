// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/manifest.h"

#include <QJsonValue>
#include <QSet>

namespace waybill::exports {

struct LinkReading {
    QUrl url; ///< absolute, http(s); empty with a problem
    QString problem;
    bool wasRelative = false;
    bool wasEscaped = false; ///< `&amp;` became `&`
};
/// One link of a manifest (BD-104, BD-105, F-053). Links to other schemes and with credentials are refused.
LinkReading readLink(const QJsonValue &value, const ManifestOptions &options);

/// Reads the lists of a manifest entry by entry; one bad entry does not spoil the others.
class EntryReader
{
public:
    EntryReader(ManifestOptions options, Manifest &manifest);
    void read(practices::FileKind kind, const QJsonValue &list);

private:
    ManifestFile readEntry(practices::FileKind kind, const QJsonValue &value, int number);
    void readType(const QJsonObject &entry, ManifestFile &file);
    std::optional<std::int64_t> readCount(const QJsonObject &entry, const QString &name);
    void noteOnce(const QString &note);

    ManifestOptions m_options;
    Manifest &m_manifest;
    QSet<QUrl> m_seen;
};

} // namespace waybill::exports
