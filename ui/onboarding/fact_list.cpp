// SPDX-License-Identifier: Apache-2.0
#include "onboarding/fact_list.h"

#include "widgets/plain_label.h"

#include <QGridLayout>

namespace waybill::ui {

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kXLarge);
    m_grid->setVerticalSpacing(space::kSmall);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<std::pair<QString, QString>> &facts)
{
    while (m_rows.size() > facts.size()) {
        const auto [name, value] = m_rows.takeLast();
        delete name;
        delete value;
    }
    while (m_rows.size() < facts.size()) {
        auto *name = new PlainLabel({}, TextRole::Body, this);
        name->setMuted(true);
        auto *value = new PlainLabel({}, TextRole::Body, this);
        value->wrap();
        value->setTextInteractionFlags(Qt::TextSelectableByMouse); // not a Tab stop each
        const int row = static_cast<int>(m_rows.size());
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        m_rows.append(std::pair(name, value));
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        m_rows.at(i).first->setText(facts.at(i).first);
        m_rows.at(i).second->setText(facts.at(i).second);
        m_rows.at(i).second->setAccessibleName(
            QStringLiteral("%1: %2").arg(facts.at(i).first, facts.at(i).second));
    }
}

} // namespace waybill::ui
