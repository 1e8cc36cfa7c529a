// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_panel.h"

#include "panels/viewer_columns.h"
#include "panels/viewer_hits.h"
#include "panels/viewer_overview.h"
#include "panels/viewer_problems.h"
#include "panels/viewer_start.h"
#include "panels/viewer_status.h"
#include "panels/viewer_tree.h"
#include "panels/viewer_words.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/line_view.h"
#include "widgets/plain_label.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

using Phase = ndjson::OpenedState::Phase;

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

ViewerPanel::ViewerPanel(ViewerPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    setAcceptDrops(true);
    buildLayout();
    connectParts();
    addKeys();
    render(m_presenter.state());
}

void ViewerPanel::buildLayout()
{
    m_start = new ViewerStart(this);
    m_bar = new ViewerFindBar(this);
    m_message = new InlineMessage(this);
    m_lines = new LineView(this);
    m_tree = new ViewerTree(this);
    m_hits = new ViewerHits(m_presenter, this);
    m_problems = new ViewerProblems(m_presenter, this);
    m_status = new ViewerStatus(this);
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->addWidget(m_lines);
    m_rows->addWidget(m_hits);
    m_rows->addWidget(m_problems);
    m_rows->setChildrenCollapsible(false);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_tree);
    m_columns->setChildrenCollapsible(false);
    constexpr int kParts = 100; // of the width and of the height, at first
    constexpr int kTreePart = 38;
    m_columns->setSizes({(kParts - kTreePart) * 10, kTreePart * 10});
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 1);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kSmall);
    column->setSpacing(space::kSmall);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    m_hiddenRow = buildHiddenRow();
    column->addWidget(m_hiddenRow);
    m_table = new ViewerColumns(m_presenter, this);
    m_overview = new ViewerOverview(m_presenter.overview(), this);
    m_views = new QStackedWidget(this);
    m_views->addWidget(m_columns);
    m_views->addWidget(m_table);
    m_views->addWidget(m_overview);
    column->addWidget(m_views, 1);
    column->addWidget(m_status);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

QWidget *ViewerPanel::buildHiddenRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kSmall, 0, 0, 0);
    auto *lock = new PlainLabel({}, TextRole::Body, row);
    lock->setPixmap(icon(Glyph::Lock, Tone::Warning).pixmap(space::kIcon, space::kIcon));
    m_hiddenWords = new PlainLabel({}, TextRole::Body, row);
    auto *reveal = new QPushButton(icon(Glyph::Eye), tr("Reveal values"), row);
    reveal->setAutoDefault(false);
    connect(reveal, &QPushButton::clicked, &m_presenter, [this] { m_presenter.setHidden(false); });
    layout->addWidget(lock);
    layout->addWidget(m_hiddenWords, 1);
    layout->addWidget(reveal);
    return row;
}

void ViewerPanel::connectViews()
{
    ViewerPresenter *p = &m_presenter;
    connect(m_bar, &ViewerFindBar::viewRequested, this, &ViewerPanel::showView);
    connect(m_bar, &ViewerFindBar::hideRequested, p, &ViewerPresenter::setHidden);
    connect(p, &ViewerPresenter::sourceChanged, this, [this] {
        if (m_view == ViewerFindBar::View::Columns)
            m_table->refresh();
    });
    connect(p, &ViewerPresenter::stateChanged, this, [this](const ViewerState &state) {
        if (m_view == ViewerFindBar::View::Overview && state.folder.isEmpty())
            showView(ViewerFindBar::View::Lines);
    });
    connect(m_table, &ViewerColumns::lineChosen, this, [this](LineNumber line) {
        showView(ViewerFindBar::View::Lines);
        m_presenter.goToLine(line.shown());
        m_lines->setFocus();
    });
    connect(m_table, &ViewerColumns::saved, this, [this](std::int64_t rows, const QString &name) {
        m_message->showMessage(Tone::Ok, tr("%1 saved to %2.").arg(linesText(rows), name), {});
    });
    connect(m_table, &ViewerColumns::saveFailed, this,
        [this](const Error &problem) { m_message->showError(problem); });
    connect(m_overview, &ViewerOverview::placeChosen, this, [this](const QString &path, LineNumber line) {
        showView(ViewerFindBar::View::Lines);
        m_presenter.goToPlace(path, line);
        m_lines->setFocus();
    });
}

void ViewerPanel::showView(ViewerFindBar::View view)
{
    m_view = view;
    m_bar->showView(view);
    m_views->setCurrentIndex(static_cast<int>(view));
    if (view == ViewerFindBar::View::Columns)
        m_table->refresh();
    if (view == ViewerFindBar::View::Overview)
        m_presenter.overview().start();
}

void ViewerPanel::connectParts()
{
    connectViews();
    ViewerPresenter *p = &m_presenter;
    connect(p, &ViewerPresenter::stateChanged, this, &ViewerPanel::render);
    connect(p, &ViewerPresenter::sourceChanged, this, [this, p] {
        m_lines->setSource(p->shownLines(), [p](const ndjson::LineText &line) { return p->markOf(line); });
    });
    connect(p, &ViewerPresenter::linesGrew, m_lines, &LineView::linesGrew);
    connect(p, &ViewerPresenter::patternChanged, this, [this, p] {
        if (p->state().wanted.path)
            m_lines->setHitsOf([p](const ndjson::LineText &line, QByteArrayView piece, std::int64_t from) {
                return p->hitsIn(line.number, from, piece.size());
            });
        else
            m_lines->setPattern(p->pattern());
    });
    connect(
        p, &ViewerPresenter::treeChanged, this, [this, p] { m_tree->setTree(p->tree(), p->state().hidden); });
    connect(p, &ViewerPresenter::lineRequested, m_lines, &LineView::goTo);
    connect(m_lines, &LineView::currentLineChanged, p, &ViewerPresenter::setCurrentLine);
    connect(m_lines, &LineView::copyRefused, this, [this] {
        m_message->showMessage(Tone::Warning, tr("Too much to copy."),
            tr("The clipboard takes at most %1 MB; select fewer lines.")
                .arg(LineView::kMostCopied / 1'000'000));
    });
    connect(m_bar, &ViewerFindBar::findRequested, p, &ViewerPresenter::find);
    connect(m_bar, &ViewerFindBar::nextRequested, p, &ViewerPresenter::nextHit);
    connect(m_bar, &ViewerFindBar::previousRequested, p, &ViewerPresenter::previousHit);
    connect(m_bar, &ViewerFindBar::placeRequested, p, &ViewerPresenter::goTo);
    connect(m_bar, &ViewerFindBar::wrapRequested, m_lines, &LineView::setWrap);
    connect(m_bar, &ViewerFindBar::filterRequested, p, &ViewerPresenter::setFiltered);
    connect(m_hits, &ViewerHits::searchAdded, this, &ViewerPanel::focusFind);
    connect(m_lines, &LineView::markRequested, p, &ViewerPresenter::toggleMark);
    connect(m_lines, &LineView::saveRequested, this, &ViewerPanel::chooseWhereToSave);
    connect(p, &ViewerPresenter::linesSaved, this, [this](std::int64_t lines, const QString &name) {
        m_message->showMessage(Tone::Ok, tr("%1 saved to %2.").arg(linesText(lines), name), {});
    });
    connect(p, &ViewerPresenter::attachmentSaved, this, [this](ByteCount size, const QString &name) {
        m_message->showMessage(Tone::Ok, tr("The attachment (%1) is saved to %2.").arg(sizeText(size), name),
            tr("It is not checked for malware."));
    });
    connect(p, &ViewerPresenter::saveFailed, this,
        [this](const Error &problem) { m_message->showError(problem); });
    connect(m_bar, &ViewerFindBar::fileChosen, p, &ViewerPresenter::chooseFile);
    connect(m_bar, &ViewerFindBar::left, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_hits, &ViewerHits::chosen, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_hits, &ViewerHits::foldedChanged, this, &ViewerPanel::shareHeight);
    connect(m_problems, &ViewerProblems::foldedChanged, this, &ViewerPanel::shareHeight);
    connect(m_problems, &ViewerProblems::chosen, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &ViewerTree::followRequested, p, &ViewerPresenter::follow);
    connect(m_tree, &ViewerTree::backRequested, p, &ViewerPresenter::goBack);
    connect(m_tree, &ViewerTree::attachmentRequested, this, &ViewerPanel::chooseWhereToSaveAttachment);
    connect(m_status, &ViewerStatus::cancelRequested, p, &ViewerPresenter::cancelIndexing);
    connect(m_status, &ViewerStatus::continueRequested, p, &ViewerPresenter::continueIndexing);
    connect(m_status, &ViewerStatus::nextProblemRequested, p, &ViewerPresenter::nextProblem);
    connect(m_bar, &ViewerFindBar::openFilesRequested, this, &ViewerPanel::chooseFilesToOpen);
    connect(m_bar, &ViewerFindBar::openFolderRequested, this, &ViewerPanel::chooseFolderToOpen);
    connect(m_start, &ViewerStart::openFilesRequested, this, &ViewerPanel::chooseFilesToOpen);
    connect(m_start, &ViewerStart::openFolderRequested, this, &ViewerPanel::chooseFolderToOpen);
}

void ViewerPanel::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto target, auto method) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, target, method);
    };
    key(QKeySequence::Find, this, &ViewerPanel::focusFind);
    key(QKeySequence(Qt::CTRL | Qt::Key_L), this, &ViewerPanel::focusGoToLine);
    key(QKeySequence(Qt::Key_F3), &m_presenter, &ViewerPresenter::nextHit);
    key(QKeySequence(Qt::SHIFT | Qt::Key_F3), &m_presenter, &ViewerPresenter::previousHit);
    key(QKeySequence(Qt::Key_F2), this, [this] { m_presenter.nextMark(1); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F2), this, [this] { m_presenter.nextMark(-1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_T), this, [this] {
        m_presenter.addSearch();
        focusFind();
    });
    key(QKeySequence(Qt::Key_F8), &m_presenter, &ViewerPresenter::nextProblem);
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), m_tree, &ViewerTree::followFirst);
    key(QKeySequence(Qt::ALT | Qt::Key_Left), &m_presenter, &ViewerPresenter::goBack);
}

void ViewerPanel::focusFind()
{
    m_bar->focusFind();
}

void ViewerPanel::focusGoToLine()
{
    m_bar->focusGoToLine();
}

void ViewerPanel::render(const ViewerState &state)
{
    const bool start = state.opened.phase == Phase::Empty;
    m_pages->setCurrentIndex(start ? 0 : 1);
    m_bar->render(state);
    m_tree->render(state);
    m_hits->render(state);
    m_problems->render(state);
    m_status->render(state);
    m_overview->setHidden(state.hidden);
    m_hiddenRow->setVisible(state.hidden);
    m_hiddenWords->setText(state.fromProduction
            ? tr("These files come from production: names, ids, dates, numbers and free text are hidden.")
            : tr("Names, ids, dates, numbers and free text are hidden."));
    m_lines->setOverview({m_presenter.hits().where(), m_presenter.checked().where, state.marks});
    shareHeight();
    renderMessage(state);
}

/// A pane that appears, goes or folds gives the lines what it does not need. In between the height is a
/// person's.
void ViewerPanel::shareHeight()
{
    const bool hits = m_hits->isVisibleTo(m_rows);
    const bool problems = m_problems->isVisibleTo(m_rows);
    const int panes =
        (hits ? 1 : 0) + (problems ? 2 : 0) + (m_hits->isFolded() ? 4 : 0) + (m_problems->isFolded() ? 8 : 0);
    if (panes == m_panes || m_rows->height() <= 0)
        return;
    m_panes = panes;
    constexpr double kShare = 0.28;
    const auto heightOf = [this](QWidget *pane, bool shown, bool folded) {
        pane->setMaximumHeight(folded ? pane->sizeHint().height() : QWIDGETSIZE_MAX);
        return !shown ? 0 : folded ? pane->sizeHint().height() : static_cast<int>(m_rows->height() * kShare);
    };
    const int below = heightOf(m_hits, hits, m_hits->isFolded());
    const int last = heightOf(m_problems, problems, m_problems->isFolded());
    m_rows->setSizes({m_rows->height() - below - last, below, last});
}

/// Only when there is something new to say: a message a person closed or reads must not flicker.
void ViewerPanel::renderMessage(const ViewerState &state)
{
    Said said;
    const ndjson::OpenedState &opened = state.opened;
    const bool read = opened.phase == Phase::Ready || opened.phase == Phase::Failed;
    if (opened.problem)
        said.error = opened.problem;
    else if (state.checkProblem)
        said.error = state.checkProblem;
    else if (read && opened.lines > 0 && !state.looksLikeNdjson)
        said.notNdjson = state.remarks.join(QLatin1Char(' '));
    else if (opened.vanished)
        said.vanished = true;
    if (said == m_said)
        return;
    m_said = said;
    if (said.error)
        m_message->showError(*said.error);
    else if (!said.notNdjson.isEmpty())
        m_message->showMessage(
            Tone::Warning, said.notNdjson, tr("It is shown line by line as it is, read-only."));
    else if (said.vanished)
        m_message->showMessage(Tone::Warning, tr("The file was moved or removed."),
            tr("What was opened can still be read until it is closed."));
    else
        m_message->clear();
}

void ViewerPanel::chooseFilesToOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open NDJSON files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("NDJSON files (*.ndjson *.ndjson.gz *.jsonl *.part)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, &m_presenter, &ViewerPresenter::openFiles);
    dialog->open();
}

/// The folder of the file is not offered: a run folder is not to be added to.
void ViewerPanel::chooseWhereToSave()
{
    const auto [first, last] = m_lines->selection();
    if (first.value < 0)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the selected lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ndjson"));
    dialog->selectFile(first == last ? tr("line-%1.ndjson").arg(first.shown())
                                     : tr("lines-%1-%2.ndjson").arg(first.shown()).arg(last.shown()));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter,
        [this, first = first, last = last](
            const QString &path) { m_presenter.saveLines(first, last, path); });
    dialog->open();
}

void ViewerPanel::chooseWhereToSaveAttachment(qsizetype index)
{
    const ViewerState &state = m_presenter.state();
    if (index >= state.attachments.size())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the attachment"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(ndjson::nameFor(state.attachments.at(index), {state.currentLine}));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter,
        [this, index](const QString &path) { m_presenter.saveAttachment(index, path); });
    dialog->open();
}

void ViewerPanel::chooseFolderToOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open a run folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &ViewerPresenter::openRunFolder);
    dialog->open();
}

void ViewerPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ViewerPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_presenter.openFiles(localFiles(event->mimeData()));
}

} // namespace waybill::ui
