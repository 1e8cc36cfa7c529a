// SPDX-License-Identifier: Apache-2.0
#include "presenters/network_presenter.h"

#include "assistant/hex_groups.h"
#include "assistant/network_desk.h"
#include "assistant/onboard_practice.h"

namespace waybill::ui {

NetworkPresenter::NetworkPresenter(assistant::OnboardPractice &practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
{
    connect(&practice.network(), &assistant::NetworkDesk::changed, this, &NetworkPresenter::refresh);
    refresh();
}

void NetworkPresenter::trust(const QString &path)
{
    (void)m_practice.network().trust(path); // the desk says what is wrong with it
}

void NetworkPresenter::trustSystemOnly()
{
    m_practice.network().trustSystemOnly();
}

void NetworkPresenter::useProxy(const QString &typed)
{
    if (typed.trimmed() != m_state.proxy)
        (void)m_practice.network().useProxy(typed);
}

void NetworkPresenter::signIn(const QString &password)
{
    QByteArray bytes = password.toUtf8();
    m_practice.network().signIn(SecretBytes(bytes));
    wipe(bytes);
}

void NetworkPresenter::forgetPassword()
{
    m_practice.network().forgetPassword();
}

void NetworkPresenter::refresh()
{
    const assistant::NetworkDeskState &desk = m_practice.network().state();
    State next;
    next.ownAuthorities = !desk.caFile.isEmpty();
    next.proxy = desk.proxy;
    using Password = assistant::NetworkDeskState::Password;
    next.asksPassword = desk.password != Password::NotWanted;
    next.canForget = desk.password == Password::Kept || desk.password == Password::InUse;
    switch (desk.password) {
    case Password::NotWanted: break;
    case Password::Missing: next.passwordNote = tr("No password yet: the proxy will refuse."); break;
    case Password::InUse: next.passwordNote = tr("In use until Waybill is closed."); break;
    case Password::Kept: next.passwordNote = tr("Kept in the system's keychain."); break;
    }
    next.problem = desk.problem ? describe(*desk.problem) : QString();
    for (const http::PeerCertificate &authority : desk.authorities) {
        next.authorities.append({authority.subject,
            tr("good until %1\nSHA-256 %2")
                .arg(authority.validUntil, assistant::inGroups(authority.sha256))});
    }
    const QString trust = next.ownAuthorities
        ? tr("%n own authority(ies) beside the system's", nullptr, static_cast<int>(desk.authorities.size()))
        : tr("the system's authorities");
    next.summary = desk.proxy.isEmpty() ? tr("In use: %1, the system's proxy.").arg(trust)
                                        : tr("In use: %1, the proxy %2.").arg(trust, desk.proxy);
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
