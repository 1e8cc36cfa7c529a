// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/moves_model.h"
#include "models/runs_model.h"
#include "models/watermarks_model.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;
class QTabWidget;

namespace waybill::ui {

class EmptyState;
class PlainLabel;
class WatermarkChain;

/// Watermarks and history of one practice and Group (ux.md c8).
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setHistory(
        const QList<practices::Watermark> &marks, const QList<practices::RunRecord> &runs, Instant now);
    void setBaselineReminder(const QString &text); ///< empty = none is due (BD-188)
    void setAudit(const QList<practices::AuditEntry> &audit);

Q_SIGNALS:
    void openRunRequested(const QString &directory); ///< in the viewer
    /// `value` empty = back to the baseline.
    void moveRequested(const QStringList &types, const QString &value, const QString &why);

private:
    QWidget *makeMarks();
    QWidget *makeRuns();
    QWidget *makeMoves();
    void askUndo();
    QTableView *makeTable(QAbstractItemModel &model, const QString &objectName, const QString &name);
    QStringList chosenTypes() const;
    void renderChain(const QList<practices::RunRecord> &runs);
    void enableButtons();
    void openRun();

    WatermarksModel m_marks;
    RunsModel m_runs;
    MovesModel m_moves;
    QStackedLayout *m_stack = nullptr;
    QTableView *m_marksTable = nullptr;
    QTableView *m_runsTable = nullptr;
    QTableView *m_movesTable = nullptr;
    QTabWidget *m_tabs = nullptr;
    WatermarkChain *m_chain = nullptr;
    PlainLabel *m_noMarks = nullptr;
    PlainLabel *m_baseline = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace waybill::ui
