// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/secret_bytes.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace waybill::vault {

/// Where private keys live. Main thread only. Each callback comes once, later, in the caller's thread,
/// and never after `context` is gone.
/// Errors: KeychainUnavailable, KeychainLocked (also: no answer in time, prompt closed), SecretMissing (not
/// in an open keyring; never a reason to make a new key), Storage.
class SecretStore
{
public:
    using Done = std::function<void(Result<>)>;
    using Read = std::function<void(Result<SecretBytes>)>;

    virtual ~SecretStore() = default;
    /// Writes, reads back and compares before it says yes.
    virtual void write(const QString &name, SecretBytes secret, QObject *context, Done done) = 0;
    virtual void read(const QString &name, QObject *context, Read done) = 0;
    virtual void remove(const QString &name, QObject *context, Done done) = 0;
};

/// The operating system's keychain through QtKeychain, with the states of Debian's libsecret told apart (what
/// QtKeychain cannot say is asked over D-Bus, see keyring_state.h).
/// `patience`: how long an unlock prompt may stand before the caller is told KeychainLocked;
/// a late answer is ignored.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QString service = QStringLiteral("io.waybill"),
        std::chrono::milliseconds patience = std::chrono::minutes{2});

    void write(const QString &name, SecretBytes secret, QObject *context, Done done) override;
    void read(const QString &name, QObject *context, Read done) override;
    void remove(const QString &name, QObject *context, Done done) override;

    /// Finds out whether an unlocked keychain answers, without a prompt and without leaving anything in it.
    void probe(QObject *context, Done done);

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace waybill::vault
