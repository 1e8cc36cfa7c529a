// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

/// The server's side of JOSE, written for this server alone: a fault shared with the product's own code would
/// go unnoticed.
namespace waybill::sandbox {

/// A compact JWS, taken apart but not yet believed.
struct Assertion {
    QJsonObject header;
    QJsonObject claims;
    QByteArray signingInput;
    QByteArray signature;
};

/// nullopt-like error text: why it is no compact JWS with JSON header and claims.
tl::expected<Assertion, QString> parseAssertion(const QByteArray &compact);

/// Checks a JWK Set that someone wants to register: JSON, at least one usable key, every kid once, RSA of
/// 2048 bits or more or P-384, and no private member anywhere (SB-026). The error says it in a sentence.
tl::expected<QJsonObject, QString> checkPublicJwkSet(const QByteArray &text);

/// The one key with this kid, or why there is none.
tl::expected<QJsonObject, QString> keyWithId(const QJsonObject &jwkSet, const QString &kid);

/// RS384 is PKCS#1 v1.5 with SHA-384; ES384 is P-384 with the 96 octets r||s (RFC 7518 3.3, 3.4).
bool verifySignature(const Assertion &assertion, const QJsonObject &jwk);

} // namespace waybill::sandbox
