// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "assistant/key_holder.h"

namespace waybill::assistant {

/// How operations want the private key (SB-023).
enum class KeyFormat {
    EncryptedPem, ///< PKCS#8 with a passphrase of its own
    PrivateJwk, ///< in the clear, as SMART's command line clients read it
};

struct KeyExportState {
    bool busy = false;
    bool needsPassphrase = false; ///< our own copy is locked
    QString written; ///< where the copy lies; read back and found right
    std::optional<Error> problem;
    friend bool operator==(const KeyExportState &, const KeyExportState &) = default;
};

/// Writes a copy of the private key for operations: only after the person typed the practice's name, never
/// over another file, readable by its owner alone, read back before it counts.
class KeyExportDesk final : public QObject
{
    Q_OBJECT
public:
    struct Wish {
        KeyFormat format = KeyFormat::EncryptedPem;
        QString path; ///< absolute
        QString consent; ///< as typed
        SecretBytes passphrase = {}; ///< of the copy, for EncryptedPem
    };
    KeyExportDesk(OnboardingDraft &draft, KeyHolder &holder, QObject *parent = nullptr);

    const KeyExportState &state() const { return m_state; }
    void write(Wish wish);
    void unlock(SecretBytes passphrase); ///< our own copy; then press again

Q_SIGNALS:
    void changed();

private:
    Result<> check(const Wish &wish) const;
    void writeWith(const keys::KeyPair &pair, const std::shared_ptr<Wish> &wish);
    void ended(const Result<> &result, const QString &path);

    OnboardingDraft &m_draft;
    KeyHolder &m_holder;
    KeyExportState m_state;
    Background m_background;
};

} // namespace waybill::assistant
