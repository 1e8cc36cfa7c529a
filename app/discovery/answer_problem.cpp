// SPDX-License-Identifier: Apache-2.0
#include "discovery/answer_problem.h"

#include "base/redact.h"
#include "http/retry_after.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill::discovery {
namespace {

constexpr qsizetype kLargestOutcome = qsizetype{1} << 20;
constexpr qsizetype kMostIssues = 20; // F-019
constexpr qsizetype kLongestIssue = 500; // characters

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403: return ErrorCode::Unauthorized;
    case 404:
    case 410: return ErrorCode::NotFound;
    case 429:
    case 503: return ErrorCode::Throttled;
    default: return status >= 500 ? ErrorCode::ServerFailure : ErrorCode::ProtocolMismatch;
    }
}

QString issueText(const QJsonObject &issue)
{
    QString text = issue.value(QLatin1String("diagnostics")).toString();
    if (text.isEmpty())
        text = issue.value(QLatin1String("details")).toObject().value(QLatin1String("text")).toString();
    if (text.isEmpty())
        text = issue.value(QLatin1String("code")).toString();
    return plainServerText(text.toUtf8(), kLongestIssue);
}

QString serverWords(const http::Response &response)
{
    const QStringList texts = outcomeTexts(response.body);
    if (!texts.isEmpty())
        return plainServerText(texts.join(QLatin1Char('\n')).toUtf8());
    const QByteArray type = response.head.headers.value("Content-Type");
    const bool isPlain = type.startsWith("text/plain") || type.startsWith("application/json");
    return isPlain ? plainServerText(response.body.trimmed(), kLongestIssue) : QString();
}

} // namespace

QStringList outcomeTexts(QByteArrayView json)
{
    if (json.size() > kLargestOutcome)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(json.toByteArray()).object();
    if (root.value(QLatin1String("resourceType")) != QLatin1String("OperationOutcome"))
        return {};
    QStringList texts;
    for (const auto issue : root.value(QLatin1String("issue")).toArray()) {
        if (texts.size() == kMostIssues)
            break;
        if (const QString text = issueText(issue.toObject()); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

Error answerProblem(const http::Response &response, const QString &what)
{
    Error error{codeOf(response.head.status), what, placeOf(response.head.url), {}};
    error.httpStatus = response.head.status;
    error.serverText = serverWords(response);
    const http::RetryAfter wait = http::retryAfter(response.head);
    if (wait.kind == http::RetryAfter::Kind::Delay)
        error.retryAfter = wait.delay;
    return error;
}

} // namespace waybill::discovery
