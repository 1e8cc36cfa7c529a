// SPDX-License-Identifier: Apache-2.0
// What happens during a run: its polls and its files.
#include "practices/database.h"
#include "practices/rows.h"
#include "practices/store.h"

namespace waybill::practices {
namespace {

PollTick tickOf(const QSqlQuery &row)
{
    PollTick tick;
    tick.kind = tickKindFromName(row.value(0).toString()).value_or(PollTick::Kind::Running);
    tick.at = instantFrom(row.value(1));
    tick.httpStatus = row.value(2).toInt();
    tick.latency = std::chrono::milliseconds{row.value(3).toLongLong()};
    tick.serverText = row.value(4).toString();
    tick.waitReason = row.value(5).toString();
    tick.wait = std::chrono::seconds{row.value(6).toLongLong()};
    return tick;
}

FileRecord fileOf(const QSqlQuery &row)
{
    FileRecord file;
    file.kind = fileKindFromName(row.value(0).toString()).value_or(FileKind::Output);
    file.number = row.value(1).toInt();
    file.type = row.value(2).toString();
    file.name = row.value(3).toString();
    file.state = fileStateFromName(row.value(4).toString()).value_or(FileState::Failed);
    file.bytes = row.value(5).toLongLong();
    file.lines = row.value(6).toLongLong();
    if (!row.value(7).isNull())
        file.expectedCount = row.value(7).toLongLong();
    file.problemCount = row.value(8).toLongLong();
    file.sha256 = row.value(9).toString();
    file.reason = row.value(10).toString();
    file.details = jsonFrom(row.value(11));
    return file;
}

QVariant number(std::int64_t value)
{
    return QVariant::fromValue<qlonglong>(value);
}

} // namespace

Result<> Store::addPoll(const QString &runId, const PollTick &tick)
{
    return done(m_database->run(
        QStringLiteral(
            "INSERT INTO polls (run_id, number, kind, at_ms, http_status, latency_ms, server_text, "
            "wait_reason, wait_s) SELECT ?, 1 + COALESCE(MAX(number), 0), ?, ?, ?, ?, ?, ?, ? "
            "FROM polls WHERE run_id = ?"),
        {text(runId), tickKindName(tick.kind), milliseconds(tick.at), tick.httpStatus,
            number(tick.latency.count()), text(tick.serverText), text(tick.waitReason),
            number(tick.wait.count()), text(runId)}));
}

Result<QList<PollTick>> Store::polls(const QString &runId, int last) const
{
    return all<PollTick>(
        m_database->run(
            QStringLiteral(
                "SELECT kind, at_ms, http_status, latency_ms, server_text, wait_reason, wait_s FROM "
                "(SELECT * FROM polls WHERE run_id = ? ORDER BY number DESC LIMIT ?) ORDER BY number"),
            {text(runId), last}),
        tickOf);
}

Result<std::int64_t> Store::pollCount(const QString &runId) const
{
    auto query =
        m_database->run(QStringLiteral("SELECT COUNT(*) FROM polls WHERE run_id = ?"), {text(runId)});
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<> Store::prunePolls(const WatermarkKey &key, int keepRuns)
{
    return done(m_database->run(
        QStringLiteral(
            "DELETE FROM polls WHERE run_id IN (SELECT id FROM runs WHERE base_url = ? AND grp = ? "
            "AND closed = 1 ORDER BY id DESC LIMIT -1 OFFSET ?)"),
        {text(key.baseUrl), text(key.group), keepRuns}));
}

Result<> Store::saveFile(const QString &runId, const FileRecord &file)
{
    return done(m_database->run(
        QStringLiteral("INSERT OR REPLACE INTO files (run_id, kind, number, type, name, state, bytes, lines, "
                       "expected_count, problem_count, sha256, reason, details) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {text(runId), fileKindName(file.kind), file.number, text(file.type), text(file.name),
            fileStateName(file.state), number(file.bytes), number(file.lines),
            file.expectedCount ? number(*file.expectedCount) : QVariant(), number(file.problemCount),
            text(file.sha256), text(file.reason), json(file.details)}));
}

Result<QList<FileRecord>> Store::files(const QString &runId) const
{
    return all<FileRecord>(
        m_database->run(
            QStringLiteral(
                "SELECT kind, number, type, name, state, bytes, lines, expected_count, problem_count, "
                "sha256, reason, details FROM files WHERE run_id = ? "
                "ORDER BY CASE kind WHEN 'output' THEN 0 WHEN 'error' THEN 1 ELSE 2 END, number"),
            {text(runId)}),
        fileOf);
}

Result<> Store::forgetFiles(const QString &runId)
{
    return done(m_database->run(QStringLiteral("DELETE FROM files WHERE run_id = ?"), {text(runId)}));
}

} // namespace waybill::practices
