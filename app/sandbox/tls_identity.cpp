// SPDX-License-Identifier: Apache-2.0
#include "sandbox/tls_identity.h"

#include <QDir>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace waybill::sandbox {

namespace {

constexpr long kLifetimeSeconds = 7L * 24 * 3600;
constexpr long kClockSlackSeconds = 3600;

PKeyPtr newKey()
{
    return {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free};
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setRandomSerial(X509 *certificate)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

X509Ptr newCertificate(const char *commonName, EVP_PKEY *key)
{
    X509Ptr certificate{X509_new(), X509_free};
    if (!certificate || X509_set_version(certificate.get(), 2) != 1 || !setRandomSerial(certificate.get()))
        return {nullptr, X509_free};
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kClockSlackSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kLifetimeSeconds);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(commonName), -1, -1, 0);
    return certificate;
}

bool sign(X509 *certificate, X509 *issuer, EVP_PKEY *issuerKey)
{
    return X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
        && X509_sign(certificate, issuerKey, EVP_sha256()) > 0;
}

std::string pemOf(X509 *certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio{BIO_new(BIO_s_mem()), BIO_free};
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace

TlsIdentity::TlsIdentity(X509Ptr certificate, PKeyPtr key)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
    , m_caFile(QDir::tempPath() + QStringLiteral("/waybill-sandbox-ca-XXXXXX.pem"))
{
}

tl::expected<std::unique_ptr<TlsIdentity>, std::string> TlsIdentity::make()
{
    const auto broken = [] { return tl::unexpected<std::string>("The certificate could not be made."); };
    const PKeyPtr caKey = newKey();
    PKeyPtr key = newKey();
    if (!caKey || !key)
        return broken();
    const X509Ptr authority = newCertificate("Waybill sandbox CA (this run only)", caKey.get());
    X509Ptr certificate = newCertificate("127.0.0.1", key.get());
    if (!authority || !certificate)
        return broken();
    const bool extended =
        addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE")
        && addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(
            certificate.get(), authority.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost")
        && addExtension(certificate.get(), authority.get(), NID_ext_key_usage, "serverAuth");
    if (!extended || !sign(authority.get(), authority.get(), caKey.get())
        || !sign(certificate.get(), authority.get(), caKey.get()))
        return broken();

    std::unique_ptr<TlsIdentity> identity(new TlsIdentity(std::move(certificate), std::move(key)));
    const std::string pem = pemOf(authority.get());
    if (!identity->m_caFile.open()
        || identity->m_caFile.write(pem.data(), static_cast<qint64>(pem.size()))
            < static_cast<qint64>(pem.size())
        || !identity->m_caFile.flush())
        return tl::unexpected(
            "The CA file could not be written: " + identity->m_caFile.errorString().toStdString());
    return identity;
}

} // namespace waybill::sandbox
