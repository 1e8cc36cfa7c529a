// SPDX-License-Identifier: Apache-2.0
#include "sandbox/ig_documents.h"

#include "sandbox/answers.h"
#include "sandbox/practice.h"
#include "sandbox/synthetic/kinds.h"

#include <QJsonArray>

namespace waybill::sandbox {

namespace {

QJsonArray texts(std::initializer_list<std::string_view> values)
{
    QJsonArray array;
    for (const std::string_view value : values)
        array.append(json(value));
    return array;
}

QJsonArray codes(std::initializer_list<std::string_view> values)
{
    QJsonArray array;
    for (const std::string_view value : values)
        array.append(QJsonObject{{QStringLiteral("code"), json(value)}});
    return array;
}

QJsonArray searchParameters(std::initializer_list<std::pair<const char *, const char *>> names)
{
    QJsonArray array;
    for (const auto &[name, type] : names)
        array.append(QJsonObject{
            {QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("type"), QLatin1String(type)}});
    return array;
}

QJsonArray operation(const char *name, const char *definition)
{
    return {QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
        {QStringLiteral("definition"),
            QStringLiteral("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/")
                + QLatin1String(definition)}}};
}

QJsonArray resources()
{
    QJsonArray all;
    for (const std::string_view name : kKindNames) {
        QJsonObject resource{{QStringLiteral("type"), json(name)}};
        if (name == "Group") {
            resource.insert(QStringLiteral("interaction"), codes({"read", "search-type"}));
            resource.insert(QStringLiteral("searchParam"),
                searchParameters({{"_id", "token"}, {"identifier", "token"}, {"name", "string"}}));
            resource.insert(QStringLiteral("operation"), operation("export", "group-export"));
        } else if (name == "Patient") {
            resource.insert(QStringLiteral("operation"), operation("export", "patient-export"));
        }
        all.append(resource);
    }
    return all;
}

} // namespace

QJsonObject igSmartConfiguration(const PracticeAddress &practice)
{
    return {{QStringLiteral("issuer"), json(practice.base)},
        {QStringLiteral("token_endpoint"), json(practice.tokenUrl)},
        {QStringLiteral("grant_types_supported"), texts({"client_credentials"})},
        {QStringLiteral("token_endpoint_auth_methods_supported"), texts({"private_key_jwt"})},
        {QStringLiteral("token_endpoint_auth_signing_alg_values_supported"), texts({"RS384", "ES384"})},
        {QStringLiteral("code_challenge_methods_supported"), texts({"S256"})},
        {QStringLiteral("scopes_supported"), texts({"system/*.rs", "system/*.read"})},
        {QStringLiteral("capabilities"),
            texts({"client-confidential-asymmetric", "permission-v1", "permission-v2"})}};
}

QJsonObject igCapabilityStatement(const PracticeAddress &practice)
{
    const QJsonObject tokenUri{{QStringLiteral("url"), QStringLiteral("token")},
        {QStringLiteral("valueUri"), json(practice.tokenUrl)}};
    const QJsonObject uris{
        {QStringLiteral("url"),
            QStringLiteral("http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris")},
        {QStringLiteral("extension"), QJsonArray{tokenUri}}};
    const QJsonObject rest{{QStringLiteral("mode"), QStringLiteral("server")},
        {QStringLiteral("security"), QJsonObject{{QStringLiteral("extension"), QJsonArray{uris}}}},
        {QStringLiteral("resource"), resources()},
        {QStringLiteral("operation"), operation("export", "export")}};
    return {{QStringLiteral("resourceType"), QStringLiteral("CapabilityStatement")},
        {QStringLiteral("status"), QStringLiteral("active")},
        {QStringLiteral("date"), QStringLiteral("2025-11-19")},
        {QStringLiteral("kind"), QStringLiteral("instance")},
        {QStringLiteral("instantiates"),
            texts({"http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data|3.0.0"})},
        {QStringLiteral("software"),
            QJsonObject{{QStringLiteral("name"), QStringLiteral("waybill-sandbox")},
                {QStringLiteral("version"), QStringLiteral(WAYBILL_VERSION)}}},
        {QStringLiteral("implementation"),
            QJsonObject{{QStringLiteral("description"), json(practice.name)},
                {QStringLiteral("url"), json(practice.base)}}},
        {QStringLiteral("fhirVersion"), QStringLiteral("4.0.1")},
        {QStringLiteral("format"), texts({"application/fhir+json"})},
        {QStringLiteral("rest"), QJsonArray{rest}}};
}

} // namespace waybill::sandbox
