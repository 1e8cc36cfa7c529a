// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/doctor_presenter.h"
#include "widgets/section_card.h"

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class BusyIndicator;
class CauseList;
class CheckList;
class InlineMessage;
class PlainLabel;
class UnlockPanel;

/// The connection doctor on the page: one button, the chain, the causes in order, the trace that folds away.
class DoctorCard final : public SectionCard
{
    Q_OBJECT
public:
    explicit DoctorCard(QWidget *parent = nullptr);
    void render(const DoctorPresenter::State &state);

Q_SIGNALS:
    void runClicked();
    void unlockRequested(const QString &passphrase);
    void saveTraceTo(const QString &path);

private:
    void makeTrace();
    void showTrace();

    DoctorPresenter::State m_state;
    QPushButton *m_run = nullptr;
    InlineMessage *m_verdict = nullptr;
    UnlockPanel *m_unlock = nullptr;
    CauseList *m_causes = nullptr;
    CheckList *m_chain = nullptr;
    QToolButton *m_toggle = nullptr;
    QWidget *m_traceArea = nullptr; ///< made when it is opened first, like all in it
    QPlainTextEdit *m_trace = nullptr;
    PlainLabel *m_note = nullptr;
};

} // namespace waybill::ui
