// SPDX-License-Identifier: Apache-2.0
#include "practices/database.h"
#include "practices/rows.h"
#include "practices/store.h"

namespace waybill::practices {
namespace {

// The columns in the order `runOf` reads them.
const QString kSelect =
    QStringLiteral("SELECT id, base_url, grp, profile_id, batch, place, directory, request, state, phase, "
                   "started_ms, next_poll_ms, finished_ms, outcome, reason, closed FROM runs ");

RunRecord runOf(const QSqlQuery &row)
{
    RunRecord run;
    run.id = row.value(0).toString();
    run.baseUrl = row.value(1).toString();
    run.group = row.value(2).toString();
    run.profileId = row.value(3).toString();
    run.batch = row.value(4).toString();
    run.place = row.value(5).toInt();
    run.directory = row.value(6).toString();
    run.request = jsonFrom(row.value(7));
    run.state = jsonFrom(row.value(8));
    run.phase = row.value(9).toString();
    run.startedAt = optionalInstantFrom(row.value(10));
    run.nextPollAt = optionalInstantFrom(row.value(11));
    run.finishedAt = optionalInstantFrom(row.value(12));
    run.outcome = outcomeFromName(row.value(13).toString());
    run.reason = row.value(14).toString();
    run.closed = row.value(15).toInt() != 0;
    return run;
}

} // namespace

Result<> Store::saveRun(const RunRecord &run)
{
    return done(m_database->run(
        QStringLiteral(
            "INSERT INTO runs (id, base_url, grp, profile_id, batch, place, directory, request, state, "
            "phase, "
            "started_ms, next_poll_ms, finished_ms, outcome, reason, closed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET directory = excluded.directory, request = excluded.request, "
            "state = excluded.state, phase = excluded.phase, started_ms = excluded.started_ms, "
            "next_poll_ms = excluded.next_poll_ms, finished_ms = excluded.finished_ms, "
            "outcome = excluded.outcome, reason = excluded.reason, closed = excluded.closed"),
        {text(run.id), text(run.baseUrl), text(run.group), text(run.profileId), text(run.batch), run.place,
            text(run.directory), json(run.request), json(run.state), text(run.phase),
            milliseconds(run.startedAt), milliseconds(run.nextPollAt), milliseconds(run.finishedAt),
            run.outcome ? QVariant(outcomeName(*run.outcome)) : QVariant(), text(run.reason),
            run.closed ? 1 : 0}));
}

Result<std::optional<RunRecord>> Store::run(const QString &id) const
{
    return first<RunRecord>(m_database->run(kSelect + QStringLiteral("WHERE id = ?"), {text(id)}), runOf);
}

Result<QList<RunRecord>> Store::runs(const WatermarkKey &key, int limit) const
{
    return all<RunRecord>(
        m_database->run(kSelect + QStringLiteral("WHERE base_url = ? AND grp = ? ORDER BY id DESC LIMIT ?"),
            {text(key.baseUrl), text(key.group), limit}),
        runOf);
}

Result<QList<RunRecord>> Store::allRuns(int limit) const
{
    return all<RunRecord>(
        m_database->run(kSelect + QStringLiteral("ORDER BY id DESC LIMIT ?"), {limit}), runOf);
}

Result<QList<RunRecord>> Store::openRuns() const
{
    return all<RunRecord>(
        m_database->run(kSelect + QStringLiteral("WHERE closed = 0 ORDER BY batch, place, id")), runOf);
}

Result<QList<RunRecord>> Store::openRuns(const WatermarkKey &key) const
{
    return all<RunRecord>(m_database->run(kSelect
                                  + QStringLiteral("WHERE closed = 0 AND base_url = ? AND grp = ? "
                                                   "ORDER BY batch, place, id"),
                              {text(key.baseUrl), text(key.group)}),
        runOf);
}

Result<> Store::removeRun(const QString &id)
{
    return done(
        m_database->run(QStringLiteral("DELETE FROM runs WHERE id = ? AND started_ms IS NULL"), {text(id)}));
}

} // namespace waybill::practices
