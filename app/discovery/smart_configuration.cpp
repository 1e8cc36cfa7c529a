// SPDX-License-Identifier: Apache-2.0
#include "discovery/smart_configuration.h"

#include "base/redact.h"
#include "discovery/base_url.h"
#include "discovery/vendor_preset.h"
#include "discovery/words.h"
#include "http/origin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill::discovery {
namespace {

/// Reads the fields of one document and collects what was odd.
class Reader
{
public:
    Reader(QJsonObject root, const QUrl &fhirBase)
        : m_root(std::move(root))
        , m_directory(fhirBase)
    {
        // RFC 3986 would drop the last segment of a base without a slash; SMART means "below the base".
        m_directory.setPath(m_directory.path() + QLatin1Char('/'));
    }

    QUrl url(const char *key)
    {
        const QString raw = text(key).trimmed();
        if (raw.isEmpty())
            return {};
        const QUrl given(raw, QUrl::StrictMode);
        if (!given.isValid()) {
            notes.append(Words::tr("“%1” is not an address.").arg(QLatin1String(key)));
            return {};
        }
        if (!given.isRelative())
            return given;
        notes.append(
            Words::tr("“%1” is relative and was read as below the FHIR base URL.").arg(QLatin1String(key)));
        return m_directory.resolved(given);
    }

    QString text(const char *key)
    {
        const QJsonValue value = m_root.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            wrongType(key);
        return value.toString();
    }

    QStringList list(const char *key)
    {
        const QJsonValue value = m_root.value(QLatin1String(key));
        if (value.isString()) // seen: one value instead of a list, or a space-separated one
            return value.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (!value.isUndefined() && !value.isNull() && !value.isArray())
            wrongType(key);
        QStringList items;
        for (const auto item : value.toArray()) {
            if (item.isString())
                items.append(item.toString());
        }
        return items;
    }

    QStringList requiredList(const char *key)
    {
        QStringList items = list(key);
        if (items.isEmpty())
            notes.append(Words::tr("“%1” is required by SMART but missing.").arg(QLatin1String(key)));
        return items;
    }

    QStringList notes;

private:
    void wrongType(const char *key)
    {
        notes.append(Words::tr("“%1” is of the wrong type and was ignored.").arg(QLatin1String(key)));
    }

    QJsonObject m_root;
    QUrl m_directory;
};

QString brandIdentifierOf(const QJsonValue &value)
{
    const QJsonObject identifier = value.toObject();
    const QString system = identifier.value(QLatin1String("system")).toString();
    const QString id = identifier.value(QLatin1String("value")).toString();
    return system.isEmpty() ? id : system + QLatin1Char('|') + id;
}

Failure notSmart(const QUrl &fhirBase, const QString &what)
{
    return failure(ErrorCode::ProtocolMismatch, what, placeOf(fhirBase),
        Words::tr("Check the base URL; the CapabilityStatement is asked instead."));
}

/// One line of "does the list that was published hold what we need".
Finding holds(const QString &id, const QString &title, const QStringList &published, const QString &wanted)
{
    Finding finding{id, FindingState::Ok, title, Words::tr("“%1” is offered.").arg(wanted)};
    if (published.isEmpty()) {
        finding.state = FindingState::Unknown;
        finding.detail = Words::tr("The server does not say.");
    } else if (!published.contains(wanted)) {
        finding.state = FindingState::Attention;
        finding.detail = Words::tr("“%1” is not among what the server lists: %2.")
                             .arg(wanted, plainServerText(published.join(QLatin1String(", ")).toUtf8(), 200));
    }
    return finding;
}

Finding tokenLine(const SmartConfiguration &configuration, const QUrl &fhirBase)
{
    Finding finding{QStringLiteral("smart.token"), FindingState::Ok, Words::tr("Token endpoint"),
        redactedUrl(configuration.tokenEndpoint)};
    const bool sameHost = configuration.tokenEndpoint.host() == fhirBase.host();
    const bool bothEcw =
        ecwHostOf(fhirBase) != EcwHost::None && ecwHostOf(configuration.tokenEndpoint) != EcwHost::None;
    if (!http::isAllowedScheme(configuration.tokenEndpoint)) {
        finding.state = FindingState::Bad;
        finding.detail = Words::tr("%1 is not encrypted (https).").arg(finding.detail);
    } else if (!sameHost && !bothEcw) { // eCW: oauthserver.eclinicalworks.com for every practice, normal
        finding.state = FindingState::Attention;
        finding.detail =
            Words::tr("%1 is on another host than the FHIR server; make sure that it belongs to it.")
                .arg(finding.detail);
    }
    return finding;
}

Finding algorithmLine(
    const SmartConfiguration &configuration, const QString &algorithm, const QString &vendor)
{
    Finding finding = holds(QStringLiteral("smart.algorithm"), Words::tr("Signature algorithm"),
        configuration.signingAlgorithms, algorithm);
    const VendorPreset preset = presetFor(vendor);
    if (!configuration.signingAlgorithms.isEmpty() || preset.algorithms.size() != 1)
        return finding;
    // eCW: leaves token_endpoint_auth_signing_alg_values_supported out and accepts RS384 only.
    finding.detail = Words::tr("The server does not say; the %1 profile says %2.")
                         .arg(preset.name, preset.algorithms.first());
    if (!preset.algorithms.contains(algorithm)) {
        finding.state = FindingState::Attention;
        finding.detail += QLatin1Char(' ') + Words::tr("Your key is for %1.").arg(algorithm);
    }
    return finding;
}

Finding permissionLine(const SmartConfiguration &configuration)
{
    Finding finding{QStringLiteral("smart.permission"), FindingState::Unknown,
        Words::tr("Form of the scopes"), Words::tr("The server does not say.")};
    const bool v1 = configuration.capabilities.contains(QLatin1String("permission-v1"));
    const bool v2 = configuration.capabilities.contains(QLatin1String("permission-v2"));
    if (!v1 && !v2)
        return finding;
    finding.state = FindingState::Ok;
    if (v1 && v2)
        finding.detail = Words::tr("Both forms: system/Patient.read and system/Patient.rs.");
    else
        finding.detail = v1 ? Words::tr("The first form: system/Patient.read.")
                            : Words::tr("The second form: system/Patient.rs.");
    return finding;
}

Finding scopesLine(const SmartConfiguration &configuration)
{
    Finding finding{QStringLiteral("smart.scopes"), FindingState::Unknown, Words::tr("Published scopes"),
        Words::tr("The server does not list its scopes.")};
    if (configuration.scopes.isEmpty())
        return finding;
    const qsizetype system = configuration.systemScopes().size();
    finding.state = system > 0 ? FindingState::Ok : FindingState::Attention;
    finding.detail = system > 0 ? Words::tr("%1 scopes, %2 of them for backend services (system/…).")
                                      .arg(configuration.scopes.size())
                                      .arg(system)
                                : Words::tr("None of the %1 scopes is for backend services (system/…).")
                                      .arg(configuration.scopes.size());
    return finding;
}

} // namespace

QStringList SmartConfiguration::systemScopes() const
{
    QStringList found;
    for (const QString &scope : scopes) {
        if (scope.startsWith(QLatin1String("system/")))
            found.append(scope);
    }
    return found;
}

Result<SmartConfiguration> parseSmartConfiguration(QByteArrayView bytes, const QUrl &fhirBase)
{
    const QByteArray json = bytes.toByteArray();
    if (json.trimmed().startsWith('<')) // SB-007: a web page with status 200
        return notSmart(
            fhirBase, Words::tr("The server answered with a web page: not a SMART configuration."));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return notSmart(fhirBase, Words::tr("The answer is not a JSON object: not a SMART configuration."));

    const QJsonObject root = document.object();
    Reader in(root, fhirBase);
    SmartConfiguration found;
    found.tokenEndpoint = in.url("token_endpoint");
    if (found.tokenEndpoint.isEmpty() || found.tokenEndpoint.host().isEmpty())
        return notSmart(
            fhirBase, Words::tr("There is no token endpoint in the answer: not a SMART configuration."));
    found.authorizationEndpoint = in.url("authorization_endpoint");
    found.jwksUri = in.url("jwks_uri");
    found.registrationEndpoint = in.url("registration_endpoint");
    found.issuer = in.text("issuer");
    found.grantTypes = in.requiredList("grant_types_supported");
    found.capabilities = in.requiredList("capabilities");
    found.codeChallengeMethods = in.requiredList("code_challenge_methods_supported");
    found.tokenAuthMethods = in.list("token_endpoint_auth_methods_supported");
    found.signingAlgorithms = in.list("token_endpoint_auth_signing_alg_values_supported");
    found.scopes = in.list("scopes_supported");
    found.brandBundle = in.url("user_access_brand_bundle");
    found.brandIdentifier = brandIdentifierOf(root.value(QLatin1String("user_access_brand_identifier")));
    found.notes = in.notes;
    return found;
}

QList<Finding> checkSmartConfiguration(const SmartConfiguration &configuration, const QUrl &fhirBase,
    const QString &algorithm, const QString &vendor)
{
    return {
        tokenLine(configuration, fhirBase),
        holds(QStringLiteral("smart.grant"), Words::tr("Grant for backend services"),
            configuration.grantTypes, QStringLiteral("client_credentials")),
        holds(QStringLiteral("smart.auth"), Words::tr("Sign-in with a key"), configuration.tokenAuthMethods,
            QStringLiteral("private_key_jwt")),
        algorithmLine(configuration, algorithm, vendor),
        holds(QStringLiteral("smart.capability"), Words::tr("Asymmetric client authentication"),
            configuration.capabilities, QStringLiteral("client-confidential-asymmetric")),
        permissionLine(configuration),
        scopesLine(configuration),
    };
}

} // namespace waybill::discovery
