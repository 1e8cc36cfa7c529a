// SPDX-License-Identifier: Apache-2.0
#include "presenters/endpoint_page_presenter.h"

#include "assistant/draft.h"
#include "assistant/endpoint_desk.h"
#include "assistant/environment_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "http/origin.h"
#include "models/formatting.h"

namespace waybill::ui {

using assistant::EndpointDeskState;
using discovery::EntryFlag;
using practices::Step;
using practices::StepState;
using Work = EndpointDeskState::Work;

EndpointPagePresenter::EndpointPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Endpoint, parent)
    , m_network(practice)
{
    connect(&practice.endpoint(), &assistant::EndpointDesk::changed, this, &EndpointPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &EndpointPagePresenter::refresh);
    connect(&practice.environment(), &assistant::EnvironmentDesk::changed, this, [this] {
        // Chosen on the first page: the address is filled in as soon as the sandbox answers.
        if (this->practice().environment().builtIn() && this->practice().endpoint().state().typed.isEmpty())
            useSandboxPractice();
        refresh();
    });
    if (practice.environment().builtIn() && practice.endpoint().state().typed.isEmpty())
        useSandboxPractice();
    refresh();
}

void EndpointPagePresenter::entered()
{
    practice().endpoint().loadLastList();
}

void EndpointPagePresenter::importFile(const QString &path)
{
    m_own.reset();
    if (!path.isEmpty())
        practice().endpoint().importFile(path);
}

void EndpointPagePresenter::importUrl(const QString &text)
{
    m_own.reset();
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !http::isAllowedScheme(url)) {
        m_own = Notice{Notice::Kind::Warning, tr("This is not the address of a practice list."),
            text.trimmed(), tr("Enter an https address, or open a file.")};
        refresh();
        return;
    }
    practice().endpoint().importUrl(url);
}

void EndpointPagePresenter::useSandboxList()
{
    m_own.reset();
    if (practice().sandbox().isRunning())
        practice().endpoint().importUrl(practice().sandbox().practiceList);
}

void EndpointPagePresenter::useSandboxPractice()
{
    const QList<assistant::SandboxOffer::Practice> offered = practice().sandbox().practices;
    for (const assistant::SandboxOffer::Practice &candidate : offered) {
        if (candidate.vendor == QLatin1String("eclinicalworks")) {
            practice().endpoint().type(candidate.fhirBaseUrl.toString());
            return;
        }
    }
    if (!offered.isEmpty())
        practice().endpoint().type(offered.first().fhirBaseUrl.toString());
}

void EndpointPagePresenter::search(const QString &query)
{
    practice().endpoint().search(query);
}

void EndpointPagePresenter::setShowHidden(bool show)
{
    practice().endpoint().setShowHidden(show);
}

void EndpointPagePresenter::chooseRow(int row)
{
    m_own.reset();
    practice().endpoint().choose(m_model.entryAt(row));
}

void EndpointPagePresenter::type(const QString &address)
{
    m_own.reset();
    practice().endpoint().type(address);
}

void EndpointPagePresenter::takeTwin()
{
    practice().endpoint().takeTwin();
}

void EndpointPagePresenter::stop()
{
    practice().endpoint().cancel();
}

void EndpointPagePresenter::primary()
{
    const Result<> accepted = practice().endpoint().accept();
    m_own = accepted ? std::nullopt : std::optional(noticeOf(accepted.error()));
    refresh();
    if (accepted)
        Q_EMIT continueRequested();
}

void EndpointPagePresenter::showList()
{
    const EndpointDeskState &desk = practice().endpoint().state();
    m_state.hasList = desk.directory != nullptr;
    m_state.query = desk.query;
    m_state.showHidden = desk.showHidden;
    m_model.setRows(desk.directory, desk.hits.rows);
    if (!desk.directory)
        return;
    const QDateTime imported = QDateTime::fromString(desk.directory->importedAt, Qt::ISODate);
    m_state.source = tr("%1 practices from %2, imported %3")
                         .arg(countText(desk.directory->entries.size()), desk.directory->source,
                             imported.isValid() ? dateTimeText(toInstant(imported)) : tr("earlier"));
    QStringList notes = desk.directory->notes;
    if (!desk.lastChange.isEmpty())
        notes.prepend(desk.lastChange);
    if (!desk.missing.isEmpty())
        notes.prepend(desk.missing);
    m_state.sourceNotes = notes.join(QLatin1Char('\n'));
    m_state.resultLine = desk.hits.hidden > 0
        ? tr("%1 found, %2 more hidden").arg(countText(desk.hits.matches), countText(desk.hits.hidden))
        : tr("%1 found").arg(countText(desk.hits.matches));
}

void EndpointPagePresenter::showAddress()
{
    const EndpointDeskState &desk = practice().endpoint().state();
    m_state.typed = desk.typed;
    m_state.typedProblem = desk.typedProblem ? desk.typedProblem->what : QString();
    m_state.base = desk.preview ? desk.preview->base.toString() : QString();
    m_state.baseNotes = desk.preview ? desk.preview->notes.join(QLatin1Char(' ')) : QString();
    m_state.practiceCode = desk.preview ? desk.preview->practiceCode : QString();
    m_state.twin =
        desk.preview && desk.preview->providerTwin ? desk.preview->providerTwin->toString() : QString();
    m_state.practiceName = desk.entry ? desk.entry->name : QString();
    m_state.warning.clear();
    if (!desk.preview || http::isLoopback(desk.preview->base))
        return;
    // EC-027: a list is somebody else's word; only discovery proves that a practice is behind an address.
    if (desk.entry && desk.entry->flags.testFlag(EntryFlag::OtherHost))
        m_state.warning = tr("The host %1 is not one of eClinicalWorks'. Make sure that you trust it.")
                              .arg(desk.preview->base.host());
    else if (desk.entry && (desk.entry->flags & discovery::kHiddenByDefault))
        m_state.warning = tr("The list marks this entry: %1.")
                              .arg(discovery::flagLabel(discovery::flagsOf(desk.entry->flags).first()));
}

void EndpointPagePresenter::refresh()
{
    const EndpointDeskState &desk = practice().endpoint().state();
    showList();
    showAddress();
    m_state.canUseSandbox =
        practice().sandbox().isRunning() && profile().environment == practices::Environment::Sandbox;
    PageFrame &frame = m_state.frame;
    frame.busy.clear();
    switch (desk.work) {
    case Work::Idle: break;
    case Work::Loading: frame.busy = tr("Reading the last list…"); break;
    case Work::Downloading: frame.busy = tr("Downloading the practice list…"); break;
    case Work::Importing: frame.busy = tr("Reading and indexing the list…"); break;
    }
    frame.canStop = !frame.busy.isEmpty();
    const bool same = !m_state.base.isEmpty() && profile().fhirBaseUrl.toString() == m_state.base
        && assistant::recordOf(profile(), Step::Endpoint).state == StepState::Ok;
    frame.primary = same ? tr("&Continue") : tr("&Use this endpoint");
    frame.primaryEnabled = !m_state.base.isEmpty();
    frame.hint = m_state.base.isEmpty() ? tr("Choose a practice or enter its address.") : QString();
    frame.notice = m_own;
    if (!frame.notice && desk.problem)
        frame.notice = noticeOf(*desk.problem);
    if (!frame.notice)
        frame.notice = staleNotice();
    blocked(frame);
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
