// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "discovery/finding.h"

#include <QByteArrayView>
#include <QStringList>
#include <QUrl>

/// /.well-known/smart-configuration (SMART App Launch 2.2.0, "Conformance"; SB-001 to SB-010).
namespace waybill::discovery {

struct SmartConfiguration {
    QUrl tokenEndpoint; ///< absolute; the only thing we cannot do without (SB-002)
    QUrl authorizationEndpoint;
    QUrl jwksUri; ///< of the server, not ours
    QUrl registrationEndpoint;
    QString issuer;
    QStringList grantTypes;
    QStringList capabilities;
    QStringList codeChallengeMethods;
    QStringList tokenAuthMethods;
    QStringList signingAlgorithms; ///< empty = not stated (eCW leaves it out)
    QStringList scopes; ///< as published; not exhaustive (SB-005)
    QUrl brandBundle; ///< user_access_brand_bundle (SB-010)
    QString brandIdentifier; ///< user_access_brand_identifier as "system|value"
    QStringList notes; ///< relative URLs resolved, fields of a wrong type, required ones that are missing

    QStringList systemScopes() const; ///< those that begin with "system/"
    friend bool operator==(const SmartConfiguration &, const SmartConfiguration &) = default;
};

/// A soft 404 (HTML, or JSON without token_endpoint) is ProtocolMismatch, whatever its status was (SB-007).
/// Relative URLs are resolved against `fhirBase` (SB-003).
Result<SmartConfiguration> parseSmartConfiguration(QByteArrayView bytes, const QUrl &fhirBase);

/// The check list of SB-004. `algorithm` is the key's ("RS384"); `vendor` "eclinicalworks" or "generic" lets
/// it say what the profile knows where the server is silent.
QList<Finding> checkSmartConfiguration(const SmartConfiguration &configuration, const QUrl &fhirBase,
    const QString &algorithm, const QString &vendor);

} // namespace waybill::discovery
