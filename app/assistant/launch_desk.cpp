// SPDX-License-Identifier: Apache-2.0
#include "assistant/launch_desk.h"

#include "assistant/launch_preview.h"
#include "assistant/steps.h"
#include "assistant/words.h"
#include "exports/export_request.h"
#include "practices/store.h"
#include "practices/watermark.h"

namespace waybill::assistant {

using practices::Outcome;
using practices::Profile;
using practices::Step;
using practices::StepState;
using Type = LaunchDeskState::Type;
using Since = flows::LaunchPlan::Since;

namespace {

QStringList namesOf(const QList<Type> &types)
{
    QStringList names;
    for (const Type &type : types)
        names.append(type.name);
    return names;
}

} // namespace

LaunchDesk::LaunchDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
    connect(&m_deps.draft, &OnboardingDraft::changed, this, &LaunchDesk::refresh);
    connect(&m_deps.connection, &ConnectionDesk::changed, this, &LaunchDesk::refresh);
    refresh();
}

QStringList LaunchDesk::usualTypes()
{
    return {QStringLiteral("Patient"), QStringLiteral("Condition"), QStringLiteral("Observation"),
        QStringLiteral("Encounter"), QStringLiteral("MedicationRequest"), QStringLiteral("Immunization"),
        QStringLiteral("AllergyIntolerance"), QStringLiteral("Procedure")};
}

void LaunchDesk::update(const std::function<void(LaunchDeskState &)> &edit)
{
    const LaunchDeskState before = m_state;
    edit(m_state);
    previewLaunch(m_deps.draft.store(), planned(), m_state);
    if (m_state != before)
        Q_EMIT changed();
}

void LaunchDesk::refresh()
{
    readLastRun();
    update([this](LaunchDeskState &state) {
        readTypes();
        const auto dialect = exports::dialectFromVersion(m_deps.draft.profile().bulkDataVersion);
        state.canOrganize = dialect >= exports::Dialect::V3;
        state.canNamePatients = dialect >= exports::Dialect::V2;
        state.production = m_deps.draft.profile().environment == practices::Environment::Production;
        if (const auto open = m_deps.draft.store().openRuns(practices::watermarkKey(m_deps.draft.profile())))
            state.alreadyRunning = !open->isEmpty();
    });
}

void LaunchDesk::readTypes()
{
    const Profile &profile = m_deps.draft.profile();
    QMap<QString, QString> marks;
    if (const auto kept = m_deps.draft.store().watermarks(practices::watermarkKey(profile))) {
        for (const practices::Watermark &mark : *kept)
            marks.insert(mark.type, mark.value);
    }
    QStringList chosen = profile.types;
    for (const Type &type : std::as_const(m_state.types)) {
        if (type.chosen && !chosen.contains(type.name))
            chosen.append(type.name);
        else if (!type.chosen)
            chosen.removeAll(type.name);
    }
    const bool first = m_state.types.isEmpty() && profile.types.isEmpty();
    const QStringList offered = m_deps.connection.exportableTypes();
    const QStringList unreadable =
        profile.scopes.isEmpty() ? QStringList() : auth::unreadableTypes(offered, profile.scopes);
    QList<Type> types;
    for (const QString &name : offered) {
        const bool readable = !unreadable.contains(name);
        const bool wanted = first ? usualTypes().contains(name) : chosen.contains(name);
        types.append({name, wanted && readable, readable, true, marks.value(name)});
    }
    const QStringList before = m_state.types.isEmpty() ? chosen : namesOf(m_state.types);
    for (const QString &name : before) {
        if (!offered.isEmpty() && !offered.contains(name))
            types.append({name, chosen.contains(name), true, false, marks.value(name)});
    }
    m_state.types = types;
}

Profile LaunchDesk::planned() const
{
    Profile profile = m_deps.draft.profile();
    profile.types.clear();
    for (const Type &type : m_state.types) {
        if (type.chosen)
            profile.types.append(type.name);
    }
    const QStringList wanted =
        m_deps.connection.scopesFor(profile.types + QStringList{QStringLiteral("Group")});
    if (!wanted.isEmpty())
        profile.scopes = withExtraScopes(wanted, m_deps.draft.record());
    if (profile.outputDirectory.isEmpty())
        profile.outputDirectory = m_deps.exportsFolder;
    return profile;
}

void LaunchDesk::setChosen(const QString &type, bool chosen)
{
    update([&](LaunchDeskState &state) {
        for (Type &known : state.types) {
            if (known.name == type && known.readable)
                known.chosen = chosen;
        }
        state.confirmed = false; // what was confirmed is not what would be sent
    });
}

void LaunchDesk::chooseOnly(const QStringList &types)
{
    update([&types](LaunchDeskState &state) {
        for (Type &known : state.types)
            known.chosen = known.readable && types.contains(known.name);
        state.confirmed = false;
    });
}

void LaunchDesk::addType(const QString &name)
{
    const QString type = name.trimmed();
    if (type.isEmpty())
        return;
    update([&type](LaunchDeskState &state) {
        const auto known = std::find_if(state.types.begin(), state.types.end(),
            [&type](const Type &one) { return one.name.compare(type, Qt::CaseInsensitive) == 0; });
        if (known == state.types.end())
            state.types.append({type, true, true, false, {}});
        else
            known->chosen = known->readable;
        state.confirmed = false;
    });
}

void LaunchDesk::refine(const std::function<void(flows::Refinements &)> &edit)
{
    update([&edit](LaunchDeskState &state) {
        const flows::Refinements before = state.refinements;
        edit(state.refinements);
        state.confirmed = state.confirmed && state.refinements == before;
    });
}

void LaunchDesk::onlyNewPatients()
{
    refine([this](flows::Refinements &refinements) {
        if (m_state.newPatients && m_state.canNamePatients)
            refinements.patientList = m_state.newPatients->list;
    });
}

void LaunchDesk::setTypeFilters(const QStringList &searches)
{
    refine([&searches](flows::Refinements &refinements) { refinements.typeFilters = searches; });
}

void LaunchDesk::setOrganizeOutputBy(const QString &type)
{
    refine([&type](flows::Refinements &refinements) { refinements.organizeOutputBy = type.trimmed(); });
}

void LaunchDesk::setBlankLinesAreProblems(bool problems)
{
    refine([problems](flows::Refinements &refinements) { refinements.blankLinesAreProblems = problems; });
}

void LaunchDesk::lookForNewPatients()
{
    update([this](LaunchDeskState &state) {
        state.newPatients = flows::newPatientsToFetch(m_deps.draft.store(), m_deps.draft.profile());
        if (!state.newPatients)
            state.refinements.patientList.clear();
    });
}

void LaunchDesk::setSince(Since since)
{
    update([since](LaunchDeskState &state) {
        state.since = since;
        state.refinements.patientList.clear();
        state.confirmed = false;
    });
}

void LaunchDesk::setCustomSince(const QString &text)
{
    update([&text](LaunchDeskState &state) {
        state.customSince = text;
        state.confirmed = false;
    });
}

void LaunchDesk::confirm(const QString &typedPracticeName)
{
    update([&](LaunchDeskState &state) {
        state.confirmed = typedPracticeName.simplified() == m_deps.draft.profile().name.simplified();
    });
}

Result<> LaunchDesk::ready() const
{
    if (m_state.sinceProblem)
        return failure(*m_state.sinceProblem);
    if (m_state.problem)
        return failure(*m_state.problem);
    if (planned().types.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("No resource type is chosen."), {},
            Words::tr("Choose at least one: without a choice the server sends everything it has."));
    }
    if (m_state.production && !m_state.confirmed) {
        return failure(ErrorCode::InvalidInput, Words::tr("This export reads data of real patients."), {},
            Words::tr("Type the name of the practice to confirm it."));
    }
    return {};
}

void LaunchDesk::launch()
{
    if (m_state.unlocking)
        return;
    if (const Result<> allowed = ready(); !allowed) {
        m_state.problem = allowed.error();
        Q_EMIT changed();
        return;
    }
    update([](LaunchDeskState &state) {
        state.unlocking = true;
        state.needsPassphrase = false;
    });
    m_deps.holder.withKey(this, [this](const Result<keys::KeyPair> &pair) {
        update([&](LaunchDeskState &state) {
            state.unlocking = false;
            state.needsPassphrase = !pair && m_deps.holder.needsPassphrase();
        });
        if (!pair) {
            m_state.problem = pair.error();
            Q_EMIT changed();
            return;
        }
        const Profile wanted = planned();
        m_deps.draft.change([&wanted](Profile &profile) {
            profile.types = wanted.types;
            profile.scopes = wanted.scopes;
            profile.outputDirectory = wanted.outputDirectory;
        });
        m_deps.draft.mark(Step::Launch, StepState::Doing, Words::tr("The first export is under way."));
        flows::LaunchPlan plan{m_deps.draft.profile(), effectiveSince(m_state), m_state.customSince.trimmed(),
            m_state.refinements, *pair};
        Q_EMIT launchRequested(plan);
    });
}

void LaunchDesk::unlockAndLaunch(SecretBytes passphrase)
{
    m_deps.holder.unlock(std::move(passphrase));
    launch();
}

void LaunchDesk::cancel()
{
    m_deps.holder.stopWaiting();
}

void LaunchDesk::readLastRun()
{
    const practices::StepRecord record = recordOf(m_deps.draft.profile(), Step::Launch);
    if (record.state != StepState::Doing && record.state != StepState::Waiting)
        return;
    const auto runs = m_deps.draft.store().runs(practices::watermarkKey(m_deps.draft.profile()), 1);
    if (!runs || runs->isEmpty())
        return;
    const practices::RunRecord &last = runs->first();
    const QDateTime launched = QDateTime::fromString(record.at, Qt::ISODateWithMs);
    if (last.closed && last.outcome && last.finishedAt && toDateTime(*last.finishedAt) >= launched)
        ended(*last.outcome, last.reason);
}

void LaunchDesk::keepChoice()
{
    if (m_state.types.isEmpty())
        return;
    const QStringList types = planned().types;
    m_deps.draft.change([&types](Profile &profile) { profile.types = types; });
}

void LaunchDesk::exportEnded(const flows::ExportProgress &progress)
{
    if (progress.outcome)
        ended(*progress.outcome, progress.verdict);
}

void LaunchDesk::ended(Outcome outcome, const QString &verdict)
{
    lookForNewPatients();
    if (outcome == Outcome::Complete || outcome == Outcome::CompleteWithErrors)
        m_deps.draft.complete(Step::Launch, verdict);
    else
        m_deps.draft.mark(
            Step::Launch, outcome == Outcome::Waiting ? StepState::Waiting : StepState::Failed, verdict);
}

} // namespace waybill::assistant
