// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/client_desk.h"
#include "presenters/milestones_presenter.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class ClientPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    struct State {
        PageFrame frame;
        assistant::Registration registration = assistant::Registration::JwksUrl;
        QString clientId;
        QString jwksUrl;
        QString jwks; ///< the public set to register, whole
        bool canRegisterHere = false; ///< the built-in sandbox registers by itself
        bool urlOnly = false; ///< eCW takes nothing but a URL (SB-029)
        QString whatToDo; ///< the portal's part, in words
        QList<CheckLine> hosted; ///< what lies at the JWKS URL
        bool canCheckHosted = false;
        bool watching = false; ///< it is looked at again by itself
        bool canWatch = false; ///< something is wrong with what lies there
        bool mayInsist = false; ///< the client id serves the other environment (EC-008)
        QString waiting; ///< "Waiting for eClinicalWorks since …"
        friend bool operator==(const State &, const State &) = default;
    };

    explicit ClientPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    MilestonesPresenter &milestones() { return m_milestones; }
    void entered() override;
    void leaving() override;
    void primary() override;
    void stop() override;
    void setRegistration(assistant::Registration registration);
    void setClientId(const QString &id);
    void setJwksUrl(const QString &url);
    void registerHere();
    void checkHosted();
    void watchHosted(bool on);
    void waitForOthers();

Q_SIGNALS:
    void stateChanged(const waybill::ui::ClientPagePresenter::State &state);

protected:
    void onNoticeAction() override;

private:
    assistant::ClientChoice choice(bool insist) const;
    void refresh();
    void showFrame(const assistant::ClientDeskState &desk);
    void accept(bool insist);

    State m_state;
    MilestonesPresenter m_milestones;
    QString m_shownClientId; ///< the profile's, as last shown: a registration by us replaces what was typed
};

} // namespace waybill::ui
