// SPDX-License-Identifier: Apache-2.0
#include "onboarding/connection_page.h"

#include "onboarding/check_list.h"
#include "onboarding/clock_card.h"
#include "onboarding/doctor_card.h"
#include "onboarding/fact_list.h"
#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kScopeLines = 8;

} // namespace

ConnectionPage::ConnectionPage(QWidget *parent)
    : StepPage(tr("Connection"),
        tr("Waybill reads what the server says of itself and then asks for a real access token. No patient "
           "data is "
           "touched."),
        parent)
{
    m_host = new InlineMessage(content());
    column()->addWidget(m_host);
    m_unlock = new UnlockPanel(content());
    column()->addWidget(m_unlock);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &ConnectionPage::unlockRequested);

    m_causesCard = new SectionCard(tr("Likely causes"), content());
    m_causesCard->setSubtitle(tr("The most likely one first"));
    m_causes = new PlainLabel({}, TextRole::Body, m_causesCard);
    m_causes->wrap();
    m_causes->setCopyable(true);
    m_causesCard->body()->addWidget(m_causes);
    column()->addWidget(m_causesCard);

    m_empty = new SectionCard(tr("What will be checked"), content());
    auto *words =
        new PlainLabel(tr("1.  The SMART configuration: where tokens come from, and how to ask for them\n"
                          "2.  The CapabilityStatement: which exports and resource types there are\n"
                          "3.  Both clocks: a wrong one makes every signature worthless\n"
                          "4.  A token with all scopes an export may need"),
            TextRole::Body, m_empty);
    words->wrap();
    m_empty->body()->addWidget(words);
    column()->addWidget(m_empty);

    m_clock = new ClockCard(content());
    column()->addWidget(m_clock);
    m_doctor = new DoctorCard(content());
    column()->addWidget(m_doctor);
    m_tokenCard = makeTokenCard();
    column()->addWidget(m_tokenCard);
    m_checksCard = new SectionCard(tr("What the server says of itself"), content());
    m_again = new QPushButton(icon(Glyph::Refresh), tr("Check a&gain"), m_checksCard);
    makeQuiet(*m_again);
    m_checksCard->addToHeader(m_again);
    connect(m_again, &QPushButton::clicked, this, &ConnectionPage::checkAgain);
    m_checks = new CheckList(m_checksCard);
    m_checksCard->body()->addWidget(m_checks);
    column()->addWidget(m_checksCard);
    m_serverCard = new SectionCard(tr("Server"), content());
    m_changes = new InlineMessage(m_serverCard);
    m_serverCard->body()->addWidget(m_changes);
    m_server = new FactList(m_serverCard);
    m_serverCard->body()->addWidget(m_server);
    m_more = makeDisclosure(tr("Ask for more scopes"), m_serverCard, [this](bool) { showMoreScopes(); });
    m_serverCard->body()->addWidget(m_more, 0, Qt::AlignLeft);
    column()->addWidget(m_serverCard);
}

SectionCard *ConnectionPage::makeTokenCard()
{
    auto *card = new SectionCard(tr("Token test"), content());
    m_token = new CheckList(card);
    card->body()->addWidget(m_token);
    auto *toggle = makeDisclosure(tr("All scopes"), card, [this](bool open) { showScopes(open); });
    card->body()->addWidget(toggle, 0, Qt::AlignLeft);
    return card;
}

void ConnectionPage::makeMoreScopes()
{
    m_moreForm = new QWidget(m_serverCard);
    auto *column = new QVBoxLayout(m_moreForm);
    column->setContentsMargins(0, 0, 0, 0);
    m_extraScopes = new QLineEdit(m_moreForm);
    m_extraScopes->setPlaceholderText(QStringLiteral("system/Provenance.read"));
    makeClearable(*m_extraScopes);
    addField(*column, tr("Scopes that the server does not pu&blish"), *m_extraScopes);
    m_extraNote = addNote(*column, m_extraScopes);
    m_serverCard->body()->addWidget(m_moreForm);
    connect(m_extraScopes, &QLineEdit::editingFinished, this,
        [this] { Q_EMIT moreScopesEntered(m_extraScopes->text()); });
}

void ConnectionPage::showMoreScopes()
{
    m_more->setVisible(m_state.canAskForMore);
    const bool open = m_more->isChecked() && m_state.canAskForMore;
    if (open && m_moreForm == nullptr)
        makeMoreScopes();
    if (m_moreForm == nullptr)
        return;
    m_moreForm->setVisible(open);
    setTextQuietly(*m_extraScopes, m_state.extraScopes);
    setNote(*m_extraNote, m_state.extraNote, m_extraScopes);
    m_extraNote->setTone(m_state.extraRefused ? Tone::Failure : Tone::Warning);
}

void ConnectionPage::makeScopes()
{
    m_scopes = new QPlainTextEdit(m_tokenCard);
    m_scopes->setReadOnly(true);
    m_scopes->setTabChangesFocus(true);
    m_scopes->setAccessibleName(tr("Granted and missing scopes"));
    keepTextRole(*m_scopes, TextRole::Mono);
    m_scopes->setFixedHeight(m_scopes->fontMetrics().lineSpacing() * kScopeLines + space::kLarge);
    m_scopes->setPlainText(m_scopesText);
    m_tokenCard->body()->addWidget(m_scopes);
}

void ConnectionPage::showScopes(bool open)
{
    if (open && m_scopes == nullptr)
        makeScopes();
    m_scopes->setVisible(open);
}

void ConnectionPage::render(const ConnectionPagePresenter::State &state)
{
    m_state = state;
    renderFrame(state.frame);
    if (state.askTokenHost) {
        m_host->showMessage(Tone::Warning, tr("The token endpoint is on another host."),
            tr("FHIR: %1\nToken: %2").arg(state.fhirHost, state.tokenUrl),
            tr("That is normal for eClinicalWorks. Waybill sends its signed request there only if you "
               "agree."));
    } else {
        m_host->clear();
    }
    m_unlock->setWanted(state.needsPassphrase);
    QStringList causes;
    for (const QString &cause : state.causes)
        causes.append(QStringLiteral("%1.  %2").arg(causes.size() + 1).arg(cause));
    m_causes->setText(causes.join(QLatin1Char('\n')));
    m_causesCard->setVisible(!causes.isEmpty());
    const bool nothing = state.checks.isEmpty() && state.server.isEmpty() && state.frame.busy.isEmpty();
    m_empty->setVisible(nothing);
    m_tokenCard->setVisible(!state.token.isEmpty());
    m_token->setLines(state.token);
    m_scopesText = tr("Granted:\n%1").arg(state.grantedScopes);
    if (!state.missingScopes.isEmpty())
        m_scopesText.prepend(tr("Missing:\n%1\n\n").arg(state.missingScopes));
    if (m_scopes != nullptr && m_scopes->toPlainText() != m_scopesText)
        m_scopes->setPlainText(m_scopesText);
    m_checksCard->setVisible(!state.checks.isEmpty());
    m_checks->setLines(state.checks);
    m_again->setVisible(state.canCheckAgain);
    m_clock->render(state);
    showMoreScopes();
    QList<std::pair<QString, QString>> facts;
    for (const ConnectionPagePresenter::Fact &fact : state.server)
        facts.append({fact.name, fact.value});
    m_serverCard->setVisible(!facts.isEmpty());
    m_server->setFacts(facts);
    if (state.changesTitle.isEmpty())
        m_changes->clear();
    else
        m_changes->showMessage(state.changes.isEmpty() ? Tone::Ok : Tone::Warning, state.changesTitle,
            state.changes.join(QLatin1Char('\n')));
}

} // namespace waybill::ui
