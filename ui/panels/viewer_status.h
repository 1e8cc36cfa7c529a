// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/viewer_presenter.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class ElidedLabel;
class PlainLabel;
class StateBadge;

/// Bottom of the viewer: how far the index is, how much is there, what is odd.
class ViewerStatus : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerStatus(QWidget *parent = nullptr);

    void render(const ViewerState &state);

Q_SIGNALS:
    void cancelRequested();
    void continueRequested();
    void nextProblemRequested();

private:
    void renderProgress(const ViewerState &state);
    void renderProblems(const ViewerState &state);

    StateBadge *m_badge = nullptr;
    PlainLabel *m_size = nullptr;
    ElidedLabel *m_remarks = nullptr;
    QPushButton *m_problems = nullptr;
    PlainLabel *m_work = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    bool m_canContinue = false;
};

} // namespace waybill::ui
