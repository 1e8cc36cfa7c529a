// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "models/tone.h"

/// What the export monitor shows, as one value. Two things are kept apart on purpose: what the server reports
/// about its work, and when we ask it next (BD-062, BD-064, BD-066).
namespace waybill::ui {

struct MonitorStep {
    QString name;
    StepLook look = StepLook::Todo;
    QString detail; ///< a number or a reason; may be empty
    friend bool operator==(const MonitorStep &, const MonitorStep &) = default;
};

/// The server's own words. `bar` never goes back within a run, although `percent` may (BD-065).
struct ServerReport {
    bool shown = false;
    std::optional<int> percent; ///< as said last; nullopt = it said no number: a busy bar, never a guess
    int bar = 0; ///< 0..100, the highest number so far; only with `percent`
    QString words; ///< X-Progress as sent; empty = it said nothing
    QString caption; ///< "reported by the server", or that it reports nothing
    bool working = false; ///< as far as we know
    friend bool operator==(const ServerReport &, const ServerReport &) = default;
};

struct PollCountdown {
    bool shown = false;
    std::chrono::seconds left{};
    std::chrono::seconds span{}; ///< what the ring runs over
    QString text; ///< "Next check in 1:12"
    QString reason; ///< "the server asked for 120 s (Retry-After)"
    QString atLocal; ///< "at 15:14:07", with the day when it is not today's; said when the wait is long
    friend bool operator==(const PollCountdown &, const PollCountdown &) = default;
};

/// What is on our disk already; ours to know, so it may be counted.
struct DownloadReport {
    bool shown = false;
    double fraction = 0; ///< by bytes when all sizes are known, otherwise by files
    QString text;
    friend bool operator==(const DownloadReport &, const DownloadReport &) = default;
};

struct MonitorActions {
    bool pollNow = false;
    bool pollNowIsEarly = false; ///< ask first (BD-062)
    bool cancel = false;
    bool goOn = false;
    QString goOnText;
    bool settleDuplicate = false; ///< what to do about the job that is in the way (EC-009)
    bool pause = false;
    bool resume = false;
    bool acceptErrors = false;
    bool release = false; ///< tell the server that the files may go (BD-091)
    bool openFiles = false;
    bool launch = false; ///< it ended: another one can be started
    friend bool operator==(const MonitorActions &, const MonitorActions &) = default;
};

struct MonitorState {
    QString runId;
    QString title; ///< practice and Group
    QString subtitle; ///< kind, types, start
    QString subtitleTip; ///< exact instants
    Tone tone = Tone::Neutral;
    QString phase; ///< the badge
    QString sentence; ///< what happens now, or the verdict
    bool finished = false;

    ServerReport report;
    PollCountdown countdown;
    DownloadReport download;
    QList<MonitorStep> steps;
    QString tokenText;
    QList<flows::PollTick> polls;
    QString pollSummary;
    std::optional<Error> problem;
    QStringList notes;
    QString watermarkText;
    MonitorActions actions;
    friend bool operator==(const MonitorState &, const MonitorState &) = default;
};

/// Pure. `highestPercent`: of this run so far. `paused`: a person paused the downloads.
/// `groupName`: what the practice calls the Group; empty = its id is all we know.
MonitorState monitorState(const flows::ExportProgress &progress, Instant now, int highestPercent, bool paused,
    const QString &groupName = {});
/// The server refused for now: the kick-off goes out again later, by itself.
bool isWaitingToStart(const flows::ExportProgress &progress);
/// What becomes of a running job when Waybill is closed, in a line (BD-095).
QString whatGoesOn(const flows::ExportProgress &progress);

/// One poll in words, for the strip's detail line and for screen readers.
QString pollText(const flows::PollTick &tick);
QString phaseWord(const flows::ExportProgress &progress);
QString shortPhaseWord(const flows::ExportProgress &progress); ///< for a row of a list
Tone phaseTone(const flows::ExportProgress &progress);
QString outcomeWord(flows::Outcome outcome);

} // namespace waybill::ui
