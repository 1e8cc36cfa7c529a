// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// Certificates made on the spot, for servers in tests.
namespace waybill::test {

struct CertificateWish {
    QByteArray host = "localhost"; ///< DNS name in the certificate; 127.0.0.1 is added for "localhost"
    int fromDays = -1; ///< validity, in days from now
    int toDays = 30;
    bool selfSigned = false;
};

struct MadeCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;
    QByteArray authorityPem; ///< the CA that signed it; the certificate itself when self-signed
};

MadeCertificate makeCertificate(const CertificateWish &wish);

} // namespace waybill::test
