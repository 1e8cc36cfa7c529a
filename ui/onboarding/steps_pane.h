// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/step_rail.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace waybill::ui {

class PlainLabel;

/// Where the assistant stands and how to leave it: the rail of steps beside the page, or, where the window is
/// too narrow for both, one line above it with the steps in a list.
class StepsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit StepsPane(QWidget *parent = nullptr);

    void setPractice(const QString &name);
    void setSteps(const QList<StepItem> &steps);
    void setCurrent(int index); ///< without a signal
    void setProblem(const QString &text); ///< what could not be saved; empty: all is well
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }

Q_SIGNALS:
    void stepChosen(int index);
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeWide();
    QWidget *makeStrip();
    QPushButton *makeClose(const QString &text, QWidget *parent);
    void limitWidth();

    bool m_narrow = false;
    QWidget *m_wide = nullptr;
    QWidget *m_strip = nullptr;
    PlainLabel *m_practice = nullptr;
    StepRail *m_rail = nullptr;
    QComboBox *m_list = nullptr;
    PlainLabel *m_problem = nullptr;
};

} // namespace waybill::ui
