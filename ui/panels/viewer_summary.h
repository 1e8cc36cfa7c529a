// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/viewer_presenter.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class ElidedLabel;
class PlainLabel;

/// On top of the tree: who, what, when of the current line in a few rows. A reference is a button that leads
/// to the line of the resource it names; Back leads to where it was followed from.
class ViewerSummary : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerSummary(QWidget *parent = nullptr);

    void render(const ViewerState &state);
    /// The reference a key press follows: the first one; empty when there is none.
    QString firstReference() const;

Q_SIGNALS:
    void followRequested(const QString &reference);
    void backRequested();

private:
    struct Row {
        PlainLabel *label = nullptr;
        ElidedLabel *value = nullptr;
        QToolButton *go = nullptr;
    };
    Row &row(std::size_t index);

    QGridLayout *m_grid = nullptr;
    std::vector<Row> m_rows; ///< made once, shown as needed
    QPushButton *m_back = nullptr;
    PlainLabel *m_note = nullptr;
    QList<ndjson::SummaryField> m_shown;
};

} // namespace waybill::ui
