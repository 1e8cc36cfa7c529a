// SPDX-License-Identifier: Apache-2.0
#include "presenters/group_page_presenter.h"

#include "assistant/group_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "models/formatting.h"

namespace waybill::ui {

using assistant::GroupDeskState;
using discovery::Group;
using practices::Step;
using practices::StepState;
using Doubt = GroupDeskState::Doubt;
using Work = GroupDeskState::Work;

GroupPagePresenter::GroupPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Group, parent)
{
    connect(&practice.group(), &assistant::GroupDesk::changed, this, &GroupPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &GroupPagePresenter::refresh);
    connect(&practice.keyHolder(), &assistant::KeyHolder::changed, this, &GroupPagePresenter::refresh);
    refresh();
}

void GroupPagePresenter::primary()
{
    const GroupDeskState &desk = practice().group().state();
    if (desk.value.isEmpty()) {
        search();
        return;
    }
    const Result<> accepted = practice().group().accept();
    m_own = accepted ? std::nullopt : std::optional(noticeOf(accepted.error()));
    refresh();
    if (accepted)
        Q_EMIT continueRequested();
}

void GroupPagePresenter::search()
{
    m_own.reset();
    practice().group().search();
}

void GroupPagePresenter::loadMore()
{
    practice().group().loadMore();
}

void GroupPagePresenter::chooseRow(int row)
{
    m_own.reset();
    practice().group().choose(row);
}

void GroupPagePresenter::type(const QString &id)
{
    m_own.reset();
    practice().group().type(id);
}

void GroupPagePresenter::confirm(const QString &words)
{
    m_own.reset();
    practice().group().confirm(words);
}

void GroupPagePresenter::unlock(const QString &passphrase)
{
    practice().group().unlockAndSearch(SecretBytes(passphrase.toUtf8()));
}

void GroupPagePresenter::stop()
{
    practice().group().cancel();
}

void GroupPagePresenter::onNoticeAction()
{
    practice().group().trustNextPage();
}

void GroupPagePresenter::showList()
{
    const GroupDeskState &desk = practice().group().state();
    const discovery::VendorPreset preset = practice().group().preset();
    m_model.setGroups(desk.list.groups, preset);
    m_state.searched = desk.searched;
    m_state.canLoadMore = desk.list.more;
    m_state.notes = desk.list.notes.join(QLatin1Char('\n'));
    m_state.summary.clear();
    m_state.emptyHelp.clear();
    if (!desk.searched)
        return;
    const qsizetype shown = desk.list.groups.size();
    m_state.summary = desk.list.serverTotal && *desk.list.serverTotal != shown
        ? tr("%1 shown, the server says %2").arg(countText(shown), countText(*desk.list.serverTotal))
        : shown == 1 ? tr("1 Group")
                     : tr("%1 Groups").arg(countText(shown));
    if (desk.list.manualReason) {
        m_state.emptyHelp = tr("%1 Enter the Group's ID below; the practice can read it in its own system.")
                                .arg(desk.list.manualReason->what);
    } else if (shown == 0) {
        m_state.emptyHelp = preset.groupHelp;
    }
}

void GroupPagePresenter::showChoice()
{
    const GroupDeskState &desk = practice().group().state();
    const discovery::VendorPreset preset = practice().group().preset();
    m_state.row = desk.row ? static_cast<int>(*desk.row) : -1;
    m_state.typed = desk.typed;
    m_state.typedProblem = desk.row ? QString() : desk.typedProblem;
    m_state.typedNotes = desk.row ? QString() : desk.typedNotes.join(QLatin1Char(' '));
    m_state.value = desk.value;
    m_state.membership = preset.membershipHelp;
    m_state.drift = desk.drift;
    m_state.confirmed = desk.confirmed;
    m_state.words = assistant::GroupDesk::confirmationWords();
    m_state.valueNote.clear();
    m_state.warnings.clear();
    if (desk.row) {
        const Group &group = desk.list.groups.at(*desk.row);
        m_state.warnings = group.warnings.join(QLatin1Char('\n'));
        // eCW: $export wants the identifier, which is what its portal shows; the id answers 404 (EC-006).
        m_state.valueNote = preset.groupByIdentifier && desk.value != group.id
            ? tr("This is the Group's identifier. %1 exports by it, not by the ID %2.")
                  .arg(preset.name, group.id)
            : tr("This is the Group's ID.");
    } else if (!desk.value.isEmpty()) {
        m_state.valueNote = tr("Entered by hand.");
    }
    switch (desk.doubt) {
    case Doubt::None: m_state.doubt.clear(); break;
    case Doubt::Empty:
        m_state.doubt =
            tr("This Group has no members. Some servers export every patient for an empty Group.");
        break;
    case Doubt::UnknownCount:
        m_state.doubt =
            tr("The server does not say how many members this Group has. It may be empty, and some "
               "servers export every patient then.");
        break;
    case Doubt::NotListed:
        m_state.doubt =
            tr("Nobody has checked this ID: it may belong to another Group than you think, or to an "
               "empty one.");
        break;
    }
}

QString GroupPagePresenter::busyText() const
{
    const GroupDeskState &desk = practice().group().state();
    if (desk.work != Work::Searching)
        return {};
    if (practice().keyHolder().isUnlocking())
        return tr("Waiting for the key to be unlocked…");
    return desk.pages > 1 ? tr("Reading the Groups, page %1…").arg(desk.pages)
                          : tr("Asking for the practice's Groups…");
}

std::optional<Notice> GroupPagePresenter::noticeNow() const
{
    const GroupDeskState &desk = practice().group().state();
    if (m_own)
        return m_own;
    const bool onlyLocked =
        desk.needsPassphrase && desk.problem && desk.problem->code == ErrorCode::SecretMissing;
    if (desk.problem && !onlyLocked)
        return noticeOf(*desk.problem);
    if (!m_state.drift.isEmpty())
        return Notice{
            Notice::Kind::Warning, m_state.drift, {}, tr("Choose again if that is not what you meant.")};
    if (!desk.list.foreignNext.isEmpty()) {
        const QString host = desk.list.foreignNext.host();
        return Notice{Notice::Kind::Warning,
            tr("The next page of Groups lies on another host: %1.").arg(host), {},
            tr("Waybill sends its token there only if you agree."), {}, tr("Trust %1").arg(host)};
    }
    return staleNotice();
}

void GroupPagePresenter::showFrame()
{
    const GroupDeskState &desk = practice().group().state();
    const bool nothing = desk.value.isEmpty();
    const bool doubtful = !m_state.doubt.isEmpty() && !m_state.confirmed;
    PageFrame &frame = m_state.frame;
    frame.busy = busyText();
    frame.canStop = !frame.busy.isEmpty();
    frame.hint.clear();
    if (nothing && !desk.searched) {
        frame.primary = tr("&Look for Groups");
        frame.primaryEnabled = true;
    } else {
        const bool same = profile().group.value == desk.value
            && assistant::recordOf(profile(), Step::Group).state == StepState::Ok;
        frame.primary = same ? tr("&Continue") : tr("&Use this Group");
        frame.primaryEnabled = !nothing && !doubtful;
        if (nothing)
            frame.hint = tr("Choose a Group or enter its ID.");
        else if (doubtful)
            frame.hint = tr("Type “%1” to confirm.").arg(m_state.words);
    }
    frame.primaryEnabled = frame.primaryEnabled && frame.busy.isEmpty() && !desk.needsPassphrase;
    frame.notice = noticeNow();
    blocked(frame);
}

void GroupPagePresenter::refresh()
{
    m_state.needsPassphrase = practice().group().state().needsPassphrase;
    showList();
    showChoice();
    showFrame();
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
