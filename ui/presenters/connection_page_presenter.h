// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/doctor_presenter.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class ConnectionPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    struct Fact {
        QString name;
        QString value;
        friend bool operator==(const Fact &, const Fact &) = default;
    };
    struct State {
        PageFrame frame;
        QList<CheckLine> checks; ///< discovery, a line each as they come in
        QList<Fact> server; ///< what the CapabilityStatement says
        QString changesTitle; ///< "Changed since …"; empty = nothing to compare with
        QStringList changes; ///< what the server says differently
        bool askTokenHost = false; ///< SB-008
        QString fhirHost;
        QString tokenUrl;
        QList<CheckLine> token; ///< what the token test found
        QString grantedScopes; ///< one a line
        QString missingScopes;
        QStringList causes; ///< of a refusal, most likely first (requirements 2.5)
        bool needsPassphrase = false;
        bool canAskForMore = false; ///< scopes that the server does not publish (SB-005)
        QString extraScopes; ///< by blanks
        QString extraNote; ///< what that may do, or why it cannot be
        bool extraRefused = false;
        bool clockOffered = false; ///< to sign with the server's clock (SB-045)
        bool clockShifted = false; ///< … as the person chose
        QString clockNote; ///< what it does and what is better, or why it cannot be
        bool clockRefused = false;
        bool canCheckAgain = false; ///< it is fine; another look is possible
        friend bool operator==(const State &, const State &) = default;
    };

    explicit ConnectionPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    void primary() override;
    void stop() override;
    void checkAgain();
    void askAlsoFor(const QString &scopes);
    void signWithServersClock(bool wanted);
    DoctorPresenter &doctor() { return m_doctor; }
    void unlock(const QString &passphrase);

Q_SIGNALS:
    void stateChanged(const waybill::ui::ConnectionPagePresenter::State &state);

private:
    void refresh();
    void showServer();
    void showToken();
    void showExtraScopes();
    void showClock();
    void showFrame();
    QString busyText() const;
    std::optional<Notice> noticeNow() const;

    State m_state;
    std::optional<Error> m_extraProblem;
    std::optional<Error> m_clockProblem;
    DoctorPresenter m_doctor;
};

} // namespace waybill::ui
