// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_pair.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

/// OpenSSL's handles as this room uses them: owned, and cleared when they go. Not for other rooms.
namespace waybill::keys {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

using PkeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using PkeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using BigNumPtr = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free>>; ///< a memory BIO is cleared by BIO_free
using ParamBuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;

struct KeyPair::Native {
    PkeyPtr pkey;
    KeyKind kind = KeyKind::RsaOther;
    int bits = 0;
};

/// Takes a key that OpenSSL made or read; refuses what we may not use (SB-021): RSA below 2048 bits or with
/// another exponent than 65537, curves but P-384, other types.
Result<KeyPair> adopt(PkeyPtr pkey);

/// A number of the key, e.g. OSSL_PKEY_PARAM_RSA_N; null if it has none.
BigNumPtr number(const EVP_PKEY *pkey, const char *parameter);

/// Builds a key from its numbers. `selection`: EVP_PKEY_PUBLIC_KEY or EVP_PKEY_KEYPAIR.
PkeyPtr keyFromParams(const char *type, int selection, OSSL_PARAM_BLD *builder);

SecretBytes secretFromBio(BIO *bio);

/// OpenSSL's own words for its last fault, and an empty error queue. Names functions and reasons, never data.
QString lastFault();

} // namespace waybill::keys
