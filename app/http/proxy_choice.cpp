// SPDX-License-Identifier: Apache-2.0
#include "http/proxy_choice.h"

#include <QCoreApplication>

namespace waybill::http {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

} // namespace

Result<QUrl> checkedProxy(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return QUrl();
    if (text == QLatin1String("direct") || text == QLatin1String("direct:"))
        return QUrl(QStringLiteral("direct:"));
    const QUrl url(
        text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("socks5");
    if (!url.isValid() || !known || url.host().isEmpty() || url.port() <= 0) {
        return failure(ErrorCode::InvalidInput, Words::tr("This is not the address of a proxy."), {},
            Words::tr("Enter host and port, as proxy.example:8080 or socks5://proxy.example:1080, or direct "
                      "for none."));
    }
    if (!url.password().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("A password in the proxy's address would be kept in the clear."), {},
            Words::tr(
                "Enter the user only, as user@proxy.example:8080; the password has a field of its own."));
    }
    QUrl clean;
    clean.setScheme(url.scheme());
    clean.setUserName(url.userName());
    clean.setHost(url.host());
    clean.setPort(url.port());
    return clean;
}

} // namespace waybill::http
