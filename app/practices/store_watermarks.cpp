// SPDX-License-Identifier: Apache-2.0
#include "practices/database.h"
#include "practices/rows.h"
#include "practices/store.h"

namespace waybill::practices {
namespace {

const QString kMoved = QStringLiteral("watermark");
const QString kReset = QStringLiteral("watermark-reset");
const QString kSeeded = QStringLiteral("watermark-seeded");

Watermark markOf(const QSqlQuery &row)
{
    return {
        row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), instantFrom(row.value(3))};
}

AuditEntry entryOf(const QSqlQuery &row)
{
    return {instantFrom(row.value(0)), row.value(1).toString(), row.value(2).toString(),
        {row.value(3).toString(), row.value(4).toString()}, row.value(5).toString(), row.value(6).toString(),
        row.value(7).toString(), row.value(8).toString(), row.value(9).toString()};
}

Result<QString> currentValue(const Database &database, const WatermarkKey &key, const QString &type)
{
    auto query = database.run(
        QStringLiteral("SELECT value FROM watermarks WHERE base_url = ? AND grp = ? AND type = ?"),
        {text(key.baseUrl), text(key.group), text(type)});
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

Result<> writeMark(const Database &database, const WatermarkKey &key, const Watermark &mark)
{
    if (mark.value.isEmpty()) {
        return done(
            database.run(QStringLiteral("DELETE FROM watermarks WHERE base_url = ? AND grp = ? AND type = ?"),
                {text(key.baseUrl), text(key.group), text(mark.type)}));
    }
    return done(database.run(
        QStringLiteral("INSERT OR REPLACE INTO watermarks (base_url, grp, type, value, run_id, at_ms) "
                       "VALUES (?, ?, ?, ?, ?, ?)"),
        {text(key.baseUrl), text(key.group), text(mark.type), text(mark.value), text(mark.runId),
            milliseconds(mark.at)}));
}

/// Nothing was ever known of this key: no watermark, no run, no trace of an earlier one.
Result<bool> isUntouched(const Database &database, const WatermarkKey &key)
{
    const QVariantList values{text(key.baseUrl), text(key.group), text(key.baseUrl), text(key.group),
        text(key.baseUrl), text(key.group)};
    auto query =
        database.run(QStringLiteral("SELECT EXISTS (SELECT 1 FROM watermarks WHERE base_url = ? AND grp = ?) "
                                    "OR EXISTS (SELECT 1 FROM runs WHERE base_url = ? AND grp = ?) "
                                    "OR EXISTS (SELECT 1 FROM audit WHERE base_url = ? AND grp = ?)"),
            values);
    if (!query)
        return failure(query.error());
    return query->next() && query->value(0).toInt() == 0;
}

} // namespace

Result<QList<Watermark>> Store::watermarks(const WatermarkKey &key) const
{
    return all<Watermark>(m_database->run(QStringLiteral("SELECT type, value, run_id, at_ms FROM watermarks "
                                                         "WHERE base_url = ? AND grp = ? ORDER BY type"),
                              {text(key.baseUrl), text(key.group)}),
        markOf);
}

Result<> Store::moveWatermark(
    const WatermarkKey &key, const Watermark &mark, const QString &who, const QString &why)
{
    return transact([&]() -> Result<> {
        const Result<QString> old = currentValue(*m_database, key, mark.type);
        if (!old)
            return failure(old.error());
        if (const Result<> written = writeMark(*m_database, key, mark); !written)
            return written;
        return addAudit({mark.at, who, mark.value.isEmpty() ? kReset : kMoved, key, mark.type, *old,
            mark.value, mark.runId, why});
    });
}

Result<bool> Store::seedWatermarks(const WatermarkKey &key, const QList<Watermark> &marks, const QString &why)
{
    bool seeded = false;
    const Result<> result = transact([&]() -> Result<> {
        const Result<bool> untouched = isUntouched(*m_database, key);
        if (!untouched || !*untouched || marks.isEmpty())
            return untouched ? Result<>() : failure(untouched.error());
        for (const Watermark &mark : marks) {
            if (const Result<> written = writeMark(*m_database, key, mark); !written)
                return written;
            const Result<> audited = addAudit({mark.at, QStringLiteral("waybill"), kSeeded, key, mark.type,
                {}, mark.value, mark.runId, why});
            if (!audited)
                return audited;
        }
        seeded = true;
        return {};
    });
    return result ? Result<bool>(seeded) : failure(result.error());
}

Result<> Store::addAudit(const AuditEntry &entry)
{
    return done(m_database->run(
        QStringLiteral(
            "INSERT INTO audit (at_ms, who, what, base_url, grp, type, old_value, new_value, run_id, "
            "why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {milliseconds(entry.at), text(entry.who), text(entry.what), text(entry.key.baseUrl),
            text(entry.key.group), text(entry.type), text(entry.from), text(entry.to), text(entry.runId),
            text(entry.why)}));
}

Result<QList<AuditEntry>> Store::audit(const WatermarkKey &key, int limit) const
{
    return all<AuditEntry>(
        m_database->run(
            QStringLiteral("SELECT at_ms, who, what, base_url, grp, type, old_value, new_value, run_id, why "
                           "FROM audit WHERE base_url = ? AND grp = ? ORDER BY number DESC LIMIT ?"),
            {text(key.baseUrl), text(key.group), limit}),
        entryOf);
}

} // namespace waybill::practices
