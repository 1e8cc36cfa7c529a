// SPDX-License-Identifier: Apache-2.0
#include "onboarding/steps_pane.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kRailCharacters = 34;

} // namespace

StepsPane::StepsPane(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_wide = makeWide();
    column->addWidget(m_wide, 1);
    m_strip = makeStrip();
    column->addWidget(m_strip);
    m_problem = new PlainLabel({}, TextRole::Small, this);
    m_problem->setTone(Tone::Failure);
    m_problem->wrap();
    m_problem->setContentsMargins(space::kLarge, 0, space::kLarge, space::kMedium);
    m_problem->hide();
    column->addWidget(m_problem);
    m_strip->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    limitWidth();
}

QWidget *StepsPane::makeWide()
{
    auto *wide = new QWidget(this);
    auto *column = new QVBoxLayout(wide);
    column->setContentsMargins(space::kLarge, space::kXLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kMedium);
    m_practice = new PlainLabel({}, TextRole::Heading, wide);
    m_practice->wrap();
    column->addWidget(m_practice);
    auto *scroll = new QScrollArea(wide);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_rail = new StepRail(scroll);
    m_rail->setAccessibleName(tr("Steps of the onboarding"));
    scroll->setWidget(m_rail);
    m_rail->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    column->addWidget(makeClose(tr("C&lose, go on later"), wide), 0, Qt::AlignLeft);
    connect(m_rail, &StepRail::stepChosen, this, &StepsPane::stepChosen);
    return wide;
}

QWidget *StepsPane::makeStrip()
{
    auto *strip = new QWidget(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kSmall);
    row->setSpacing(space::kSmall);
    m_list = new QComboBox(strip);
    m_list->setAccessibleName(tr("Steps of the onboarding"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_list, 1);
    row->addWidget(makeClose(tr("C&lose"), strip));
    connect(m_list, &QComboBox::activated, this, &StepsPane::stepChosen);
    return strip;
}

QPushButton *StepsPane::makeClose(const QString &text, QWidget *parent)
{
    auto *close = new QPushButton(icon(Glyph::Cross), text, parent);
    close->setAccessibleName(tr("Close, go on later"));
    close->setToolTip(plainToolTip(tr("Every step is saved as soon as it is done.")));
    makeQuiet(*close);
    connect(close, &QPushButton::clicked, this, &StepsPane::closeWanted);
    return close;
}

void StepsPane::setPractice(const QString &name)
{
    m_practice->setText(name);
}

void StepsPane::setSteps(const QList<StepItem> &steps)
{
    m_rail->setSteps(steps);
    while (m_list->count() < steps.size())
        m_list->addItem(QString());
    for (int i = 0; i < steps.size(); ++i) {
        const StepItem &step = steps.at(i);
        m_list->setItemIcon(i, icon(glyphOf(step.look), toneOf(step.look)));
        m_list->setItemText(i,
            tr("%1. %2 – %3", "number, step, its state")
                .arg(i + 1)
                .arg(step.title, step.detail.isEmpty() ? stepWord(step.look) : step.detail));
    }
}

void StepsPane::setCurrent(int index)
{
    m_rail->setCurrent(index);
    m_list->setCurrentIndex(index);
}

void StepsPane::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void StepsPane::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    const bool hadFocus = isAncestorOf(focusWidget());
    m_wide->setVisible(!narrow);
    m_strip->setVisible(narrow);
    setSizePolicy(QSizePolicy::Expanding, narrow ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    limitWidth();
    if (hadFocus)
        (narrow ? static_cast<QWidget *>(m_list) : m_rail)->setFocus(Qt::OtherFocusReason);
}

void StepsPane::limitWidth()
{
    setMaximumWidth(
        m_narrow ? QWIDGETSIZE_MAX : fontMetrics().averageCharWidth() * kRailCharacters + 2 * space::kLarge);
}

void StepsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_list != nullptr)
        limitWidth();
}

void StepsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), cardFill(palette()));
    painter.fillRect(m_narrow ? QRect(0, height() - 1, width(), 1) : QRect(width() - 1, 0, 1, height()),
        hairline(palette()));
}

} // namespace waybill::ui
