// SPDX-License-Identifier: Apache-2.0
#include "support/test_certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace waybill::test {
namespace {

constexpr long kSecondsPerDay = 24L * 60 * 60;

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

QByteArray pemOf(X509 *certificate)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contents(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio.get());
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    if (extension)
        X509_add_ext(certificate, extension.get(), -1);
}

Certificate unsignedCertificate(EVP_PKEY *key, const QByteArray &name, int fromDays, int toDays, long serial)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDays * kSecondsPerDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), toDays * kSecondsPerDay);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(name.constData()), static_cast<int>(name.size()), -1, 0);
    return certificate;
}

} // namespace

MadeCertificate makeCertificate(const CertificateWish &wish)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate leaf = unsignedCertificate(
        key.get(), wish.host, wish.fromDays, wish.toDays, static_cast<long>(::time(nullptr)));
    const QByteArray alternative =
        "DNS:" + wish.host + (wish.host == "localhost" ? QByteArray(",IP:127.0.0.1") : QByteArray());

    if (wish.selfSigned) {
        X509_set_issuer_name(leaf.get(), X509_get_subject_name(leaf.get()));
        addExtension(leaf.get(), leaf.get(), NID_subject_alt_name, alternative);
        X509_sign(leaf.get(), key.get(), EVP_sha256());
        return {pemOf(leaf.get()), pemOf(key.get()), pemOf(leaf.get())};
    }

    const Key authorityKey(EVP_EC_gen("P-256"));
    const Certificate authority =
        unsignedCertificate(authorityKey.get(), "Waybill test authority", -100, 365, 1);
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(authority.get(), authority.get(), NID_subject_key_identifier, "hash");
    X509_sign(authority.get(), authorityKey.get(), EVP_sha256());

    X509_set_issuer_name(leaf.get(), X509_get_subject_name(authority.get()));
    addExtension(leaf.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(leaf.get(), authority.get(), NID_subject_alt_name, alternative);
    addExtension(leaf.get(), authority.get(), NID_ext_key_usage, "serverAuth");
    X509_sign(leaf.get(), authorityKey.get(), EVP_sha256());
    return {pemOf(leaf.get()), pemOf(key.get()), pemOf(authority.get())};
}

} // namespace waybill::test
