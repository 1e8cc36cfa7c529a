// SPDX-License-Identifier: Apache-2.0
#include "keys/key_generator.h"

#include "keys/native.h"
#include "keys/words.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

namespace waybill::keys {
namespace {

/// OpenSSL asks this between two candidates for a prime, every few milliseconds; 0 makes it give up.
int goOn(EVP_PKEY_CTX *context)
{
    const auto *stop = static_cast<const std::stop_token *>(EVP_PKEY_CTX_get_app_data(context));
    return stop->stop_requested() ? 0 : 1;
}

bool configure(EVP_PKEY_CTX *context, KeyKind kind)
{
    switch (kind) {
    case KeyKind::Rsa3072: return EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) == 1;
    case KeyKind::Rsa4096: return EVP_PKEY_CTX_set_rsa_keygen_bits(context, 4096) == 1;
    case KeyKind::EcP384: return EVP_PKEY_CTX_set_group_name(context, "P-384") == 1;
    case KeyKind::RsaOther: return false;
    }
    return false;
}

} // namespace

Result<KeyPair> generate(KeyKind kind, const std::stop_token &stop)
{
    if (kind == KeyKind::RsaOther)
        return failure(ErrorCode::InvalidInput, Words::tr("Keys of other sizes can be imported, not made."));
    const char *type = kind == KeyKind::EcP384 ? "EC" : "RSA";
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *pkey = nullptr;
    std::stop_token token = stop;
    if (context && EVP_PKEY_keygen_init(context.get()) == 1 && configure(context.get(), kind)) {
        EVP_PKEY_CTX_set_app_data(context.get(), &token);
        EVP_PKEY_CTX_set_cb(context.get(), goOn);
        EVP_PKEY_generate(context.get(), &pkey);
    }
    if (pkey)
        return adopt(PkeyPtr(pkey));
    const QString fault = lastFault();
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled, Words::tr("Making the key was cancelled."));
    return failure(ErrorCode::Internal, Words::tr("OpenSSL could not make a key: %1.").arg(fault));
}

void KeyGenerator::start(KeyKind kind, QObject *context, std::function<void(Result<KeyPair>)> done)
{
    m_worker = Worker::start<Result<KeyPair>>(
        context, [kind](const std::stop_token &stop) { return generate(kind, stop); }, std::move(done));
}

void KeyGenerator::cancel()
{
    m_worker.reset();
}

} // namespace waybill::keys
