// SPDX-License-Identifier: Apache-2.0
#include "http/cookie_jar.h"

#include <QNetworkCookie>

#include <algorithm>

namespace waybill::http {
namespace {

constexpr qsizetype kMostCookies = 50; ///< an origin; RFC 6265 6.1 asks for at least as many

/// RFC 6265 5.1.4
QString defaultPath(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    const auto slash = path.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : path.left(slash);
}

bool pathMatches(const QString &requested, const QString &cookie)
{
    const QString path = requested.isEmpty() ? QStringLiteral("/") : requested;
    return path == cookie
        || (path.startsWith(cookie)
            && (cookie.endsWith(QLatin1Char('/')) || path.at(cookie.size()) == QLatin1Char('/')));
}

} // namespace

void CookieJar::take(const QUrl &from, const QList<QByteArray> &setCookie, Instant now)
{
    const std::lock_guard lock(m_mutex);
    auto &kept = m_byOrigin[originOf(from).toString()];
    for (const QByteArray &field : setCookie) {
        for (const QNetworkCookie &parsed : QNetworkCookie::parseCookies(field)) {
            Cookie cookie{parsed.name(), parsed.value(), parsed.path(), parsed.isSecure(), {}};
            if (!cookie.path.startsWith(QLatin1Char('/')))
                cookie.path = defaultPath(from);
            if (parsed.expirationDate().isValid())
                cookie.expires = toInstant(parsed.expirationDate());
            kept.removeIf(
                [&cookie](const Cookie &old) { return old.name == cookie.name && old.path == cookie.path; });
            if (!cookie.expires || *cookie.expires > now)
                kept.append(std::move(cookie));
        }
    }
    while (kept.size() > kMostCookies)
        kept.removeFirst();
}

QByteArray CookieJar::header(const QUrl &to, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byOrigin.find(originOf(to).toString());
    if (found == m_byOrigin.end())
        return {};
    const bool isSecure = to.scheme() == QLatin1String("https");
    QByteArray value;
    for (const Cookie &cookie : found->second) {
        const bool alive = !cookie.expires || *cookie.expires > now;
        if (!alive || (cookie.secure && !isSecure) || !pathMatches(to.path(QUrl::FullyEncoded), cookie.path))
            continue;
        value += (value.isEmpty() ? "" : "; ") + cookie.name + '=' + cookie.value;
    }
    return value;
}

} // namespace waybill::http
