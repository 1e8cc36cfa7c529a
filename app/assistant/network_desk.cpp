// SPDX-License-Identifier: Apache-2.0
#include "assistant/network_desk.h"

#include "flows/durable_file.h"
#include "flows/proxy_sign_in.h"
#include "http/proxy_choice.h"
#include "http/proxy_passwords.h"
#include "vault/secret_store.h"

#include <QCryptographicHash>
#include <QFile>

namespace waybill::assistant {
namespace {

constexpr qint64 kLargest = qint64{4} << 20;

} // namespace

NetworkDesk::NetworkDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
    load();
    fetchPassword();
}

void NetworkDesk::load()
{
    const practices::NetworkSettings &settings = m_deps.draft.profile().network;
    m_state = {};
    m_state.caFile = settings.caFile;
    m_state.proxy = settings.proxy.toString();
    if (flows::wantsPassword(settings.proxy)) {
        const bool isKnown = m_deps.passwords->knows(settings.proxy);
        m_state.password = isKnown ? NetworkDeskState::Password::Kept : NetworkDeskState::Password::Missing;
    }
    if (settings.caFile.isEmpty())
        return;
    const auto authorities = http::readAuthorities(settings.caFile);
    if (authorities)
        m_state.authorities = *authorities;
    else
        m_state.problem = authorities.error();
}

void NetworkDesk::settle(const std::function<void(practices::NetworkSettings &)> &edit)
{
    m_deps.draft.change([&edit](practices::Profile &profile) { edit(profile.network); });
    load();
    Q_EMIT changed();
}

Result<> NetworkDesk::refused(const Error &error)
{
    m_state.problem = error;
    Q_EMIT changed();
    return failure(error);
}

Result<> NetworkDesk::trust(const QString &path)
{
    if (const auto authorities = http::readAuthorities(path); !authorities)
        return refused(authorities.error());
    QFile file(path);
    const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(kLargest) : QByteArray();
    // By its content: a duplicate of this practice goes on trusting what it was made with.
    constexpr qsizetype kShort = 12;
    const QByteArray sum = QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex().left(kShort);
    const QString copy = m_deps.folder + QStringLiteral("/authorities-%1.pem").arg(QLatin1String(sum));
    if (const Result<> made = flows::makePrivateFolder(m_deps.folder); !made)
        return refused(made.error());
    if (const Result<> written = flows::writeDurably(copy, pem); !written)
        return refused(written.error());
    settle([&copy](practices::NetworkSettings &settings) { settings.caFile = copy; });
    return {};
}

void NetworkDesk::trustSystemOnly()
{
    settle([](practices::NetworkSettings &settings) { settings.caFile.clear(); });
}

Result<> NetworkDesk::useProxy(const QString &typed)
{
    const Result<QUrl> proxy = http::checkedProxy(typed);
    if (!proxy)
        return refused(proxy.error());
    settle([&proxy](practices::NetworkSettings &settings) { settings.proxy = *proxy; });
    fetchPassword();
    return {};
}

void NetworkDesk::fetchPassword()
{
    if (m_state.password != NetworkDeskState::Password::Missing)
        return;
    flows::loadProxyPassword(m_deps.draft.profile().network.proxy, &m_deps.keychain, m_deps.passwords, this,
        [this](const Result<> &) {
            load(); // one that is not there, or in a locked keychain, is asked for
            Q_EMIT changed();
        });
}

void NetworkDesk::signIn(SecretBytes password)
{
    const QUrl proxy = m_deps.draft.profile().network.proxy;
    if (!flows::wantsPassword(proxy) || password.isEmpty())
        return;
    flows::keepProxyPassword(proxy, std::move(password), m_deps.keychain, *m_deps.passwords, this,
        [this, proxy](const Result<> &kept) { passwordSettled(proxy, kept); });
}

void NetworkDesk::forgetPassword()
{
    const QUrl proxy = m_deps.draft.profile().network.proxy;
    flows::forgetProxyPassword(proxy, m_deps.keychain, *m_deps.passwords, this,
        [this, proxy](const Result<> &gone) { passwordSettled(proxy, gone); });
}

void NetworkDesk::passwordSettled(const QUrl &proxy, const Result<> &kept)
{
    if (m_deps.draft.profile().network.proxy != proxy)
        return; // another one was named meanwhile
    load();
    if (!kept) {
        m_state.problem = kept.error();
        if (m_state.password == NetworkDeskState::Password::Kept)
            m_state.password = NetworkDeskState::Password::InUse;
    }
    Q_EMIT changed();
}

} // namespace waybill::assistant
