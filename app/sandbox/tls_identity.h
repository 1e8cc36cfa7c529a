// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryFile>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace waybill::sandbox {

using PKeyPtr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using X509Ptr = std::unique_ptr<X509, decltype(&X509_free)>;

/// A CA made for this one run and a server certificate for 127.0.0.1 and localhost, valid for a week.
/// The CA's private key is forgotten at once; its certificate lies in a file that goes with this object.
class TlsIdentity
{
public:
    static tl::expected<std::unique_ptr<TlsIdentity>, std::string> make();

    X509 *certificate() const { return m_certificate.get(); }
    EVP_PKEY *key() const { return m_key.get(); }
    std::string caFile() const { return m_caFile.fileName().toStdString(); }

private:
    TlsIdentity(X509Ptr certificate, PKeyPtr key);

    X509Ptr m_certificate;
    PKeyPtr m_key;
    QTemporaryFile m_caFile; ///< 0600
};

} // namespace waybill::sandbox
