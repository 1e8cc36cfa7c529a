// SPDX-License-Identifier: Apache-2.0
#include "onboarding/network_card.h"

#include "onboarding/fact_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {

NetworkCard::NetworkCard(QWidget *parent)
    : SectionCard(tr("Certificates and proxy"), parent)
{
    auto *toggle = makeDisclosure(tr("Change"), this, [this](bool open) {
        if (m_inside == nullptr) {
            makeInside();
            render(m_state);
        }
        m_inside->setVisible(open);
    });
    toggle->setAccessibleName(tr("Change certificates and proxy"));
    addToHeader(toggle);
}

void NetworkCard::makeInside()
{
    m_inside = new QWidget(this);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    auto *about = new PlainLabel(
        tr("Only for servers with a private authority or behind a company proxy. A wrong certificate never "
           "passes."),
        TextRole::Body, m_inside);
    about->wrap();
    about->setMuted(true);
    column->addWidget(about);
    m_authorities = new FactList(m_inside);
    column->addWidget(m_authorities);
    auto *row = WrapLayout::in(*column);
    auto *add = new QPushButton(icon(Glyph::Shield), tr("Trust the authorities of a &file…"), m_inside);
    m_remove = new QPushButton(tr("Only the system's"), m_inside);
    makeQuiet(*m_remove);
    row->addWidget(add);
    row->addWidget(m_remove);
    m_proxy = new QLineEdit(m_inside);
    m_proxy->setPlaceholderText(tr("empty: the system's proxy"));
    makeClearable(*m_proxy);
    addField(*column, tr("Pro&xy (host:port, user@host:port or socks5://host:port)"), *m_proxy);
    column->addWidget(makeSignIn());
    m_problem = addNote(*column, m_proxy);
    m_problem->setTone(Tone::Failure);
    body()->addWidget(m_inside);
    connect(add, &QPushButton::clicked, this, [this] {
        askForFile(this, FileField::Kind::Open, tr("Trust the authorities of a file"), {},
            tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
            [this](const QString &path) { Q_EMIT authoritiesChosen(path); });
    });
    connect(m_remove, &QPushButton::clicked, this, &NetworkCard::systemOnlyWanted);
    connect(m_proxy, &QLineEdit::editingFinished, this, [this] { Q_EMIT proxyEntered(m_proxy->text()); });
}

QWidget *NetworkCard::makeSignIn()
{
    m_signIn = new QWidget(m_inside);
    auto *column = new QVBoxLayout(m_signIn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    m_password = passwordField(m_signIn);
    addField(*column, tr("Pass&word at the proxy"), *m_password);
    m_passwordNote = addNote(*column, m_password);
    auto *row = WrapLayout::in(*column);
    auto *keep = new QPushButton(tr("&Keep the password"), m_signIn);
    keep->setEnabled(false);
    m_forget = new QPushButton(tr("Forget it"), m_signIn);
    m_forget->setAccessibleName(tr("Forget the proxy's password"));
    makeQuiet(*m_forget);
    row->addWidget(keep);
    row->addWidget(m_forget);
    const auto take = [this] {
        if (!m_password->text().isEmpty())
            Q_EMIT passwordEntered(m_password->text());
        m_password->clear();
    };
    connect(keep, &QPushButton::clicked, this, take);
    connect(m_password, &QLineEdit::returnPressed, this, take);
    connect(m_password, &QLineEdit::textChanged, keep,
        [keep](const QString &text) { keep->setEnabled(!text.isEmpty()); });
    connect(m_forget, &QPushButton::clicked, this, &NetworkCard::forgetWanted);
    return m_signIn;
}

void NetworkCard::render(const NetworkPresenter::State &state)
{
    m_state = state;
    setSubtitle(state.summary);
    if (m_inside == nullptr)
        return;
    m_authorities->setFacts(state.authorities);
    m_authorities->setVisible(!state.authorities.isEmpty());
    m_remove->setVisible(state.ownAuthorities);
    if (state.problem.isEmpty()) // what was refused stays to be mended
        setTextQuietly(*m_proxy, state.proxy);
    m_signIn->setVisible(state.asksPassword);
    m_forget->setVisible(state.canForget);
    setNote(*m_passwordNote, state.passwordNote, m_password);
    setNote(*m_problem, state.problem, m_proxy);
}

} // namespace waybill::ui
