// SPDX-License-Identifier: Apache-2.0
#include "onboarding/unlock_panel.h"

#include "onboarding/form_parts.h"
#include "widgets/icons.h"
#include "widgets/wrap_layout.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

UnlockPanel::UnlockPanel(QWidget *parent)
    : SectionCard(tr("Unlock the key file"), parent)
{
    hide();
}

void UnlockPanel::makeInside()
{
    setSubtitle(
        tr("The private key is encrypted. Waybill keeps it in memory until you close the assistant."));
    m_passphrase = passwordField(this);
    addField(*body(), tr("&Passphrase"), *m_passphrase);
    auto *row = WrapLayout::in(*body());
    m_unlock = new QPushButton(icon(Glyph::Unlock), tr("&Unlock"), this);
    m_unlock->setEnabled(false);
    row->addWidget(m_unlock);
    connect(m_passphrase, &QLineEdit::textChanged, m_unlock,
        [this](const QString &text) { m_unlock->setEnabled(!text.isEmpty()); });
    const auto hand = [this] {
        const QString passphrase = m_passphrase->text();
        m_passphrase->clear();
        if (!passphrase.isEmpty())
            Q_EMIT unlockRequested(passphrase);
    };
    connect(m_unlock, &QPushButton::clicked, this, hand);
    connect(m_passphrase, &QLineEdit::returnPressed, this, hand);
}

void UnlockPanel::setWanted(bool wanted)
{
    if (wanted == !isHidden())
        return;
    if (m_passphrase == nullptr)
        makeInside();
    setVisible(wanted);
    if (wanted)
        m_passphrase->setFocus(Qt::OtherFocusReason);
    else
        m_passphrase->clear();
}

} // namespace waybill::ui
