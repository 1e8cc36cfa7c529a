// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_request.h"
#include "exports/export_state.h"
#include "flows/plan.h"
#include "practices/run_record.h"

/// A run as it is written down: the record before the kick-off, and run.json.
namespace waybill::flows {

/// One record for each job of the plan, in the order they shall run. Ids sort by time.
QList<practices::RunRecord> recordsFor(const ExportPlan &plan, Instant now);

/// What a planned job asks the practice for, and what the record of it does.
exports::ExportRequest requestOf(const ExportPlan &plan, const PlannedJob &job);
exports::ExportRequest requestOf(const practices::Profile &profile, const practices::RunRecord &run);
QStringList typesOf(const practices::RunRecord &run);
QString sinceOf(const practices::RunRecord &run);
bool blankLinesAreProblems(const practices::RunRecord &run);

/// With whose rights a job was started, kept with its state: a server may show another key or scope more.
struct ClientFacts {
    QString key; ///< its thumbprint, else its id
    QStringList granted; ///< scopes of the token the kick-off went out with; empty = not known
    friend bool operator==(const ClientFacts &, const ClientFacts &) = default;
};
ClientFacts clientOf(const practices::RunRecord &run);
void keepClient(const ClientFacts &client, QJsonObject &state);

/// run.json: what was asked, of whom, with which settings. No secret, no patient.
QJsonObject runJson(
    const practices::Profile &profile, const practices::RunRecord &run, const http::Request &kickOff);

} // namespace waybill::flows
