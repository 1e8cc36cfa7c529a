// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace waybill::http {

/// Scheme, host and port: who may see a token (HT-21). Default ports are written out, the host is lower-case
/// punycode.
struct Origin {
    QString scheme;
    QString host;
    int port = 0;
    QString toString() const; ///< "https://fhir4.eclinicalworks.com", default port left out
    friend bool operator==(const Origin &, const Origin &) = default;
};

Origin originOf(const QUrl &url);
bool sameOrigin(const QUrl &a, const QUrl &b);
bool isLoopback(const QUrl &url);
/// An address literal inside a private network: loopback, RFC 1918, link-local (cloud metadata), unique
/// local. A public server has no business to send us there.
bool isInsideNetwork(const QUrl &url);
/// https anywhere; http on loopback addresses only (BD-001).
bool isAllowedScheme(const QUrl &url);

} // namespace waybill::http
