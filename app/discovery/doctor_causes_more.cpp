// SPDX-License-Identifier: Apache-2.0
// The causes that lie with the app's registration, the Group and the job.
#include "discovery/doctor_causes.h"
#include "discovery/words.h"

#include <QRegularExpression>

namespace waybill::discovery::causes {

Cause notABackendApp(const DoctorEvidence &)
{
    return {QStringLiteral("app.kind"), Words::tr("The app is not registered as a backend service."),
        Words::tr(
            "Register a backend (system) app at the developer portal; a patient or EHR-launch app cannot "
            "be changed into one."),
        Weight::Likely, {}};
}

Cause notActivated(const DoctorEvidence &e)
{
    Cause cause{QStringLiteral("activation"), Words::tr("The practice has not activated this app yet."),
        e.ecw ? Words::tr(
            "Look at the waiting steps on the page “Client registration”: the practice enters the "
            "activation code, you approve it, the practice presses Activate.")
              : Words::tr("Ask the practice whether the app is enabled for it."),
        Weight::Possible, {}};
    if (e.tokenBefore)
        cause.seen = Words::tr("It was active once: a token was granted before.");
    else
        cause.weight = Weight::Likely;
    return cause;
}

Cause notATokenEndpoint(const DoctorEvidence &)
{
    return {QStringLiteral("token.url"),
        Words::tr("The address is not the token endpoint of a SMART server."),
        Words::tr("Run the check again so that the address is taken from the server's own documents."),
        Weight::Likely, {}};
}

Cause serverTrouble(const DoctorEvidence &e)
{
    return {QStringLiteral("server"), Words::tr("The authorization server has a fault of its own."),
        e.ecw ? Words::tr(
            "Try again in some minutes. If it stays, write to fhirfighters@eclinicalworks.com with "
            "the trace below.")
              : Words::tr("Try again in some minutes. If it stays, send the trace below to its operator."),
        Weight::Likely, {}};
}

Cause groupScope(const DoctorEvidence &e)
{
    Cause cause{QStringLiteral("scope.group"),
        Words::tr("The scope system/Group.read is missing in the token."),
        Words::tr("Register system/Group.read for the app at the developer portal, then test the connection "
                  "again."),
        Weight::Likely, {}};
    if (!e.groupScopeGranted)
        return cause;
    cause.weight = *e.groupScopeGranted ? Weight::Excluded : Weight::Seen;
    cause.seen = *e.groupScopeGranted ? Words::tr("A fresh token has it.")
                                      : Words::tr("A fresh token was granted without it.");
    return cause;
}

Cause groupNotEnabled(const DoctorEvidence &e)
{
    Cause cause{QStringLiteral("group"),
        Words::tr("The Group ID is not valid, or the Group is not enabled for "
                  "this app."),
        e.ecw ? Words::tr(
            "The practice looks at Admin > Product Activation > FHIR APIs > Bulk/Backend Apps: the "
            "Group must stand under “Enabled Groups”. Compare its ID with the one in use.")
              : Words::tr(
                  "Choose the Group again from the server's list, and ask the practice whether this app "
                  "may export it."),
        Weight::Possible, {}};
    if (e.groupIsResourceId) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("Group.id is in use; eClinicalWorks wants the Group's identifier.");
    } else if (e.groupListed && !*e.groupListed) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("The chosen Group is not in the server's list.");
    } else if (e.freshTokenWorks.value_or(false)) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("A fresh token is taken elsewhere, so it is not the token.");
    }
    return cause;
}

Cause tokenOver(const Error &refusal, const DoctorEvidence &e)
{
    Cause cause{QStringLiteral("token.over"), Words::tr("The token had expired."),
        Words::tr("Start the export again: Waybill gets a fresh token by itself."), Weight::Likely, {}};
    static const QRegularExpression said(
        QStringLiteral("token (has |is )?expired"), QRegularExpression::CaseInsensitiveOption);
    if (refusal.serverText.contains(said)) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("The server says so.");
    } else if (e.freshTokenWorks && !*e.freshTokenWorks) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("A fresh token is refused as well.");
    } else if (e.freshTokenWorks) { // a 401 is answered with one more try and a fresh token
        cause.weight = Weight::Possible;
    }
    return cause;
}

Cause jobRuns(const Error &refusal)
{
    Cause cause{QStringLiteral("job.runs"), Words::tr("An export of this Group is running already."),
        Words::tr("Wait until it has ended, or cancel it; only one job for each Group is allowed."),
        Weight::Likely, {}};
    const bool duplicate =
        refusal.serverText.contains(QLatin1String("already in progress"), Qt::CaseInsensitive)
        || refusal.serverText.contains(QLatin1String("duplicate"), Qt::CaseInsensitive)
        || refusal.code == ErrorCode::Busy;
    cause.weight = duplicate ? Weight::Seen : Weight::Possible;
    if (duplicate)
        cause.seen = Words::tr("The server says so.");
    return cause;
}

Cause preferLost(const Error &refusal)
{
    const bool page = refusal.serverText.isEmpty() || refusal.serverText.contains(QLatin1Char('<'));
    return {QStringLiteral("prefer"),
        Words::tr("Something between here and the server dropped the header “Prefer: respond-async”, or "
                  "answered in its place."),
        Words::tr("Look for a proxy or a sign-in page on the way; try from another network."),
        page ? Weight::Likely : Weight::Possible, {}};
}

} // namespace waybill::discovery::causes
