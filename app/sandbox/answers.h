// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <httplib.h>
#include <string>
#include <string_view>

/// The usual answers, each in one call.
namespace waybill::sandbox {

inline constexpr const char *kFhirJson = "application/fhir+json";
inline constexpr const char *kJson = "application/json";
inline constexpr const char *kNdjson = "application/fhir+ndjson";
inline constexpr const char *kHtml = "text/html; charset=utf-8";

QString text(std::string_view utf8);
QJsonValue json(std::string_view utf8);

void answer(
    httplib::Response &response, int status, const QJsonObject &body, const char *contentType = kJson);
void answerText(httplib::Response &response, int status, const std::string &body, const char *contentType);
/// An OperationOutcome with one issue of severity error.
void answerOutcome(
    httplib::Response &response, int status, std::string_view code, std::string_view diagnostics);
QJsonObject operationOutcome(std::string_view severity, std::string_view code, std::string_view diagnostics);

/// For a query value: everything but unreserved characters is encoded.
std::string percentEncoded(std::string_view text);
/// Splits at `separator`, without empty parts.
std::vector<std::string> split(std::string_view text, char separator);
bool startsWithIgnoringCase(std::string_view text, std::string_view prefix);

} // namespace waybill::sandbox
