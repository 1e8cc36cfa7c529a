// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/directory_import.h"

#include <QSet>

namespace waybill::discovery {

/// One published row, before it is judged.
struct RawEntry {
    QString name = {};
    QString code = {}; ///< used when the address holds none
    QStringList aliases = {};
    QString city = {};
    QString state = {};
    QString postalCode = {};
    QString url = {};
    QString status = {};
    QString periodStart = {};
    QString connectionType = {}; ///< empty = not said
    QStringList fhirVersions = {}; ///< empty = not said
    bool organizationInactive = false;
};

/// Turns raw rows into entries with flags, counts and notes. One list, one builder.
class DirectoryBuilder
{
public:
    DirectoryBuilder(const ImportContext &context, DirectoryFormat format);

    void add(const RawEntry &raw);
    void note(const QString &words) { m_directory.notes.append(words); }
    qsizetype size() const { return m_directory.entries.size(); }
    /// True every few thousand rows, when somebody asked to stop.
    bool stopped() const;
    /// An Error when there is not one row.
    Result<EndpointDirectory> finish();

private:
    QString shared(const QString &text);

    const ImportContext &m_context;
    EndpointDirectory m_directory;
    QSet<QString> m_shared; ///< hosts, states, versions: thousands of equal strings kept once
    QSet<QString> m_urls;
    qsizetype m_repeatedUrls = 0;
};

/// The Errors all formats share (F-127).
Failure notAList(const ImportContext &context, const QString &what);
Failure importStopped(const ImportContext &context);

} // namespace waybill::discovery
