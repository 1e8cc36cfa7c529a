// SPDX-License-Identifier: Apache-2.0
#include "handoff/ordered_json.h"
#include "handoff/waybill.h"

namespace waybill::handoff {
namespace {

QString toText(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

OrderedJson practiceJson(const Waybill::Practice &practice)
{
    OrderedJson json;
    json.add("name", practice.name);
    json.addText("code", practice.code);
    json.addText("environment", practice.environment);
    return json;
}

OrderedJson serverJson(const Waybill::Server &server)
{
    OrderedJson json;
    json.add("fhirBaseUrl", toText(server.fhirBaseUrl));
    json.addText("tokenUrl", toText(server.tokenUrl));
    json.add("bulkDataVersion", server.bulkDataVersion);
    json.addTexts("trustedOrigins", server.trustedOrigins);
    return json;
}

OrderedJson keyJson(const practices::KeyReference &key, const QJsonObject &unknown)
{
    using Kind = practices::KeyReference::Kind;
    OrderedJson json;
    switch (key.kind) {
    case Kind::None: break;
    case Kind::File: json.add("file", key.value); break;
    case Kind::Keychain: json.add("keychain", key.value); break;
    case Kind::EnvironmentVariable: json.add("environment", key.value); break;
    case Kind::Credential: json.add("credential", key.value); break;
    }
    json.addUnknown(unknown);
    return json;
}

OrderedJson clientJson(const Waybill::Client &client, const QJsonObject &unknown)
{
    OrderedJson json;
    json.add("clientId", client.clientId);
    json.add("algorithm", client.algorithm);
    json.addText("keyId", client.keyId);
    json.addText("keyThumbprint", client.keyThumbprint);
    json.add("key", keyJson(client.key, unknown.value(QLatin1String("key")).toObject()));
    json.addText("jwksUrl", toText(client.jwksUrl));
    json.addTexts("scopes", client.scopes);
    if (client.clockOffset != 0)
        json.add("clockOffset", client.clockOffset);
    return json;
}

OrderedJson exportJson(const Waybill::Export &exports)
{
    OrderedJson json;
    json.add("level", practices::levelName(exports.level));
    json.addText("groupId", exports.groupId);
    json.addTexts("types", exports.types);
    json.add("since", exports.since);
    return json;
}

OrderedJson limitsJson(const Waybill::Limits &limits)
{
    OrderedJson json;
    json.add("requestsPerMinute", limits.requestsPerMinute); // 0 too: silence means 100 for eCW
    json.add("parallelDownloads", limits.parallelDownloads);
    return json;
}

OrderedJson scheduleJson(const Waybill::Schedule &schedule)
{
    OrderedJson json;
    json.addText("calendar", schedule.calendar);
    json.add("baselineEveryDays", schedule.baselineEveryDays);
    return json;
}

} // namespace

QByteArray writeWaybill(const Waybill &waybill)
{
    OrderedJson json;
    const auto unknown = [&waybill](const char *section) {
        return waybill.unknown.value(QLatin1String(section)).toObject();
    };
    const auto add = [&](const char *section, OrderedJson fields) {
        fields.addUnknown(unknown(section));
        json.add(section, fields);
    };
    json.add("waybill", Waybill::kVersion);
    json.addText("name", waybill.name);
    json.add("vendor", waybill.vendor);
    add("practice", practiceJson(waybill.practice));
    add("server", serverJson(waybill.server));
    add("client", clientJson(waybill.client, unknown("client")));
    add("export", exportJson(waybill.exports));
    if (!waybill.watermarks.isEmpty()) {
        OrderedJson watermarks;
        for (auto it = waybill.watermarks.begin(); it != waybill.watermarks.end(); ++it)
            watermarks.add(it.key(), QJsonValue(it.value()));
        json.add("watermarks", watermarks);
    }
    add("limits", limitsJson(waybill.limits));
    add("schedule", scheduleJson(waybill.schedule));
    OrderedJson output;
    output.add("directory", waybill.outputDirectory);
    add("output", output);
    json.addUnknown(waybill.unknown);
    return json.toJson();
}

} // namespace waybill::handoff
