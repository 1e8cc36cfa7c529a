// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/key_holder.h"
#include "assistant/key_keeper.h"

namespace waybill::assistant {

/// What may be told about a key.
struct KeyFacts {
    QString keyId;
    QString thumbprint;
    QString algorithm; ///< "RS384"
    int bits = 0; ///< 0 = not known before the key was read
    practices::KeyReference where;
    QString createdAt; ///< ISO 8601, UTC
    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

struct KeyDeskState {
    enum class Work { Idle, Generating, Importing, Storing };
    enum class Keychain { Unknown, Probing, Available, Unavailable, Locked };

    Work work = Work::Idle;
    Keychain keychain = Keychain::Unknown;
    std::optional<Error> keychainProblem; ///< of Unavailable and Locked
    std::optional<KeyFacts> key; ///< kept and named in the profile
    std::optional<KeyFacts> homeless; ///< made or imported, but keeping it failed
    QByteArray jwks; ///< the public set of `key`; empty if unknown
    QByteArray publicPem;
    std::optional<Error> problem;
    QString savedJwks; ///< where jwks.json was written and read back
    friend bool operator==(const KeyDeskState &, const KeyDeskState &) = default;
};

/// Makes, imports and keeps the key pair (SB-020 to SB-028, SB-034). Key generation and PBKDF2 run in a
/// worker thread; the keychain is asked from the main thread.
class KeyDesk final : public QObject
{
    Q_OBJECT
public:
    /// `folder`: for the public halves, so that they can be shown without unlocking anything.
    KeyDesk(OnboardingDraft &draft, vault::KeychainStore &keychain, KeyHolder &holder, QString folder,
        QObject *parent = nullptr);

    const KeyDeskState &state() const { return m_state; }
    QString folder() const { return m_folder; }

    void probeKeychain();
    void generate(keys::KeyKind kind, KeyPlace place);
    void importFile(const QString &path, SecretBytes passphrase, KeyPlace place, const QString &kid = {});
    void keepElsewhere(KeyPlace place); ///< the homeless key
    void saveJwks(const QString &path);
    void cancel(); ///< a late result is dropped
    void reload(); ///< the key in the profile changed elsewhere

Q_SIGNALS:
    void changed();

private:
    void load();
    bool begin(KeyDeskState::Work work, const KeyPlace &place);
    void made(const Result<keys::KeyPair> &pair, KeyPlace place);
    void keep(KeyPlace place);
    void kept(const Result<practices::KeyReference> &where);
    void failed(const Error &error);
    void update(const std::function<void(KeyDeskState &)> &edit);

    OnboardingDraft &m_draft;
    vault::KeychainStore &m_keychain;
    KeyHolder &m_holder;
    QString m_folder;
    KeyDeskState m_state;
    std::optional<keys::KeyPair> m_homeless;
    int m_turn = 0; ///< answers to an older turn are dropped
    KeyKeeper m_keeper;
    Background m_background;
};

} // namespace waybill::assistant
