// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_keeper.h"

#include "assistant/key_files.h"
#include "assistant/words.h"
#include "practices/store.h"
#include "vault/secret_store.h"

#include <QFileInfo>

namespace waybill::assistant {

using keys::KeyPair;
using practices::KeyRecord;
using practices::KeyReference;

namespace {

/// What a person can remember and a dictionary run against PBKDF2 does not find in a lunch break.
constexpr qsizetype kShortestPassphrase = 10;

} // namespace

Result<> checkPlace(const KeyPlace &place)
{
    if (place.keychain)
        return {};
    if (place.path.trimmed().isEmpty() || !QFileInfo(place.path).isAbsolute()) {
        return failure(ErrorCode::InvalidInput, Words::tr("There is no place for the key file yet."), {},
            Words::tr("Choose a folder and a file name."));
    }
    if (QFileInfo::exists(place.path)) {
        return failure(ErrorCode::InvalidInput, Words::tr("A file of that name is already there."),
            place.path, Words::tr("Choose another name: Waybill never overwrites a key."));
    }
    if (place.passphrase.view().size() < kShortestPassphrase) {
        return failure(ErrorCode::InvalidInput, Words::tr("The passphrase is too short."), {},
            Words::tr("Use at least %1 characters; several words are easy to remember.")
                .arg(kShortestPassphrase));
    }
    return {};
}

Result<> checkEnvironment(OnboardingDraft &draft, const KeyPair &pair)
{
    const Result<QList<KeyRecord>> records = draft.store().keys();
    if (!records)
        return failure(records.error());
    for (const KeyRecord &record : *records) {
        if (record.thumbprint == QString::fromLatin1(pair.thumbprint())
            && record.environment != draft.profile().environment) {
            return failure(ErrorCode::InvalidInput,
                Words::tr("This key already serves the %1 environment.")
                    .arg(practices::environmentName(record.environment)),
                {}, Words::tr("Sandbox and production never share a key: make a new one."));
        }
    }
    return {};
}

KeyKeeper::KeyKeeper(vault::KeychainStore &keychain)
    : m_keychain(keychain)
{
}

void KeyKeeper::keep(const KeyPair &pair, KeyPlace place, QObject *context, Done done)
{
    const auto answer = [done = std::move(done)](const Result<> &written, const KeyReference &where) {
        done(written ? Result<KeyReference>(where) : failure(written.error()));
    };
    if (place.keychain) {
        const KeyReference where{
            KeyReference::Kind::Keychain, QStringLiteral("key-") + QString::fromLatin1(pair.thumbprint())};
        m_keychain.write(where.value, pair.clearPkcs8(), context,
            [answer, where](const Result<> &written) { answer(written, where); });
        return;
    }
    auto secret = std::make_shared<SecretBytes>(std::move(place.passphrase));
    const KeyReference where{KeyReference::Kind::File, place.path};
    m_background.run<Result<>>(
        context,
        [pair, path = place.path, secret](
            const std::stop_token &) { return keepKeyPair(pair, path, *secret); },
        [answer, where](const Result<> &written) { answer(written, where); });
}

Result<> recordKey(
    OnboardingDraft &draft, const QString &folder, const KeyPair &pair, const KeyReference &where)
{
    const QString thumbprint = QString::fromLatin1(pair.thumbprint());
    const Result<> recorded = draft.store().saveKey({thumbprint, thumbprint,
        keys::algorithmName(pair.algorithm()), where, draft.now(), draft.profile().environment});
    return recorded ? writePublicHalf(folder, pair, thumbprint) : recorded;
}

} // namespace waybill::assistant
