// SPDX-License-Identifier: Apache-2.0
#include "flows/new_patients.h"

#include "exports/export_request.h"
#include "flows/export_changes.h"
#include "flows/resource_ids.h"
#include "flows/run_facts.h"
#include "flows/run_words.h"
#include "practices/store.h"
#include "practices/watermark.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace waybill::flows {
namespace {

/// Daily exports of half a year; who joined before that is in a later baseline.
constexpr int kRunsLookedAt = 200;
/// More are better off with a baseline than with a request of megabytes.
constexpr qsizetype kMostPatients = 20'000;
const QString kPatient = QStringLiteral("Patient");

bool isComplete(const practices::RunRecord &run)
{
    return run.outcome == practices::Outcome::Complete;
}

bool isBaselineOfPatients(const practices::RunRecord &run, const exports::ExportRequest &request)
{
    const bool hasPatients = request.types.isEmpty() || request.types.contains(kPatient);
    return isComplete(run) && hasPatients && request.since.isEmpty() && !exports::isNarrowed(request);
}

} // namespace

Result<QStringList> readPatientList(const QString &path)
{
    static const QRegularExpression isId(QStringLiteral("^[A-Za-z0-9\\-.]{1,64}\\z"));
    QStringList patients;
    bool isOdd = false;
    std::stop_source enough;
    const auto take = [&](QByteArrayView id) {
        const QString text = QString::fromUtf8(id);
        isOdd = isOdd || !isId.match(text).hasMatch();
        patients.append(kPatient + QLatin1Char('/') + text);
        if (isOdd || patients.size() > kMostPatients)
            enough.request_stop();
    };
    const Result<> read = forEachId(path, take, enough.get_token());
    if (!read && !enough.stop_requested())
        return failure(read.error());
    if (patients.isEmpty() || enough.stop_requested()) {
        return failure(ErrorCode::InvalidInput,
            RunWords::tr("The list of new patients names none, too many, or something that is no id."), path,
            RunWords::tr("Export a full baseline of the Group instead; it has everybody's history."));
    }
    return patients;
}

std::optional<NewPatients> newPatientsToFetch(
    const practices::Store &store, const practices::Profile &profile)
{
    const auto runs = store.runs(practices::watermarkKey(profile), kRunsLookedAt);
    QSet<QString> fetched;
    for (const practices::RunRecord &run : runs.value_or(QList<practices::RunRecord>())) { // newest first
        const exports::ExportRequest request = requestOf(profile, run);
        if (!request.patientList.isEmpty() && isComplete(run))
            fetched.insert(request.patientList);
        if (isBaselineOfPatients(run, request))
            return {};
        const QString list = newPatientsFile(run.directory);
        if (!fetched.contains(list) && QFile::exists(list)) {
            if (const auto patients = readPatientList(list))
                return NewPatients{run.id, list, patients->size()};
        }
    }
    return {};
}

} // namespace waybill::flows
