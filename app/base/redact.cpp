// SPDX-License-Identifier: Apache-2.0
#include "base/redact.h"

namespace waybill {
namespace {

bool isDangerous(QChar c)
{
    const auto u = c.unicode();
    if (u == '\n' || u == '\t')
        return false;
    const bool control = u < 0x20 || (u >= 0x7f && u < 0xa0);
    const bool bidi =
        (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f;
    return control || bidi;
}

bool nameIs(QByteArrayView name, const char *other)
{
    return name.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0;
}

} // namespace

QString redactedUrl(const QUrl &url)
{
    QString text =
        url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    if (url.hasQuery())
        text += QStringLiteral("?…");
    return text;
}

QString placeOf(const QUrl &url)
{
    const QString port = url.port() < 0 ? QString() : QStringLiteral(":%1").arg(url.port());
    return url.host(QUrl::FullyEncoded) + port + url.path(QUrl::FullyEncoded);
}

QByteArray redactedHeader(QByteArrayView name, QByteArrayView value)
{
    if (nameIs(name, "Authorization")) {
        const auto space = value.indexOf(' ');
        return (space < 0 ? QByteArray() : value.first(space).toByteArray() + ' ') + "[redacted]";
    }
    if (nameIs(name, "Cookie") || nameIs(name, "Set-Cookie") || nameIs(name, "Proxy-Authorization"))
        return "[redacted]";
    const bool isLocation = nameIs(name, "Location") || nameIs(name, "Content-Location");
    if (isLocation)
        return redactedUrl(QUrl::fromEncoded(value.toByteArray())).toUtf8();
    QByteArray clean = value.toByteArray();
    clean.replace('\r', ' ').replace('\n', ' ');
    return clean;
}

QString plainServerText(QByteArrayView utf8, qsizetype limit)
{
    // Four bytes a character at most: no need to decode a megabyte to show two kilobytes of it.
    QString text = QString::fromUtf8(utf8.first(std::min(utf8.size(), limit * 4)));
    const bool cut = text.size() > limit || utf8.size() > limit * 4;
    text.truncate(limit);
    for (QChar &c : text) {
        if (isDangerous(c))
            c = QChar::ReplacementCharacter;
    }
    return cut ? text + QStringLiteral(" …") : text;
}

} // namespace waybill
