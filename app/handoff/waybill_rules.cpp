// SPDX-License-Identifier: Apache-2.0
#include "handoff/waybill_rules.h"

#include "base/fhir_instant.h"
#include "handoff/words.h"

#include <QRegularExpression>

namespace waybill::handoff {
namespace {

using Problem = std::optional<FieldProblem>;
using Path = QStringList;

Path path(const char *section, const char *field = nullptr)
{
    Path steps{QLatin1String(section)};
    if (field != nullptr)
        steps.append(QLatin1String(field));
    return steps;
}

bool isLine(const QString &text)
{
    const auto characters = text.toUcs4(); // a surrogate alone is not printable
    return std::all_of(characters.begin(), characters.end(), [](uint c) { return QChar::isPrint(c); });
}

Problem missing(const Path &where)
{
    return FieldProblem{where, Words::tr("%1 is missing or empty.").arg(pathText(where))};
}

Problem requireLine(const Path &where, const QString &value)
{
    if (value.trimmed().isEmpty())
        return missing(where);
    if (!isLine(value))
        return FieldProblem{where, Words::tr("%1 holds control characters.").arg(pathText(where))};
    return {};
}

Problem optionalLine(const Path &where, const QString &value)
{
    return value.isEmpty() ? Problem() : requireLine(where, value);
}

/// http names this computer only (BD-001). By text: this room has no Qt Network.
bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral("^127(\\.\\d{1,3}){3}$"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || v4.match(host).hasMatch();
}

Problem requireAddress(const Path &where, const QUrl &url)
{
    if (url.isEmpty())
        return missing(where);
    if (isServerAddress(url))
        return {};
    return FieldProblem{where,
        Words::tr("%1 must be an https address without user name, query and fragment.").arg(pathText(where)),
        Words::tr("Plain http is accepted for this computer only.")};
}

Problem optionalAddress(const Path &where, const QUrl &url)
{
    return url.isEmpty() ? Problem() : requireAddress(where, url);
}

Problem oneOf(const Path &where, const QString &value, const QStringList &allowed)
{
    if (allowed.contains(value))
        return {};
    return FieldProblem{
        where, Words::tr("%1 must be one of: %2.").arg(pathText(where), allowed.join(QLatin1String(", ")))};
}

Problem inRange(const Path &where, int value, int low, int high)
{
    if (value >= low && value <= high)
        return {};
    return FieldProblem{
        where, Words::tr("%1 must lie between %2 and %3.").arg(pathText(where)).arg(low).arg(high)};
}

bool isTypeName(const QString &type)
{
    static const QRegularExpression name(QStringLiteral("^[A-Z][A-Za-z]{1,63}$"));
    return name.match(type).hasMatch();
}

Problem serverProblem(const Waybill::Server &server)
{
    static const QRegularExpression version(QStringLiteral("^[1-9]\\.\\d+\\.\\d+(-[A-Za-z0-9.-]+)?$"));
    if (auto problem = requireAddress(path("server", "fhirBaseUrl"), server.fhirBaseUrl))
        return problem;
    if (auto problem = optionalAddress(path("server", "tokenUrl"), server.tokenUrl))
        return problem;
    if (!version.match(server.bulkDataVersion).hasMatch()) {
        const Path where = path("server", "bulkDataVersion");
        return FieldProblem{where, Words::tr("%1 must be a version like 2.0.0.").arg(pathText(where))};
    }
    for (qsizetype i = 0; i < server.trustedOrigins.size(); ++i) {
        const Path where = path("server", "trustedOrigins") + Path{QString::number(i)};
        const QUrl url(server.trustedOrigins[i], QUrl::StrictMode);
        const bool isOrigin =
            isServerAddress(url) && (url.path().isEmpty() || url.path() == QLatin1String("/"));
        if (!isOrigin)
            return FieldProblem{where,
                Words::tr("%1 must be an origin like https://files.example.org.").arg(pathText(where))};
    }
    return {};
}

Problem keyProblem(const practices::KeyReference &key)
{
    const Path where = path("client", "key");
    if (key.kind == practices::KeyReference::Kind::None || key.value.trimmed().isEmpty()) {
        return FieldProblem{where,
            Words::tr("%1 must name one place of the private key.").arg(pathText(where)),
            Words::tr(
                "Write {\"file\": …}, {\"keychain\": …}, {\"environment\": …} or {\"credential\": …}.")};
    }
    const bool looksLikeKey = key.value.contains(QLatin1String("-----BEGIN"))
        || (key.value.contains(QLatin1Char('{')) && key.value.contains(QLatin1String("\"kty\"")));
    if (looksLikeKey) {
        return FieldProblem{where,
            Words::tr("%1 holds a key; a waybill only says where it lies.").arg(pathText(where)),
            Words::tr("Take the key out, treat it as disclosed and make a new one.")};
    }
    static const QRegularExpression variable(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    static const QRegularExpression credential(QStringLiteral("^[A-Za-z0-9._-]{1,255}$"));
    using Kind = practices::KeyReference::Kind;
    const bool badName = (key.kind == Kind::EnvironmentVariable && !variable.match(key.value).hasMatch())
        || (key.kind == Kind::Credential && !credential.match(key.value).hasMatch()) || !isLine(key.value);
    if (badName)
        return FieldProblem{where, Words::tr("%1 is not a usable name.").arg(pathText(where))};
    return {};
}

Problem clientProblem(const Waybill::Client &client)
{
    if (auto problem = requireLine(path("client", "clientId"), client.clientId))
        return problem;
    if (auto problem = oneOf(path("client", "algorithm"), client.algorithm,
            {QStringLiteral("RS384"), QStringLiteral("ES384")}))
        return problem;
    if (auto problem = keyProblem(client.key))
        return problem;
    if (auto problem = optionalLine(path("client", "keyId"), client.keyId))
        return problem;
    if (auto problem = optionalLine(path("client", "keyThumbprint"), client.keyThumbprint))
        return problem;
    if (auto problem = optionalAddress(path("client", "jwksUrl"), client.jwksUrl))
        return problem;
    for (qsizetype i = 0; i < client.scopes.size(); ++i) {
        const Path where = path("client", "scopes") + Path{QString::number(i)};
        if (client.scopes[i].isEmpty() || client.scopes[i].contains(QLatin1Char(' '))
            || !isLine(client.scopes[i]))
            return FieldProblem{
                where, Words::tr("%1 must be one scope without spaces.").arg(pathText(where))};
    }
    constexpr auto kDay = static_cast<int>(practices::kLargestClockOffset.count());
    return inRange(path("client", "clockOffset"), client.clockOffset, -kDay, kDay);
}

Problem groupProblem(const Waybill::Export &exports)
{
    if (exports.level != practices::Level::Group)
        return {};
    const Path where = path("export", "groupId");
    if (auto problem = requireLine(where, exports.groupId))
        return problem;
    static const QRegularExpression breaksSegment(QStringLiteral("[\\s/?#\\\\%]")); // BD-008
    if (exports.groupId.contains(breaksSegment))
        return FieldProblem{
            where, Words::tr("%1 holds a character that no Group id has.").arg(pathText(where))};
    return {};
}

Problem exportProblem(const Waybill::Export &exports)
{
    if (auto problem = groupProblem(exports))
        return problem;
    if (exports.types.isEmpty()) {
        const Path where = path("export", "types");
        return FieldProblem{
            where, Words::tr("%1 must name at least one resource type.").arg(pathText(where))};
    }
    for (qsizetype i = 0; i < exports.types.size(); ++i) {
        const Path where = path("export", "types") + Path{QString::number(i)};
        if (!isTypeName(exports.types[i]))
            return FieldProblem{
                where, Words::tr("%1 must be a resource type like Patient.").arg(pathText(where))};
    }
    const bool isWord = exports.since == Waybill::kSinceWatermark || exports.since == Waybill::kSinceBaseline;
    if (!isWord && !isFhirInstant(exports.since)) { // BD-032
        const Path where = path("export", "since");
        return FieldProblem{where,
            Words::tr("%1 must be “watermark”, “baseline” or an instant with date, time and zone.")
                .arg(pathText(where)),
            Words::tr("Write it like 2026-06-24T03:14:07Z.")};
    }
    return {};
}

Problem watermarkProblem(const QMap<QString, QString> &watermarks)
{
    for (auto it = watermarks.begin(); it != watermarks.end(); ++it) {
        const Path where{QStringLiteral("watermarks"), it.key()};
        if (!isTypeName(it.key()))
            return FieldProblem{
                where, Words::tr("%1: watermarks belong to resource types.").arg(pathText(where))};
        if (!isFhirInstant(it.value())) {
            return FieldProblem{where,
                Words::tr("%1 must be an instant with date, time and zone.").arg(pathText(where)),
                Words::tr("It is the server's own transactionTime, like 2026-06-24T03:14:07.000Z.")};
        }
    }
    return {};
}

Problem restProblem(const Waybill &waybill)
{
    if (auto problem =
            inRange(path("limits", "requestsPerMinute"), waybill.limits.requestsPerMinute, 0, 100000))
        return problem;
    if (auto problem = inRange(path("limits", "parallelDownloads"), waybill.limits.parallelDownloads, 1, 32))
        return problem;
    if (auto problem =
            inRange(path("schedule", "baselineEveryDays"), waybill.schedule.baselineEveryDays, 0, 3650))
        return problem;
    if (!waybill.schedule.calendar.isEmpty() && !Calendar::parse(waybill.schedule.calendar)) {
        const Path where = path("schedule", "calendar");
        return FieldProblem{where,
            Words::tr("%1 must be a time of day, with a time zone if you like.").arg(pathText(where)),
            Words::tr("Write it like “02:30 America/New_York” or “Mon..Fri 02:30 UTC”.")};
    }
    return requireLine(path("output", "directory"), waybill.outputDirectory);
}

} // namespace

bool isServerAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http") && isLoopbackHost(url.host());
}

std::optional<Calendar> Calendar::parse(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:\\.\\.|,)(?:Mon|Tue|Wed|"
                       "Thu|Fri|Sat|Sun))*) )?((?:[01]\\d|2[0-3]):[0-5]\\d)"
                       "(?: ([A-Za-z][A-Za-z0-9_+/-]*))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Calendar{match.captured(1), match.captured(2), match.captured(3)};
}

std::optional<FieldProblem> firstProblem(const Waybill &waybill)
{
    if (auto problem = optionalLine(path("name"), waybill.name))
        return problem;
    if (auto problem = requireLine(path("vendor"), waybill.vendor))
        return problem;
    if (auto problem = requireLine(path("practice", "name"), waybill.practice.name))
        return problem;
    if (auto problem = optionalLine(path("practice", "code"), waybill.practice.code))
        return problem;
    if (auto problem = oneOf(path("practice", "environment"), waybill.practice.environment,
            {QString(), QStringLiteral("sandbox"), QStringLiteral("production")}))
        return problem;
    if (auto problem = serverProblem(waybill.server))
        return problem;
    if (auto problem = clientProblem(waybill.client))
        return problem;
    if (auto problem = exportProblem(waybill.exports))
        return problem;
    if (auto problem = watermarkProblem(waybill.watermarks))
        return problem;
    return restProblem(waybill);
}

QString pathText(const QStringList &path)
{
    QString text;
    for (const QString &step : path) {
        const bool isIndex = !step.isEmpty() && step.at(0).isDigit();
        if (isIndex)
            text += QLatin1Char('[') + step + QLatin1Char(']');
        else
            text += text.isEmpty() ? step : QLatin1Char('.') + step;
    }
    return text;
}

Error toError(const FieldProblem &problem, int line)
{
    QString where = pathText(problem.path);
    if (line > 0)
        where =
            where.isEmpty() ? Words::tr("line %1").arg(line) : Words::tr("%1, line %2").arg(where).arg(line);
    return Error{ErrorCode::InvalidInput, problem.what, where, problem.next};
}

Result<> validate(const Waybill &waybill)
{
    if (const auto problem = firstProblem(waybill))
        return failure(toError(*problem));
    return {};
}

} // namespace waybill::handoff
