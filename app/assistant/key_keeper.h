// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "assistant/draft.h"
#include "keys/key_pair.h"

namespace waybill::vault {
class KeychainStore;
}

namespace waybill::assistant {

/// Where a private key shall be kept.
struct KeyPlace {
    bool keychain = true; ///< else: an encrypted PKCS#8 file at `path`
    QString path = {};
    SecretBytes passphrase = {};
};

Result<> checkPlace(const KeyPlace &place);
/// Refuses a key that serves the other environment (SB-034).
Result<> checkEnvironment(OnboardingDraft &draft, const keys::KeyPair &pair);

/// Puts a key where it shall lie and reads it back. `done` comes once, later, and never after this object is
/// gone.
class KeyKeeper
{
public:
    using Done = std::function<void(Result<practices::KeyReference>)>;

    explicit KeyKeeper(vault::KeychainStore &keychain);
    void keep(const keys::KeyPair &pair, KeyPlace place, QObject *context, Done done);

private:
    vault::KeychainStore &m_keychain;
    Background m_background;
};

/// Writes the record and the public half of a key that is kept.
Result<> recordKey(OnboardingDraft &draft, const QString &folder, const keys::KeyPair &pair,
    const practices::KeyReference &where);

} // namespace waybill::assistant
