// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/client_page.h"
#include "onboarding/connection_page.h"
#include "onboarding/endpoint_page.h"
#include "onboarding/environment_page.h"
#include "onboarding/group_page.h"
#include "onboarding/hand_over_page.h"
#include "onboarding/key_page.h"
#include "onboarding/launch_page.h"
#include "ui/onboarding/page_states.h"

#include <QToolButton>

#include <functional>

/// Every page of the assistant, one after the other, in each of its states, and with what is folded away
/// opened.
namespace waybill::test {

using Visit = std::function<void(ui::StepPage &page, const QString &name, bool primaryEnabled)>;

/// Opens or closes what is folded away; false: nothing is.
inline bool fold(const QWidget &page, bool open)
{
    bool any = false;
    const auto buttons = page.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->isCheckable() && button->isVisibleTo(&page) && button->isChecked() != open) {
            button->click();
            any = true;
        }
    }
    return any;
}

template <typename Page, typename State>
void parade(Page &page, const Named<State> &states, const QString &name, const Visit &visit)
{
    for (const auto &[word, state] : states) {
        page.render(state);
        visit(page, name + QLatin1Char('-') + word, state.frame.primaryEnabled);
        if (fold(page, true)) {
            visit(
                page, name + QLatin1Char('-') + word + QStringLiteral("-opened"), state.frame.primaryEnabled);
            fold(page, false);
        }
    }
}

/// `visit` shows the page itself; each lives only while its states go by.
inline void paradeOfPages(const Visit &visit)
{
    const auto of = [&visit](auto &&page, const auto &states, const char *name) {
        parade(page, states, QLatin1String(name), visit);
    };
    of(ui::EnvironmentPage(), environmentStates(), "1-environment");
    of(ui::KeyPage(), keyStates(), "2-key");
    ui::EndpointModel practices;
    QList<qsizetype> rows;
    for (qsizetype i = 0; i < 24; ++i)
        rows.append(i);
    practices.setRows(someDirectory(24), rows);
    of(ui::EndpointPage(&practices), endpointStates(), "3-endpoint");
    of(ui::ClientPage(), clientStates(), "4-client");
    of(ui::ConnectionPage(), connectionStates(), "5-connection");
    ui::GroupModel groups;
    groups.setGroups(someGroups(), discovery::ecwPreset());
    of(ui::GroupPage(&groups), groupStates(), "6-group");
    of(ui::LaunchPage(), launchStates(), "7-launch");
    of(ui::HandOverPage(), handOverStates(), "8-hand-over");
}

} // namespace waybill::test
