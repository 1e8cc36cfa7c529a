// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_files.h"

#include "assistant/words.h"
#include "vault/key_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace waybill::assistant {

namespace {

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(ErrorCode::Storage,
            Words::tr("The file could not be written: %1.").arg(file.errorString()), path,
            Words::tr("Choose another folder."));
    }
    return {};
}

QByteArray readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// From the length of `n`; an EC key of ours is P-384.
int bitsOf(const QByteArray &jwks)
{
    const QJsonArray all = QJsonDocument::fromJson(jwks).object().value(QLatin1String("keys")).toArray();
    const QJsonObject jwk = all.at(0).toObject();
    if (jwk.value(QLatin1String("kty")).toString() == QLatin1String("EC"))
        return 384;
    const QByteArray n = QByteArray::fromBase64(
        jwk.value(QLatin1String("n")).toString().toLatin1(), QByteArray::Base64UrlEncoding);
    return static_cast<int>(n.size()) * 8;
}

QString publicPath(const QString &folder, const QString &thumbprint, QLatin1String suffix)
{
    return folder + QLatin1Char('/') + thumbprint + suffix;
}

} // namespace

Result<keys::KeyPair> readKeyPair(const QString &path, const SecretBytes &passphrase, const QString &kid)
{
    const Result<SecretBytes> bytes = vault::readKeyFile(path);
    if (!bytes)
        return failure(bytes.error());
    if (passphrase.isEmpty() && keys::isEncrypted(bytes->view())) {
        return failure(ErrorCode::SecretMissing, Words::tr("The key file is encrypted."), path,
            Words::tr("Enter its passphrase."));
    }
    return keys::importPrivateKey(bytes->view(), passphrase, kid);
}

QStringList keysToChooseFrom(const QString &path)
{
    constexpr qint64 kLargest = qint64{1} << 20; // a set has a few KiB
    if (path.isEmpty() || QFileInfo(path).size() > kLargest)
        return {};
    const Result<SecretBytes> bytes = vault::readKeyFile(path);
    const QStringList kids = bytes ? keys::privateKeysIn(bytes->view()) : QStringList();
    return kids.size() > 1 ? kids : QStringList();
}

Result<> keepKeyPair(const keys::KeyPair &pair, const QString &path, const SecretBytes &passphrase)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(ErrorCode::Storage, Words::tr("The folder for the key file could not be made."), path,
            Words::tr("Choose another folder."));
    }
    const Result<SecretBytes> encrypted = pair.encryptedPkcs8(passphrase);
    if (!encrypted)
        return failure(encrypted.error());
    if (const Result<> written = vault::writeKeyFile(path, *encrypted); !written)
        return written;
    const Result<keys::KeyPair> again = readKeyPair(path, passphrase);
    if (!again)
        return failure(again.error());
    if (again->thumbprint() != pair.thumbprint()) {
        return failure(ErrorCode::Storage, Words::tr("The key file reads back as another key."), path,
            Words::tr("Keep the key in another place."));
    }
    return {};
}

Result<> writeJwks(const QString &path, const QByteArray &jwks)
{
    if (const Result<> clean = keys::checkPublicOnly(jwks); !clean)
        return clean;
    if (const Result<> written = writeWhole(path, jwks); !written)
        return written;
    const QByteArray again = readWhole(path);
    if (const Result<> clean = keys::checkPublicOnly(again); !clean) {
        QFile::remove(path);
        return clean;
    }
    if (again != jwks) {
        return failure(ErrorCode::Storage,
            Words::tr("The file reads back differently from what was written."), path,
            Words::tr("Choose another folder."));
    }
    return {};
}

Result<> writePublicHalf(const QString &folder, const keys::KeyPair &pair, const QString &keyId)
{
    if (!QDir().mkpath(folder)) {
        return failure(
            ErrorCode::Storage, Words::tr("The folder for public keys could not be made."), folder);
    }
    const QString thumbprint = QString::fromLatin1(pair.thumbprint());
    const QByteArray jwks = keys::jwkSet({pair.publicJwk(keyId)});
    if (const Result<> written = writeJwks(publicPath(folder, thumbprint, QLatin1String(".jwks.json")), jwks);
        !written)
        return written;
    return writeWhole(publicPath(folder, thumbprint, QLatin1String(".pub.pem")), pair.publicPem());
}

void removePublicHalf(const QString &folder, const QString &thumbprint)
{
    for (const char *suffix : {".jwks.json", ".pub.pem", ".hosted.json"})
        QFile::remove(publicPath(folder, thumbprint, QLatin1String(suffix)));
}

PublicHalf readPublicHalf(const QString &folder, const QString &thumbprint)
{
    PublicHalf half{readWhole(publicPath(folder, thumbprint, QLatin1String(".jwks.json"))),
        readWhole(publicPath(folder, thumbprint, QLatin1String(".pub.pem"))), 0};
    // Somebody may have put another file there: only a public set is ever shown.
    if (!keys::checkPublicOnly(half.jwks))
        half.jwks.clear();
    if (!half.pem.startsWith("-----BEGIN PUBLIC KEY-----"))
        half.pem.clear();
    half.bits = bitsOf(half.jwks);
    return half;
}

} // namespace waybill::assistant
