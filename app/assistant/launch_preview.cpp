// SPDX-License-Identifier: Apache-2.0
#include "assistant/launch_preview.h"

#include "assistant/words.h"
#include "base/fhir_instant.h"
#include "exports/export_request.h"
#include "flows/run_facts.h"
#include "practices/store.h"
#include "practices/watermark.h"

namespace waybill::assistant {

using practices::Profile;
using Since = flows::LaunchPlan::Since;

namespace {

flows::SinceChoice choiceOf(const LaunchDeskState &state)
{
    flows::LaunchPlan plan;
    plan.since = effectiveSince(state);
    plan.customSince = state.customSince.trimmed();
    return flows::sinceChoice(plan);
}

QString inLines(const http::Request &request)
{
    QString text = QString::fromLatin1(request.method) + QLatin1Char(' ')
        + request.url.toString(QUrl::FullyEncoded) + QLatin1Char('\n');
    for (const http::Header &header : request.headers.all())
        text += QString::fromUtf8(header.name) + QStringLiteral(": ") + QString::fromUtf8(header.value)
            + QLatin1Char('\n');
    text += QStringLiteral("Authorization: Bearer $TOKEN");
    if (!request.body.isEmpty())
        text += QStringLiteral("\n\n") + QString::fromUtf8(request.body);
    return text;
}

/// Who is on the list is read when the request goes out; a command line without them would ask for everybody.
JobPreview previewOf(const flows::PlannedJob &job, const http::Request &request,
    const std::optional<flows::NewPatients> &patients)
{
    JobPreview preview{job.types, job.since, inLines(request), {}};
    if (patients)
        preview.request += QLatin1Char('\n')
            + Words::tr("and a parameter “patient” for each of the %1 on the list").arg(patients->count);
    else
        preview.curl = exports::asCurl(request);
    return preview;
}

/// Other practices on the list that would own the same watermarks (F-122).
QStringList namesOfTwins(const practices::Store &store, const Profile &profile)
{
    QStringList names;
    const QList<Profile> all = store.profiles().value_or(QList<Profile>());
    for (const Profile &other : all) {
        if (other.id != profile.id && !other.archived && !other.fhirBaseUrl.isEmpty()
            && practices::watermarkKey(other) == practices::watermarkKey(profile))
            names.append(other.name);
    }
    return names;
}

} // namespace

Since effectiveSince(const LaunchDeskState &state)
{
    return state.refinements.patientList.isEmpty() ? state.since : Since::Full;
}

void previewLaunch(const practices::Store &store, const Profile &profile, LaunchDeskState &state)
{
    state.jobs.clear();
    state.cautions.clear();
    state.sinceProblem.reset();
    state.problem.reset();
    if (effectiveSince(state) == Since::Custom && !FhirInstant::parse(state.customSince.trimmed())) {
        state.sinceProblem = Error{ErrorCode::InvalidInput, Words::tr("This is not a FHIR instant."), {},
            Words::tr("Write it with date, time and zone, like 2026-06-24T03:14:07Z.")};
        return;
    }
    auto plan = flows::planExport(store, profile, choiceOf(state), profile.outputDirectory);
    if (!plan) {
        state.problem = plan.error();
        return;
    }
    plan->refinements = state.refinements;
    const auto patients =
        state.refinements.patientList.isEmpty() ? std::optional<flows::NewPatients>() : state.newPatients;
    for (const flows::PlannedJob &job : plan->jobs) {
        const exports::ExportRequest wanted = flows::requestOf(*plan, job);
        const Result<http::Request> request = exports::kickOffRequest(wanted);
        if (!request) {
            state.problem = request.error();
            return;
        }
        state.jobs.append(previewOf(job, *request, patients));
        const QStringList cautions = exports::cautions(wanted);
        for (const QString &caution : cautions) {
            if (!state.cautions.contains(caution))
                state.cautions.append(caution);
        }
    }
    for (const LaunchDeskState::Type &type : std::as_const(state.types)) {
        if (type.chosen && !type.listed) // BD-035
            state.cautions.append(
                Words::tr("The server does not list %1; it may refuse or ignore it.").arg(type.name));
    }
    const QStringList twins = namesOfTwins(store, profile);
    for (const QString &name : twins)
        state.cautions.append(
            Words::tr("“%1” exports the same Group of the same server: both move the same watermarks.")
                .arg(name));
}

} // namespace waybill::assistant
