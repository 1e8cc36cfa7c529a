// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/authorized_transport.h"
#include "discovery/group_search.h"
#include "flows/export_connection.h"
#include "run/command.h"
#include "run/opened_waybill.h"

namespace waybill::run {

/// `check`: schema, key, discovery, token, Group visible; starts no export. One line for each, in this order.
class CheckCommand : public Command
{
    Q_OBJECT
public:
    explicit CheckCommand(const Invocation &invocation);
    ~CheckCommand() override;
    void start() override;

private:
    void checkToken(const Preparation::Ready &ready);
    void checkGroup(const Preparation::Ready &ready, const auth::AccessToken &token);
    void sayGroup(const Result<discovery::GroupList> &list, const practices::Profile &profile);
    void pass(const QString &what, const QString &seen);
    void leave(const QString &what, const Error &error);

    Invocation m_invocation;
    std::optional<OpenedWaybill> m_opened;
    std::unique_ptr<Preparation> m_preparation;
    SystemClock m_clock;
    ExitCode m_code = ExitCode::Complete;
    std::unique_ptr<flows::ExportConnection> m_connection;
    std::unique_ptr<auth::AuthorizedTransport> m_authorized;
    std::unique_ptr<discovery::GroupSearch> m_groups;
};

} // namespace waybill::run
