// SPDX-License-Identifier: Apache-2.0
#include "sandbox/answers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace waybill::sandbox {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue json(std::string_view utf8)
{
    return QJsonValue(text(utf8));
}

void answer(httplib::Response &response, int status, const QJsonObject &body, const char *contentType)
{
    answerText(
        response, status, QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString(), contentType);
}

void answerText(httplib::Response &response, int status, const std::string &body, const char *contentType)
{
    response.status = status;
    response.set_content(body, contentType);
}

void answerOutcome(
    httplib::Response &response, int status, std::string_view code, std::string_view diagnostics)
{
    answer(response, status, operationOutcome("error", code, diagnostics), kFhirJson);
}

QJsonObject operationOutcome(std::string_view severity, std::string_view code, std::string_view diagnostics)
{
    const QJsonObject issue{{QStringLiteral("severity"), json(severity)},
        {QStringLiteral("code"), json(code)}, {QStringLiteral("diagnostics"), json(diagnostics)}};
    return {{QStringLiteral("resourceType"), QStringLiteral("OperationOutcome")},
        {QStringLiteral("issue"), QJsonArray{issue}}};
}

std::string percentEncoded(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))
        .toPercentEncoding()
        .toStdString();
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return text.size() >= prefix.size()
        && std::equal(
            prefix.begin(), prefix.end(), text.begin(), [&](char a, char b) { return lower(a) == lower(b); });
}

} // namespace waybill::sandbox
