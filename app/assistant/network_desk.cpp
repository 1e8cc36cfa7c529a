// SPDX-License-Identifier: Apache-2.0
#include "assistant/network_desk.h"

#include "flows/durable_file.h"
#include "http/proxy_choice.h"

#include <QCryptographicHash>
#include <QFile>

namespace waybill::assistant {
namespace {

constexpr qint64 kLargest = qint64{4} << 20;

} // namespace

NetworkDesk::NetworkDesk(OnboardingDraft &draft, QString folder, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_folder(std::move(folder))
{
    load();
}

void NetworkDesk::load()
{
    const practices::NetworkSettings &settings = m_draft.profile().network;
    m_state = {};
    m_state.caFile = settings.caFile;
    m_state.proxy = settings.proxy.toString();
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
    m_draft.change([&edit](practices::Profile &profile) { edit(profile.network); });
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
    const QString copy = m_folder + QStringLiteral("/authorities-%1.pem").arg(QLatin1String(sum));
    if (const Result<> made = flows::makePrivateFolder(m_folder); !made)
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
    return {};
}

} // namespace waybill::assistant
