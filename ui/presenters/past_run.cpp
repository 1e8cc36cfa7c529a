// SPDX-License-Identifier: Apache-2.0
#include "presenters/past_run.h"

#include "flows/run_facts.h"

#include <algorithm>

namespace waybill::ui {
namespace {

flows::FileProgress fileOf(const practices::FileRecord &record)
{
    flows::FileProgress file;
    file.number = record.number;
    file.kind = record.kind;
    file.type = record.type;
    file.name = record.name;
    file.state = record.state;
    file.received = {record.bytes};
    file.lines = record.lines;
    file.expectedCount = record.expectedCount;
    file.problemCount = record.problemCount;
    file.sha256 = record.sha256;
    file.reason = record.reason;
    return file;
}

/// Files of a kind stand together, those of the export first, as while it ran.
bool comesFirst(const flows::FileProgress &a, const flows::FileProgress &b)
{
    return a.kind != b.kind ? a.kind < b.kind : a.number < b.number;
}

} // namespace

flows::ExportProgress pastRun(const practices::RunRecord &run, const QList<practices::FileRecord> &files,
    const QList<practices::PollTick> &polls, const QString &practiceName)
{
    flows::ExportProgress past;
    past.runId = run.id;
    past.profileId = run.profileId;
    past.practiceName = practiceName;
    past.groupId = run.group.startsWith(QLatin1Char('/')) ? QString() : run.group;
    past.types = flows::typesOf(run);
    past.since = flows::sinceOf(run);
    past.phase = flows::Phase::Finished;
    past.startedAt = run.startedAt.value_or(Instant{});
    past.finishedAt = run.finishedAt;
    past.outcome = run.outcome;
    past.verdict = run.reason;
    past.runDirectory = run.directory;
    past.polls = polls;
    past.pollCount = polls.size();
    for (const practices::FileRecord &file : files)
        past.files.append(fileOf(file));
    std::sort(past.files.begin(), past.files.end(), comesFirst);
    return past;
}

} // namespace waybill::ui
