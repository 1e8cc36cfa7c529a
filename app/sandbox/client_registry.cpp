// SPDX-License-Identifier: Apache-2.0
#include "sandbox/client_registry.h"

#include "sandbox/answers.h"
#include "sandbox/jose_verifier.h"
#include "sandbox/secrets.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace waybill::sandbox {

namespace {

constexpr qsizetype kMostNameCharacters = 120;

std::set<std::string> codesOf(const QJsonObject &application)
{
    std::set<std::string> codes;
    for (const QJsonValue &code : application.value(QLatin1String("practiceCodes")).toArray())
        codes.insert(code.toString().toStdString());
    const QString one = application.value(QLatin1String("practiceCode")).toString();
    if (!one.isEmpty())
        codes.insert(one.toStdString());
    return codes;
}

bool isFileName(const std::string &name)
{
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_';
    });
}

} // namespace

bool isLoopbackUrl(const QString &url)
{
    const QUrl address(url, QUrl::StrictMode);
    if (!address.isValid()
        || (address.scheme() != QLatin1String("http") && address.scheme() != QLatin1String("https")))
        return false;
    static const QRegularExpression kLoopback(
        QStringLiteral(R"(^(localhost|::1|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$)"));
    return kLoopback.match(address.host()).hasMatch();
}

tl::expected<Client, QString> ClientRegistry::add(
    const QJsonObject &application, const std::set<std::string> &knownCodes)
{
    Client client;
    const QString name = application.value(QLatin1String("name")).toString().trimmed();
    if (name.isEmpty() || name.size() > kMostNameCharacters)
        return tl::unexpected(QStringLiteral("Give the app a name of at most 120 characters."));
    client.name = name.toStdString();
    client.practiceCodes = codesOf(application);
    if (client.practiceCodes.empty())
        return tl::unexpected(QStringLiteral("Choose at least one practice."));
    for (const std::string &code : client.practiceCodes) {
        if (!knownCodes.contains(code))
            return tl::unexpected(
                QStringLiteral("There is no practice with the code \"%1\" here.").arg(text(code)));
    }
    const QString url = application.value(QLatin1String("jwksUrl")).toString().trimmed();
    const QJsonValue pasted = application.value(QLatin1String("jwks"));
    if (url.isEmpty() == pasted.isUndefined())
        return tl::unexpected(QStringLiteral("Give either the key set itself or its URL."));
    if (!url.isEmpty()) {
        if (!isLoopbackUrl(url))
            return tl::unexpected(
                QStringLiteral("The sandbox fetches key sets from loopback addresses only."));
        client.jwksUrl = url.toStdString();
    } else {
        const QByteArray keys =
            pasted.isString() ? pasted.toString().toUtf8() : QJsonDocument(pasted.toObject()).toJson();
        const auto jwks = checkPublicJwkSet(keys);
        if (!jwks)
            return tl::unexpected(jwks.error());
        client.jwks = *jwks;
    }
    client.id = randomUuid();
    {
        const std::scoped_lock lock(m_mutex);
        m_clients[client.id] = client;
    }
    if (m_onChange)
        m_onChange();
    return client;
}

std::optional<Client> ClientRegistry::find(const std::string &id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return std::nullopt;
    return found->second;
}

namespace {

QJsonObject row(const Client &client)
{
    QJsonArray codes;
    for (const std::string &code : client.practiceCodes)
        codes.append(json(code));
    QJsonObject object{{QStringLiteral("clientId"), json(client.id)},
        {QStringLiteral("name"), json(client.name)}, {QStringLiteral("practiceCodes"), codes}};
    if (!client.jwksUrl.empty())
        object.insert(QStringLiteral("jwksUrl"), json(client.jwksUrl));
    return object;
}

} // namespace

QJsonArray ClientRegistry::list() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray rows;
    for (const auto &[id, client] : m_clients)
        rows.append(row(client));
    return rows;
}

tl::expected<void, QString> ClientRegistry::host(const std::string &name, const QByteArray &jwks)
{
    if (!isFileName(name))
        return tl::unexpected(QStringLiteral("The name may have letters, digits, dashes and underscores."));
    if (const auto checked = checkPublicJwkSet(jwks); !checked)
        return tl::unexpected(checked.error());
    {
        const std::scoped_lock lock(m_mutex);
        m_hosted[name] = jwks;
    }
    if (m_onChange)
        m_onChange();
    return {};
}

std::optional<QByteArray> ClientRegistry::hosted(const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_hosted.find(name);
    if (found == m_hosted.end())
        return std::nullopt;
    return found->second;
}

QJsonObject ClientRegistry::save() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray clients;
    for (const auto &[id, client] : m_clients) {
        QJsonObject object = row(client);
        if (!client.jwks.isEmpty())
            object.insert(QStringLiteral("jwks"), client.jwks);
        clients.append(object);
    }
    QJsonObject hosted;
    for (const auto &[name, jwks] : m_hosted)
        hosted.insert(text(name), QString::fromUtf8(jwks));
    return {{QStringLiteral("clients"), clients}, {QStringLiteral("hosted"), hosted}};
}

void ClientRegistry::load(const QJsonObject &state)
{
    const std::scoped_lock lock(m_mutex);
    for (const QJsonValue &value : state.value(QLatin1String("clients")).toArray()) {
        const QJsonObject object = value.toObject();
        Client client;
        client.id = object.value(QLatin1String("clientId")).toString().toStdString();
        client.name = object.value(QLatin1String("name")).toString().toStdString();
        client.practiceCodes = codesOf(object);
        client.jwks = object.value(QLatin1String("jwks")).toObject();
        client.jwksUrl = object.value(QLatin1String("jwksUrl")).toString().toStdString();
        m_clients.insert_or_assign(client.id, client);
    }
    const QJsonObject hosted = state.value(QLatin1String("hosted")).toObject();
    for (const QString &name : hosted.keys())
        m_hosted[name.toStdString()] = hosted.value(name).toString().toUtf8();
}

} // namespace waybill::sandbox
