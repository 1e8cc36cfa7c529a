// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/practice_client.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QThread>
#include <QUrl>
#include <QUuid>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>

#include <httplib.h>
#include <zlib.h>

namespace waybill::test {

namespace {

constexpr int kP384Octets = 48;
constexpr int kPollMs = 20;

QByteArray number(EVP_PKEY *key, const char *name, int width = 0)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(key, name, &value);
    const int size = width > 0 ? width : BN_num_bytes(value);
    QByteArray bytes(size, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), size);
    BN_free(value);
    return base64Url(bytes);
}

QByteArray rawFromDer(const QByteArray &der)
{
    const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *signature = d2i_ECDSA_SIG(nullptr, &data, der.size());
    QByteArray raw(2 * kP384Octets, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), out, kP384Octets);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), out + kP384Octets, kP384Octets);
    ECDSA_SIG_free(signature);
    return raw;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpAnswer::issueCode() const
{
    return json().value(QLatin1String("issue"))[0][QLatin1String("code")].toString();
}

QString HttpAnswer::issueText() const
{
    return json().value(QLatin1String("issue"))[0][QLatin1String("diagnostics")].toString();
}

HttpAnswer request(const QByteArray &method, const QString &url, const HttpHeaders &headers,
    const QByteArray &body, const QString &caFile)
{
    const QUrl address(url);
    httplib::Client client(
        address.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString());
    client.set_read_timeout(30);
    client.set_decompress(false);
    client.set_url_encode(false);
    if (!caFile.isEmpty())
        client.set_ca_cert_path(caFile.toStdString());
    httplib::Request out;
    out.method = method.toStdString();
    out.path = url.mid(url.indexOf(QLatin1Char('/'), url.indexOf(QLatin1String("//")) + 2)).toStdString();
    for (const auto &[name, value] : headers)
        out.headers.emplace(name.toStdString(), value.toStdString());
    out.body = body.toStdString();
    const httplib::Result result = client.send(out);
    if (!result)
        return {};
    HttpAnswer answer;
    answer.status = result->status;
    answer.body = QByteArray::fromStdString(result->body);
    for (const auto &[name, value] : result->headers)
        answer.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    return answer;
}

HttpAnswer postForm(
    const QString &url, const QList<std::pair<QString, QString>> &fields, const QString &caFile)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
    return request("POST", url, {{"Content-Type", "application/x-www-form-urlencoded"}}, body, caFile);
}

SigningKey::SigningKey(Type type)
    : m_type(type)
{
    EVP_PKEY *key = nullptr;
    if (type == Type::Rsa || type == Type::SmallRsa)
        key = EVP_RSA_gen(type == Type::Rsa ? 2048U : 1024U);
    else
        key = EVP_EC_gen(type == Type::P384 ? "P-384" : "P-256");
    m_key.reset(key, EVP_PKEY_free);
}

QJsonObject SigningKey::publicJwk(const QString &kid) const
{
    const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(bytes); };
    if (m_type == Type::Rsa || m_type == Type::SmallRsa)
        return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("alg"), QStringLiteral("RS384")}, {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("kid"), kid},
            {QStringLiteral("n"), text(number(m_key.get(), OSSL_PKEY_PARAM_RSA_N))},
            {QStringLiteral("e"), text(number(m_key.get(), OSSL_PKEY_PARAM_RSA_E))}};
    const int width = m_type == Type::P384 ? kP384Octets : 32;
    return {{QStringLiteral("kty"), QStringLiteral("EC")},
        {QStringLiteral("crv"), m_type == Type::P384 ? QStringLiteral("P-384") : QStringLiteral("P-256")},
        {QStringLiteral("kid"), kid},
        {QStringLiteral("x"), text(number(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, width))},
        {QStringLiteral("y"), text(number(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, width))}};
}

QByteArray SigningKey::jwkSet(const QString &kid) const
{
    return compact({{QStringLiteral("keys"), QJsonArray{publicJwk(kid)}}});
}

QByteArray SigningKey::sign(const QByteArray &input) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const auto *data = reinterpret_cast<const unsigned char *>(input.constData());
    const auto size = static_cast<std::size_t>(input.size());
    std::size_t length = 0;
    EVP_DigestSignInit(context, nullptr, EVP_sha384(), nullptr, m_key.get());
    EVP_DigestSign(context, nullptr, &length, data, size);
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &length, data, size);
    signature.resize(static_cast<qsizetype>(length));
    EVP_MD_CTX_free(context);
    return m_type == Type::P384 ? rawFromDer(signature) : signature;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compactJws(const QJsonObject &header, const QJsonObject &claims, const SigningKey &key)
{
    const QByteArray input = base64Url(compact(header)) + '.' + base64Url(compact(claims));
    return input + '.' + base64Url(key.sign(input));
}

AssertionParts goodAssertion(const QString &clientId, const QString &tokenUrl, const QString &kid, bool rsa)
{
    return {{{QStringLiteral("alg"), rsa ? QStringLiteral("RS384") : QStringLiteral("ES384")},
                {QStringLiteral("kid"), kid}, {QStringLiteral("typ"), QStringLiteral("JWT")}},
        {{QStringLiteral("iss"), clientId}, {QStringLiteral("sub"), clientId},
            {QStringLiteral("aud"), tokenUrl},
            {QStringLiteral("exp"), QDateTime::currentSecsSinceEpoch() + 240},
            {QStringLiteral("jti"), QUuid::createUuid().toString(QUuid::WithoutBraces)}}};
}

HttpAnswer askForToken(
    const QString &tokenUrl, const QByteArray &assertion, const QString &scope, const QString &caFile)
{
    return postForm(tokenUrl,
        {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
            {QStringLiteral("scope"), scope},
            {QStringLiteral("client_assertion_type"),
                QStringLiteral("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")},
            {QStringLiteral("client_assertion"), QString::fromLatin1(assertion)}},
        caFile);
}

PracticeClient::PracticeClient(QString base, QString clientId, SigningKey key, QString caFile)
    : m_base(std::move(base))
    , m_clientId(std::move(clientId))
    , m_key(std::move(key))
    , m_caFile(std::move(caFile))
{
    m_tokenUrl = get(m_base + QStringLiteral("/.well-known/smart-configuration"))
                     .json()
                     .value(QLatin1String("token_endpoint"))
                     .toString();
}

HttpAnswer PracticeClient::signIn(const QString &scope)
{
    const AssertionParts parts = goodAssertion(m_clientId, m_tokenUrl, QStringLiteral("k1"));
    const HttpAnswer answer =
        askForToken(m_tokenUrl, compactJws(parts.header, parts.claims, m_key), scope, m_caFile);
    m_token = answer.json().value(QLatin1String("access_token")).toString().toLatin1();
    return answer;
}

HttpAnswer PracticeClient::get(const QString &url, HttpHeaders headers) const
{
    if (!m_token.isEmpty())
        headers += authorization();
    return request("GET", url, headers, {}, m_caFile);
}

HttpAnswer PracticeClient::remove(const QString &url) const
{
    return request("DELETE", url, authorization(), {}, m_caFile);
}

HttpAnswer PracticeClient::kickOff(const QString &pathAndQuery) const
{
    return get(m_base + pathAndQuery, {{"Prefer", "respond-async"}, {"Accept", "application/fhir+json"}});
}

HttpAnswer PracticeClient::finish(const QString &statusUrl) const
{
    for (int polls = 0; polls < 500; ++polls) {
        const HttpAnswer answer = get(statusUrl, {{"Accept", "application/json"}});
        if (answer.status != 202)
            return answer;
        QThread::msleep(kPollMs);
    }
    return {};
}

HttpAnswer PracticeClient::download(
    const QJsonObject &manifest, const QJsonObject &entry, HttpHeaders headers) const
{
    QString url = entry.value(QLatin1String("url")).toString();
    url.replace(QLatin1String("&amp;"), QLatin1String("&"));
    if (manifest.value(QLatin1String("requiresAccessToken")).toBool())
        headers += authorization();
    return request("GET", url, headers, {}, m_caFile);
}

QList<QJsonObject> ndjson(const QByteArray &body)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : body.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QByteArray inflated(const QByteArray &gzip)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(gzip.constData()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    QByteArray out;
    int result = Z_OK;
    while (result == Z_OK) {
        QByteArray piece(1 << 16, '\0');
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        out += piece.left(piece.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END ? out : QByteArray();
}

} // namespace waybill::test
