// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/background_check.h"
#include "ndjson/hit_lines.h"
#include "ndjson/json_tree.h"
#include "ndjson/line_marks.h"
#include "presenters/run_overview_presenter.h"
#include "presenters/viewer_state.h"

#include <QHash>
#include <QObject>

namespace waybill::ui {

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
    /// "1,042" is a line, "Patient/77" a resource, "#77" or what has letters an id in any of the files.
    void goTo(const QString &typed);
    void find(const ndjson::FindOptions &options); ///< an empty text ends the search
    void cancelFind();
    void goToHit(std::int64_t index);
    void nextHit();
    void previousHit();
    void setFiltered(bool filtered); ///< only the lines with hits
    void addSearch(); ///< one more tab, empty; the others keep what they look for
    void chooseSearch(int index);
    void closeSearch(int index);
    /// Hides names, ids, dates, numbers and free text, or shows them.
    void setHidden(bool hidden);
    void goToPlace(const QString &path, LineNumber line); ///< in one of the open files
    void toggleMark(); ///< of the current line
    void nextMark(int direction); ///< 1 or -1, round the end
    /// Writes lines as they are into a new file. `first` and `last` are lines that are shown.
    void saveLines(LineNumber first, LineNumber last, const QString &path);
    /// Decodes one of the current line's attachments into a new file.
    void saveAttachment(qsizetype index, const QString &path);
    /// Shows the resource a literal reference names ("Patient/77"), in whatever file of the run it stands.
    void follow(const QString &reference);
    void goBack();
    void nextProblem(); ///< problems first; notes when there are no problems

    RunOverviewPresenter &overview() { return m_overview; }
    const ViewerState &state() const { return m_state; }
    /// Null while nothing can be read.
    std::shared_ptr<const ndjson::LineReader> lines() const { return m_reader; }
    /// What the view shows of them.
    std::shared_ptr<const ndjson::LineSource> shownLines() const;
    /// The hit of a search by path in bytes [from, from + length) of a line.
    std::vector<std::pair<qsizetype, qsizetype>> hitsIn(
        LineNumber line, std::int64_t from, std::int64_t length) const;
    ndjson::LineMark markOf(const ndjson::LineText &line);
    const ndjson::BackgroundFind &hits() const { return m_find; }
    /// What the check found so far: the list of problems and notes.
    const ndjson::CheckSummary &checked() const { return m_check.state().summary; }
    /// And with the references of this file that lead nowhere, once the run was counted.
    QList<ndjson::Problem> notes() const;
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
    void linesSaved(std::int64_t lines, const QString &fileName);
    void attachmentSaved(waybill::ByteCount size, const QString &fileName);
    void saveFailed(const waybill::Error &problem);

private:
    void resetState();
    void openChosen();
    void onOpened(const ndjson::OpenedState &opened);
    void adoptReader();
    void afterGrowth(const ndjson::OpenedState &before);
    void startFind();
    void forgetFilter();
    void showSource();
    void showLine(LineNumber line, std::int64_t column = 0, std::int64_t length = 0);
    void rememberPlace();
    std::int64_t hitOf(LineNumber line) const; ///< index in the list of hits, -1 = none
    void lookFor(const QString &type, const QString &id, const QString &shown);
    void onFind(const ndjson::FindState &found);
    void onCheck(const ndjson::CheckState &check);
    QList<ndjson::Problem> danglingHere() const;
    struct Place {
        int file = -1;
        std::int64_t line = 0;
    };
    void show(const Place &place);
    void onFollowed(const QString &reference, const Result<std::optional<flows::FoundResource>> &found);
    bool maySave(); ///< says so when not
    void loadTree();
    void showTree(ndjson::JsonTree tree);
    void publish();

    ViewerState m_state;
    RunOverviewPresenter m_overview;
    ndjson::OpenedFile m_file;
    ndjson::BackgroundFind m_find;
    ndjson::BackgroundCheck m_check;
    std::shared_ptr<const ndjson::LineReader> m_reader;
    std::unique_ptr<ndjson::LineMarks> m_marks;
    std::shared_ptr<const ndjson::SearchPattern> m_pattern;
    std::shared_ptr<const ndjson::JsonTree> m_tree;
    std::shared_ptr<const ndjson::HitLines> m_filter; ///< null: all lines are shown
    QHash<QString, std::set<std::int64_t>> m_markedLines; ///< by file
    std::int64_t m_returnTo = -1; ///< the line to show again after the file was read anew
    std::vector<Place> m_back; ///< where references were followed from, the last at the end
    int m_followEpoch = 0;
    int m_treeEpoch = 0;
    Worker m_saveWorker;
    Worker m_followWorker;
    Worker m_treeWorker; ///< last: joins first
};

} // namespace waybill::ui
