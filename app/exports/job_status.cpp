// SPDX-License-Identifier: Apache-2.0
#include "exports/job_status.h"

#include "exports/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill::exports {

JobStatus jobStatus(const http::ResponseHead &head, bool separate)
{
    const QByteArray field = head.headers.value("X-Export-Status").trimmed();
    if (field.isEmpty() || head.status != 200)
        return {head.status, {}};
    if (!separate)
        return {head.status,
            Words::tr("The server sent X-Export-Status although it was not agreed on; ignored.")};
    bool ok = false;
    const int code = field.left(3).toInt(&ok); // "202 Accepted" may follow
    if (!ok || code < 100 || code > 599)
        return {head.status, Words::tr("X-Export-Status was not understood; ignored.")};
    return {code, {}};
}

std::optional<int> percentIn(QByteArrayView progress)
{
    // The IG wants less than 100 characters; in 10 kB there is no number worth looking for.
    if (progress.size() > 200)
        return std::nullopt;
    const QString text = QString::fromUtf8(progress).trimmed();
    static const QRegularExpression withSign(QStringLiteral("(?<![\\d.,-])(\\d{1,3})(?:[.,]\\d+)?\\s*%"));
    static const QRegularExpression alone(QStringLiteral("^\"?(\\d{1,3})(?:[.,]\\d+)?\"?$"));
    for (const QRegularExpression &form : {withSign, alone}) {
        const auto match = form.match(text);
        if (!match.hasMatch())
            continue;
        const int percent = match.captured(1).toInt();
        return percent <= 100 ? std::optional(percent) : std::nullopt;
    }
    return std::nullopt;
}

bool isSerious(const OperationOutcome &outcome)
{
    return outcome.issues.isEmpty()
        || std::any_of(outcome.issues.begin(), outcome.issues.end(), [](const OutcomeIssue &issue) {
               return issue.severity == QLatin1String("error") || issue.severity == QLatin1String("fatal");
           });
}

} // namespace waybill::exports
