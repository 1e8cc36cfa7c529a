// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handoff/waybill.h"

namespace waybill::test {

/// A waybill with every field set, as design 3.4 shows it.
inline handoff::Waybill fullWaybill()
{
    handoff::Waybill waybill;
    waybill.name = QStringLiteral("Elm Street, nightly");
    waybill.vendor = QStringLiteral("eclinicalworks");
    waybill.practice = {
        QStringLiteral("Elm Street Family Practice"), QStringLiteral("FFBJCD"), QStringLiteral("sandbox")};
    waybill.server.fhirBaseUrl = QUrl(QStringLiteral("https://staging-fhir.ecwcloud.com/fhir/r4/FFBJCD"));
    waybill.server.tokenUrl =
        QUrl(QStringLiteral("https://staging-oauthserver.ecwcloud.com/oauth/oauth2/token"));
    waybill.server.bulkDataVersion = QStringLiteral("1.0.1");
    waybill.server.trustedOrigins = {QStringLiteral("https://files.ecwcloud.com")};
    waybill.client.clientId = QStringLiteral("client-1");
    waybill.client.algorithm = QStringLiteral("RS384");
    waybill.client.keyId = QStringLiteral("kid-1");
    waybill.client.keyThumbprint = QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    waybill.client.key = {practices::KeyReference::Kind::Credential, QStringLiteral("waybill-key")};
    waybill.client.jwksUrl = QUrl(QStringLiteral("https://keys.example.org/jwks.json"));
    waybill.client.scopes = {QStringLiteral("system/Group.read"), QStringLiteral("system/Patient.read")};
    waybill.client.clockOffset = -600;
    waybill.exports.groupId = QStringLiteral("0b1c2d3e-aaaa-bbbb-cccc-0123456789ab");
    waybill.exports.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
    waybill.watermarks = {{QStringLiteral("Patient"), QStringLiteral("2026-06-24T03:14:07.123456789Z")}};
    waybill.limits = {100, 2};
    waybill.schedule = {QStringLiteral("02:30 America/New_York"), 30};
    return waybill;
}

/// The least that is valid.
inline QByteArray smallestJson()
{
    return "{\n"
           "  \"waybill\": 1,\n"
           "  \"practice\": {\"name\": \"Elm\"},\n"
           "  \"server\": {\n"
           "    \"fhirBaseUrl\": \"https://a.example/r4/X\"\n"
           "  },\n"
           "  \"client\": {\n"
           "    \"clientId\": \"c\",\n"
           "    \"algorithm\": \"RS384\",\n"
           "    \"key\": {\"file\": \"key.pem\"}\n"
           "  },\n"
           "  \"export\": {\n"
           "    \"level\": \"group\",\n"
           "    \"groupId\": \"g\",\n"
           "    \"types\": [\"Patient\"]\n"
           "  }\n"
           "}\n";
}

} // namespace waybill::test
