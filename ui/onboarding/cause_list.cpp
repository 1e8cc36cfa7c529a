// SPDX-License-Identifier: Apache-2.0
#include "onboarding/cause_list.h"

#include "widgets/plain_label.h"
#include "widgets/state_badge.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

Tone toneOf(CheckLine::Look look)
{
    switch (look) {
    case CheckLine::Look::Bad: return Tone::Failure;
    case CheckLine::Look::Attention: return Tone::Warning;
    case CheckLine::Look::Ok: return Tone::Ok;
    case CheckLine::Look::Unknown: return Tone::Neutral;
    }
    return Tone::Neutral;
}

void addText(QGridLayout &grid, int row, const QString &text, bool muted)
{
    if (text.isEmpty())
        return;
    auto *label = new PlainLabel(text, TextRole::Body, grid.parentWidget());
    label->wrap();
    label->setMuted(muted);
    grid.addWidget(label, row, 1, 1, 2);
}

void addCause(QGridLayout &grid, int number, const DoctorPresenter::Cause &cause)
{
    const bool excluded = cause.look == CheckLine::Look::Ok;
    const int row = grid.rowCount();
    grid.addWidget(new PlainLabel(QStringLiteral("%1.").arg(number), TextRole::Strong), row, 0, Qt::AlignTop);
    auto *what = new PlainLabel(cause.what, TextRole::Strong);
    what->wrap();
    what->setMuted(excluded);
    what->setCopyable(true);
    what->setAccessibleName(
        QStringLiteral("%1. %2: %3 %4 %5")
            .arg(QString::number(number), cause.word, cause.what, cause.seen, cause.check));
    grid.addWidget(what, row, 1);
    grid.addWidget(new StateBadge(toneOf(cause.look), cause.word), row, 2, Qt::AlignTop | Qt::AlignRight);
    addText(grid, row + 1, cause.seen, true);
    if (!excluded)
        addText(grid, row + 2, CauseList::tr("Check: %1").arg(cause.check), false);
    grid.setRowMinimumHeight(row + 3, space::kTight);
}

} // namespace

CauseList::CauseList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void CauseList::setCauses(const QList<DoctorPresenter::Cause> &causes)
{
    if (causes == m_causes)
        return;
    m_causes = causes;
    delete m_rows;
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kSmall);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int number = 0;
    for (const DoctorPresenter::Cause &cause : causes)
        addCause(*grid, ++number, cause);
    m_column->addWidget(m_rows);
}

} // namespace waybill::ui
