// SPDX-License-Identifier: Apache-2.0
#include "assistant/group_desk.h"

#include "assistant/words.h"

namespace waybill::assistant {

using discovery::Group;
using discovery::GroupList;
using practices::GroupChoice;
using practices::Profile;
using practices::Step;
using practices::StepState;
using Work = GroupDeskState::Work;
using Doubt = GroupDeskState::Doubt;

GroupDesk::GroupDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(deps)
    , m_base(deps.draft.profile().fhirBaseUrl)
{
    const GroupChoice chosen = m_deps.draft.profile().group;
    m_state.typed = chosen.value;
    settleChoice(m_state);
    m_state.confirmed = !chosen.value.isEmpty();
    connect(&m_deps.session, &OnboardingSession::aboutToClose, this, &GroupDesk::letGo);
    connect(&m_deps.draft, &OnboardingDraft::changed, this, [this] {
        if (m_base == m_deps.draft.profile().fhirBaseUrl)
            return;
        m_base = m_deps.draft.profile().fhirBaseUrl;
        m_search.reset();
        update([](GroupDeskState &state) { state = {}; });
    });
}

GroupDesk::~GroupDesk() = default;

void GroupDesk::letGo()
{
    if (!m_search)
        return;
    m_search.reset();
    update([](GroupDeskState &state) { state.work = Work::Idle; });
}

void GroupDesk::update(const std::function<void(GroupDeskState &)> &edit)
{
    const GroupDeskState before = m_state;
    edit(m_state);
    if (m_state != before)
        Q_EMIT changed();
}

discovery::VendorPreset GroupDesk::preset() const
{
    const auto server = m_deps.connection.server();
    return server ? server->preset : discovery::presetFor(m_deps.draft.profile().vendor);
}

QString GroupDesk::confirmationWords()
{
    return Words::tr("use it anyway");
}

void GroupDesk::search()
{
    if (m_state.work != Work::Idle)
        return;
    update([](GroupDeskState &state) {
        state.work = Work::Searching;
        state.pages = 0;
        state.problem.reset();
        state.needsPassphrase = false;
    });
    m_deps.session.open(m_deps.draft.profile().scopes, this,
        [this](const Result<http::Transport *> &transport) { searchWith(transport); });
}

void GroupDesk::unlockAndSearch(SecretBytes passphrase)
{
    m_deps.holder.unlock(std::move(passphrase));
    search();
}

void GroupDesk::searchWith(const Result<http::Transport *> &transport)
{
    if (!transport) {
        failed(transport.error());
        return;
    }
    update([](GroupDeskState &state) { state.work = Work::Searching; }); // letGo() may have ended it
    m_search = std::make_unique<discovery::GroupSearch>(**transport);
    connect(m_search.get(), &discovery::GroupSearch::progressed, this,
        [this](int pages, qsizetype) { update([pages](GroupDeskState &state) { state.pages = pages; }); });
    connect(m_search.get(), &discovery::GroupSearch::finished, this, &GroupDesk::found);
    discovery::GroupSearchRequest request;
    request.base = m_deps.draft.profile().fhirBaseUrl;
    request.preset = preset();
    request.trusted = auth::trustedOrigins(request.base, m_deps.draft.profile().trustedOrigins);
    if (const auto server = m_deps.connection.server(); server && server->capability)
        request.searchParameters = server->capability->groupSearchParameters();
    m_search->start(request);
}

void GroupDesk::loadMore()
{
    if (m_state.work != Work::Idle || !m_state.list.more)
        return;
    if (!m_search) { // its transport is gone: from the start
        search();
        return;
    }
    update([](GroupDeskState &state) { state.work = Work::Searching; });
    m_search->loadMore();
}

void GroupDesk::trustNextPage()
{
    if (m_state.list.foreignNext.isEmpty())
        return;
    const QString origin = http::originOf(m_state.list.foreignNext).toString();
    m_deps.draft.change([&origin](Profile &profile) {
        if (!profile.trustedOrigins.contains(origin))
            profile.trustedOrigins.append(origin);
    });
    m_deps.session.close(); // its transport knows the old list
    search();
}

void GroupDesk::found(const Result<GroupList> &result)
{
    if (!result) {
        failed(result.error());
        return;
    }
    update([&](GroupDeskState &state) {
        state.work = Work::Idle;
        state.searched = true;
        state.list = *result;
        state.problem.reset();
        state.drift = driftOf(*result);
        state.row.reset();
        const QString wanted = state.value;
        for (qsizetype row = 0; row < result->groups.size(); ++row) {
            if (!wanted.isEmpty() && discovery::exportValueFor(result->groups.at(row), preset()) == wanted)
                state.row = row;
        }
        const bool confirmed = state.confirmed;
        settleChoice(state);
        state.confirmed = confirmed && state.value == wanted;
    });
}

QString GroupDesk::driftOf(const GroupList &list) const
{
    const GroupChoice &chosen = m_deps.draft.profile().group;
    if (chosen.id.isEmpty() || list.manualReason)
        return {};
    for (const Group &group : list.groups) {
        if (group.id != chosen.id)
            continue;
        if (group.name != chosen.name) {
            return Words::tr("The Group you chose was called “%1” and is now called “%2”.")
                .arg(chosen.name, discovery::displayName(group));
        }
        return {};
    }
    return list.more ? QString()
                     : Words::tr("The Group you chose, “%1”, is not in the list any more.").arg(chosen.name);
}

void GroupDesk::settleChoice(GroupDeskState &state) const
{
    state.confirmed = false;
    state.doubt = Doubt::None;
    if (state.row && *state.row < state.list.groups.size()) {
        const Group &group = state.list.groups.at(*state.row);
        state.value = discovery::exportValueFor(group, preset());
        if (!group.members)
            state.doubt = Doubt::UnknownCount;
        else if (*group.members == 0)
            state.doubt = Doubt::Empty;
        return;
    }
    state.row.reset();
    state.value.clear();
    state.typedProblem.clear();
    state.typedNotes.clear();
    if (state.typed.trimmed().isEmpty())
        return;
    const discovery::CleanedGroupId cleaned = discovery::cleanGroupId(state.typed);
    state.typedProblem = cleaned.problem;
    state.typedNotes = cleaned.notes;
    if (cleaned.problem.isEmpty())
        state.value = cleaned.value;
    if (!state.value.isEmpty())
        state.doubt = Doubt::NotListed;
}

void GroupDesk::choose(qsizetype row)
{
    update([&](GroupDeskState &state) {
        if (row < 0 || row >= state.list.groups.size() || state.row == row)
            return;
        state.row = row;
        settleChoice(state);
    });
}

void GroupDesk::type(const QString &id)
{
    update([&](GroupDeskState &state) {
        if (state.typed == id && !state.row)
            return;
        state.typed = id;
        state.row.reset();
        settleChoice(state);
    });
}

void GroupDesk::confirm(const QString &words)
{
    update([&words](GroupDeskState &state) {
        state.confirmed = words.simplified().compare(confirmationWords(), Qt::CaseInsensitive) == 0;
    });
}

Result<> GroupDesk::accept()
{
    if (m_state.value.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("No Group is chosen yet."), {},
            Words::tr("Choose one from the list or enter its ID."));
    }
    if (m_state.doubt != Doubt::None && !m_state.confirmed) {
        return failure(ErrorCode::InvalidInput, Words::tr("Nobody has confirmed this Group yet."), {},
            Words::tr("Type “%1” into the field below the note.").arg(confirmationWords()));
    }
    GroupChoice choice;
    choice.value = m_state.value;
    choice.chosenAt = m_deps.draft.now();
    QString evidence = Words::tr("ID entered by hand");
    if (m_state.row) {
        const Group &group = m_state.list.groups.at(*m_state.row);
        choice.id = group.id;
        choice.identifier = group.identifiers.isEmpty() ? QString() : group.identifiers.first().value;
        choice.name = group.name;
        choice.members = group.members;
        evidence =
            Words::tr("%1, members: %2").arg(discovery::displayName(group), discovery::membersText(group));
    }
    m_deps.draft.complete(Step::Group, evidence, [&choice](Profile &profile) {
        const GroupChoice &old = profile.group;
        const bool same = old.value == choice.value && old.id == choice.id
            && old.identifier == choice.identifier && old.name == choice.name
            && old.members == choice.members;
        if (!same)
            profile.group = choice;
        profile.level = practices::Level::Group;
    });
    return {};
}

void GroupDesk::cancel()
{
    m_search.reset();
    m_deps.holder.stopWaiting();
    m_deps.session.close();
    update([](GroupDeskState &state) { state.work = Work::Idle; });
}

void GroupDesk::failed(const Error &error)
{
    const bool passphrase = m_deps.holder.needsPassphrase() && m_deps.holder.problem() == error;
    update([&](GroupDeskState &state) {
        state.work = Work::Idle;
        state.problem = error;
        state.needsPassphrase = passphrase;
    });
}

} // namespace waybill::assistant
