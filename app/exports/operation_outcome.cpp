// SPDX-License-Identifier: Apache-2.0
#include "exports/operation_outcome.h"

#include "base/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace waybill::exports {
namespace {

constexpr qsizetype kMaxIssues = 20; // F-019
constexpr qsizetype kMaxText = 2048; // BD-014
/// Larger bodies are not parsed for their words.
constexpr qsizetype kMaxBody = qsizetype{4} << 20;

QString plain(const QString &text)
{
    return plainServerText(text.trimmed().toUtf8(), 500);
}

OutcomeIssue issueFrom(const QJsonObject &object)
{
    const QString details =
        object.value(QStringLiteral("details")).toObject().value(QStringLiteral("text")).toString();
    const QString diagnostics = object.value(QStringLiteral("diagnostics")).toString();
    return {plain(object.value(QStringLiteral("severity")).toString()),
        plain(object.value(QStringLiteral("code")).toString()),
        plain(details.isEmpty() ? diagnostics : details)};
}

} // namespace

QString OperationOutcome::text() const
{
    QStringList lines;
    for (const OutcomeIssue &issue : issues) {
        QString line = issue.severity;
        if (!issue.code.isEmpty())
            line += QStringLiteral(" (%1)").arg(issue.code);
        if (!issue.text.isEmpty())
            line += QStringLiteral(": ") + issue.text;
        lines.append(line.trimmed());
    }
    if (issueCount > issues.size())
        lines.append(QStringLiteral("… %1 more").arg(issueCount - issues.size()));
    QString all = lines.join(QLatin1Char('\n'));
    if (all.size() > kMaxText)
        all = all.left(kMaxText) + QStringLiteral(" …");
    return all;
}

bool OperationOutcome::hasCode(const QString &code) const
{
    return std::any_of(
        issues.begin(), issues.end(), [&code](const OutcomeIssue &issue) { return issue.code == code; });
}

OperationOutcome operationOutcome(const QJsonObject &resource)
{
    OperationOutcome outcome;
    const QJsonArray issues = resource.value(QStringLiteral("issue")).toArray();
    outcome.issueCount = issues.size();
    for (qsizetype i = 0; i < std::min(issues.size(), kMaxIssues); ++i)
        outcome.issues.append(issueFrom(issues.at(i).toObject()));
    return outcome;
}

std::optional<OperationOutcome> readOperationOutcome(QByteArrayView body)
{
    if (body.size() > kMaxBody)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(body.toByteArray()).object();
    if (object.value(QStringLiteral("resourceType")).toString() != QLatin1String("OperationOutcome"))
        return std::nullopt;
    return operationOutcome(object);
}

bool isTransient(const OperationOutcome &outcome)
{
    // `transient` and its children in FHIR R4's issue-type code system.
    static const QStringList codes{QStringLiteral("transient"), QStringLiteral("lock-error"),
        QStringLiteral("no-store"), QStringLiteral("exception"), QStringLiteral("timeout"),
        QStringLiteral("incomplete"), QStringLiteral("throttled")};
    return std::any_of(
        codes.begin(), codes.end(), [&](const QString &code) { return outcome.hasCode(code); });
}

bool isDuplicate(const OperationOutcome &outcome)
{
    // eCW: 200 + code duplicate; others say `processing` and only the words tell (F-012).
    return outcome.hasCode(QStringLiteral("duplicate"))
        || std::any_of(outcome.issues.begin(), outcome.issues.end(), [](const OutcomeIssue &issue) {
               return issue.text.contains(QLatin1String("already in progress"), Qt::CaseInsensitive);
           });
}

QString serverWords(QByteArrayView body)
{
    if (const auto outcome = readOperationOutcome(body); outcome && !outcome->issues.isEmpty())
        return outcome->text();
    return plainServerText(body.trimmed(), kMaxText);
}

} // namespace waybill::exports
