// SPDX-License-Identifier: Apache-2.0
#include "http/peer_certificate.h"

#include "http/tls_facts.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

namespace waybill::http {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

QString nameIn(const QSslCertificate &certificate, bool issuer)
{
    const auto info = [&](QSslCertificate::SubjectInfo what) {
        return (issuer ? certificate.issuerInfo(what) : certificate.subjectInfo(what))
            .join(QStringLiteral(", "));
    };
    const QString name = info(QSslCertificate::CommonName);
    return name.isEmpty() ? info(QSslCertificate::Organization) : name;
}

} // namespace

PeerCertificate factsOf(const QList<QSslCertificate> &chain)
{
    PeerCertificate facts;
    if (chain.isEmpty())
        return facts;
    const QSslCertificate &own = chain.first();
    facts.subject = nameIn(own, false);
    facts.issuer = nameIn(own, true);
    facts.validFrom = own.effectiveDate().toUTC().date().toString(Qt::ISODate);
    facts.validUntil = own.expiryDate().toUTC().date().toString(Qt::ISODate);
    facts.sha256 = QString::fromLatin1(own.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    for (qsizetype i = 1; i < chain.size(); ++i)
        facts.chain.append(nameIn(chain.at(i), false));
    return facts;
}

std::optional<PeerCertificate> PeerCertificates::of(const QString &host) const
{
    const auto found = m_byHost.constFind(host);
    return found == m_byHost.cend() ? std::nullopt : std::optional(*found);
}

Result<QList<PeerCertificate>> readAuthorities(const QString &path)
{
    constexpr qint64 kLargest = qint64{4} << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::InvalidInput, Words::tr("The CA file cannot be read."), path,
            Words::tr("Choose a PEM file that you may read."));
    }
    const QByteArray pem = file.read(kLargest);
    if (pem.contains("PRIVATE KEY-----")) {
        return failure(ErrorCode::InvalidInput, Words::tr("This file holds a private key, too."), path,
            Words::tr("Choose a file with nothing but the authority's certificates."));
    }
    QList<PeerCertificate> authorities;
    for (const QSslCertificate &certificate : QSslCertificate::fromData(pem, QSsl::Pem))
        authorities.append(factsOf({certificate}));
    if (authorities.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("There is no certificate in this file."), path,
            Words::tr("Choose a PEM file: it begins with “-----BEGIN CERTIFICATE-----”."));
    }
    return authorities;
}

} // namespace waybill::http
