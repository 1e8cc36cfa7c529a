// SPDX-License-Identifier: Apache-2.0
#include "assistant/record.h"

#include "flows/durable_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace waybill::assistant {
namespace {

const QString kFile = QStringLiteral("/onboarding.json");
const QString kLastToken = QStringLiteral("lastToken");
const QString kMilestones = QStringLiteral("milestones");
const QString kRotation = QStringLiteral("rotation");
const QString kRetiredKeys = QStringLiteral("retiredKeys");
const QString kExtraScopes = QStringLiteral("extraScopes");
constexpr qint64 kLargest = qint64{1} << 20;

} // namespace

OnboardingRecord withNotes(practices::Profile profile, const QString &folder)
{
    OnboardingRecord record{std::move(profile), {}, {}, {}, {}, {}};
    QFile file(folder + kFile);
    if (!file.open(QIODevice::ReadOnly))
        return record;
    const QJsonObject notes = QJsonDocument::fromJson(file.read(kLargest)).object();
    const QJsonObject token = notes.value(kLastToken).toObject();
    record.lastToken = {token.value(QLatin1String("clientId")).toString(),
        token.value(QLatin1String("keyThumbprint")).toString(), token.value(QLatin1String("at")).toString()};
    record.milestones = notes.value(kMilestones).toObject();
    record.rotation = notes.value(kRotation).toObject();
    record.retiredKeys = notes.value(kRetiredKeys).toObject();
    for (const QJsonValue &scope : notes.value(kExtraScopes).toArray())
        record.extraScopes.append(scope.toString());
    return record;
}

Result<> saveNotes(const OnboardingRecord &record, const QString &folder)
{
    const QJsonObject token{{QStringLiteral("clientId"), record.lastToken.clientId},
        {QStringLiteral("keyThumbprint"), record.lastToken.keyThumbprint},
        {QStringLiteral("at"), record.lastToken.at}};
    const QJsonObject notes{{kLastToken, token}, {kMilestones, record.milestones},
        {kRotation, record.rotation}, {kRetiredKeys, record.retiredKeys},
        {kExtraScopes, QJsonArray::fromStringList(record.extraScopes)}};
    if (const Result<> made = flows::makePrivateFolder(folder); !made)
        return made;
    return flows::writeDurably(folder + kFile, QJsonDocument(notes).toJson());
}

} // namespace waybill::assistant
