// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/client_page_presenter.h"
#include "presenters/connection_page_presenter.h"
#include "presenters/endpoint_page_presenter.h"
#include "presenters/environment_page_presenter.h"
#include "presenters/group_page_presenter.h"
#include "presenters/hand_over_page_presenter.h"
#include "presenters/key_page_presenter.h"
#include "presenters/launch_page_presenter.h"

/// States as the presenters emit them, for pages without a practice behind them.
namespace waybill::test {

template <typename State>
using Named = QList<std::pair<QString, State>>;

Named<ui::EnvironmentPagePresenter::State> environmentStates();
Named<ui::KeyPagePresenter::State> keyStates();
Named<ui::EndpointPagePresenter::State> endpointStates();
Named<ui::ClientPagePresenter::State> clientStates();
Named<ui::ConnectionPagePresenter::State> connectionStates();
Named<ui::GroupPagePresenter::State> groupStates();
Named<ui::LaunchPagePresenter::State> launchStates();
Named<ui::HandOverPagePresenter::State> handOverStates();

std::shared_ptr<const discovery::EndpointDirectory> someDirectory(int count);
QList<discovery::Group> someGroups();

} // namespace waybill::test
