// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/resource_ledger.h"

#include <QMap>
#include <QString>

#include <functional>

namespace waybill::ndjson {

struct CodeCount {
    QString type; ///< resource type
    QString system;
    QString code;
    QString display; ///< the first one met
    std::int64_t count = 0;
    friend bool operator==(const CodeCount &, const CodeCount &) = default;
};

/// Goes over the lines of a run once and counts what an engineer asks first. Lines that are not resources are
/// stepped over: the check tells of them. One thread.
class RunStatistics
{
public:
    /// One whole line.
    void add(int file, LineNumber number, QByteArrayView line);

    const QMap<QString, std::int64_t> &types() const { return m_types; }
    /// By the day of meta.lastUpdated, as the server wrote it ("2026-06-01").
    const QMap<QString, std::int64_t> &days() const { return m_days; }
    std::int64_t withoutDay() const { return m_withoutDay; }
    QList<CodeCount> topCodes(qsizetype most) const;
    bool codesComplete() const { return m_codesComplete; } ///< false: rare codes were left out
    const ResourceLedger &ledger() const { return m_ledger; }

private:
    struct Parts;
    void addCode(QByteArrayView type, QByteArrayView value);

    QMap<QString, std::int64_t> m_types;
    QMap<QString, std::int64_t> m_days;
    std::int64_t m_withoutDay = 0;
    QHash<QByteArray, CodeCount> m_codes; ///< by type, system and code
    bool m_codesComplete = true;
    ResourceLedger m_ledger;
};

/// Every `"reference":"Type/id"` of a line, also in contained resources: relative literal references only, as
/// another server's resources are not expected in the files.
void forEachReference(
    QByteArrayView line, const std::function<void(QByteArrayView type, QByteArrayView id)> &tell);

} // namespace waybill::ndjson
