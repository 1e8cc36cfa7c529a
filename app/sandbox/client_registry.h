// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>

namespace waybill::sandbox {

/// An app as the developer portal knows it: public things only.
struct Client {
    std::string id;
    std::string name;
    std::set<std::string> practiceCodes;
    QJsonObject jwks; ///< pasted; empty when it is fetched
    std::string jwksUrl; ///< of a loopback address
};

/// Registered clients, and public key sets hosted for those who have no web server. Thread-safe.
class ClientRegistry
{
public:
    /// The request's body: `{"name", "practiceCodes":[…] or "practiceCode", "jwks" or "jwksUrl"}`.
    /// The error is a sentence for the person who registers.
    tl::expected<Client, QString> add(
        const QJsonObject &application, const std::set<std::string> &knownCodes);
    std::optional<Client> find(const std::string &id) const;
    QJsonArray list() const; ///< without keys

    /// @param name  letters, digits, dash and underscore
    tl::expected<void, QString> host(const std::string &name, const QByteArray &jwks);
    std::optional<QByteArray> hosted(const std::string &name) const;

    QJsonObject save() const;
    void load(const QJsonObject &state);
    void onChange(std::function<void()> call) { m_onChange = std::move(call); } ///< called without the lock

private:
    mutable std::mutex m_mutex;
    std::map<std::string, Client> m_clients;
    std::map<std::string, QByteArray> m_hosted;
    std::function<void()> m_onChange;
};

/// http or https to 127.0.0.0/8, ::1 or localhost.
bool isLoopbackUrl(const QString &url);

} // namespace waybill::sandbox
