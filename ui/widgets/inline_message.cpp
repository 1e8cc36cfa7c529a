// SPDX-License-Identifier: Apache-2.0
#include "widgets/inline_message.h"

#include "base/error.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kDetailLines = 6;

PlainLabel *wrappedLine(TextRole role, QWidget *parent)
{
    auto *label = new PlainLabel({}, role, parent);
    label->wrap();
    label->setCopyable(true);
    return label;
}

void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

QString placeAndStatus(const Error &error)
{
    if (!error.httpStatus)
        return error.where;
    const QString status = InlineMessage::tr("HTTP %1").arg(*error.httpStatus);
    return error.where.isEmpty() ? status : QStringLiteral("%1 · %2").arg(error.where, status);
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    row->setSpacing(space::kMedium);
    m_icon = new QLabel(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::kTight);
    m_title = wrappedLine(TextRole::Strong, this);
    m_text = wrappedLine(TextRole::Body, this);
    m_next = wrappedLine(TextRole::Body, this);
    for (auto *label : {m_title, m_text, m_next})
        column->addWidget(label);

    m_detailsToggle = new QToolButton(this);
    m_detailsToggle->setText(tr("Details"));
    m_detailsToggle->setIcon(icon(Glyph::ChevronRight));
    m_detailsToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_detailsToggle->setCheckable(true);
    m_detailsToggle->setAutoRaise(true);
    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details of the message"));
    keepTextRole(*m_details, TextRole::Mono);
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * kDetailLines + space::kMedium);
    connect(m_detailsToggle, &QToolButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        m_detailsToggle->setIcon(icon(open ? Glyph::ChevronDown : Glyph::ChevronRight));
    });

    auto *actions = WrapLayout::in(*column);
    actions->setContentsMargins(0, space::kTight, 0, 0);
    m_action = new QPushButton(this);
    m_secondAction = new QPushButton(this);
    connect(m_action, &QPushButton::clicked, this, &InlineMessage::actionTriggered);
    connect(m_secondAction, &QPushButton::clicked, this, &InlineMessage::secondActionTriggered);
    actions->addWidget(m_action);
    actions->addWidget(m_secondAction);
    actions->addWidget(m_detailsToggle);
    column->addWidget(m_details);
    row->addLayout(column, 1);
    m_action->hide();
    m_secondAction->hide();
    clear();
}

void InlineMessage::showMessage(
    Tone tone, const QString &title, const QString &text, const QString &next, const QString &details)
{
    m_tone = tone;
    m_icon->setPixmap(
        icon(glyphOf(tone), tone).pixmap(QSize(space::kIcon, space::kIcon), devicePixelRatioF()));
    m_title->setTone(tone);
    say(*m_title, title);
    say(*m_text, text);
    say(*m_next, next);
    m_details->setPlainText(details);
    m_detailsToggle->setVisible(!details.isEmpty());
    m_details->setVisible(!details.isEmpty() && m_detailsToggle->isChecked());
    QStringList whole = {title, text, next};
    whole.removeAll(QString());
    const QString name = whole.join(QLatin1Char(' '));
    const bool isNews = name != accessibleName() || isHidden();
    setAccessibleName(name);
    show();
    update();
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void InlineMessage::showError(const Error &error)
{
    const Tone tone = error.code == ErrorCode::Throttled || error.code == ErrorCode::Busy ? Tone::Waiting
        : error.code == ErrorCode::Cancelled                                              ? Tone::Info
                                                                                          : Tone::Failure;
    showMessage(tone, error.what, placeAndStatus(error), advice(error), error.serverText);
}

void InlineMessage::setVisible(bool visible)
{
    QFrame::setVisible(visible);
    Q_EMIT visibleChanged(visible);
}

void InlineMessage::clear()
{
    setAccessibleName({});
    hide();
}

void InlineMessage::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void InlineMessage::setSecondAction(const QString &text)
{
    m_secondAction->setText(text);
    m_secondAction->setVisible(!text.isEmpty());
}

bool InlineMessage::saysSomething() const
{
    return !isHidden();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(m_tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
}

} // namespace waybill::ui
