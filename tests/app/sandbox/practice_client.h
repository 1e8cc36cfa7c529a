// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <openssl/evp.h>

#include <memory>

/// A plain client for the tests of the sandbox, with signatures straight from OpenSSL: it shares no code with
/// the product nor with the sandbox.
namespace waybill::test {

struct HttpAnswer {
    int status = 0; ///< 0 = the connection ended without a whole answer
    QMap<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;

    QJsonObject json() const;
    QString issueCode() const; ///< of an OperationOutcome's first issue
    QString issueText() const;
};
using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request, no redirects, no cookies. `caFile` for https.
HttpAnswer request(const QByteArray &method, const QString &url, const HttpHeaders &headers = {},
    const QByteArray &body = {}, const QString &caFile = {});
HttpAnswer postForm(
    const QString &url, const QList<std::pair<QString, QString>> &fields, const QString &caFile = {});

/// A key pair to sign with; the RSA one has 2048 bits, to be quick.
class SigningKey
{
public:
    enum class Type { Rsa, P384, SmallRsa, P256 };
    explicit SigningKey(Type type);

    QJsonObject publicJwk(const QString &kid) const;
    QByteArray jwkSet(const QString &kid) const;
    /// RS384, or ES384 with r||s.
    QByteArray sign(const QByteArray &input) const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
    Type m_type;
};

QByteArray base64Url(const QByteArray &bytes);
QByteArray compactJws(const QJsonObject &header, const QJsonObject &claims, const SigningKey &key);

/// What a good assertion says; tests change one thing at a time.
struct AssertionParts {
    QJsonObject header;
    QJsonObject claims;
};
AssertionParts goodAssertion(
    const QString &clientId, const QString &tokenUrl, const QString &kid, bool rsa = true);

HttpAnswer askForToken(
    const QString &tokenUrl, const QByteArray &assertion, const QString &scope, const QString &caFile = {});

/// A registered client of one practice, with a token at hand.
class PracticeClient
{
public:
    /// @param base  FHIR base URL; the token URL comes from its smart-configuration
    PracticeClient(QString base, QString clientId, SigningKey key, QString caFile = {});

    QString tokenUrl() const { return m_tokenUrl; }
    /// Gets a token with these scopes and keeps it.
    HttpAnswer signIn(const QString &scope);
    QByteArray token() const { return m_token; }
    HttpHeaders authorization() const { return {{"Authorization", "Bearer " + m_token}}; }

    HttpAnswer get(const QString &url, HttpHeaders headers = {}) const;
    HttpAnswer remove(const QString &url) const;
    /// With exactly eCW's headers.
    HttpAnswer kickOff(const QString &pathAndQuery) const;
    /// Polls until it is no 202, at most ten seconds.
    HttpAnswer finish(const QString &statusUrl) const;
    /// A file of a manifest, with the token if it wants one; `&amp;` is undone.
    HttpAnswer download(
        const QJsonObject &manifest, const QJsonObject &entry, HttpHeaders headers = {}) const;

    QString base() const { return m_base; }

private:
    QString m_base;
    QString m_clientId;
    SigningKey m_key;
    QString m_caFile;
    QString m_tokenUrl;
    QByteArray m_token;
};

/// The lines of an NDJSON body, parsed.
QList<QJsonObject> ndjson(const QByteArray &body);
/// gunzip; empty when the stream is not whole.
QByteArray inflated(const QByteArray &gzip);

} // namespace waybill::test
