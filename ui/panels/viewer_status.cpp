// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_status.h"

#include "panels/viewer_words.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/state_badge.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace waybill::ui {
namespace {

using Phase = ndjson::OpenedState::Phase;

struct Badge {
    Tone tone;
    QString word;
};

Badge badgeOf(const ViewerState &state)
{
    const ndjson::OpenedState &opened = state.opened;
    switch (opened.phase) {
    case Phase::Empty: return {Tone::Neutral, ViewerStatus::tr("nothing open")};
    case Phase::Opening: return {Tone::Waiting, ViewerStatus::tr("opening")};
    case Phase::Indexing:
        return {Tone::Waiting, opened.grew ? ViewerStatus::tr("growing") : ViewerStatus::tr("indexing")};
    case Phase::Cancelled: return {Tone::Warning, ViewerStatus::tr("index stopped")};
    case Phase::Failed: return {Tone::Failure, ViewerStatus::tr("failed")};
    case Phase::Ready: break;
    }
    if (opened.vanished)
        return {Tone::Warning, ViewerStatus::tr("removed")};
    if (opened.reloads > 0)
        return {Tone::Info, ViewerStatus::tr("changed, read anew")};
    if (opened.grew || opened.lastLineOpen)
        return {
            Tone::Waiting, opened.grew ? ViewerStatus::tr("growing") : ViewerStatus::tr("last line open")};
    return {Tone::Ok, ViewerStatus::tr("indexed")};
}

} // namespace

ViewerStatus::ViewerStatus(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    m_badge = new StateBadge(this);
    m_size = new PlainLabel({}, TextRole::Body, this);
    m_remarks = new ElidedLabel(Qt::ElideRight, this);
    m_remarks->setMuted(true);
    m_problems = new QPushButton(this);
    m_problems->setAutoDefault(false);
    m_problems->setToolTip(tr("Go to the next one (F8)"));
    makeQuiet(*m_problems);
    m_work = new PlainLabel({}, TextRole::Small, this);
    m_work->setMuted(true);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    constexpr int kBarWidth = 140;
    constexpr int kBarHeight = 8;
    m_progress->setFixedSize(kBarWidth, kBarHeight);
    m_cancel = new QToolButton(this);
    row->addWidget(m_badge);
    row->addWidget(m_size);
    row->addWidget(m_problems);
    row->addWidget(m_remarks, 1);
    row->addWidget(m_work);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    connect(m_problems, &QPushButton::clicked, this, &ViewerStatus::nextProblemRequested);
    connect(m_cancel, &QToolButton::clicked, this,
        [this] { m_canContinue ? Q_EMIT continueRequested() : Q_EMIT cancelRequested(); });
}

void ViewerStatus::render(const ViewerState &state)
{
    const Badge badge = badgeOf(state);
    m_badge->setState(badge.tone, badge.word);
    const bool open = state.opened.phase != Phase::Empty && state.opened.phase != Phase::Opening;
    m_size->setText(open
            ? QStringLiteral("%1 · %2").arg(linesText(state.opened.lines), sizeText({state.opened.textBytes}))
            : QString());
    m_size->setToolTip(open ? exactSizeText({state.opened.textBytes}) : QString());
    m_remarks->setFullText(state.remarks.join(QStringLiteral(" · ")));
    renderProblems(state);
    renderProgress(state);
}

void ViewerStatus::renderProblems(const ViewerState &state)
{
    QString words;
    if (state.problemCount > 0)
        words =
            state.problemCount == 1 ? tr("1 problem") : tr("%1 problems").arg(countText(state.problemCount));
    else if (state.noteCount > 0)
        words = state.noteCount == 1 ? tr("1 note") : tr("%1 notes").arg(countText(state.noteCount));
    m_problems->setVisible(!words.isEmpty());
    m_problems->setText(words);
    m_problems->setAccessibleName(tr("%1, go to the next one").arg(words));
    const bool bad = state.problemCount > 0;
    m_problems->setIcon(icon(bad ? Glyph::CircleCross : Glyph::Info, bad ? Tone::Failure : Tone::Info));
}

void ViewerStatus::renderProgress(const ViewerState &state)
{
    const bool indexing = state.opened.phase == Phase::Indexing || state.opened.phase == Phase::Opening;
    m_canContinue = state.opened.phase == Phase::Cancelled;
    const double share = indexing ? state.opened.progress : state.checkProgress;
    const bool busy = indexing || state.checking;
    m_work->setVisible(busy);
    m_work->setText(indexing ? tr("index %1 %").arg(static_cast<int>(share * 100))
                             : tr("checking %1 %").arg(static_cast<int>(share * 100)));
    m_progress->setVisible(busy);
    m_progress->setAccessibleName(indexing ? tr("Index progress") : tr("Check progress"));
    m_progress->setValue(static_cast<int>(share * m_progress->maximum()));
    m_cancel->setVisible(indexing || m_canContinue);
    m_cancel->setText(m_canContinue ? tr("Continue") : tr("Cancel"));
    m_cancel->setAccessibleName(m_canContinue ? tr("Continue indexing") : tr("Cancel indexing"));
}

} // namespace waybill::ui
