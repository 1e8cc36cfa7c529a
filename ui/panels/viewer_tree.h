// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json_tree_model.h"
#include "presenters/viewer_presenter.h"

#include <QWidget>

class QToolButton;
class QTreeView;

namespace waybill::ui {

class BusyIndicator;
class ElidedLabel;
class PlainLabel;
class ViewerSummary;

/// Right side of the viewer: the current line as a tree, with its path and copy buttons.
class ViewerTree : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerTree(QWidget *parent = nullptr);

    void setTree(std::shared_ptr<const ndjson::JsonTree> tree, bool hidden);
    void render(const ViewerState &state);
    void followFirst(); ///< the first reference of the line, by key

Q_SIGNALS:
    void followRequested(const QString &reference);
    void backRequested();
    void attachmentRequested(qsizetype index); ///< somebody wants it as a file

private:
    void buildHeader();
    void buildView();
    QToolButton *copyButton(const QString &name, JsonTreeModel::Role role);
    void copy(JsonTreeModel::Role role);
    void showAttachments(const ViewerState &state);
    void onCurrentChanged(const QModelIndex &current);
    void expandFirstLevels();

    JsonTreeModel m_model;
    std::shared_ptr<const ndjson::JsonTree> m_tree;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_subtitle = nullptr;
    PlainLabel *m_problem = nullptr;
    ViewerSummary *m_summary = nullptr;
    BusyIndicator *m_busy = nullptr;
    QTreeView *m_view = nullptr;
    ElidedLabel *m_path = nullptr;
    QToolButton *m_copyPath = nullptr;
    QToolButton *m_copyValue = nullptr;
    QToolButton *m_attachment = nullptr;
    QList<ndjson::Attachment> m_attachments;
};

} // namespace waybill::ui
