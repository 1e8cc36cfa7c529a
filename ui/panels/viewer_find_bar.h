// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/viewer_presenter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace waybill::ui {

class PlainLabel;

/// Top of the viewer: which file, what to find, which line to go to. Searches while one types, after a pause.
class ViewerFindBar : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerFindBar(QWidget *parent = nullptr);

    void render(const ViewerState &state);
    void focusFind();
    void focusGoToLine();

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void fileChosen(int index);
    void findRequested(const waybill::ndjson::FindOptions &options);
    void nextRequested();
    void previousRequested();
    void lineRequested(std::int64_t shown); ///< 1-based
    void left(); ///< Escape: back to the lines

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFileChoice(QHBoxLayout &row);
    void buildFind(QHBoxLayout &row);
    void buildGoTo(QHBoxLayout &row);
    QToolButton *toggle(const QString &sign, const QString &name);
    ndjson::FindOptions options() const;
    void search();
    void onReturn(bool backwards);
    void onLineEntered();
    void renderFiles(const ViewerState &state);
    void renderFind(const ViewerState &state);

    QComboBox *m_files = nullptr;
    QLineEdit *m_find = nullptr;
    QToolButton *m_regex = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_word = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    PlainLabel *m_count = nullptr;
    PlainLabel *m_note = nullptr;
    QLineEdit *m_line = nullptr;
    QTimer m_pause;
    QList<flows::RunFile> m_shownFiles;
    ndjson::FindOptions m_asked; ///< the search that runs or is done
};

} // namespace waybill::ui
