// SPDX-License-Identifier: Apache-2.0
#include "sandbox/jwks_fetcher.h"

#include "sandbox/answers.h"
#include "sandbox/client_registry.h"
#include "sandbox/jose_verifier.h"

#include <QUrl>

#include <algorithm>
#include <httplib.h>

namespace waybill::sandbox {

namespace {

constexpr std::chrono::seconds kLongestKeeping{300};
constexpr time_t kPatienceSeconds = 5;
constexpr std::size_t kMostBytes = std::size_t{1} << 20;

} // namespace

std::chrono::seconds keepingTime(const std::string &cacheControl)
{
    std::chrono::seconds keep{0};
    for (const std::string &part : split(cacheControl, ',')) {
        const QString directive = text(part).trimmed().toLower();
        if (directive == QLatin1String("no-store") || directive == QLatin1String("no-cache"))
            return std::chrono::seconds{0};
        if (directive.startsWith(QLatin1String("max-age=")))
            keep = std::chrono::seconds{std::max<qint64>(0, directive.mid(8).toLongLong())};
    }
    return std::min(keep, kLongestKeeping);
}

std::optional<QJsonObject> JwksFetcher::kept(const std::string &url) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_kept.find(url);
    return found == m_kept.end() ? std::nullopt : std::optional(found->second.set);
}

void JwksFetcher::forget(const std::string &url)
{
    const std::scoped_lock lock(m_mutex);
    m_kept.erase(url);
}

tl::expected<QJsonObject, QString> JwksFetcher::fetch(const std::string &url, const QString &wantedKid)
{
    const auto at = std::chrono::steady_clock::now();
    {
        const std::scoped_lock lock(m_mutex);
        const auto kept = m_kept.find(url);
        if (kept != m_kept.end() && at < kept->second.until && keyWithId(kept->second.set, wantedKid))
            return kept->second.set;
    }
    if (!isLoopbackUrl(text(url)))
        return tl::unexpected(QStringLiteral("The JWKS URL is not on this machine."));
    const QUrl address(text(url));
    httplib::Client client(
        address.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString());
    client.enable_server_certificate_verification(false);
    client.set_connection_timeout(kPatienceSeconds);
    client.set_read_timeout(kPatienceSeconds);
    const std::string path =
        address.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment).toStdString();
    const auto response = client.Get(path.empty() ? "/" : path, {{"Accept", "application/json"}});
    if (!response)
        return tl::unexpected(QStringLiteral("The JWKS URL cannot be reached."));
    if (response->status != 200)
        return tl::unexpected(QStringLiteral("The JWKS URL answered with status %1.").arg(response->status));
    if (response->body.size() > kMostBytes)
        return tl::unexpected(QStringLiteral("The document at the JWKS URL is too large."));
    auto set = checkPublicJwkSet(QByteArray::fromStdString(response->body));
    if (!set)
        return set;
    const std::scoped_lock lock(m_mutex);
    m_kept[url] = {*set, at + keepingTime(response->get_header_value("Cache-Control"))};
    return set;
}

} // namespace waybill::sandbox
