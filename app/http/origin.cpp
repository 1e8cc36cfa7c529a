// SPDX-License-Identifier: Apache-2.0
#include "http/origin.h"

#include <QHostAddress>

namespace waybill::http {
namespace {

int defaultPort(const QString &scheme)
{
    if (scheme == QLatin1String("https"))
        return 443;
    return scheme == QLatin1String("http") ? 80 : -1;
}

} // namespace

QString Origin::toString() const
{
    const bool isIpv6 = host.contains(QLatin1Char(':'));
    QString text =
        scheme + QStringLiteral("://") + (isIpv6 ? QLatin1Char('[') + host + QLatin1Char(']') : host);
    if (port != defaultPort(scheme))
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

Origin originOf(const QUrl &url)
{
    Origin origin;
    origin.scheme = url.scheme().toLower();
    origin.host = url.host(QUrl::FullyEncoded).toLower();
    // A dot at the end names the same host to DNS, but not to a certificate or a cookie: kept as it is.
    origin.port = url.port(defaultPort(origin.scheme));
    return origin;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const Origin first = originOf(a);
    return !first.host.isEmpty() && first == originOf(b);
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host == QLatin1String("localhost"))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

bool isInsideNetwork(const QUrl &url)
{
    if (isLoopback(url))
        return true;
    const QHostAddress address(url.host(QUrl::FullyEncoded));
    if (address.isNull())
        return false;
    const auto in = [&address](const char *subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    };
    return address.isLinkLocal() || address.isUniqueLocalUnicast()
        || address == QHostAddress(QHostAddress::AnyIPv4) || in("10.0.0.0/8") || in("172.16.0.0/12")
        || in("192.168.0.0/16") || in("100.64.0.0/10");
}

bool isAllowedScheme(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    const QString scheme = url.scheme().toLower();
    return scheme == QLatin1String("https") || (scheme == QLatin1String("http") && isLoopback(url));
}

} // namespace waybill::http
