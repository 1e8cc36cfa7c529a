// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_panel.h"

#include "panels/viewer_find_bar.h"
#include "panels/viewer_hits.h"
#include "panels/viewer_problems.h"
#include "panels/viewer_start.h"
#include "panels/viewer_status.h"
#include "panels/viewer_tree.h"
#include "widgets/inline_message.h"
#include "widgets/line_view.h"
#include "widgets/theme.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
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
    constexpr int kHitsPart = 28;
    m_columns->setSizes({(kParts - kTreePart) * 10, kTreePart * 10});
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 1);
    m_rows->setSizes({(kParts - kHitsPart) * 10, kHitsPart * 10, kHitsPart * 10});
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kSmall);
    column->setSpacing(space::kSmall);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_columns, 1);
    column->addWidget(m_status);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

void ViewerPanel::connectParts()
{
    ViewerPresenter *p = &m_presenter;
    connect(p, &ViewerPresenter::stateChanged, this, &ViewerPanel::render);
    connect(p, &ViewerPresenter::sourceChanged, this, [this, p] {
        m_lines->setSource(p->lines(), [p](const ndjson::LineText &line) { return p->markOf(line); });
    });
    connect(p, &ViewerPresenter::linesGrew, m_lines, &LineView::linesGrew);
    connect(p, &ViewerPresenter::patternChanged, this, [this, p] { m_lines->setPattern(p->pattern()); });
    connect(p, &ViewerPresenter::treeChanged, this, [this, p] { m_tree->setTree(p->tree()); });
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
    connect(m_bar, &ViewerFindBar::lineRequested, p, &ViewerPresenter::goToLine);
    connect(m_bar, &ViewerFindBar::fileChosen, p, &ViewerPresenter::chooseFile);
    connect(m_bar, &ViewerFindBar::left, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_hits, &ViewerHits::chosen, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_problems, &ViewerProblems::chosen, m_lines, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &ViewerTree::followRequested, p, &ViewerPresenter::follow);
    connect(m_tree, &ViewerTree::backRequested, p, &ViewerPresenter::goBack);
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
    renderMessage(state);
}

/// Only when there is something new to say: a message a person closed or reads must not flicker.
void ViewerPanel::renderMessage(const ViewerState &state)
{
    Said said;
    const ndjson::OpenedState &opened = state.opened;
    const bool read = opened.phase == Phase::Ready || opened.phase == Phase::Failed;
    if (opened.problem)
        said.error = opened.problem;
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
