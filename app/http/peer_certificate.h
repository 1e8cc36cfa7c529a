// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

/// Certificates as people compare them, and the files of authorities a practice adds.
namespace waybill::http {

struct PeerCertificate {
    QString subject; ///< common name, else the organisation
    QString issuer;
    QString validFrom; ///< ISO date, UTC
    QString validUntil;
    QString sha256; ///< of the certificate, "AB:CD:…"
    QStringList chain; ///< the issuers above it as the server sent them, nearest first
    friend bool operator==(const PeerCertificate &, const PeerCertificate &) = default;
};

/// What servers showed in the handshakes of one transport, by host, also when they were refused.
class PeerCertificates
{
public:
    void saw(const QString &host, const PeerCertificate &certificate) { m_byHost.insert(host, certificate); }
    std::optional<PeerCertificate> of(const QString &host) const;

private:
    QHash<QString, PeerCertificate> m_byHost;
};

/// The certificates of a PEM file. Refuses what is no such file, and a file with a private key in it.
Result<QList<PeerCertificate>> readAuthorities(const QString &path);

} // namespace waybill::http
