// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ecw_documents.h"

#include "sandbox/answers.h"
#include "sandbox/practice.h"
#include "sandbox/scope_rules.h"

#include <QJsonArray>

namespace waybill::sandbox {

namespace {

QJsonArray texts(std::initializer_list<const char *> values)
{
    QJsonArray array;
    for (const char *const value : values)
        array.append(QLatin1String(value));
    return array;
}

std::string oauthUrl(const PracticeAddress &practice, const char *leaf)
{
    return practice.tokenUrl.substr(0, practice.tokenUrl.rfind('/') + 1) + leaf;
}

QJsonObject exportOperation(const char *definition)
{
    return {{QStringLiteral("name"), QStringLiteral("export")},
        {QStringLiteral("definition"), QLatin1String(definition)}};
}

QJsonArray resources()
{
    constexpr const char *kGlobalExport =
        "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/Global-i-export";
    QJsonArray all;
    for (const std::string &type : ecwTypes()) {
        QJsonObject resource{{QStringLiteral("type"), json(type)}};
        const bool group = type == "Group";
        QJsonArray interactions{QJsonObject{{QStringLiteral("code"), QStringLiteral("search-type")}}};
        if (!group)
            interactions.prepend(QJsonObject{{QStringLiteral("code"), QStringLiteral("read")}});
        resource.insert(QStringLiteral("interaction"), interactions);
        const QString parameter = group ? QStringLiteral("page") : QStringLiteral("_id");
        resource.insert(QStringLiteral("searchParam"),
            QJsonArray{QJsonObject{{QStringLiteral("name"), parameter},
                {QStringLiteral("type"), group ? QStringLiteral("string") : QStringLiteral("token")}}});
        if (group) // eCW: listed twice
            resource.insert(QStringLiteral("operation"),
                QJsonArray{exportOperation(kGlobalExport), exportOperation(kGlobalExport)});
        all.append(resource);
    }
    return all;
}

QJsonObject security(const PracticeAddress &practice)
{
    const auto uri = [](const char *name, const std::string &value) {
        return QJsonObject{
            {QStringLiteral("url"), QLatin1String(name)}, {QStringLiteral("valueUri"), json(value)}};
    };
    const QJsonObject extension{
        {QStringLiteral("url"),
            QStringLiteral("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")},
        {QStringLiteral("extension"),
            QJsonArray{uri("authorize", oauthUrl(practice, "authorize")), uri("token", practice.tokenUrl)}}};
    return {{QStringLiteral("extension"), QJsonArray{extension}}, {QStringLiteral("cors"), true},
        {QStringLiteral("service"),
            QJsonArray{QJsonObject{
                {QStringLiteral("text"), QStringLiteral("OAuth2 using SMART-on-FHIR profile")}}}}};
}

} // namespace

QJsonObject ecwSmartConfiguration(const PracticeAddress &practice)
{
    QJsonArray scopes;
    for (const std::string &scope : ecwScopes())
        scopes.append(json(scope));
    return {{QStringLiteral("response_types_supported"), texts({"code", "id_token"})},
        {QStringLiteral("capabilities"),
            texts({"launch-ehr", "launch-standalone", "client-public", "client-confidential-symmetric",
                "context-passthrough-banner", "context-passthrough-style", "context-ehr-patient",
                "context-ehr-encounter", "context-standalone-patient", "context-standalone-encounter",
                "permission-offline", "permission-patient", "permission-user", "sso-openid-connect",
                "context-banner", "context-style", "permission-v2", "client-confidential-asymmetric",
                "permission-v1", "authorize-post"})},
        {QStringLiteral("code_challenge_methods_supported"), texts({"S256"})},
        {QStringLiteral("jwks_uri"), json(oauthUrl(practice, "jwks"))},
        {QStringLiteral("grant_types_supported"),
            texts({"authorization_code", "client_credentials", "refresh_token"})},
        {QStringLiteral("token_endpoint_auth_methods_supported"),
            texts({"client_secret_basic", "client_secret_post", "private_key_jwt", "client_secret_jwt"})},
        {QStringLiteral("issuer"), json(practice.base)},
        {QStringLiteral("authorization_endpoint"), json(oauthUrl(practice, "authorize"))},
        {QStringLiteral("token_endpoint"), json(practice.tokenUrl)},
        {QStringLiteral("scopes_supported"), scopes}};
}

QJsonObject ecwCapabilityStatement(const PracticeAddress &practice)
{
    const QJsonObject rest{{QStringLiteral("mode"), QStringLiteral("server")},
        {QStringLiteral("security"), security(practice)}, {QStringLiteral("resource"), resources()},
        {QStringLiteral("operation"),
            QJsonArray{
                exportOperation("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/Global-i-export")}}};
    return {{QStringLiteral("resourceType"), QStringLiteral("CapabilityStatement")},
        {QStringLiteral("id"), QStringLiteral("eCWFhirFacade")},
        // eCW: the cached document names another practice (seen on 2026-08-14)
        {QStringLiteral("url"),
            json(practice.base.substr(0, practice.base.rfind('/')) + "/CFFIBD/metadata?_format=json")},
        {QStringLiteral("version"), QStringLiteral("2.0")},
        {QStringLiteral("name"), QStringLiteral("eCW FHIR Facade")},
        {QStringLiteral("status"), QStringLiteral("active")},
        {QStringLiteral("date"), QStringLiteral("2026-08-14T17:04:21.203-04:00")},
        {QStringLiteral("publisher"), QStringLiteral("eClinicalWorks (imitated by waybill-sandbox)")},
        {QStringLiteral("kind"), QStringLiteral("instance")},
        {QStringLiteral("instantiates"),
            texts({"http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data",
                "http://hl7.org/fhir/us/core/CapabilityStatement/us-core-server"})},
        {QStringLiteral("software"),
            QJsonObject{{QStringLiteral("name"), QStringLiteral("eCW FHIR Facade")},
                {QStringLiteral("version"), QStringLiteral("1.6")}}},
        {QStringLiteral("fhirVersion"), QStringLiteral("4.0.1")},
        {QStringLiteral("format"), texts({"xml", "json"})}, {QStringLiteral("rest"), QJsonArray{rest}}};
}

} // namespace waybill::sandbox
