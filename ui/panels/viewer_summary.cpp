// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_summary.h"

#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill::ui {

ViewerSummary::ViewerSummary(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kMedium, 0, space::kSmall, space::kSmall);
    column->setSpacing(space::kTight);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::kMedium);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    m_note = new PlainLabel({}, TextRole::Small, this);
    m_note->setTone(Tone::Warning);
    m_note->wrap();
    m_note->hide();
    column->addWidget(m_note);
    m_back = new QPushButton(icon(Glyph::ArrowLeft), tr("Back"), this);
    m_back->setAutoDefault(false);
    m_back->setToolTip(tr("Back to the line the reference was followed from (Alt+Left)"));
    m_back->hide();
    makeQuiet(*m_back);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_back, &QPushButton::clicked, this, &ViewerSummary::backRequested);
}

ViewerSummary::Row &ViewerSummary::row(std::size_t index)
{
    while (m_rows.size() <= index) {
        Row made;
        const auto at = static_cast<int>(m_rows.size());
        made.label = new PlainLabel({}, TextRole::Small, this);
        made.label->setMuted(true);
        made.value = new ElidedLabel(Qt::ElideRight, this);
        made.go = new QToolButton(this);
        made.go->setIcon(icon(Glyph::ArrowRight, Tone::Accent));
        constexpr int kArrow = 14; // no higher than the words beside it
        made.go->setIconSize({kArrow, kArrow});
        makeQuiet(*made.go);
        connect(made.go, &QToolButton::clicked, this,
            [this, at] { Q_EMIT followRequested(m_shown.value(at).reference); });
        m_grid->addWidget(made.label, at, 0);
        m_grid->addWidget(made.value, at, 1);
        m_grid->addWidget(made.go, at, 2);
        m_rows.push_back(made);
    }
    return m_rows[index];
}

QString ViewerSummary::firstReference() const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
        [](const ndjson::SummaryField &field) { return !field.reference.isEmpty(); });
    return found == m_shown.end() ? QString() : found->reference;
}

void ViewerSummary::render(const ViewerState &state)
{
    m_back->setVisible(state.canGoBack);
    m_note->setText(state.following ? tr("Looking for the resource…") : state.followNote);
    m_note->setVisible(!m_note->text().isEmpty());
    setVisible(!state.summary.isEmpty() || state.canGoBack || !m_note->text().isEmpty());
    if (state.summary == m_shown)
        return;
    m_shown = state.summary;
    const auto count = static_cast<std::size_t>(m_shown.size());
    for (std::size_t i = 0; i < std::max(count, m_rows.size()); ++i) {
        Row &one = row(i);
        const bool used = i < count;
        const ndjson::SummaryField field = m_shown.value(static_cast<qsizetype>(i));
        one.label->setText(field.label);
        one.value->setFullText(field.value);
        one.value->setAccessibleName(QStringLiteral("%1: %2").arg(field.label, field.value));
        // While values are hidden its type says enough.
        const QString target =
            state.hidden ? field.reference.section(QLatin1Char('/'), -2, -2) : field.reference;
        one.go->setAccessibleName(tr("Go to %1").arg(target));
        one.go->setToolTip(plainToolTip(tr("Go to %1 (Ctrl+Return)").arg(target)));
        one.label->setVisible(used);
        one.value->setVisible(used);
        one.go->setVisible(used && !field.reference.isEmpty());
    }
}

} // namespace waybill::ui
