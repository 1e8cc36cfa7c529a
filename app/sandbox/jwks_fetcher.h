// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace waybill::sandbox {

/// Fetches a client's JWK Set over loopback, as a real authorization server does over the internet. Keeps a
/// set as long as its Cache-Control says, at most five minutes (SMART: no longer than the header says), and
/// not at all without one. Certificates are not checked: nothing leaves the machine. Thread-safe.
class JwksFetcher
{
public:
    /// @param wantedKid  a kept set without this key is fetched anew
    tl::expected<QJsonObject, QString> fetch(const std::string &url, const QString &wantedKid);
    void forget(const std::string &url);
    std::optional<QJsonObject> kept(const std::string &url) const; ///< the last one, however old

private:
    struct Kept {
        QJsonObject set;
        std::chrono::steady_clock::time_point until;
    };
    mutable std::mutex m_mutex;
    std::map<std::string, Kept> m_kept;
};

/// Seconds from a Cache-Control header: max-age, 0 for no-store and no-cache or without one; at most 300.
std::chrono::seconds keepingTime(const std::string &cacheControl);

} // namespace waybill::sandbox
