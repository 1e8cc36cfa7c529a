// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "http/origin.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <mutex>

namespace waybill::http {

/// Session cookies by origin: what a host and port set goes back to that host and port only, whatever Domain
/// says. eCW's gateway needs its affinity cookie back (BD-148). In memory only. Thread-safe.
class CookieJar
{
public:
    /// `setCookie`: the values of Set-Cookie, one cookie each.
    void take(const QUrl &from, const QList<QByteArray> &setCookie, Instant now);
    /// The value of the Cookie header for a request; empty = none.
    QByteArray header(const QUrl &to, Instant now) const;

private:
    struct Cookie {
        QByteArray name;
        QByteArray value;
        QString path;
        bool secure = false;
        std::optional<Instant> expires;
    };
    mutable std::mutex m_mutex;
    std::map<QString, QList<Cookie>> m_byOrigin;
};

} // namespace waybill::http
