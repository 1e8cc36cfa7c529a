// SPDX-License-Identifier: Apache-2.0
#include "presenters/viewer_presenter.h"

#include "flows/run_overview.h"
#include "ndjson/id_set.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace waybill::ui {
namespace {

using Phase = ndjson::OpenedState::Phase;

constexpr std::int64_t kIdsCompared = 3'000'000; ///< 32 MiB: the viewer stays small with 10 GB open

bool wasRead(Phase phase)
{
    return phase == Phase::Ready || phase == Phase::Failed;
}

} // namespace

ViewerPresenter::ViewerPresenter(QObject *parent)
    : QObject(parent)
{
    m_state.searches = {ndjson::FindOptions{}};
    connect(&m_file, &ndjson::OpenedFile::stateChanged, this, &ViewerPresenter::onOpened);
    connect(&m_find, &ndjson::BackgroundFind::stateChanged, this, &ViewerPresenter::onFind);
    connect(&m_check, &ndjson::BackgroundCheck::stateChanged, this, &ViewerPresenter::onCheck);
    connect(&m_overview, &RunOverviewPresenter::stateChanged, this, [this] { onCheck(m_check.state()); });
}

ViewerPresenter::~ViewerPresenter() = default;

void ViewerPresenter::publish()
{
    Q_EMIT stateChanged(m_state);
}

void ViewerPresenter::openFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (paths.size() == 1 && QFileInfo(paths.first()).isDir()) {
        openRunFolder(paths.first());
        return;
    }
    m_back.clear();
    resetState();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        m_state.files.append({path, info.fileName(), flows::RunFilePart::Output,
            flows::typeFromName(info.fileName()), false, {info.size()}});
        // A file of a run: in its folder, or one below in error/ and deleted/.
        m_state.fromProduction = m_state.fromProduction || flows::isProductionRun(info.path())
            || flows::isProductionRun(info.path() + QStringLiteral("/.."));
    }
    m_state.hidden = m_state.fromProduction;
    chooseFile(0);
}

void ViewerPresenter::openRunFolder(const QString &folder)
{
    close();
    m_state.folder = QDir(folder).dirName();
    m_state.files = flows::filesOfFolder(folder);
    m_state.hidden = m_state.fromProduction = flows::isProductionRun(folder);
    if (m_state.files.isEmpty()) {
        m_state.opened.phase = Phase::Failed;
        m_state.opened.problem = Error{ErrorCode::NotFound, tr("There are no NDJSON files in this folder."),
            m_state.folder, tr("Choose a folder with .ndjson or .ndjson.gz files.")};
        publish();
        return;
    }
    m_overview.setFolder(folder);
    chooseFile(0);
}

void ViewerPresenter::chooseFile(int index)
{
    if (index < 0 || index >= m_state.files.size())
        return;
    ++m_followEpoch; // what is still looked for is not wanted any more
    m_followWorker.requestStop();
    m_state.following = false;
    m_state.followNote.clear();
    m_state.chosen = index;
    openChosen();
}

void ViewerPresenter::openChosen()
{
    m_returnTo = -1;
    m_file.open(m_state.files.at(m_state.chosen).path);
}

void ViewerPresenter::close()
{
    m_file.close();
    m_returnTo = -1;
    m_back.clear();
    ++m_followEpoch;
    m_followWorker.requestStop();
    resetState();
    m_state.wanted = {};
    m_state.searches = {ndjson::FindOptions{}};
    m_state.search = 0;
    adoptReader();
    publish();
}

/// What is looked for goes on in the next file.
void ViewerPresenter::resetState()
{
    ViewerState fresh;
    fresh.wanted = m_state.wanted;
    fresh.searches = m_state.searches;
    fresh.search = m_state.search;
    m_overview.setFolder({});
    m_state = fresh;
}

void ViewerPresenter::cancelIndexing()
{
    m_file.cancelIndexing();
}

void ViewerPresenter::continueIndexing()
{
    m_file.continueIndexing();
}

ndjson::LineMark ViewerPresenter::markOf(const ndjson::LineText &line)
{
    if (!m_marks)
        return {};
    // A last line without '\n' in a file that does not grow is as complete as it will be (BD-162).
    const bool settled = m_state.opened.phase == Phase::Ready && !m_state.opened.grew;
    if (line.ended || !settled)
        return m_marks->markOf(line);
    ndjson::LineText whole = line;
    whole.ended = true;
    return m_marks->markOf(whole);
}

/// The reader of a new or changed file: everything that was known about the old one goes.
void ViewerPresenter::adoptReader()
{
    m_reader = m_file.reader();
    const QString type = m_state.chosen >= 0 ? m_state.files.at(m_state.chosen).type : QString();
    m_marks = m_reader ? std::make_unique<ndjson::LineMarks>(m_reader, type) : nullptr;
    m_pattern.reset();
    m_filter.reset();
    m_state.filtered = false;
    m_find.clear();
    m_state.marks = m_state.chosen >= 0 ? m_markedLines.value(m_state.files.at(m_state.chosen).path)
                                        : std::set<std::int64_t>{};
    ndjson::Expectation expectation;
    if (!type.isEmpty())
        expectation.resourceType = type;
    expectation.headersAllowed = true; // the manifest that would forbid them is not known here
    expectation.ids = std::make_shared<ndjson::IdSet>(kIdsCompared);
    m_check.reset(m_reader, expectation);
    ++m_treeEpoch;
    m_tree.reset();
    m_state.summary.clear();
    m_state.attachments.clear();
    m_state.currentLine = m_state.currentHit = -1;
    m_state.currentLength = 0;
    m_state.treeLoading = false;
    m_state.treeProblem.clear();
    Q_EMIT treeChanged();
    Q_EMIT patternChanged();
    Q_EMIT sourceChanged();
}

void ViewerPresenter::onOpened(const ndjson::OpenedState &opened)
{
    const ndjson::OpenedState before = std::exchange(m_state.opened, opened);
    m_state.remarks.clear();
    if (opened.compressed)
        m_state.remarks.append(ndjson::remarkFor({ndjson::FileKind::Gzip}));
    const QString remark = ndjson::remarkFor(opened.recognised);
    if (!remark.isEmpty() && opened.phase != Phase::Opening
        && (opened.textBytes > 0 || wasRead(opened.phase)))
        m_state.remarks.append(remark);
    m_state.looksLikeNdjson = opened.recognised.kind == ndjson::FileKind::Ndjson
        || opened.recognised.kind == ndjson::FileKind::Empty;
    if (opened.reloads > before.reloads)
        m_returnTo = m_state.currentLine;
    if (m_file.reader() != m_reader)
        adoptReader();
    if (opened.phase != Phase::Opening)
        afterGrowth(before);
    publish();
}

void ViewerPresenter::afterGrowth(const ndjson::OpenedState &before)
{
    const ndjson::OpenedState &opened = m_state.opened;
    if (!m_reader)
        return;
    if (opened.lines != before.lines || opened.textBytes != before.textBytes) {
        if (before.lastLineOpen)
            m_marks->forget({before.lines - 1});
        Q_EMIT linesGrew();
        if (before.lastLineOpen && m_state.currentLine == before.lines - 1)
            loadTree(); // it goes on where it was open
    }
    const bool read = wasRead(opened.phase);
    if (m_returnTo >= 0 && (opened.lines > m_returnTo || read))
        goToLine(std::exchange(m_returnTo, -1) + 1);
    if (!read)
        return;
    if (m_find.isAbout(m_reader)) // it began while the end of the file was not there yet
        m_find.continueTo(opened.textBytes);
    else if (!m_state.wanted.text.isEmpty() && !m_state.find.cancelled)
        startFind();
    m_check.checkTo(m_file.endOfLastLine());
}

void ViewerPresenter::onCheck(const ndjson::CheckState &check)
{
    m_state.checking = check.running;
    m_state.checkProgress = check.progress;
    m_state.problemCount = check.summary.problemCount;
    m_state.noteCount = check.summary.noteCount + danglingHere().size();
    m_state.checkProblem = check.problem;
    publish();
}

QList<ndjson::Problem> ViewerPresenter::danglingHere() const
{
    QList<ndjson::Problem> found;
    const auto overview = m_overview.overview();
    if (!overview || m_state.chosen < 0)
        return found;
    const QString &path = m_state.files.at(m_state.chosen).path;
    for (const flows::LinePlace &place : overview->dangling) {
        if (overview->files.at(place.file).path == path)
            found.append({place.line, {}, ndjson::ProblemKind::DanglingReference, true,
                ndjson::messageFor(ndjson::ProblemKind::DanglingReference)});
    }
    return found;
}

QList<ndjson::Problem> ViewerPresenter::notes() const
{
    return m_check.state().summary.notes + danglingHere();
}

void ViewerPresenter::goToLine(std::int64_t shown)
{
    if (m_reader && m_reader->lineCount() > 0)
        showLine({std::clamp<std::int64_t>(shown - 1, 0, m_reader->lineCount() - 1)});
}

void ViewerPresenter::nextProblem()
{
    const QList<ndjson::Problem> &problems = m_check.state().summary.problems;
    const QList<ndjson::Problem> list = problems.isEmpty() ? notes() : problems;
    if (list.isEmpty())
        return;
    const auto next = std::upper_bound(list.begin(), list.end(), m_state.currentLine,
        [](std::int64_t line, const ndjson::Problem &problem) { return line < problem.line.value; });
    const ndjson::Problem &problem = next == list.end() ? list.first() : *next;
    showLine(problem.line);
}

} // namespace waybill::ui
