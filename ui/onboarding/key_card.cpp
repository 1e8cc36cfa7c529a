// SPDX-License-Identifier: Apache-2.0
#include "onboarding/key_card.h"

#include "onboarding/fact_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/state_badge.h"
#include "widgets/wrap_layout.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

using Key = KeyPagePresenter::Key;

KeyCard::KeyCard(QWidget *parent)
    : SectionCard(tr("The key of this practice"), parent)
{
    addToHeader(new StateBadge(Tone::Ok, tr("kept"), this));
    m_facts = new FactList(this);
    body()->addWidget(m_facts);
    body()->addSpacing(space::kTight);
    m_kid = new CopyField(tr("Key ID (kid)"), CopyField::Shape::Line, this);
    auto *label = new PlainLabel(tr("Key ID (kid), the key's RFC 7638 thumbprint"), TextRole::Body, this);
    label->setMuted(true);
    body()->addWidget(label);
    body()->addWidget(m_kid);
    body()->addSpacing(space::kSmall);
    body()->addWidget(new PlainLabel(tr("Public half, for the registration"), TextRole::Strong, this));
    auto *row = WrapLayout::in(*body());
    m_copyJwks = makeCopyButton(tr("Copy &JWKS"), &Key::jwks);
    m_copyPem = makeCopyButton(tr("Copy P&EM"), &Key::pem);
    m_save = new QPushButton(icon(Glyph::Save), tr("Save jwks.&json…"), this);
    for (QPushButton *button : {m_copyJwks, m_copyPem, m_save})
        row->addWidget(button);
    m_done = addNote(*body());
    makeChanges();
    connect(m_save, &QPushButton::clicked, this, [this] {
        askForFile(this, FileField::Kind::Save, tr("Save the public key set"),
            QDir::home().filePath(QStringLiteral("jwks.json")), tr("JSON (*.json)"),
            [this](const QString &path) { Q_EMIT saveJwksTo(path); });
    });
}

void KeyCard::makeChanges()
{
    auto *row = WrapLayout::in(*body());
    m_rotate = new QPushButton(icon(Glyph::Refresh), tr("&Rotate the key…"), this);
    m_rotate->setToolTip(tr("A successor is published beside this key before it signs: no export fails."));
    m_exposed = new QPushButton(tr("It was e&xposed…"), this);
    m_exposed->setAccessibleName(tr("The key was exposed: replace it at once"));
    auto *another = new QPushButton(tr("Use &another key…"), this);
    for (QPushButton *button : {m_exposed, another})
        makeQuiet(*button);
    for (QPushButton *button : {m_rotate, m_exposed, another})
        row->addWidget(button);
    connect(m_rotate, &QPushButton::clicked, this, [this] { Q_EMIT rotate(false); });
    connect(m_exposed, &QPushButton::clicked, this, [this] { Q_EMIT rotate(true); });
    connect(another, &QPushButton::clicked, this, [this] { Q_EMIT makeAnother(true); });
}

QPushButton *KeyCard::makeCopyButton(const QString &text, QString Key::*what)
{
    auto *button = new QPushButton(icon(Glyph::Copy), text, this);
    connect(button, &QPushButton::clicked, this, [this, what] {
        QGuiApplication::clipboard()->setText(m_key.*what);
        setNote(*m_done, tr("Copied. Only the public half is on the clipboard."));
    });
    return button;
}

void KeyCard::render(const Key &key, const QString &savedJwks, bool canRotate)
{
    m_rotate->setVisible(canRotate);
    m_exposed->setVisible(canRotate);
    m_key = key;
    m_facts->setFacts({{tr("Algorithm"), key.algorithm}, {tr("Kept in"), key.where}, {tr("Made"), key.age},
        {tr("Used by"), key.usedBy}});
    m_kid->setValue(key.keyId);
    m_copyJwks->setEnabled(!key.jwks.isEmpty());
    m_copyPem->setEnabled(!key.pem.isEmpty());
    m_save->setEnabled(!key.jwks.isEmpty());
    if (!savedJwks.isEmpty())
        setNote(*m_done,
            tr("Written and read back, nothing private inside: %1").arg(QDir::toNativeSeparators(savedJwks)));
}

} // namespace waybill::ui
