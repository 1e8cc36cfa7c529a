// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/peer_certificate.h"
#include "http/transport.h"

namespace waybill::http {

/// Cookies of one run and origin, shared by its transports in all threads; never on disk (BD-148).
class CookieJar;
class ProxyPasswords;

struct TransportOptions {
    std::shared_ptr<CookieJar> cookies = {}; ///< null = no cookies
    QString caFile = {}; ///< PEM, added to the system's authorities
    QUrl proxy = {}; ///< see checkedProxy(); empty = the system's (HT-41). Never for loopback.
    std::shared_ptr<PeerCertificates> certificates = {}; ///< told of every handshake; null = nobody listens
    std::shared_ptr<const ProxyPasswords> proxyPasswords = {}; ///< for a proxy that names a user
};

std::shared_ptr<CookieJar> makeCookieJar();

/// QNetworkAccessManager, tamed: HTTP/1.1 only, manual redirects, own headers, own decoding, bounded buffers,
/// own timeouts, byte counts checked. One per thread; belongs to the thread that made it.
std::unique_ptr<Transport> makeQtTransport(const TransportOptions &options = {});

} // namespace waybill::http
