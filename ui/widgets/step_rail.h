// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/icons.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace waybill::ui {

QString stepWord(StepLook look); ///< translated, e.g. "to do", "done", "out of date"
Tone toneOf(StepLook look);
Glyph glyphOf(StepLook look);

struct StepItem {
    QString title;
    QString detail; ///< one short line below: evidence or reason
    StepLook look = StepLook::Todo;
    bool enabled = true;
    friend bool operator==(const StepItem &, const StepItem &) = default;
};

/// The check list at the left of a journey: a column of steps joined by a line. One of them is current.
/// Tab reaches the current one, arrow keys move, Space or Return chooses.
class StepRail final : public QWidget
{
    Q_OBJECT
public:
    explicit StepRail(QWidget *parent = nullptr);

    void setSteps(const QList<StepItem> &steps); ///< updates in place; focus stays
    void setCurrent(int index); ///< without a signal
    int current() const { return m_current; }
    int count() const { return static_cast<int>(m_steps.size()); }

Q_SIGNALS:
    void stepChosen(int index); ///< by mouse or keyboard

private:
    class Item;
    QList<StepItem> m_steps;
    QList<Item *> m_items;
    QButtonGroup *m_group = nullptr;
    QVBoxLayout *m_column = nullptr;
    int m_current = -1;
};

} // namespace waybill::ui
