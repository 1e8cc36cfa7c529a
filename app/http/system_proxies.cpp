// SPDX-License-Identifier: Apache-2.0
#include "http/system_proxies.h"

#include "http/origin.h"

namespace waybill::http {

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

} // namespace waybill::http
