// SPDX-License-Identifier: Apache-2.0
#include "assistant/all_keys.h"

#include "assistant/key_files.h"
#include "assistant/key_rotation.h"
#include "assistant/words.h"
#include "practices/store.h"
#include "vault/secret_store.h"

#include <QFile>

#include <algorithm>

namespace waybill::assistant {

using practices::KeyRecord;
using practices::KeyReference;
using practices::Profile;

namespace {

constexpr qsizetype kConsent = 8; ///< characters of the ID

/// Only what Waybill itself writes: a path in the store is no licence to delete whatever lies there now.
Result<> removeKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)
        || !file.readLine().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
        return failure(ErrorCode::Storage, Words::tr("What lies there is not an encrypted key of Waybill."),
            path, Words::tr("Look at the file, and delete it yourself if it is the key."));
    }
    file.close();
    if (!file.remove()) {
        return failure(ErrorCode::Storage,
            Words::tr("The key file could not be deleted: %1.").arg(file.errorString()), path,
            Words::tr("Delete it yourself, then try again."));
    }
    return {};
}

void note(KeyUse &use, const OnboardingRecord &practice)
{
    const QString &thumbprint = use.record.thumbprint;
    if (practice.keyThumbprint == thumbprint)
        use.usedBy.append(practice.name);
    const rotation::State turn = rotation::stateFromJson(practice.rotation);
    const bool turns = turn.phase != rotation::Phase::None
        && (turn.old.thumbprint == thumbprint || turn.next.thumbprint == thumbprint)
        && (practice.keyThumbprint == turn.old.thumbprint || practice.keyThumbprint == turn.next.thumbprint);
    if (turns)
        use.rotatedBy.append(practice.name);
    const QJsonObject retired = practice.retiredKeys.value(thumbprint).toObject();
    if (!retired.isEmpty()) {
        use.retiredAt = std::max(use.retiredAt, retired.value(QLatin1String("at")).toString());
        use.exposed = use.exposed || retired.value(QLatin1String("exposed")).toBool();
    }
}

} // namespace

Result<QList<KeyUse>> keyUses(const practices::Store &store)
{
    const Result<QList<KeyRecord>> records = store.keys();
    const Result<QList<Profile>> profiles = store.profiles();
    if (!records || !profiles)
        return failure(records ? profiles.error() : records.error());
    QList<OnboardingRecord> practices;
    for (const Profile &profile : *profiles)
        practices.append(withNotes(profile, store.folder() + QStringLiteral("/practices/") + profile.id));
    QList<KeyUse> uses;
    for (const KeyRecord &record : *records) {
        uses.append(KeyUse{record, {}, {}, {}, false});
        for (const OnboardingRecord &practice : std::as_const(practices))
            note(uses.last(), practice);
    }
    return uses;
}

AllKeys::AllKeys(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
}

QString AllKeys::consentFor(const KeyRecord &record)
{
    return record.kid.left(kConsent);
}

Result<KeyUse> AllKeys::removable(const QString &thumbprint, const QString &consent) const
{
    const Result<QList<KeyUse>> uses = keys();
    if (!uses)
        return failure(uses.error());
    const auto found = std::find_if(uses->cbegin(), uses->cend(),
        [&thumbprint](const KeyUse &use) { return use.record.thumbprint == thumbprint; });
    if (found == uses->cend())
        return failure(ErrorCode::InvalidInput, Words::tr("This key is not known here any more."));
    if (found->isNeeded()) {
        return failure(ErrorCode::Busy,
            Words::tr("This key is needed by: %1.")
                .arg((found->usedBy + found->rotatedBy).join(QStringLiteral(", "))),
            {}, Words::tr("Rotate it there first; archived practices count, too."));
    }
    if (consent.trimmed() != consentFor(found->record)) {
        return failure(ErrorCode::InvalidInput,
            Words::tr("A key is deleted only when you type the beginning of its ID."), {},
            Words::tr("Type: %1").arg(consentFor(found->record)));
    }
    return *found;
}

void AllKeys::remove(const QString &thumbprint, const QString &consent, QObject *context,
    const std::function<void(Result<>)> &done)
{
    const Result<KeyUse> use = removable(thumbprint, consent);
    const auto later = [context, done](const Result<> &result) {
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    if (!use) {
        later(failure(use.error()));
        return;
    }
    const KeyRecord record = use->record;
    if (record.where.kind != KeyReference::Kind::Keychain) {
        const Result<> gone =
            record.where.kind == KeyReference::Kind::File ? removeKeyFile(record.where.value) : Result<>();
        later(gone ? forget(record) : gone);
        return;
    }
    m_deps.keychain.remove(record.where.value, context, [this, record, done](const Result<> &removed) {
        const bool gone = removed || removed.error().code == ErrorCode::SecretMissing;
        done(gone ? forget(record) : removed);
    });
}

Result<> AllKeys::forget(const KeyRecord &record) const
{
    removePublicHalf(m_deps.folder, record.thumbprint);
    return m_deps.store.removeKey(record.thumbprint);
}

} // namespace waybill::assistant
