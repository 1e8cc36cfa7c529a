// SPDX-License-Identifier: Apache-2.0
#include "onboarding/connection_page.h"

#include "onboarding/check_list.h"
#include "onboarding/doctor_card.h"
#include "onboarding/fact_list.h"
#include "onboarding/unlock_panel.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
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
    column()->addWidget(m_serverCard);
}

SectionCard *ConnectionPage::makeTokenCard()
{
    auto *card = new SectionCard(tr("Token test"), content());
    m_token = new CheckList(card);
    card->body()->addWidget(m_token);
    m_scopesToggle = new QToolButton(card);
    m_scopesToggle->setText(tr("All scopes"));
    m_scopesToggle->setIcon(icon(Glyph::ChevronRight));
    m_scopesToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scopesToggle->setCheckable(true);
    m_scopesToggle->setAutoRaise(true);
    card->body()->addWidget(m_scopesToggle, 0, Qt::AlignLeft);
    m_scopes = new QPlainTextEdit(card);
    m_scopes->setReadOnly(true);
    m_scopes->setTabChangesFocus(true);
    m_scopes->setAccessibleName(tr("Granted and missing scopes"));
    keepTextRole(*m_scopes, TextRole::Mono);
    m_scopes->setFixedHeight(m_scopes->fontMetrics().lineSpacing() * kScopeLines + space::kLarge);
    m_scopes->hide();
    card->body()->addWidget(m_scopes);
    connect(m_scopesToggle, &QToolButton::toggled, this, [this](bool open) {
        m_scopes->setVisible(open);
        m_scopesToggle->setIcon(icon(open ? Glyph::ChevronDown : Glyph::ChevronRight));
    });
    return card;
}

void ConnectionPage::render(const ConnectionPagePresenter::State &state)
{
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
    QString scopes = tr("Granted:\n%1").arg(state.grantedScopes);
    if (!state.missingScopes.isEmpty())
        scopes.prepend(tr("Missing:\n%1\n\n").arg(state.missingScopes));
    if (m_scopes->toPlainText() != scopes)
        m_scopes->setPlainText(scopes);
    m_checksCard->setVisible(!state.checks.isEmpty());
    m_checks->setLines(state.checks);
    m_again->setVisible(state.canCheckAgain);
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
