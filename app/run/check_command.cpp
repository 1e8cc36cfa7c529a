// SPDX-License-Identifier: Apache-2.0
#include "run/check_command.h"

#include "auth/scopes.h"
#include "discovery/group.h"
#include "run/output.h"

namespace waybill::run {

CheckCommand::CheckCommand(const Invocation &invocation)
    : m_invocation(invocation)
{
}

CheckCommand::~CheckCommand() = default;

void CheckCommand::pass(const QString &what, const QString &seen)
{
    printLine(QStringLiteral("ok      %1: %2").arg(what, seen));
}

void CheckCommand::leave(const QString &what, const Error &error)
{
    printLine(QStringLiteral("failed  %1: %2").arg(what, error.what));
    logError(error);
    Q_EMIT finished(exitCodeOf(error));
}

void CheckCommand::start()
{
    auto opened = openWaybill(m_invocation.waybill, m_invocation.state);
    if (!opened) {
        leave(tr("waybill"), opened.error());
        return;
    }
    m_opened = std::move(*opened);
    pass(tr("waybill"), m_opened->file.waybill.practice.name);
    m_preparation = std::make_unique<Preparation>(m_opened->profile, m_opened->file.folder);
    connect(m_preparation.get(), &Preparation::ready, this, &CheckCommand::checkToken);
    connect(m_preparation.get(), &Preparation::failed, this,
        [this](const Error &why) { leave(tr("key and discovery"), why); });
    m_preparation->start(true);
}

void CheckCommand::checkToken(const Preparation::Ready &ready)
{
    pass(tr("key"), QString::fromLatin1(ready.key.thumbprint()));
    pass(tr("discovery"), ready.profile.tokenUrl.host());
    m_connection = std::make_unique<flows::ExportConnection>(
        ready.profile, ready.key, m_clock, m_opened->store->folder());
    m_connection->tokens().withToken(this, [this, ready](const Result<auth::AccessToken> &token) {
        if (token)
            checkGroup(ready, *token);
        else
            leave(tr("token"), token.error());
    });
}

void CheckCommand::checkGroup(const Preparation::Ready &ready, const auth::AccessToken &token)
{
    const QStringList unreadable = auth::unreadableTypes(ready.profile.types, token.granted);
    if (unreadable.isEmpty()) {
        pass(tr("token"), tr("granted"));
    } else {
        printLine(
            QStringLiteral("failed  %1: %2")
                .arg(tr("scopes"), tr("not granted for %1").arg(unreadable.join(QStringLiteral(", ")))));
        m_code = ExitCode::Unauthorized;
    }
    if (ready.profile.level != practices::Level::Group) {
        Q_EMIT finished(m_code);
        return;
    }
    m_authorized = std::make_unique<auth::AuthorizedTransport>(
        auth::AuthorizedTransport::Deps{m_connection->transport(), m_connection->tokens()},
        auth::trustedOrigins(ready.profile.fhirBaseUrl, ready.profile.trustedOrigins));
    m_groups = std::make_unique<discovery::GroupSearch>(*m_authorized);
    connect(m_groups.get(), &discovery::GroupSearch::finished, this,
        [this, profile = ready.profile](
            const Result<discovery::GroupList> &list) { sayGroup(list, profile); });
    m_groups->start({ready.profile.fhirBaseUrl, discovery::presetFor(ready.profile.vendor)});
}

void CheckCommand::sayGroup(const Result<discovery::GroupList> &list, const practices::Profile &profile)
{
    if (!list) {
        leave(tr("Group"), list.error());
        return;
    }
    const QString wanted = profile.group.value;
    const auto preset = discovery::presetFor(profile.vendor);
    const auto found =
        std::find_if(list->groups.begin(), list->groups.end(), [&](const discovery::Group &group) {
            return group.id == wanted || discovery::exportValueFor(group, preset) == wanted;
        });
    if (list->manualReason) {
        printLine(QStringLiteral("unknown %1: %2").arg(tr("Group"), list->manualReason->what));
    } else if (found == list->groups.end()) {
        leave(tr("Group"),
            {ErrorCode::NotFound, tr("The Group of the waybill is not among those the server shows."), wanted,
                {}});
        return;
    } else {
        pass(tr("Group"),
            tr("%1, members: %2").arg(discovery::displayName(*found), discovery::membersText(*found)));
    }
    Q_EMIT finished(m_code);
}

} // namespace waybill::run
