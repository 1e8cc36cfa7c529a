// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/hand_over_desk.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class HandOverPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    struct Written {
        QString folder;
        QString files; ///< one a line
        QString sha256;
        bool validated = false;
        QString warnings; ///< a line each
        friend bool operator==(const Written &, const Written &) = default;
    };
    struct State {
        PageFrame frame;
        QList<CheckLine> checks;
        QString notValidated; ///< why the bundle will be marked; empty = it will not
        assistant::RunnerKey runnerKey = assistant::RunnerKey::SystemdCredential;
        bool keychainPossible = false;
        QString keyNote; ///< what ops must do for that key
        bool needsPassphrase = false;
        handoff::WatermarkOwner owner = handoff::WatermarkOwner::Ops;
        QString calendar;
        QString parent;
        QString bundleName;
        QString preview;
        std::optional<Written> written;
        friend bool operator==(const State &, const State &) = default;
    };

    explicit HandOverPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    void entered() override;
    void primary() override { submit({}, {}); }
    void submit(const QString &passphrase, const QString &repeated);
    void writeAgain(); ///< after it was written, with other settings
    void setRunnerKey(assistant::RunnerKey key);
    void setOwner(handoff::WatermarkOwner owner);
    void setCalendar(const QString &calendar);
    void setParent(const QString &folder);

Q_SIGNALS:
    void stateChanged(const waybill::ui::HandOverPagePresenter::State &state);
    void closeRequested();

protected:
    void onNoticeAction() override;

private:
    bool isDone() const; ///< handed over, and nobody wants to do it again
    void refresh();
    void showFrame();

    State m_state;
    std::optional<Notice> m_own;
    bool m_again = false;
};

} // namespace waybill::ui
