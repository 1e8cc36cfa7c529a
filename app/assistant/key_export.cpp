// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_export.h"

#include "assistant/key_files.h"
#include "assistant/key_keeper.h"
#include "assistant/words.h"
#include "keys/private_jwk.h"
#include "vault/key_file.h"

#include <QFileInfo>

namespace waybill::assistant {

namespace {

/// A private JWK, written 0600, read back and compared.
Result<> writePrivateJwk(const keys::KeyPair &pair, const QString &keyId, const QString &path)
{
    const Result<SecretBytes> jwk = keys::privateJwk(pair, keyId);
    if (!jwk)
        return failure(jwk.error());
    if (const Result<> written = vault::writeKeyFile(path, *jwk); !written)
        return written;
    const Result<keys::KeyPair> again = readKeyPair(path, {});
    if (!again)
        return failure(again.error());
    if (again->thumbprint() != pair.thumbprint()) {
        return failure(ErrorCode::Storage, Words::tr("The key file reads back as another key."), path,
            Words::tr("Keep the key in another place."));
    }
    return {};
}

} // namespace

KeyExportDesk::KeyExportDesk(OnboardingDraft &draft, KeyHolder &holder, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_holder(holder)
{
}

Result<> KeyExportDesk::check(const Wish &wish) const
{
    const QString name = m_draft.profile().name;
    if (name.isEmpty() || wish.consent.trimmed() != name) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("A private key leaves Waybill only when you type the practice's name."), {},
            Words::tr("Type: %1").arg(name));
    }
    if (!QFileInfo(wish.path).isAbsolute()) {
        return failure(ErrorCode::InvalidInput, Words::tr("There is no place for the key file yet."), {},
            Words::tr("Choose a folder and a file name."));
    }
    if (QFileInfo::exists(wish.path)) {
        return failure(ErrorCode::InvalidInput, Words::tr("A file of that name is already there."), wish.path,
            Words::tr("Choose another name: Waybill never overwrites a key."));
    }
    if (wish.format == KeyFormat::EncryptedPem)
        return checkPlace({false, wish.path, wish.passphrase.clone()});
    return {};
}

void KeyExportDesk::write(Wish wish)
{
    if (m_state.busy)
        return;
    m_state = {};
    if (const Result<> fine = check(wish); !fine) {
        ended(fine, {});
        return;
    }
    if (m_holder.needsPassphrase()) {
        m_state.needsPassphrase = true;
        Q_EMIT changed();
        return;
    }
    m_state.busy = true;
    Q_EMIT changed();
    auto kept = std::make_shared<Wish>(std::move(wish));
    m_holder.withKey(this, [this, kept](const Result<keys::KeyPair> &pair) {
        if (pair)
            writeWith(*pair, kept);
        else
            ended(failure(pair.error()), {});
    });
}

void KeyExportDesk::writeWith(const keys::KeyPair &pair, const std::shared_ptr<Wish> &wish)
{
    m_background.run<Result<>>(
        this,
        [pair, wish, keyId = m_draft.profile().keyId](const std::stop_token &) {
            return wish->format == KeyFormat::EncryptedPem ? keepKeyPair(pair, wish->path, wish->passphrase)
                                                           : writePrivateJwk(pair, keyId, wish->path);
        },
        [this, path = wish->path](const Result<> &result) { ended(result, path); });
}

void KeyExportDesk::unlock(SecretBytes passphrase)
{
    m_holder.unlock(std::move(passphrase));
    m_holder.withKey(this, [this](const Result<keys::KeyPair> &pair) {
        m_state.needsPassphrase = !pair.has_value();
        m_state.problem = pair ? std::nullopt : std::optional(pair.error());
        Q_EMIT changed();
    });
}

void KeyExportDesk::ended(const Result<> &result, const QString &path)
{
    m_state.busy = false;
    m_state.written = result ? path : QString();
    m_state.problem = result ? std::nullopt : std::optional(result.error());
    Q_EMIT changed();
}

} // namespace waybill::assistant
