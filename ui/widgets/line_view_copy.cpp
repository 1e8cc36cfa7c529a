// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

#include <algorithm>

/// What a person takes out of the view.
namespace waybill::ui {

void LineView::addCopyActions()
{
    auto *copy = new QAction(tr("Copy lines"), this);
    copy->setShortcut(QKeySequence::Copy);
    auto *withNumbers = new QAction(tr("Copy with line numbers"), this);
    withNumbers->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    auto *all = new QAction(tr("Select all lines"), this);
    all->setShortcut(QKeySequence::SelectAll);
    auto *save = new QAction(tr("Save lines as…"), this);
    auto *mark = new QAction(tr("Set or remove a mark"), this);
    mark->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    for (QAction *action : {copy, withNumbers, save, all, mark}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(copy, &QAction::triggered, this, [this] { copySelection(false); });
    connect(withNumbers, &QAction::triggered, this, [this] { copySelection(true); });
    connect(save, &QAction::triggered, this, &LineView::saveRequested);
    connect(mark, &QAction::triggered, this, &LineView::markRequested);
    connect(all, &QAction::triggered, this, [this] {
        if (m_lineCount == 0)
            return;
        m_anchor = 0;
        m_current = m_lineCount - 1;
        viewport()->update();
        Q_EMIT currentLineChanged(currentLine());
    });
}

std::pair<LineNumber, LineNumber> LineView::selection() const
{
    if (!m_source || m_current < 0)
        return {{-1}, {-1}};
    const auto [first, last] = std::minmax(m_anchor, m_current);
    return {m_source->numberOf(first), m_source->numberOf(last)};
}

void LineView::copySelection(bool withNumbers)
{
    if (!m_source || m_current < 0)
        return;
    const std::int64_t first = std::min(m_anchor, m_current);
    const std::int64_t last = std::max(m_anchor, m_current);
    constexpr int kAtOnce = 64;
    QByteArray text;
    for (std::int64_t row = first; row <= last; row += kAtOnce) {
        const int count = static_cast<int>(std::min<std::int64_t>(kAtOnce, last - row + 1));
        const std::int64_t room = kMostCopied - text.size();
        for (const ndjson::LineText &found : m_source->lines({row}, count, {0, room + 1})) {
            if (withNumbers)
                text.append(QByteArray::number(static_cast<qlonglong>(found.number.shown())) + '\t');
            text.append(found.bytes);
            text.append('\n');
            if (text.size() > kMostCopied) {
                Q_EMIT copyRefused();
                return;
            }
        }
    }
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    Q_EMIT copied(last - first + 1);
}

} // namespace waybill::ui
