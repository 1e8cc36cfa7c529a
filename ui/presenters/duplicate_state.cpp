// SPDX-License-Identifier: Apache-2.0
#include "presenters/duplicate_state.h"

#include "models/formatting.h"

#include <QCoreApplication>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DuplicateDialog)
};

QString lineOf(const flows::KnownJob &job, Instant now)
{
    QStringList parts;
    if (job.startedAt)
        parts.append(Text::tr("started %1").arg(momentText(*job.startedAt, now)));
    parts.append(job.since.isEmpty() ? Text::tr("everything") : Text::tr("since %1").arg(job.since));
    parts.append(job.types.isEmpty() ? Text::tr("all types") : job.types.join(QStringLiteral(", ")));
    if (job.givenUp)
        parts.append(Text::tr("given up here"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DuplicateState duplicateState(const flows::DuplicateAdvice &advice, Instant now)
{
    DuplicateState state;
    for (const flows::KnownJob &job : advice.jobs)
        state.jobs.append({job.runId, lineOf(job, now)});
    state.jobsText = state.jobs.isEmpty()
        ? Text::tr("Waybill knows no job of this Group that may still be running. Somebody else may have "
                   "started it: another machine, another program.")
        : Text::tr(
            "Waybill still has the status URL of these jobs. It goes on with the chosen one, fetches its "
            "files and sends no new request for an export.");
    state.tryAgainAt = advice.tryAgainAt;
    state.tryText = advice.tryAgainAt <= now
        ? Text::tr("&Try again now")
        : Text::tr("Wait and &try again %1").arg(momentText(advice.tryAgainAt, now));
    state.tryWhy = advice.serverNamedIt
        ? Text::tr("The server named this time. Nothing is sent until then.")
        : Text::tr("The server named no time; an hour is our guess. Nothing is sent until then.");
    state.supportText = advice.supportText;
    return state;
}

} // namespace waybill::ui
