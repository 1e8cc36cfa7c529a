// SPDX-License-Identifier: Apache-2.0
#include "widgets/copy_field.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QToolButton>

namespace waybill::ui {
namespace {

constexpr int kBlockLines = 4;
constexpr int kThanksMs = 1500; ///< how long the button shows that it copied

} // namespace

CopyField::CopyField(const QString &name, Shape shape, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTight);
    if (shape == Shape::Line) {
        m_line = new QLineEdit(this);
        m_line->setReadOnly(true);
        m_line->setAccessibleName(name);
        row->addWidget(m_line, 1);
        setFocusProxy(m_line);
    } else {
        m_block = new QPlainTextEdit(this);
        m_block->setReadOnly(true);
        m_block->setTabChangesFocus(true);
        keepTextRole(*m_block, TextRole::Mono);
        m_block->setAccessibleName(name);
        m_block->setMinimumHeight(m_block->fontMetrics().lineSpacing() * kBlockLines + space::kLarge);
        row->addWidget(m_block, 1);
        setFocusProxy(m_block);
    }
    m_button = new QToolButton(this);
    m_button->setIcon(icon(Glyph::Copy));
    m_button->setAccessibleName(tr("Copy %1").arg(name));
    m_button->setToolTip(plainToolTip(m_button->accessibleName()));
    makeQuiet(*m_button);
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QToolButton::clicked, this, &CopyField::copy);
}

void CopyField::setValue(const QString &value)
{
    if (m_line != nullptr) {
        m_line->setText(value);
        m_line->setCursorPosition(0);
    } else if (m_block->toPlainText() != value) {
        m_block->setPlainText(value);
    }
    m_button->setEnabled(!value.isEmpty());
}

QString CopyField::value() const
{
    return m_line != nullptr ? m_line->text() : m_block->toPlainText();
}

void CopyField::copy()
{
    QGuiApplication::clipboard()->setText(value());
    m_button->setIcon(icon(Glyph::Check, Tone::Ok));
    m_button->setAccessibleDescription(tr("Copied"));
    QAccessibleEvent said(m_button, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    QTimer::singleShot(kThanksMs, m_button, [button = m_button] {
        button->setIcon(icon(Glyph::Copy));
        button->setAccessibleDescription({});
    });
    Q_EMIT copied();
}

} // namespace waybill::ui
