// SPDX-License-Identifier: Apache-2.0
#include "panels/export_monitor_panel.h"

#include "models/formatting.h"
#include "panels/confirm.h"
#include "widgets/busy_indicator.h"
#include "widgets/countdown_ring.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/poll_strip.h"
#include "widgets/section_card.h"
#include "widgets/state_badge.h"
#include "widgets/step_row.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

namespace waybill::ui {
namespace {

constexpr int kBarSteps = 1000; ///< a bar's steps are 32-bit; bytes are not

} // namespace

ExportMonitorPanel::ExportMonitorPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("exportMonitor"));
    m_empty = new EmptyState(Glyph::Hourglass, tr("No export yet"), {}, this);
    m_launch = m_empty->addButton(tr("Go to the launch step"), Glyph::Play);
    m_launch->setObjectName(QStringLiteral("goToLaunch"));
    connect(m_launch, &QPushButton::clicked, this, &ExportMonitorPanel::launchRequested);
    m_stack->addWidget(m_empty);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    m_card = new SectionCard({}, page);
    fillCard();
    column->addWidget(m_card);
    column->addStretch(1);
    scroll->setWidget(page);
    m_stack->addWidget(scroll);
    setEmptyHint({}, false);
}

void ExportMonitorPanel::fillCard()
{
    m_badge = new StateBadge(m_card);
    m_badge->setObjectName(QStringLiteral("exportPhase"));
    m_card->addToHeader(m_badge);
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::kMedium);
    m_sentence = new PlainLabel({}, TextRole::Body, m_card);
    m_sentence->setObjectName(QStringLiteral("exportSentence"));
    m_sentence->wrap();
    body->addWidget(m_sentence);
    m_problem = new InlineMessage(m_card);
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    connect(m_problem, &InlineMessage::actionTriggered, this, [this] {
        if (m_state.actions.settleDuplicate)
            Q_EMIT settleDuplicateRequested();
        else
            Q_EMIT goOnRequested();
    });
    body->addWidget(m_problem);

    m_live = new QWidget(m_card);
    auto *live = new QHBoxLayout(m_live);
    live->setContentsMargins(0, 0, 0, 0);
    live->setSpacing(space::kXLarge);
    m_serverPart = makeServerPart();
    m_countdownPart = makeCountdownPart();
    live->addWidget(m_serverPart, 3);
    live->addWidget(m_countdownPart, 2);
    body->addWidget(m_live);
    m_downloadPart = makeDownloadPart();
    body->addWidget(m_downloadPart);

    m_steps = new StepRow(m_card);
    m_steps->setObjectName(QStringLiteral("exportSteps"));
    body->addWidget(m_steps);
    body->addWidget(makePollPart());
    m_watermark = new PlainLabel({}, TextRole::Body, m_card);
    m_watermark->setObjectName(QStringLiteral("exportWatermark"));
    m_watermark->wrap();
    m_watermark->setCopyable(true);
    body->addWidget(m_watermark);
    m_notes = new PlainLabel({}, TextRole::Small, m_card);
    m_notes->setObjectName(QStringLiteral("exportNotes"));
    m_notes->setMuted(true);
    m_notes->wrap();
    m_notes->setCopyable(true);
    body->addWidget(m_notes);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::kSmall);
    fillActions(*actions);
    body->addLayout(actions);
}

QWidget *ExportMonitorPanel::makeServerPart()
{
    auto *part = new QWidget(m_card);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTight);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("What the server reports"), TextRole::Strong, part));
    head->addStretch(1);
    m_busy = new BusyIndicator(part);
    head->addWidget(m_busy);
    column->addLayout(head);
    m_bar = new QProgressBar(part);
    m_bar->setObjectName(QStringLiteral("serverProgress"));
    m_bar->setAccessibleName(tr("Progress reported by the server"));
    m_bar->setTextVisible(false);
    column->addWidget(m_bar);
    m_caption = new PlainLabel({}, TextRole::Small, part);
    m_caption->setObjectName(QStringLiteral("serverCaption"));
    m_caption->setMuted(true);
    m_caption->wrap();
    column->addWidget(m_caption);
    m_serverWords = new PlainLabel({}, TextRole::Mono, part);
    m_serverWords->setObjectName(QStringLiteral("serverWords"));
    m_serverWords->wrap();
    m_serverWords->setCopyable(true);
    column->addWidget(m_serverWords);
    column->addStretch(1);
    return part;
}

QWidget *ExportMonitorPanel::makeDownloadPart()
{
    auto *part = new QWidget(m_card);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTight);
    column->addWidget(new PlainLabel(tr("What is here"), TextRole::Strong, part));
    m_downloadBar = new QProgressBar(part);
    m_downloadBar->setObjectName(QStringLiteral("downloadProgress"));
    m_downloadBar->setAccessibleName(tr("Downloaded"));
    m_downloadBar->setRange(0, kBarSteps);
    m_downloadBar->setTextVisible(false);
    column->addWidget(m_downloadBar);
    m_downloadText = new PlainLabel({}, TextRole::Small, part);
    m_downloadText->setObjectName(QStringLiteral("downloadText"));
    m_downloadText->setMuted(true);
    column->addWidget(m_downloadText);
    return part;
}

QWidget *ExportMonitorPanel::makeCountdownPart()
{
    auto *part = new QWidget(m_card);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kMedium);
    m_ring = new CountdownRing(part);
    m_ring->setObjectName(QStringLiteral("countdownRing"));
    row->addWidget(m_ring, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::kTight);
    m_nextText = new PlainLabel({}, TextRole::Strong, part);
    m_nextText->setObjectName(QStringLiteral("nextCheck"));
    column->addWidget(m_nextText);
    m_nextReason = new PlainLabel({}, TextRole::Small, part);
    m_nextReason->setObjectName(QStringLiteral("nextCheckReason"));
    m_nextReason->setMuted(true);
    m_nextReason->wrap();
    column->addWidget(m_nextReason);
    m_pollNow = new QPushButton(icon(Glyph::Refresh), tr("Check &now"), part);
    m_pollNow->setObjectName(QStringLiteral("checkNow"));
    connect(m_pollNow, &QPushButton::clicked, this, &ExportMonitorPanel::askPollNow);
    column->addWidget(m_pollNow, 0, Qt::AlignLeft);
    column->addStretch(1);
    row->addLayout(column, 1);
    return part;
}

QWidget *ExportMonitorPanel::makePollPart()
{
    auto *part = new QWidget(m_card);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTight);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Status requests"), TextRole::Strong, part));
    head->addStretch(1);
    m_token = new PlainLabel({}, TextRole::Small, part);
    m_token->setObjectName(QStringLiteral("tokenValidity"));
    m_token->setMuted(true);
    head->addWidget(m_token);
    column->addLayout(head);
    m_strip = new PollStrip(pollText, part);
    m_strip->setObjectName(QStringLiteral("pollStrip"));
    connect(m_strip, &PollStrip::tickChosen, this, &ExportMonitorPanel::showTick);
    column->addWidget(m_strip);
    m_tickText = new PlainLabel({}, TextRole::Small, part);
    m_tickText->setObjectName(QStringLiteral("pollDetail"));
    m_tickText->setMuted(true);
    m_tickText->wrap();
    column->addWidget(m_tickText);
    return part;
}

QPushButton *ExportMonitorPanel::addAction(QHBoxLayout &row, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, m_card);
    button->setObjectName(name);
    row.addWidget(button);
    return button;
}

void ExportMonitorPanel::fillActions(QHBoxLayout &row)
{
    m_cancel = addAction(row, tr("&Cancel on the server…"), QStringLiteral("cancelOnServer"));
    connect(m_cancel, &QPushButton::clicked, this, &ExportMonitorPanel::askCancel);
    m_pause = addAction(row, tr("&Pause downloads"), QStringLiteral("pauseDownloads"));
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(m_state.actions.pause); });
    m_release = addAction(row, tr("Let the server delete its files…"), QStringLiteral("releaseFiles"));
    connect(m_release, &QPushButton::clicked, this, [this] {
        confirm(this, tr("Let the server delete its files?"),
            tr("All files are here and verified. The server is told that it may delete its copies; they "
               "cannot be fetched again."),
            tr("Delete them there"), [this] { Q_EMIT releaseRequested(); });
    });
    m_accept = addAction(row, tr("&Accept the errors…"), QStringLiteral("acceptErrors"));
    connect(m_accept, &QPushButton::clicked, this, [this] {
        askReason(this, tr("Accept an export with errors"),
            tr("The server reported errors, so the watermark stayed. Accepting lets it move: the next export "
               "will not ask for this span again."),
            tr("Move the watermark"), [this](const QString &why) { Q_EMIT acceptErrorsRequested(why); });
    });
    row.addStretch(1);
    m_again = addAction(row, tr("&Start another export…"), QStringLiteral("launchAgain"));
    connect(m_again, &QPushButton::clicked, this, &ExportMonitorPanel::launchRequested);
    m_goOn = addAction(row, {}, QStringLiteral("goOn"));
    connect(m_goOn, &QPushButton::clicked, this, &ExportMonitorPanel::goOnRequested);
    m_open = addAction(row, tr("&Open in the viewer"), QStringLiteral("openInViewer"));
    connect(m_open, &QPushButton::clicked, this, &ExportMonitorPanel::openFilesRequested);
}

void ExportMonitorPanel::setEmptyHint(const QString &text, bool canLaunch)
{
    m_empty->setTexts(tr("No export yet"), text);
    m_launch->setVisible(canLaunch);
}

void ExportMonitorPanel::render(const MonitorState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_stack->setCurrentIndex(state.runId.isEmpty() ? 0 : 1);
    if (state.runId.isEmpty())
        return;
    m_card->setTitle(state.title);
    m_card->setSubtitle(state.subtitle);
    m_card->setToolTip(plainToolTip(state.subtitleTip));
    m_badge->setState(state.tone, state.phase);
    m_sentence->setText(state.sentence);
    m_sentence->setVisible(!state.sentence.isEmpty());
    renderProblem(state);
    renderServer(state.report);
    renderCountdown(state.countdown, state.actions);
    renderDownload(state.download);
    m_live->setVisible(state.report.shown || state.countdown.shown);
    QList<StepRow::Station> stations;
    for (const MonitorStep &step : state.steps)
        stations.append({step.name, step.look, step.detail});
    m_steps->setStations(stations);
    m_strip->setPolls(state.polls, state.pollSummary);
    showTick(m_strip->chosen());
    m_token->setText(state.tokenText);
    m_watermark->setText(state.watermarkText);
    m_watermark->setVisible(!state.watermarkText.isEmpty());
    m_notes->setText(state.notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!state.notes.isEmpty());
    renderActions(state.actions);
}

void ExportMonitorPanel::renderServer(const ServerReport &report)
{
    m_serverPart->setVisible(report.shown);
    if (!report.shown) {
        m_busy->setBusy(false);
        return;
    }
    m_busy->setBusy(report.working, tr("The server is working"));
    m_bar->setRange(0, report.percent ? 100 : 0); // 0..0: busy, because nobody said a number (BD-066)
    m_bar->setValue(report.percent ? report.bar : -1);
    m_caption->setText(report.caption);
    m_serverWords->setText(report.words);
    m_serverWords->setVisible(!report.words.isEmpty());
}

void ExportMonitorPanel::renderDownload(const DownloadReport &report)
{
    m_downloadPart->setVisible(report.shown);
    m_downloadBar->setValue(static_cast<int>(std::lround(report.fraction * kBarSteps)));
    m_downloadText->setText(report.text);
}

void ExportMonitorPanel::renderCountdown(const PollCountdown &countdown, const MonitorActions &actions)
{
    m_countdownPart->setVisible(countdown.shown);
    m_ring->setTime(countdown.left, countdown.span);
    m_nextText->setText(countdown.text);
    m_nextText->setToolTip(plainToolTip(countdown.atLocal));
    m_nextReason->setText(countdown.reason);
    m_pollNow->setVisible(actions.pollNow);
}

void ExportMonitorPanel::renderProblem(const MonitorState &state)
{
    m_problem->setAction(!state.problem     ? QString()
            : state.actions.settleDuplicate ? tr("What can be &done…")
            : state.actions.goOn            ? state.actions.goOnText
                                            : QString());
    if (state.problem)
        m_problem->showError(*state.problem);
    else
        m_problem->clear();
}

void ExportMonitorPanel::renderActions(const MonitorActions &actions)
{
    m_cancel->setVisible(actions.cancel);
    m_pause->setVisible(actions.pause || actions.resume);
    m_pause->setText(actions.resume ? tr("&Resume downloads") : tr("&Pause downloads"));
    m_accept->setVisible(actions.acceptErrors);
    m_release->setVisible(actions.release);
    m_open->setVisible(actions.openFiles);
    m_again->setVisible(actions.launch);
    makePrimary(*m_open, m_state.finished);
    m_goOn->setVisible(actions.goOn && !m_state.problem); // otherwise the message has the button
    m_goOn->setText(actions.goOnText);
}

void ExportMonitorPanel::askPollNow()
{
    if (!m_state.actions.pollNowIsEarly) {
        Q_EMIT pollNowRequested();
        return;
    }
    confirm(this, tr("Ask before the server wants to be asked?"),
        tr("The next check is due in %1: %2. Asking earlier can get this client blocked for a while.")
            .arg(clockText(m_state.countdown.left), m_state.countdown.reason),
        tr("Check now"), [this] { Q_EMIT pollNowRequested(); });
}

void ExportMonitorPanel::askCancel()
{
    confirm(this, tr("Cancel this export on the server?"),
        tr("The server is asked to delete the job (DELETE). What it has prepared is lost; files that are "
           "already here stay. The watermark does not move."),
        tr("Cancel on the server"), [this] { Q_EMIT cancelRequested(); });
}

void ExportMonitorPanel::showTick(int index)
{
    const bool valid = index >= 0 && index < m_state.polls.size();
    m_tickText->setText(valid ? pollText(m_state.polls.at(index)) : m_state.pollSummary);
}

} // namespace waybill::ui
