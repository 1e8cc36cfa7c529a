// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/page_presenter.h"

namespace waybill::ui {

class EnvironmentPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    enum class Choice { BuiltIn, Sandbox, Production };
    struct State {
        PageFrame frame;
        Choice choice = Choice::BuiltIn;
        QString name;
        bool settled = false; ///< the environment cannot be changed any more
        bool canDuplicate = false; ///< there is a set-up worth having twice
        QString evidence;
        QString otherEnvironment; ///< "production" or "sandbox": for the button that sets it up there too
        friend bool operator==(const State &, const State &) = default;
    };

    explicit EnvironmentPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    void choose(Choice choice);
    void setName(const QString &name);
    void primary() override;
    void duplicate(bool otherEnvironment);

Q_SIGNALS:
    void stateChanged(const waybill::ui::EnvironmentPagePresenter::State &state);

private:
    void refresh();
    State m_state;
    QString m_proposal; ///< the name we filled in; replaced as long as nobody touched it
};

} // namespace waybill::ui
