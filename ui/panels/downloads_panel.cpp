// SPDX-License-Identifier: Apache-2.0
#include "panels/downloads_panel.h"

#include "widgets/copy_field.h"
#include "widgets/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"
#include "widgets/state_badge.h"
#include "widgets/tone_delegate.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeView>

#include <cmath>

namespace waybill::ui {
namespace {

constexpr int kBarSteps = 1000; ///< a bar of 32-bit steps cannot hold bytes
constexpr int kUnfoldUpTo = 60; ///< files; more stay folded by type
constexpr int kNameWidth = 270;
constexpr int kStateWidth = 200; ///< a reason that is longer stands in the details
constexpr int kNumberWidth = 92;

} // namespace

DownloadsPanel::DownloadsPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("downloads"));
    m_empty = new EmptyState(Glyph::Files, tr("No files yet"), {}, this);
    m_stack->addWidget(m_empty);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kMedium);
    column->addWidget(makeHead());
    makeTree();
    column->addWidget(m_tree, 1);
    column->addWidget(makeDetail());
    m_stack->addWidget(page);
    render(downloadsState({}, {}, {}));
}

QWidget *DownloadsPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTight);
    auto *row = new QHBoxLayout;
    m_summary = new PlainLabel({}, TextRole::Body, head);
    m_summary->setObjectName(QStringLiteral("downloadsSummary"));
    m_summary->wrap();
    row->addWidget(m_summary, 1);
    m_badge = new StateBadge(head);
    row->addWidget(m_badge);
    m_openRun = new QPushButton(icon(Glyph::Eye), tr("Open &all in the viewer"), head);
    m_openRun->setObjectName(QStringLiteral("openRun"));
    connect(
        m_openRun, &QPushButton::clicked, this, [this] { Q_EMIT openRunRequested(m_progress.runDirectory); });
    row->addWidget(m_openRun);
    column->addLayout(row);
    m_bar = new QProgressBar(head);
    m_bar->setObjectName(QStringLiteral("downloadsProgress"));
    m_bar->setAccessibleName(tr("All files"));
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    column->addWidget(m_bar);
    m_expiry = new PlainLabel({}, TextRole::Small, head);
    m_expiry->setMuted(true);
    column->addWidget(m_expiry);
    return head;
}

void DownloadsPanel::makeTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("filesTree"));
    m_tree->setAccessibleName(tr("Files of this export"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ToneDelegate(m_tree));
    m_tree->setUniformRowHeights(true); // 20 000 rows must not be measured one by one (F-132)
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setDefaultSectionSize(kNumberWidth);
    m_tree->setColumnWidth(FilesModel::Name, kNameWidth);
    m_tree->setColumnWidth(FilesModel::State, kStateWidth);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &DownloadsPanel::renderDetail);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DownloadsPanel::renderDetail);
    connect(m_tree, &QTreeView::activated, this, &DownloadsPanel::openCurrent);
}

QWidget *DownloadsPanel::makeDetail()
{
    m_detailCard = new SectionCard({}, this);
    m_detailCard->setObjectName(QStringLiteral("fileDetail"));
    m_detailBadge = new StateBadge(m_detailCard);
    m_detailCard->addToHeader(m_detailBadge);
    m_openFile = new QPushButton(icon(Glyph::Eye), tr("&Open in the viewer"), m_detailCard);
    m_openFile->setObjectName(QStringLiteral("openFile"));
    connect(m_openFile, &QPushButton::clicked, this, &DownloadsPanel::openCurrent);
    m_detailCard->addToHeader(m_openFile);
    m_detailLines = new PlainLabel({}, TextRole::Body, m_detailCard);
    m_detailLines->wrap();
    m_detailLines->setCopyable(true);
    m_detailCard->body()->addWidget(m_detailLines);
    m_sha = new CopyField(tr("SHA-256 of the file"), CopyField::Shape::Line, m_detailCard);
    m_detailCard->body()->addWidget(m_sha);
    m_detailCard->hide();
    return m_detailCard;
}

void DownloadsPanel::setProgress(const flows::ExportProgress &progress, Instant now)
{
    const bool another = progress.runId != m_progress.runId || m_progress.files.isEmpty();
    m_progress = progress;
    m_now = now;
    m_model.setFiles(progress.runId, progress.files, now);
    if (another && !progress.files.isEmpty())
        unfold();
    render(downloadsState(progress, m_model.total(), now));
    renderDetail();
}

void DownloadsPanel::unfold()
{
    if (m_progress.files.size() <= kUnfoldUpTo)
        m_tree->expandAll();
    m_tree->setCurrentIndex(m_model.index(0, 0));
}

void DownloadsPanel::render(const DownloadsState &state)
{
    if (state == m_state && m_stack->currentIndex() == (state.hasFiles ? 1 : 0))
        return;
    m_state = state;
    m_stack->setCurrentIndex(state.hasFiles ? 1 : 0);
    m_empty->setTexts(tr("No files yet"), state.emptyHint);
    m_summary->setText(state.summary);
    if (state.hasFiles)
        m_badge->setState(state.tone, state.state);
    m_bar->setValue(static_cast<int>(std::lround(state.fraction * kBarSteps)));
    m_expiry->setText(state.expiry);
    m_expiry->setVisible(!state.expiry.isEmpty());
    m_openRun->setEnabled(!state.folder.isEmpty());
}

void DownloadsPanel::renderDetail()
{
    const flows::FileProgress *file = m_model.file(m_tree->currentIndex());
    const auto detail = file == nullptr ? std::nullopt : std::optional(fileDetail(*file, m_now));
    m_detailCard->setVisible(detail.has_value());
    if (!detail || detail == m_detail) {
        m_detail = detail;
        return;
    }
    m_detail = detail;
    m_detailCard->setTitle(detail->title);
    m_detailBadge->setState(detail->tone, fileStateWord(file->state));
    QStringList lines = {detail->state};
    for (const FileDetail::Line &line : detail->lines)
        lines.append(tr("%1: %2", "name: value").arg(line.name, line.value));
    m_detailLines->setText(lines.join(QStringLiteral(" · ")));
    m_sha->setValue(detail->sha256);
    m_sha->setVisible(!detail->sha256.isEmpty());
    m_openFile->setEnabled(detail->canOpen);
}

void DownloadsPanel::openCurrent()
{
    const flows::FileProgress *file = m_model.file(m_tree->currentIndex());
    if (file != nullptr && file->state == flows::FileState::Verified)
        Q_EMIT openFileRequested(QDir(m_progress.runDirectory).filePath(file->name));
}

} // namespace waybill::ui
