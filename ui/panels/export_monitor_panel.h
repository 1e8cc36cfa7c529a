// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/monitor_state.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace waybill::ui {

class BusyIndicator;
class CountdownRing;
class EmptyState;
class InlineMessage;
class PlainLabel;
class PollStrip;
class SectionCard;
class StateBadge;
class StepRow;

/// The card of one run: what the server reports, when we ask next, how it went so far, what can be done.
/// Renders a MonitorState, emits wishes.
class ExportMonitorPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportMonitorPanel(QWidget *parent = nullptr);

    void render(const MonitorState &state);
    /// What stands there without a run; `canLaunch` shows the button.
    void setEmptyHint(const QString &text, bool canLaunch);

Q_SIGNALS:
    void pollNowRequested();
    void cancelRequested();
    void goOnRequested();
    void settleDuplicateRequested();
    void pauseRequested(bool pause);
    void acceptErrorsRequested(const QString &why);
    void releaseRequested();
    void openFilesRequested();
    void launchRequested();

private:
    QWidget *makeServerPart();
    QWidget *makeDownloadPart();
    QWidget *makeCountdownPart();
    QWidget *makePollPart();
    void fillCard();
    void fillActions(QHBoxLayout &row);
    QPushButton *addAction(QHBoxLayout &row, const QString &text, const QString &name);
    void renderServer(const ServerReport &report);
    void renderDownload(const DownloadReport &report);
    void renderCountdown(const PollCountdown &countdown, const MonitorActions &actions);
    void renderProblem(const MonitorState &state);
    void renderActions(const MonitorActions &actions);
    void askPollNow();
    void askCancel();
    void showTick(int index);

    MonitorState m_state;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_launch = nullptr;
    SectionCard *m_card = nullptr;
    StateBadge *m_badge = nullptr;
    PlainLabel *m_sentence = nullptr;
    InlineMessage *m_problem = nullptr;
    QWidget *m_live = nullptr; ///< server part and countdown side by side
    QWidget *m_serverPart = nullptr;
    QProgressBar *m_bar = nullptr;
    BusyIndicator *m_busy = nullptr;
    PlainLabel *m_caption = nullptr;
    PlainLabel *m_serverWords = nullptr;
    QWidget *m_downloadPart = nullptr;
    QProgressBar *m_downloadBar = nullptr;
    PlainLabel *m_downloadText = nullptr;
    QWidget *m_countdownPart = nullptr;
    CountdownRing *m_ring = nullptr;
    PlainLabel *m_nextText = nullptr;
    PlainLabel *m_nextReason = nullptr;
    QPushButton *m_pollNow = nullptr;
    StepRow *m_steps = nullptr;
    PollStrip *m_strip = nullptr;
    PlainLabel *m_tickText = nullptr;
    PlainLabel *m_token = nullptr;
    PlainLabel *m_watermark = nullptr;
    PlainLabel *m_notes = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_release = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_again = nullptr;
};

} // namespace waybill::ui
