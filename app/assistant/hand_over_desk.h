// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "assistant/key_holder.h"
#include "handoff/bundle.h"

namespace waybill::assistant {

/// Where the runner finds the private key on the machine it will run on.
enum class RunnerKey {
    SystemdCredential, ///< the credential "waybill-key"; nothing secret lies in the bundle
    EncryptedFile, ///< key.pem beside waybill.json, encrypted with a passphrase
    Keychain, ///< this account's keychain: to try the bundle on this computer
};

struct HandOverDeskState {
    enum class Work { Idle, Writing };

    Work work = Work::Idle;
    QList<handoff::Evidence> evidence;
    QStringList notValidated; ///< why the bundle would be marked NOT VALIDATED (OP-001); empty = validated
    RunnerKey runnerKey = RunnerKey::SystemdCredential;
    bool keychainPossible = false;
    bool needsPassphrase = false; ///< an encrypted copy of a keychain's key needs one
    handoff::WatermarkOwner owner = handoff::WatermarkOwner::Ops;
    QString calendar; ///< "02:30 America/New_York"; empty = ops decide
    QString parent; ///< absolute; the bundle's folder is made in it
    QString bundleName;
    bool exists = false; ///< a bundle of that name is there already
    QByteArray preview; ///< waybill.json as it would be written
    std::optional<Error> problem;
    std::optional<handoff::WrittenBundle> written;
};

/// The last step: what has been proven, and the waybill that ops install (OP-001 to OP-008).
class HandOverDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        const Clock &clock;
        std::function<QByteArray()> publicJwks;
        QString parent; ///< proposed folder for bundles, absolute
    };
    explicit HandOverDesk(Deps deps, QObject *parent = nullptr);

    const HandOverDeskState &state() const { return m_state; }

    void setRunnerKey(RunnerKey key);
    void setOwner(handoff::WatermarkOwner owner);
    void setCalendar(const QString &calendar);
    void setParent(const QString &folder);
    /// `passphrase`: for an encrypted copy of a key in the keychain; else ignored.
    void write(bool replace, SecretBytes passphrase = {});
    void refresh();

Q_SIGNALS:
    void changed();
    void handedOver(const QString &folder);

private:
    handoff::Waybill waybill() const;
    handoff::BundleInput input() const;
    void writeWith(bool replace, const std::shared_ptr<SecretBytes> &passphrase,
        const std::optional<keys::KeyPair> &pair);
    void written(const Result<handoff::WrittenBundle> &result);
    void findWritten();
    void failed(const Error &error);

    Deps m_deps;
    HandOverDeskState m_state;
    Background m_background;
};

} // namespace waybill::assistant
