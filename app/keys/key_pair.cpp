// SPDX-License-Identifier: Apache-2.0
#include "keys/key_pair.h"

#include "keys/key_generator.h"
#include "keys/native.h"
#include "keys/words.h"

#include <openssl/pem.h>

namespace waybill::keys {

QString algorithmName(Algorithm algorithm)
{
    return algorithm == Algorithm::Rs384 ? QStringLiteral("RS384") : QStringLiteral("ES384");
}

Result<Algorithm> algorithmFromName(const QString &name)
{
    if (name == QLatin1String("RS384"))
        return Algorithm::Rs384;
    if (name == QLatin1String("ES384"))
        return Algorithm::Es384;
    return failure(ErrorCode::InvalidInput,
        Words::tr("\"%1\" is not a signature algorithm of SMART Backend Services.").arg(name), {},
        Words::tr("Use RS384 or ES384."));
}

KeyPair::KeyPair(std::shared_ptr<const Native> native)
    : m_native(std::move(native))
{
}

Algorithm KeyPair::algorithm() const
{
    return m_native->kind == KeyKind::EcP384 ? Algorithm::Es384 : Algorithm::Rs384;
}

KeyKind KeyPair::kind() const
{
    return m_native->kind;
}

int KeyPair::bits() const
{
    return m_native->bits;
}

QByteArray KeyPair::publicPem() const
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), m_native->pkey.get()) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

Result<KeyPair> generate(KeyKind kind)
{
    return generate(kind, std::stop_token());
}

} // namespace waybill::keys
