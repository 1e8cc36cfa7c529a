// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill::ui {

class ClientPage;
class ClientPagePresenter;
class ConnectionPage;
class ConnectionPagePresenter;
class EndpointPage;
class EndpointPagePresenter;
class EnvironmentPage;
class EnvironmentPagePresenter;
class GroupPage;
class GroupPagePresenter;
class HandOverPage;
class HandOverPagePresenter;
class KeyPage;
class KeyPagePresenter;
class LaunchPage;
class LaunchPagePresenter;

/// Joins a page and its presenter: states one way, intents the other. Renders the first state at once.
void wire(EnvironmentPage &page, EnvironmentPagePresenter &presenter);
void wire(KeyPage &page, KeyPagePresenter &presenter);
void wire(EndpointPage &page, EndpointPagePresenter &presenter);
void wire(ClientPage &page, ClientPagePresenter &presenter);
void wire(ConnectionPage &page, ConnectionPagePresenter &presenter);
void wire(GroupPage &page, GroupPagePresenter &presenter);
void wire(LaunchPage &page, LaunchPagePresenter &presenter);
void wire(HandOverPage &page, HandOverPagePresenter &presenter);

} // namespace waybill::ui
