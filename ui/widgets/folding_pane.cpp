// SPDX-License-Identifier: Apache-2.0
#include "widgets/folding_pane.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {

FoldingPane::FoldingPane(const QString &foldName, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new QHBoxLayout;
    m_header->setContentsMargins(space::kTight, space::kTight, space::kSmall, space::kTight);
    m_fold = new QToolButton(this);
    m_fold->setAccessibleName(foldName);
    m_fold->setToolTip(foldName);
    m_fold->setIcon(icon(Glyph::ChevronDown));
    makeQuiet(*m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    m_title = new PlainLabel({}, TextRole::Strong, this);
    m_header->addWidget(m_fold);
    m_header->addWidget(m_title, 1);
    column->addLayout(m_header);
}

void FoldingPane::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FoldingPane::addToHeader(QWidget *widget)
{
    m_header->addWidget(widget);
}

void FoldingPane::setBody(QWidget *body)
{
    m_body = body;
    m_body->setVisible(!m_folded);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_body, 1);
}

void FoldingPane::setFolded(bool folded)
{
    m_folded = folded;
    if (m_body != nullptr)
        m_body->setVisible(!folded);
    m_fold->setIcon(icon(folded ? Glyph::ChevronRight : Glyph::ChevronDown));
    Q_EMIT foldedChanged(folded);
}

} // namespace waybill::ui
