// SPDX-License-Identifier: Apache-2.0
#include "presenters/downloads_state.h"

#include "models/formatting.h"

#include <QCoreApplication>

#include <cmath>

namespace waybill::ui {
namespace {

using flows::ExportProgress;
using flows::FileState;
using flows::Phase;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Downloads)
};

constexpr double kWorthSaying = 3; ///< seconds left below which an estimate only flickers

QString remaining(const FilesTotal &total)
{
    if (!total.expected || total.bytesPerSecond < 1)
        return {};
    const double seconds =
        static_cast<double>(total.expected->value - total.received.value) / total.bytesPerSecond;
    if (seconds < kWorthSaying)
        return {};
    return Text::tr("about %1 left")
        .arg(durationText(std::chrono::seconds{static_cast<std::int64_t>(std::lround(seconds))}));
}

QString summary(const FilesTotal &total)
{
    QStringList parts = {
        Text::tr("%1 of %2 files verified").arg(countText(total.verified), countText(total.files))};
    if (total.failed > 0)
        parts.append(Text::tr("%n failed", nullptr, static_cast<int>(total.failed)));
    parts.append(total.expected && total.verified < total.files
            ? Text::tr("%1 of %2").arg(sizeText(total.received), sizeText(*total.expected))
            : sizeText(total.received));
    if (total.lines > 0)
        parts.append(Text::tr("%1 lines").arg(countText(total.lines)));
    if (total.problems > 0)
        parts.append(Text::tr("%1 lines with problems").arg(countText(total.problems)));
    for (const QString &part : {rateText(total.bytesPerSecond), remaining(total)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

QString emptyHint(const ExportProgress &progress)
{
    if (progress.runId.isEmpty())
        return Text::tr("Files appear here as soon as an export has some.");
    if (progress.phase == Phase::Finished)
        return Text::tr("This export brought no files.");
    return Text::tr("The server is still preparing them. The list comes with its manifest.");
}

QString stateWithReason(const flows::FileProgress &file, Instant now)
{
    QString text = fileStateWord(file.state);
    if (file.state == FileState::Retrying && file.retryAt)
        text = Text::tr("retrying in %1").arg(clockText(secondsLeft(*file.retryAt, now)));
    return file.reason.isEmpty() ? text : Text::tr("%1: %2", "state, reason").arg(text, file.reason);
}

QString linesText(const flows::FileProgress &file)
{
    if (!file.expectedCount)
        return Text::tr("%1 (the server announced no number)").arg(countText(file.lines));
    if (file.state == FileState::Verified && *file.expectedCount == file.lines)
        return Text::tr("%1, as announced").arg(countText(file.lines));
    return Text::tr("%1 of %2 announced").arg(countText(file.lines), countText(*file.expectedCount));
}

} // namespace

DownloadsState downloadsState(const ExportProgress &progress, const FilesTotal &total, Instant now)
{
    DownloadsState state;
    state.hasFiles = total.files > 0;
    state.folder = progress.runDirectory;
    if (!state.hasFiles) {
        state.emptyHint = emptyHint(progress);
        return state;
    }
    state.summary = summary(total);
    state.fraction = total.fraction();
    if (total.failed > 0) {
        state.tone = Tone::Failure;
        state.state = Text::tr("%n failed", nullptr, static_cast<int>(total.failed));
    } else if (total.verified == total.files) {
        state.tone = Tone::Ok;
        state.state = Text::tr("All verified");
    } else if (progress.problem && progress.problem->code == ErrorCode::DiskFull) {
        state.tone = Tone::Waiting;
        state.state = Text::tr("Paused: disk full");
    } else {
        state.tone = Tone::Accent;
        state.state = Text::tr("Downloading");
    }
    if (progress.manifestExpiresAt && total.verified < total.files) {
        const auto left = secondsLeft(*progress.manifestExpiresAt, now);
        state.expiry = left.count() > 0
            ? Text::tr("The server keeps these files for another %1.").arg(durationText(left))
            : Text::tr("The server's links have expired; Waybill asks for new ones.");
    }
    return state;
}

FileDetail fileDetail(const flows::FileProgress &file, Instant now)
{
    FileDetail detail;
    detail.title = file.name;
    detail.state = stateWithReason(file, now);
    detail.tone =
        file.state == FileState::Verified && file.problemCount > 0 ? Tone::Warning : toneOf(file.state);
    detail.sha256 = file.sha256;
    detail.canOpen = file.state == FileState::Verified;
    detail.lines.append({Text::tr("Size"),
        file.received.value < 1000
            ? exactSizeText(file.received)
            : Text::tr("%1 (%2)").arg(sizeText(file.received), exactSizeText(file.received))});
    detail.lines.append({Text::tr("Lines"), linesText(file)});
    if (file.problemCount > 0)
        detail.lines.append({Text::tr("Lines with problems"), countText(file.problemCount)});
    if (file.attempts > 0)
        detail.lines.append({Text::tr("Attempts"), countText(file.attempts)});
    return detail;
}

} // namespace waybill::ui
