// SPDX-License-Identifier: Apache-2.0
#include "models/formatting.h"
#include "presenters/viewer_presenter.h"

/// The current line with its tree.
namespace waybill::ui {
namespace {

constexpr std::int64_t kTreeAtOnce = std::int64_t{128} * 1024; ///< parsed in the GUI thread: below 1 ms
constexpr std::int64_t kTreeMost = std::int64_t{64} * 1024 * 1024;

} // namespace

void ViewerPresenter::setCurrentLine(LineNumber line)
{
    if (line.value == m_state.currentLine)
        return;
    m_state.currentLine = line.value;
    m_state.followNote.clear();
    m_state.currentHit = hitOf(line);
    loadTree();
    publish();
}

void ViewerPresenter::loadTree()
{
    const int epoch = ++m_treeEpoch;
    m_state.treeLoading = false;
    m_state.treeProblem.clear();
    m_state.summary.clear();
    m_state.attachments.clear();
    const QList<ndjson::LineText> found = m_reader && m_state.currentLine >= 0
        ? m_reader->lines({m_state.currentLine}, 1, {0, 0})
        : QList<ndjson::LineText>{};
    m_state.currentLength = found.isEmpty() ? 0 : found.first().length;
    if (found.isEmpty() || m_state.currentLength > kTreeMost) {
        if (!found.isEmpty())
            m_state.treeProblem =
                tr("This line has %1: too long for a tree.").arg(sizeText({m_state.currentLength}));
        m_tree.reset();
        Q_EMIT treeChanged();
        return;
    }
    auto read = [reader = m_reader, begin = found.first().begin.value, length = found.first().length](
                    const std::stop_token &stop) {
        return ndjson::JsonTree::parse(reader->file().read(begin, length), stop);
    };
    if (m_state.currentLength <= kTreeAtOnce) {
        showTree(read({}));
        return;
    }
    m_state.treeLoading = true;
    m_tree.reset();
    Q_EMIT treeChanged();
    m_treeWorker = Worker::start<std::shared_ptr<ndjson::JsonTree>>(
        this, [read](const std::stop_token &stop) { return std::make_shared<ndjson::JsonTree>(read(stop)); },
        [this, epoch](const std::shared_ptr<ndjson::JsonTree> &tree) {
            if (epoch != m_treeEpoch)
                return;
            m_state.treeLoading = false;
            showTree(std::move(*tree));
            publish();
        });
}

void ViewerPresenter::showTree(ndjson::JsonTree tree)
{
    using Stop = ndjson::JsonScanner::Stop;
    const bool open = m_state.opened.lastLineOpen && m_state.currentLine == m_state.opened.lines - 1;
    if (tree.stop() == Stop::Empty)
        m_state.treeProblem = tr("The line is empty.");
    else if (open && tree.stop() == Stop::Truncated)
        m_state.treeProblem = tr("The line is not finished yet.");
    else if (!tree.complete())
        m_state.treeProblem = tr("The line has too many values; the tree shows the first ones.");
    else if (tree.stop() == Stop::Several)
        m_state.treeProblem =
            tr("A second document starts at byte %1 of the line.").arg(countText(tree.position() + 1));
    else if (tree.stop() != Stop::End)
        m_state.treeProblem =
            tr("Not valid JSON from byte %1 of the line on.").arg(countText(tree.position() + 1));
    m_tree = std::make_shared<const ndjson::JsonTree>(std::move(tree));
    m_state.summary = ndjson::summarise(*m_tree);
    m_state.attachments = ndjson::attachmentsIn(*m_tree);
    for (ndjson::SummaryField &field : m_state.summary) {
        if (m_state.hidden)
            field.value = QStringLiteral("•••••");
    }
    Q_EMIT treeChanged();
}

} // namespace waybill::ui
