// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace waybill::exports {

struct OutcomeIssue {
    QString severity; ///< fatal, error, warning, information, success
    QString code; ///< FHIR R4 issue-type
    QString text; ///< details.text, else diagnostics; plain, bounded
    friend bool operator==(const OutcomeIssue &, const OutcomeIssue &) = default;
};

/// A FHIR OperationOutcome as far as a person or the machine needs it. Bounded: the first 20 issues, 2 KiB
/// of text in all (F-019).
struct OperationOutcome {
    QList<OutcomeIssue> issues;
    qsizetype issueCount = 0; ///< all of them
    QString text() const; ///< one issue a line: "error (duplicate): …"
    bool hasCode(const QString &code) const;
    friend bool operator==(const OperationOutcome &, const OperationOutcome &) = default;
};

std::optional<OperationOutcome> readOperationOutcome(QByteArrayView body);
OperationOutcome operationOutcome(const QJsonObject &resource);

/// FHIR's transient family: the job goes on, ask again later (BD-071).
bool isTransient(const OperationOutcome &outcome);
/// Another export of this Group is running, by code or by the words seen in the field (BD-013, F-012).
bool isDuplicate(const OperationOutcome &outcome);

/// What to show of an answer that went wrong: the outcome's text, else the first 2 KiB of the body as plain
/// text (BD-014).
QString serverWords(QByteArrayView body);

} // namespace waybill::exports
