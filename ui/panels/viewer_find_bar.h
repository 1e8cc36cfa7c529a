// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/viewer_presenter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace waybill::ui {

class PlainLabel;

/// Top of the viewer: which file, what to find, which line to go to. Searches while one types, after a pause.
class ViewerFindBar : public QWidget
{
    Q_OBJECT
public:
    enum class View { Lines, Columns, Overview };

    explicit ViewerFindBar(QWidget *parent = nullptr);

    void render(const ViewerState &state);
    void focusFind();
    void focusGoToLine();
    void showView(View view); ///< its button is pressed

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void fileChosen(int index);
    void findRequested(const waybill::ndjson::FindOptions &options);
    void nextRequested();
    void previousRequested();
    void placeRequested(const QString &typed); ///< a line or an id
    void wrapRequested(bool wrap);
    void viewRequested(waybill::ui::ViewerFindBar::View view);
    void hideRequested(bool hide);
    void filterRequested(bool filter);
    void left(); ///< Escape: back to the lines

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFileChoice(QHBoxLayout &row);
    void buildFind(QHBoxLayout &row);
    void buildViews(QHBoxLayout &row);
    void buildGoTo(QHBoxLayout &row);
    QToolButton *toggle(const QString &sign, const QString &name, const QString &help);
    ndjson::FindOptions options() const;
    void search();
    void onReturn(bool backwards);
    void listFiles();
    void renderFiles(const ViewerState &state);
    void renderFind(const ViewerState &state);
    void adopt(const ndjson::FindOptions &options);

    QComboBox *m_files = nullptr;
    QLineEdit *m_find = nullptr;
    QToolButton *m_regex = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_word = nullptr;
    QToolButton *m_path = nullptr;
    QToolButton *m_filter = nullptr;
    QToolButton *m_overview = nullptr;
    QToolButton *m_columns = nullptr;
    QToolButton *m_wrap = nullptr;
    QToolButton *m_hide = nullptr;
    QPushButton *m_asPath = nullptr; ///< offered when what was typed reads like a query
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    PlainLabel *m_count = nullptr;
    PlainLabel *m_note = nullptr;
    QLineEdit *m_line = nullptr;
    QTimer m_pause;
    QList<flows::RunFile> m_shownFiles;
    ndjson::FindOptions m_asked; ///< the search that runs or is done
    bool m_adopting = false;
};

} // namespace waybill::ui
