// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle.h"

#include "handoff/bundle_context.h"
#include "handoff/bundle_files.h"
#include "handoff/verify_bundle.h"
#include "handoff/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace waybill::handoff {
namespace {

Failure storage(const QString &what, const QString &path)
{
    return failure(ErrorCode::Storage, what, path);
}

Failure secretFound(const QString &file, const QString &what)
{
    return failure(ErrorCode::InvalidInput, Words::tr("The bundle would hold %1.").arg(what), file,
        Words::tr("A bundle never holds a secret. Take it out of the practice's fields."));
}

/// Where the encrypted key goes: a plain file name, so that it stays inside the bundle.
Result<QString> keyFileName(const BundleInput &input)
{
    const practices::KeyReference &key = input.waybill.client.key;
    const bool plainName = key.kind == practices::KeyReference::Kind::File
        && !key.value.contains(QLatin1Char('/')) && !key.value.contains(QLatin1Char('\\'))
        && !key.value.startsWith(QLatin1Char('.'));
    if (!plainName) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("The key is to lie in the bundle, but the waybill looks for it elsewhere."),
            QStringLiteral("client.key"), Words::tr("Name it {\"file\": \"key.pem\"}."));
    }
    if (!isEncryptedKeyPem(*input.encryptedKeyPem)) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("Only an encrypted key (PKCS#8 PEM) may go into a bundle."), key.value,
            Words::tr("Encrypt it with a passphrase first."));
    }
    return key.value;
}

Result<BundleFiles> makeFiles(const BundleContext &context)
{
    BundleFiles files;
    const QString unit = QStringLiteral("systemd/waybill-") + context.name;
    files.insert(QStringLiteral("README.md"), readmeFile(context));
    files.insert(QStringLiteral("jwks.json"), context.input.jwksJson);
    files.insert(QStringLiteral("kubernetes/cronjob.yaml"), cronJobFile(context));
    files.insert(unit + QLatin1String(".service"), serviceUnit(context));
    files.insert(unit + QLatin1String(".timer"), timerUnit(context));
    files.insert(QStringLiteral("validation.json"), validationFile(context));
    files.insert(QStringLiteral("waybill.json"), context.waybillJson);
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (const QString secret = secretIn(it.value()); !secret.isEmpty())
            return secretFound(it.key(), secret);
    }
    if (context.input.encryptedKeyPem) {
        const auto name = keyFileName(context.input);
        if (!name)
            return failure(name.error());
        if (files.contains(*name))
            return failure(ErrorCode::InvalidInput,
                Words::tr("The key cannot have the name of another file of the bundle."), *name);
        files.insert(*name, *context.input.encryptedKeyPem);
    }
    files.insert(kSumsFile, sumsFile(files));
    return files;
}

// Everything but a key may be read by the service's own user, whatever the umask of who wrote it.
constexpr QFile::Permissions kKeyMode = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kFileMode = kKeyMode | QFile::ReadGroup | QFile::ReadOther;
constexpr QFile::Permissions kFolderMode = kFileMode | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

Result<> writeFile(const QString &path, const QByteArray &bytes, bool isKey)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, kFolderMode))
        return storage(Words::tr("A folder of the bundle cannot be made."), path);
    QSaveFile file(path); // flushes to disk before it renames
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(isKey ? kKeyMode : kFileMode))
        return storage(
            Words::tr("A file of the bundle cannot be written: %1.").arg(file.errorString()), path);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return storage(
            Words::tr("A file of the bundle cannot be written: %1.").arg(file.errorString()), path);
    return {};
}

/// The finished folder takes its name in one step; what was there goes only after that.
Result<> putInPlace(const QString &made, const QString &target)
{
    const QString aside = made + QLatin1String(".old");
    const bool replacing = QFileInfo::exists(target);
    if (replacing && !QDir().rename(target, aside))
        return storage(Words::tr("The old bundle cannot be moved aside."), target);
    if (!QDir().rename(made, target)) {
        if (replacing)
            QDir().rename(aside, target);
        return storage(Words::tr("The bundle cannot be given its name."), target);
    }
    if (replacing)
        QDir(aside).removeRecursively();
    return {};
}

Result<> writeAll(const BundleFiles &files, const BundleInput &input, const QString &folder)
{
    for (auto it = files.begin(); it != files.end(); ++it) {
        const bool isKey = input.encryptedKeyPem && it.key() == input.waybill.client.key.value;
        if (auto done = writeFile(folder + QLatin1Char('/') + it.key(), it.value(), isKey); !done)
            return done;
    }
    if (auto verified = verifyBundle(folder); !verified) // what ops will read, read back from the disk
        return failure(verified.error());
    return {};
}

} // namespace

Result<WrittenBundle> writeBundle(const BundleInput &input, const QString &parent, bool replace)
{
    if (auto valid = validate(input.waybill); !valid)
        return failure(valid.error());
    if (const QString problem = problemOfJwks(input.jwksJson); !problem.isEmpty())
        return failure(ErrorCode::InvalidInput, problem, QStringLiteral("jwks.json"));

    const BundleContext context{input, bundleName(input.waybill), whyNotValidated(input),
        targetWarnings(input), writeWaybill(input.waybill)};
    const auto files = makeFiles(context);
    if (!files)
        return failure(files.error());

    const QString plainName = input.folderName.isEmpty() ? context.name : input.folderName;
    const QString folderName = context.validated() ? plainName : plainName + QStringLiteral("-NOT-VALIDATED");
    const QString target = QDir(parent).absoluteFilePath(folderName);
    if (QFileInfo::exists(target) && !replace) {
        return failure(ErrorCode::Busy, Words::tr("There is a bundle of this name already."), target,
            Words::tr("Replace it, or choose another folder."));
    }
    if (!QDir().mkpath(parent))
        return storage(Words::tr("The folder for the bundle cannot be made."), parent);
    QTemporaryDir making(QDir(parent).absoluteFilePath(QStringLiteral(".%1-XXXXXX").arg(folderName)));
    if (!making.isValid())
        return storage(
            Words::tr("The folder for the bundle cannot be written to: %1.").arg(making.errorString()),
            parent);
    if (auto written = writeAll(*files, input, making.path()); !written)
        return failure(written.error());
    if (auto placed = putInPlace(making.path(), target); !placed)
        return failure(placed.error());
    making.setAutoRemove(false);

    return WrittenBundle{target, files->keys(),
        QCryptographicHash::hash(files->value(kSumsFile), QCryptographicHash::Sha256).toHex(),
        context.validated(), context.why + context.warnings};
}

} // namespace waybill::handoff
