// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace waybill::ui {

class LogModel;

/// One log for everything (ux.md c10): notices of this window and the log of the practice's latest run.
class LogPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LogPanel(LogModel &model, QWidget *parent = nullptr);

    void setFile(const QString &path); ///< the run's log on disk; empty = none
    void focusFilter();

Q_SIGNALS:
    void openRequested(const QString &path); ///< in the viewer

private:
    void copyChosen() const;

    QSortFilterProxyModel m_filtered;
    QLineEdit *m_filter = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_open = nullptr;
    QString m_path;
};

} // namespace waybill::ui
