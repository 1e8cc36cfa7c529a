// SPDX-License-Identifier: Apache-2.0
// What the check list says, and the messages it writes. eCW: the menus as its pages name them (requirements
// 3.1, read in 2026-08).
#include "assistant/milestones.h"
#include "assistant/words.h"

namespace waybill::assistant {

namespace {

bool isEcw(const OnboardingRecord &profile)
{
    return profile.vendor == QLatin1String("eclinicalworks");
}

QString practiceOf(const OnboardingRecord &profile)
{
    return profile.practiceName.isEmpty() ? profile.name : profile.practiceName;
}

QString environmentWord(const OnboardingRecord &profile)
{
    return profile.environment == practices::Environment::Production ? QStringLiteral("production")
                                                                     : QStringLiteral("sandbox");
}

/// What every message ends with: the facts the other side looks the app up by.
QString facts(const OnboardingRecord &profile)
{
    QStringList lines{QStringLiteral("Practice: %1").arg(practiceOf(profile))};
    if (!profile.practiceCode.isEmpty())
        lines.append(QStringLiteral("Practice code: %1").arg(profile.practiceCode));
    if (!profile.clientId.isEmpty())
        lines.append(QStringLiteral("Client ID of our app: %1").arg(profile.clientId));
    lines.append(QStringLiteral("Environment: %1").arg(environmentWord(profile)));
    return lines.join(QLatin1Char('\n'));
}

// Mail that leaves the house is in English, whatever the window speaks: it goes to practices and vendors in
// the United States, and names their menus.
PartyMessage compose(
    const QString &to, const QString &subject, const QString &body, const OnboardingRecord &profile)
{
    return {to, subject,
        QStringLiteral("Hello,\n\n%1\n\n%2\n\nNo reply with patient data is needed. Thank you!")
            .arg(body, facts(profile))};
}

PartyMessage enterTheCode(const OnboardingRecord &profile)
{
    return compose({}, QStringLiteral("Please enter our activation code in eClinicalWorks"),
        QStringLiteral(
            "to let our app export data for you, an administrator of your practice enters our activation "
            "code once:\n"
            "1. In eClinicalWorks open Admin > Product Activation > FHIR APIs > Settings.\n"
            "2. Choose Provider/Backend Apps, press Set up and then Add code.\n"
            "3. Enter the code: [put the activation code here]\n"
            "Please tell us when it is done; we approve it then on our side."),
        profile);
}

PartyMessage pressActivate(const OnboardingRecord &profile)
{
    if (!isEcw(profile)) {
        return compose({}, QStringLiteral("Please enable our app for your practice"),
            QStringLiteral(
                "our app is registered at your FHIR server. Please enable it for your practice and tell us "
                "when it is done."),
            profile);
    }
    return compose({}, QStringLiteral("Please press Activate for our app in eClinicalWorks"),
        QStringLiteral(
            "we have approved your practice for our app. One step is left for an administrator:\n"
            "1. In eClinicalWorks open Admin > Product Activation > FHIR APIs > Bulk/Backend Apps.\n"
            "2. Find our app and press Activate.\n"
            "Until then our requests are refused with “FHIR app authentication is not enabled”."),
        profile);
}

PartyMessage enableGroups(const OnboardingRecord &profile)
{
    if (!isEcw(profile)) {
        return compose({}, QStringLiteral("Please create a patient Group and let our app export it"),
            QStringLiteral(
                "an export needs a Group that lists the patients. Please create it, let our app read it, and "
                "send us its ID."),
            profile);
    }
    return compose({}, QStringLiteral("Please create and enable a patient Group for our app"),
        QStringLiteral(
            "an export needs a Group that lists the patients:\n"
            "1. Menu > Registry > Registry: run the query for the patients and save it as a Group.\n"
            "2. Admin > Product Activation > FHIR APIs > Bulk/Backend Apps: move the Group from “Available” "
            "to “Enabled Groups” of our app.\n"
            "3. The Group changes only when the saved report is run again (Registry > Saved Reports)."),
        profile);
}

PartyMessage allowJwks(const OnboardingRecord &profile)
{
    return compose(isEcw(profile) ? QStringLiteral("fhirfighters@eclinicalworks.com") : QString(),
        QStringLiteral("Please allow the host of our JWKS URL"),
        QStringLiteral(
            "please add the host %1 to the allow list for JWKS URLs, so that your authorization server can "
            "read our public key set:\n%2")
            .arg(profile.jwksUrl.host(), profile.jwksUrl.toString()),
        profile);
}

} // namespace

QString milestoneTitle(Milestone milestone)
{
    switch (milestone) {
    case Milestone::AppPublished: return Words::tr("App published");
    case Milestone::CodeGiven: return Words::tr("Activation code given to the practice");
    case Milestone::CodeEntered: return Words::tr("Practice entered the code");
    case Milestone::Approved: return Words::tr("You approved the practice");
    case Milestone::Activated: return Words::tr("Practice activated the app");
    case Milestone::JwksAllowed: return Words::tr("JWKS host on the allow list");
    case Milestone::GroupsEnabled: return Words::tr("Groups enabled for the app");
    case Milestone::Discovery: return Words::tr("Server's documents read");
    case Milestone::Token: return Words::tr("Access token granted");
    case Milestone::GroupVisible: return Words::tr("Group visible and chosen");
    case Milestone::TrialVerified: return Words::tr("Trial export verified");
    case Milestone::HandedOver: return Words::tr("Handed over");
    }
    return {};
}

QString milestoneHelp(Milestone milestone, const OnboardingRecord &profile)
{
    switch (milestone) {
    case Milestone::AppPublished:
        return isEcw(profile) ? Words::tr("Publish the app to production at the developer portal, "
                                          "fhir.eclinicalworks.com/ecwopendev.")
                              : Words::tr("Register the app at the server's developer portal.");
    case Milestone::CodeGiven:
        return Words::tr("Get the activation code at the portal and send it to the practice.");
    case Milestone::CodeEntered:
        return Words::tr("An administrator of the practice enters it in eClinicalWorks.");
    case Milestone::Approved: return Words::tr("Approve the practice at the developer portal.");
    case Milestone::Activated: return Words::tr("An administrator of the practice activates the app.");
    case Milestone::JwksAllowed: return Words::tr("The vendor's support adds the host of the JWKS URL.");
    case Milestone::GroupsEnabled:
        return Words::tr("The practice creates a Group and enables it for the app.");
    case Milestone::Discovery:
    case Milestone::Token: return Words::tr("Follows from the page “Connection”.");
    case Milestone::GroupVisible: return Words::tr("Follows from the page “Group”.");
    case Milestone::TrialVerified: return Words::tr("Follows from the first export.");
    case Milestone::HandedOver: return Words::tr("Follows from the page “Review and hand over”.");
    }
    return {};
}

Party partyOf(Milestone milestone)
{
    switch (milestone) {
    case Milestone::CodeEntered:
    case Milestone::Activated:
    case Milestone::GroupsEnabled: return Party::Practice;
    case Milestone::JwksAllowed: return Party::Vendor;
    case Milestone::AppPublished:
    case Milestone::CodeGiven:
    case Milestone::Approved:
    case Milestone::Discovery:
    case Milestone::Token:
    case Milestone::GroupVisible:
    case Milestone::TrialVerified:
    case Milestone::HandedOver: break;
    }
    return Party::You;
}

QString partyName(Party party, const OnboardingRecord &profile)
{
    switch (party) {
    case Party::You: return Words::tr("you");
    case Party::Practice:
        return practiceOf(profile).isEmpty() ? Words::tr("the practice") : practiceOf(profile);
    case Party::Vendor:
        return isEcw(profile) ? QStringLiteral("eClinicalWorks") : Words::tr("the server's operator");
    }
    return {};
}

std::optional<PartyMessage> messageFor(Milestone milestone, const OnboardingRecord &profile)
{
    std::optional<PartyMessage> message;
    if (milestone == Milestone::CodeGiven || milestone == Milestone::CodeEntered)
        message = enterTheCode(profile);
    else if (milestone == Milestone::Activated)
        message = pressActivate(profile);
    else if (milestone == Milestone::GroupsEnabled)
        message = enableGroups(profile);
    else if (milestone == Milestone::JwksAllowed)
        message = allowJwks(profile);
    const int asked = milestoneOf(profile, milestone).asked;
    if (message && asked > 0)
        message->subject.prepend(QStringLiteral("Reminder: "));
    return message;
}

} // namespace waybill::assistant
