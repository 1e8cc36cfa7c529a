// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/files_model.h"
#include "presenters/downloads_state.h"

#include <QWidget>

class QFormLayout;
class QModelIndex;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTreeView;

namespace waybill::ui {

class CopyField;
class EmptyState;
class PlainLabel;
class SectionCard;
class StateBadge;

/// The files of one run (ux.md c6): the whole on top, the tree, the chosen file below.
class DownloadsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DownloadsPanel(QWidget *parent = nullptr);

    void setProgress(const flows::ExportProgress &progress, Instant now);

Q_SIGNALS:
    void openFileRequested(const QString &path); ///< in the viewer; absolute
    void openRunRequested(const QString &directory); ///< all files of the run

private:
    QWidget *makeHead();
    QWidget *makeDetail();
    void makeTree();
    void render(const DownloadsState &state);
    void renderDetail();
    void openCurrent();
    void unfold();

    flows::ExportProgress m_progress;
    Instant m_now{};
    FilesModel m_model;
    DownloadsState m_state;
    std::optional<FileDetail> m_detail;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    PlainLabel *m_summary = nullptr;
    StateBadge *m_badge = nullptr;
    QProgressBar *m_bar = nullptr;
    PlainLabel *m_expiry = nullptr;
    QPushButton *m_openRun = nullptr;
    QTreeView *m_tree = nullptr;
    SectionCard *m_detailCard = nullptr;
    StateBadge *m_detailBadge = nullptr;
    PlainLabel *m_detailLines = nullptr;
    CopyField *m_sha = nullptr;
    QPushButton *m_openFile = nullptr;
};

} // namespace waybill::ui
