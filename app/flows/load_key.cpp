// SPDX-License-Identifier: Apache-2.0
#include "flows/load_key.h"

#include "vault/key_file.h"
#include "vault/secret_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMetaObject>
#include <QPointer>

namespace waybill::flows {
namespace {

using Done = std::function<void(Result<keys::KeyPair>)>;
using Kind = practices::KeyReference::Kind;

QString text(const char *source)
{
    return QCoreApplication::translate("LoadKey", source);
}

/// The folder systemd gives to a unit that has LoadCredential= lines.
QString credentialsFolder()
{
    return qEnvironmentVariable("CREDENTIALS_DIRECTORY");
}

Result<SecretBytes> readEnvironment(const QString &variable)
{
    QByteArray value = qgetenv(variable.toLocal8Bit().constData());
    if (value.isEmpty()) {
        return failure(ErrorCode::SecretMissing,
            text(QT_TRANSLATE_NOOP(
                "LoadKey", "The environment variable that should hold the private key is empty.")),
            variable, text(QT_TRANSLATE_NOOP("LoadKey", "Set it for this service, then try again.")));
    }
    SecretBytes secret(value);
    wipe(value);
    return secret;
}

Result<SecretBytes> readCredential(const QString &name)
{
    const QString folder = credentialsFolder();
    const bool plainName = !name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1Char('.'));
    if (folder.isEmpty() || !plainName) {
        return failure(ErrorCode::SecretMissing,
            text(QT_TRANSLATE_NOOP(
                "LoadKey", "The systemd credential with the private key was not handed to this process.")),
            name,
            text(QT_TRANSLATE_NOOP("LoadKey", "Add a LoadCredential= line with this name to the unit.")));
    }
    return vault::readKeyFile(folder + QLatin1Char('/') + name);
}

/// Where a service keeps the passphrase of an encrypted key: a file beside it, or the environment.
Result<SecretBytes> servicePassphrase(const QString &fileBeside)
{
    if (!fileBeside.isEmpty() && QFileInfo::exists(fileBeside)) {
        auto bytes = vault::readKeyFile(fileBeside);
        if (!bytes)
            return bytes;
        QByteArrayView line = bytes->view();
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return SecretBytes(line);
    }
    QByteArray value = qgetenv("WAYBILL_KEY_PASSPHRASE");
    SecretBytes secret(value);
    wipe(value);
    return secret;
}

Result<keys::KeyPair> checked(Result<keys::KeyPair> key, const KeySource &source)
{
    if (!key || source.expectedThumbprint.isEmpty()
        || QString::fromLatin1(key->thumbprint()) == source.expectedThumbprint)
        return key;
    return failure(ErrorCode::InvalidInput,
        text(QT_TRANSLATE_NOOP("LoadKey", "Another key lies where the key of this practice should be.")),
        source.reference.value,
        text(QT_TRANSLATE_NOOP("LoadKey", "Put the key back whose thumbprint the waybill names.")));
}

Result<keys::KeyPair> open(const SecretBytes &bytes, const KeySource &source, const QString &passphraseFile)
{
    if (!keys::isEncrypted(bytes.view()))
        return checked(keys::importPrivateKey(bytes.view(), {}), source);
    const auto passphrase = source.passphrase != nullptr ? Result<SecretBytes>(source.passphrase->clone())
                                                         : servicePassphrase(passphraseFile);
    if (!passphrase)
        return failure(passphrase.error());
    if (passphrase->isEmpty()) {
        return failure(ErrorCode::KeychainLocked,
            text(QT_TRANSLATE_NOOP(
                "LoadKey", "The private key is encrypted and its passphrase is not known here.")),
            source.reference.value,
            text(QT_TRANSLATE_NOOP("LoadKey",
                "Give the passphrase; a service finds it in WAYBILL_KEY_PASSPHRASE or in a file named like "
                "the key with “.passphrase” at its end.")));
    }
    return checked(keys::importPrivateKey(bytes.view(), *passphrase), source);
}

Result<keys::KeyPair> loadNow(const KeySource &source)
{
    const QString &value = source.reference.value;
    switch (source.reference.kind) {
    case Kind::File: {
        const QString path = QDir(source.folder).absoluteFilePath(value);
        const auto bytes = vault::readKeyFile(path);
        return bytes ? open(*bytes, source, path + QStringLiteral(".passphrase")) : failure(bytes.error());
    }
    case Kind::EnvironmentVariable: {
        const auto bytes = readEnvironment(value);
        return bytes ? open(*bytes, source, {}) : failure(bytes.error());
    }
    case Kind::Credential: {
        const auto bytes = readCredential(value);
        const QString beside = credentialsFolder() + QLatin1Char('/') + value + QStringLiteral(".passphrase");
        return bytes ? open(*bytes, source, beside) : failure(bytes.error());
    }
    case Kind::Keychain:
    case Kind::None: break;
    }
    return failure(ErrorCode::InvalidInput,
        text(QT_TRANSLATE_NOOP("LoadKey", "It is not said where the private key of this practice lies.")));
}

} // namespace

void loadKey(const KeySource &source, vault::SecretStore *keychain, QObject *context, Done done)
{
    if (source.reference.kind != Kind::Keychain) {
        auto key = loadNow(source);
        QMetaObject::invokeMethod(
            context, [key = std::move(key), done = std::move(done)] { done(key); }, Qt::QueuedConnection);
        return;
    }
    if (keychain == nullptr) {
        auto none = failure(ErrorCode::KeychainUnavailable,
            text(QT_TRANSLATE_NOOP("LoadKey", "The private key lies in a keychain, and there is none here.")),
            source.reference.value);
        QMetaObject::invokeMethod(
            context, [none, done = std::move(done)] { done(none); }, Qt::QueuedConnection);
        return;
    }
    KeySource kept = source;
    kept.passphrase = nullptr; // what a keychain keeps is not encrypted
    keychain->read(source.reference.value, context,
        [kept = std::move(kept), done = std::move(done)](const Result<SecretBytes> &secret) {
            done(secret ? open(*secret, kept, {}) : failure(secret.error()));
        });
}

} // namespace waybill::flows
