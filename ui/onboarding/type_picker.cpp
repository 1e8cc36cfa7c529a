// SPDX-License-Identifier: Apache-2.0
#include "onboarding/type_picker.h"

#include "onboarding/form_parts.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kColumnCharacters = 34; ///< the longest usual type with its note
constexpr int kMostColumns = 4;

} // namespace

TypePicker::TypePicker(QWidget *parent)
    : SectionCard(tr("Resource types"), parent)
{
    auto *usual = new QPushButton(tr("&Usual ones"), this);
    auto *all = new QPushButton(tr("&All"), this);
    auto *none = new QPushButton(tr("&None"), this);
    for (QPushButton *button : {usual, all, none}) {
        makeQuiet(*button);
        addToHeader(button);
    }
    usual->setAccessibleName(tr("Choose the usual resource types"));
    all->setAccessibleName(tr("Choose all resource types"));
    none->setAccessibleName(tr("Choose no resource type"));
    connect(usual, &QPushButton::clicked, this, &TypePicker::usualWanted);
    connect(all, &QPushButton::clicked, this, &TypePicker::allWanted);
    connect(none, &QPushButton::clicked, this, &TypePicker::noneWanted);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::kLarge);
    m_grid->setVerticalSpacing(space::kSmall);
    body()->addLayout(m_grid);
}

int TypePicker::columnsThatFit() const
{
    const int column = fontMetrics().averageCharWidth() * kColumnCharacters + space::kLarge;
    return std::clamp((width() - 2 * space::kLarge) / std::max(column, 1), 1, kMostColumns);
}

void TypePicker::arrange()
{
    m_columns = columnsThatFit();
    const int rows = (static_cast<int>(m_order.size()) + m_columns - 1) / m_columns;
    int place = 0;
    for (const QString &type : std::as_const(m_order)) {
        m_grid->addWidget(m_boxes.value(type), place % rows, place / rows);
        ++place;
    }
    for (int column = 0; column < kMostColumns; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
}

void TypePicker::resizeEvent(QResizeEvent *event)
{
    SectionCard::resizeEvent(event);
    if (columnsThatFit() != m_columns && !m_order.isEmpty())
        arrange();
}

void TypePicker::render(const QList<LaunchPagePresenter::Type> &types, int chosen)
{
    setSubtitle(tr("%1 of %2 chosen").arg(chosen).arg(types.size()));
    QStringList order;
    for (const LaunchPagePresenter::Type &type : types)
        order.append(type.name);
    if (order != m_order) {
        qDeleteAll(m_boxes);
        m_boxes.clear();
        m_order = order;
        QWidget *before = nullptr;
        for (const QString &name : std::as_const(m_order)) {
            auto *box = new QCheckBox(this);
            m_boxes.insert(name, box);
            if (before != nullptr)
                setTabOrder(before, box);
            before = box;
            connect(box, &QCheckBox::toggled, this, [this, name](bool on) { Q_EMIT typeToggled(name, on); });
        }
        arrange();
    }
    for (const LaunchPagePresenter::Type &type : types) {
        QCheckBox *box = m_boxes.value(type.name);
        const QString text = type.note.isEmpty() ? type.name : tr("%1 · %2").arg(type.name, type.note);
        box->setText(text);
        box->setAccessibleName(text);
        setCheckedQuietly(*box, type.chosen);
        box->setEnabled(type.enabled);
    }
}

} // namespace waybill::ui
