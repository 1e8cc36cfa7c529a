// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_tree.h"

#include "models/formatting.h"
#include "panels/viewer_summary.h"
#include "widgets/busy_indicator.h"
#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

using ndjson::TokenKind;

constexpr int kExpandAllUpTo = 60; ///< values
constexpr int kExpandFirstUpTo = 3000; ///< values; a larger line stays folded

/// Values in the colours of the line view, in its font.
class JsonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        option->font = textFont(TextRole::Mono, option->font);
        option->palette.setColor(QPalette::Text, colourOf(index, option->palette));
    }

private:
    static QColor colourOf(const QModelIndex &index, const QPalette &palette)
    {
        if (index.column() == JsonTreeModel::Name)
            return toneColours(Tone::Accent, palette).text;
        switch (static_cast<TokenKind>(index.data(JsonTreeModel::KindRole).toInt())) {
        case TokenKind::BeginObject:
        case TokenKind::BeginArray: return mutedText(palette);
        case TokenKind::Number: return toneColours(Tone::Waiting, palette).text;
        case TokenKind::True:
        case TokenKind::False:
        case TokenKind::Null: return toneColours(Tone::Warning, palette).text;
        case TokenKind::String:
        case TokenKind::Key:
        case TokenKind::EndObject:
        case TokenKind::EndArray:
        case TokenKind::Colon:
        case TokenKind::Comma: break;
        }
        return palette.color(QPalette::Text);
    }
};

} // namespace

ViewerTree::ViewerTree(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    buildView();
    setTree(nullptr, false);
}

QToolButton *ViewerTree::copyButton(const QString &name, JsonTreeModel::Role role)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(role == JsonTreeModel::PathRole ? Glyph::Braces : Glyph::Copy));
    button->setAccessibleName(name);
    button->setToolTip(name);
    makeQuiet(*button);
    connect(button, &QToolButton::clicked, this, [this, role] { copy(role); });
    auto *action = new QAction(name, this);
    connect(action, &QAction::triggered, this, [this, role] { copy(role); });
    addAction(action);
    return button;
}

void ViewerTree::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
    row->setSpacing(space::kSmall);
    m_title = new PlainLabel({}, TextRole::Strong, this);
    m_subtitle = new PlainLabel({}, TextRole::Small, this);
    m_subtitle->setMuted(true);
    m_busy = new BusyIndicator(this);
    m_copyValue = copyButton(tr("Copy value"), JsonTreeModel::RawRole);
    m_copyPath = copyButton(tr("Copy path"), JsonTreeModel::PathRole);
    row->addWidget(m_title);
    row->addWidget(m_subtitle, 1);
    row->addWidget(m_busy);
    m_attachment = new QToolButton(this);
    m_attachment->setIcon(icon(Glyph::Save));
    makeQuiet(*m_attachment);
    connect(m_attachment, &QToolButton::clicked, this, [this] {
        if (m_attachments.size() == 1) // several have a menu
            Q_EMIT attachmentRequested(0);
    });
    row->addWidget(m_attachment);
    row->addWidget(m_copyValue);
    row->addWidget(m_copyPath);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_problem = new PlainLabel({}, TextRole::Small, this);
    m_problem->setTone(Tone::Failure);
    m_problem->wrap();
    m_problem->setContentsMargins(space::kMedium, 0, space::kMedium, space::kSmall);
    m_problem->hide();
    layout()->addWidget(m_problem);
    m_summary = new ViewerSummary(this);
    connect(m_summary, &ViewerSummary::followRequested, this, &ViewerTree::followRequested);
    connect(m_summary, &ViewerSummary::backRequested, this, &ViewerTree::backRequested);
    layout()->addWidget(m_summary);
}

void ViewerTree::buildView()
{
    m_view = new QTreeView(this);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new JsonDelegate(m_view));
    m_view->setAccessibleName(tr("JSON of the line"));
    m_view->setUniformRowHeights(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions(actions());
    m_view->header()->setStretchLastSection(true);
    constexpr int kNameWidth = 170;
    m_view->setColumnWidth(JsonTreeModel::Name, kNameWidth);
    auto *copyKey = new QAction(this);
    copyKey->setShortcut(QKeySequence::Copy);
    copyKey->setShortcutContext(Qt::WidgetShortcut);
    connect(copyKey, &QAction::triggered, this, [this] { copy(JsonTreeModel::RawRole); });
    copyKey->setVisible(false); // the menu has "Copy value"
    m_view->addAction(copyKey);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ViewerTree::onCurrentChanged);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_view, 1);
    m_path = new ElidedLabel(Qt::ElideLeft, this);
    m_path->setRole(TextRole::Small);
    m_path->setMuted(true);
    m_path->setContentsMargins(space::kMedium, space::kTight, space::kMedium, space::kTight);
    layout()->addWidget(m_path);
}

void ViewerTree::setTree(std::shared_ptr<const ndjson::JsonTree> tree, bool hidden)
{
    m_tree = std::move(tree);
    m_model.setTree(m_tree, hidden);
    expandFirstLevels();
    onCurrentChanged({});
}

void ViewerTree::expandFirstLevels()
{
    if (!m_tree || m_tree->isEmpty())
        return;
    if (m_tree->size() <= kExpandAllUpTo)
        m_view->expandAll();
    else if (m_tree->size() <= kExpandFirstUpTo)
        m_view->expandToDepth(0);
}

void ViewerTree::onCurrentChanged(const QModelIndex &current)
{
    m_path->setFullText(current.isValid() ? current.data(JsonTreeModel::PathRole).toString()
                                          : tr("Choose a value to see its path"));
    m_copyPath->setEnabled(current.isValid());
    m_copyValue->setEnabled(current.isValid());
}

void ViewerTree::copy(JsonTreeModel::Role role)
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        QApplication::clipboard()->setText(current.data(role).toString());
}

void ViewerTree::followFirst()
{
    const QString reference = m_summary->firstReference();
    if (!reference.isEmpty())
        Q_EMIT followRequested(reference);
}

void ViewerTree::render(const ViewerState &state)
{
    const bool line = state.currentLine >= 0;
    m_title->setText(line ? tr("Line %1").arg(countText(state.currentLine + 1)) : tr("No line"));
    const QString type = m_tree ? m_tree->rootText("resourceType") : QString();
    const QString size = line ? sizeText({state.currentLength}) : QString();
    m_subtitle->setText(type.isEmpty() ? size : QStringLiteral("%1 · %2").arg(type, size));
    m_busy->setBusy(state.treeLoading, tr("Reading the line"));
    m_problem->setText(state.treeProblem);
    m_problem->setVisible(!state.treeProblem.isEmpty());
    m_summary->render(state);
    showAttachments(state);
}

/// One is saved by the button itself, several are chosen from its menu.
void ViewerTree::showAttachments(const ViewerState &state)
{
    m_attachment->setVisible(!state.attachments.isEmpty());
    m_attachment->setEnabled(!state.hidden && !state.saving);
    if (state.attachments == m_attachments)
        return;
    m_attachments = state.attachments;
    const auto wordsOf = [](const ndjson::Attachment &one) {
        return QStringLiteral("%1, %2").arg(one.contentType, sizeText(one.size));
    };
    const bool one = m_attachments.size() == 1;
    const QString words = one ? tr("Save the attachment (%1)…").arg(wordsOf(m_attachments.first()))
                              : tr("Save one of %1 attachments…").arg(m_attachments.size());
    m_attachment->setAccessibleName(words);
    m_attachment->setToolTip(plainToolTip(words));
    m_attachment->setPopupMode(one ? QToolButton::DelayedPopup : QToolButton::InstantPopup);
    delete m_attachment->menu();
    if (one || m_attachments.isEmpty())
        return;
    auto *menu = new QMenu(m_attachment);
    constexpr qsizetype kMostListed = 100;
    for (qsizetype i = 0; i < std::min(m_attachments.size(), kMostListed); ++i)
        menu->addAction(wordsOf(m_attachments.at(i)).replace(QLatin1Char('&'), QLatin1String("&&")), this,
            [this, i] { Q_EMIT attachmentRequested(i); });
    m_attachment->setMenu(menu);
}

} // namespace waybill::ui
