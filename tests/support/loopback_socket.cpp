// SPDX-License-Identifier: Apache-2.0
#include "support/loopback_socket.h"

#include "support/loopback_server.h"
#include "support/test_certificates.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <sys/socket.h>
#include <unistd.h>

namespace waybill::test {
namespace {

CertificateWish wishFor(Tls tls)
{
    CertificateWish wish;
    wish.selfSigned = tls == Tls::SelfSigned;
    if (tls == Tls::Expired) {
        wish.fromDays = -60;
        wish.toDays = -2;
    }
    if (tls == Tls::WrongHost)
        wish.host = "elsewhere.example";
    return wish;
}

void use(SSL_CTX *context, const MadeCertificate &made)
{
    BIO *certificateText =
        BIO_new_mem_buf(made.certificatePem.constData(), static_cast<int>(made.certificatePem.size()));
    X509 *certificate = PEM_read_bio_X509(certificateText, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, certificate);
    X509_free(certificate);
    BIO_free(certificateText);
    BIO *keyText = BIO_new_mem_buf(made.keyPem.constData(), static_cast<int>(made.keyPem.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(keyText, nullptr, nullptr, nullptr);
    SSL_CTX_use_PrivateKey(context, key);
    EVP_PKEY_free(key);
    BIO_free(keyText);
}

} // namespace

TlsContext::TlsContext(Tls tls)
{
    if (tls == Tls::Off)
        return;
    m_context = SSL_CTX_new(TLS_server_method());
    const MadeCertificate made = makeCertificate(wishFor(tls));
    m_authorityPem = made.authorityPem;
    if (tls == Tls::OldProtocol) {
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, TLS1_1_VERSION);
        SSL_CTX_set_cipher_list(m_context, "ALL:@SECLEVEL=0");
    }
    use(m_context, made);
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_context);
}

LoopbackSocket::LoopbackSocket(int descriptor, const TlsContext &tls)
    : m_descriptor(descriptor)
{
    if (tls.native() != nullptr) {
        m_ssl = SSL_new(tls.native());
        SSL_set_fd(m_ssl, descriptor);
    }
}

LoopbackSocket::~LoopbackSocket()
{
    SSL_free(m_ssl);
    ::close(m_descriptor);
}

bool LoopbackSocket::handshake()
{
    return m_ssl == nullptr || SSL_accept(m_ssl) == 1;
}

QByteArray LoopbackSocket::read()
{
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    const auto got = m_ssl != nullptr
        ? static_cast<ssize_t>(SSL_read(m_ssl, buffer.data(), static_cast<int>(buffer.size())))
        : ::recv(m_descriptor, buffer.data(), static_cast<size_t>(buffer.size()), 0);
    buffer.truncate(std::max<qsizetype>(got, 0));
    return buffer;
}

bool LoopbackSocket::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto now = std::min<qsizetype>(bytes.size(), 256 * 1024);
        const auto sent = m_ssl != nullptr
            ? static_cast<ssize_t>(SSL_write(m_ssl, bytes.data(), static_cast<int>(now)))
            : ::send(m_descriptor, bytes.data(), static_cast<size_t>(now), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

void LoopbackSocket::endTls()
{
    if (m_ssl != nullptr)
        SSL_shutdown(m_ssl);
}

} // namespace waybill::test
