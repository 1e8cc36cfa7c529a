// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "assistant/draft.h"
#include "keys/key_pair.h"

namespace waybill::vault {
class KeychainStore;
}

namespace waybill::assistant {

/// The private key of the practice while the assistant is open, so that a passphrase is asked for once.
/// In memory only.
class KeyHolder final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<keys::KeyPair>)>;

    KeyHolder(OnboardingDraft &draft, vault::KeychainStore &keychain, QObject *parent = nullptr);

    /// A key that was just made or imported and is kept.
    void hold(keys::KeyPair pair);
    const std::optional<keys::KeyPair> &pair() const { return m_pair; }
    bool isUnlocking() const { return m_unlocking; }
    const std::optional<Error> &problem() const { return m_problem; }
    /// The key lies in a file that needs a passphrase we do not have.
    bool needsPassphrase() const;

    void unlock(SecretBytes passphrase = {}); ///< from where the profile says it lies
    void stopWaiting(); ///< a late answer is dropped

    /// The key, later; unlocks the keychain's first. A file that needs a passphrase is SecretMissing.
    void withKey(QObject *context, Done done);

Q_SIGNALS:
    void changed();

private:
    void settle(Result<keys::KeyPair> pair);

    OnboardingDraft &m_draft;
    vault::KeychainStore &m_keychain;
    std::optional<keys::KeyPair> m_pair;
    std::optional<Error> m_problem;
    bool m_unlocking = false;
    int m_turn = 0; ///< answers to an older turn are dropped
    std::vector<std::pair<QPointer<QObject>, Done>> m_waiting;
    Background m_background;
};

} // namespace waybill::assistant
