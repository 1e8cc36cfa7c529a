// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/inspect_files.h"
#include "ndjson/background_check.h"
#include "ndjson/background_find.h"
#include "ndjson/json_tree.h"
#include "ndjson/line_marks.h"
#include "ndjson/opened_file.h"
#include "ndjson/resource_summary.h"

#include <QObject>

namespace waybill::ui {

/// Everything the viewer shows beside the lines themselves, as one value.
struct ViewerState {
    QString folder; ///< name of the run folder; empty when single files are open
    QList<flows::RunFile> files; ///< to choose from
    int chosen = -1; ///< index in `files`, -1 = nothing is open
    ndjson::OpenedState opened;
    QStringList remarks; ///< about the file: "Compressed (gzip)", "CRLF line ends", not NDJSON at all
    bool looksLikeNdjson = true;
    ndjson::FindState find;
    std::int64_t currentHit = -1; ///< index in the list of hits of the current line, -1 = not a hit
    bool checking = false;
    double checkProgress = 0;
    std::int64_t problemCount = 0;
    std::int64_t noteCount = 0;
    std::int64_t currentLine = -1; ///< 0-based
    std::int64_t currentLength = 0; ///< bytes
    bool treeLoading = false;
    QList<ndjson::SummaryField> summary; ///< of the current line, for reading
    bool following = false; ///< a referenced resource is being looked for
    QString followNote; ///< why a reference led nowhere
    bool canGoBack = false; ///< to where a reference was followed from
    QString treeProblem; ///< why there is no tree, or where it ends
    friend bool operator==(const ViewerState &, const ViewerState &) = default;
};

/// The viewer without its widgets: which file, which line, what is searched. Needs no practice.
class ViewerPresenter : public QObject
{
    Q_OBJECT
public:
    explicit ViewerPresenter(QObject *parent = nullptr);
    ~ViewerPresenter() override;

    void openFiles(const QStringList &paths); ///< the first one is shown, the others can be chosen
    void openRunFolder(const QString &folder);
    void chooseFile(int index);
    void close();

    void cancelIndexing();
    void continueIndexing();

    void setCurrentLine(LineNumber line);
    void goToLine(std::int64_t shown); ///< 1-based, as typed; beyond the end = the last line
    void find(const ndjson::FindOptions &options); ///< an empty text ends the search
    void cancelFind();
    void goToHit(std::int64_t index);
    void nextHit();
    void previousHit();
    /// Shows the resource a literal reference names ("Patient/77"), in whatever file of the run it stands.
    void follow(const QString &reference);
    void goBack();
    void nextProblem(); ///< problems first; notes when there are no problems

    const ViewerState &state() const { return m_state; }
    /// Null while nothing can be read.
    std::shared_ptr<const ndjson::LineReader> lines() const { return m_reader; }
    ndjson::LineMark markOf(const ndjson::LineText &line);
    const ndjson::BackgroundFind &hits() const { return m_find; }
    /// What the check found so far: the list of problems and notes.
    const ndjson::CheckSummary &checked() const { return m_check.state().summary; }
    /// Of the running or finished search, for highlighting; null = none.
    std::shared_ptr<const ndjson::SearchPattern> pattern() const { return m_pattern; }
    std::shared_ptr<const ndjson::JsonTree> tree() const
    {
        return m_tree;
    } ///< of the current line; may be null

Q_SIGNALS:
    void stateChanged(const waybill::ui::ViewerState &state);
    void sourceChanged(); ///< lines() is another one, or all its lines may have changed
    void linesGrew();
    void patternChanged();
    void treeChanged();
    /// Show this line; `length` 0 = no match to show.
    void lineRequested(waybill::LineNumber line, std::int64_t column, std::int64_t length);

private:
    void openChosen();
    void onOpened(const ndjson::OpenedState &opened);
    void adoptReader();
    void afterGrowth(const ndjson::OpenedState &before);
    void startFind();
    void onFind(const ndjson::FindState &found);
    void onCheck(const ndjson::CheckState &check);
    struct Place {
        int file = -1;
        std::int64_t line = 0;
    };
    void show(const Place &place);
    void onFollowed(const QString &reference, const Result<std::optional<flows::FoundResource>> &found);
    void loadTree();
    void showTree(ndjson::JsonTree tree);
    void publish();

    ViewerState m_state;
    ndjson::OpenedFile m_file;
    ndjson::BackgroundFind m_find;
    ndjson::BackgroundCheck m_check;
    std::shared_ptr<const ndjson::LineReader> m_reader;
    std::unique_ptr<ndjson::LineMarks> m_marks;
    std::shared_ptr<const ndjson::SearchPattern> m_pattern;
    std::shared_ptr<const ndjson::JsonTree> m_tree;
    ndjson::FindOptions m_wanted; ///< what is looked for, in whatever file is open
    std::int64_t m_searchedTo = 0; ///< bytes
    std::int64_t m_returnTo = -1; ///< the line to show again after the file was read anew
    std::vector<Place> m_back; ///< where references were followed from, the last at the end
    int m_followEpoch = 0;
    int m_treeEpoch = 0;
    Worker m_followWorker;
    Worker m_treeWorker; ///< last: joins first
};

} // namespace waybill::ui
