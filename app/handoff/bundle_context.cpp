// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle_context.h"

#include "base/fhir_instant.h"
#include "handoff/ordered_json.h"
#include "handoff/words.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace waybill::handoff {
namespace {

constexpr qsizetype kLongestName = 40; // a CronJob's name may have 52, with our "waybill-" in front

QStringList requiredChecks(const Waybill &waybill)
{
    QStringList ids{QStringLiteral("discovery"), QStringLiteral("jwks"), QStringLiteral("token")};
    if (waybill.exports.level == practices::Level::Group)
        ids.append(QStringLiteral("group"));
    return ids;
}

/// Why one check does not count; empty = it does.
QString whyNot(const QString &id, const BundleInput &input)
{
    for (const Evidence &evidence : input.evidence) {
        if (evidence.id != id)
            continue;
        const QString title = evidence.title.isEmpty() ? id : evidence.title;
        if (!evidence.ok)
            return Words::tr("%1: not passed.").arg(title);
        const auto at = FhirInstant::parse(evidence.at);
        if (!at)
            return Words::tr("%1: it is not known when it was checked.").arg(title);
        if (input.now - at->toInstant() > input.staleAfter)
            return Words::tr(
                "%1: checked more than %n day(s) ago.", nullptr, static_cast<int>(input.staleAfter.count()))
                .arg(title);
        return {};
    }
    return Words::tr("%1: never checked.").arg(id);
}

} // namespace

QStringList whyNotValidated(const BundleInput &input)
{
    QStringList why;
    for (const QString &id : requiredChecks(input.waybill)) {
        if (const QString reason = whyNot(id, input); !reason.isEmpty())
            why.append(reason);
    }
    return why;
}

practices::KeyReference keyForServer(const practices::KeyReference &reference)
{
    using Kind = practices::KeyReference::Kind;
    switch (reference.kind) {
    case Kind::None:
    case Kind::Keychain: return {Kind::Credential, QStringLiteral("waybill-key")};
    case Kind::File: return {Kind::File, QStringLiteral("key.pem")};
    case Kind::EnvironmentVariable:
    case Kind::Credential: return reference;
    }
    Q_UNREACHABLE();
}

QString bundleName(const Waybill &waybill)
{
    const QString title = waybill.name.isEmpty() ? waybill.practice.name : waybill.name;
    QString name;
    for (const QChar c :
        (title + QLatin1Char(' ') + waybill.practice.code).normalized(QString::NormalizationForm_KD)) {
        const char plain = c.toLower().toLatin1();
        if ((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9'))
            name += QLatin1Char(plain);
        else if (c.category() != QChar::Mark_NonSpacing && !name.isEmpty()
            && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    name.truncate(kLongestName);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("practice") : name;
}

Calendar BundleContext::calendar() const
{
    const auto chosen = Calendar::parse(waybill().schedule.calendar);
    return chosen ? *chosen : Calendar{{}, QStringLiteral("02:30"), QStringLiteral("UTC")};
}

QStringList targetWarnings(const BundleInput &input)
{
    using Kind = practices::KeyReference::Kind;
    const Waybill &waybill = input.waybill;
    const bool isEcw = waybill.vendor == QLatin1String("eclinicalworks");
    QStringList warnings;
    if (waybill.client.key.kind == Kind::Keychain)
        warnings.append(
            Words::tr("The waybill names a keychain: a service has none. systemd cannot run it as it is."));
    if (waybill.client.key.kind == Kind::EnvironmentVariable)
        warnings.append(Words::tr(
            "The key comes from an environment variable: other processes of the same user can read it."));
    if (waybill.schedule.calendar.isEmpty())
        warnings.append(
            Words::tr("No time was chosen: the timer and the CronJob propose 02:30 UTC every day."));
    else if (Calendar::parse(waybill.schedule.calendar).value_or(Calendar()).zone.isEmpty())
        warnings.append(Words::tr("The schedule names no time zone: the server's own is used."));
    if (waybill.watermarks.isEmpty() && waybill.exports.since == Waybill::kSinceWatermark)
        warnings.append(Words::tr("There is no watermark yet: the first run exports everything."));
    if (isEcw && waybill.client.algorithm != QLatin1String("RS384"))
        warnings.append(Words::tr("eClinicalWorks accepts RS384 only; this key is for %1.")
                            .arg(waybill.client.algorithm));
    if (isEcw && waybill.exports.level != practices::Level::Group)
        warnings.append(Words::tr("eClinicalWorks documents exports at Group level only."));
    return warnings;
}

QByteArray validationFile(const BundleContext &context)
{
    QJsonArray checks;
    for (const Evidence &evidence : context.input.evidence) {
        checks.append(QJsonObject{{QStringLiteral("id"), evidence.id}, {QStringLiteral("ok"), evidence.ok},
            {QStringLiteral("at"), evidence.at}, {QStringLiteral("detail"), evidence.detail}});
    }
    OrderedJson tool;
    tool.add("name", QStringLiteral("Waybill"));
    tool.add("version", QStringLiteral(WAYBILL_VERSION));
    OrderedJson json;
    json.add("waybillValidation", 1);
    json.add("validated", context.validated());
    json.addTexts("notValidatedBecause", context.why);
    json.add("writtenAt", toDateTime(context.input.now).toString(Qt::ISODateWithMs));
    json.add("staleAfterDays", static_cast<int>(context.input.staleAfter.count()));
    json.add("tool", tool);
    json.add("watermarkOwner",
        context.input.watermarkOwner == WatermarkOwner::Ops ? QStringLiteral("ops")
                                                            : QStringLiteral("desktop"));
    json.add("waybillSha256",
        QString::fromLatin1(
            QCryptographicHash::hash(context.waybillJson, QCryptographicHash::Sha256).toHex()));
    json.add("checks", QJsonValue(checks));
    return json.toJson();
}

} // namespace waybill::handoff
