// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_saver.h"
#include "presenters/viewer_presenter.h"

#include <QFileInfo>

#include <algorithm>

/// What a person sets, takes out and asks for by name.
namespace waybill::ui {

void ViewerPresenter::toggleMark()
{
    if (m_state.currentLine < 0 || m_state.chosen < 0)
        return;
    if (m_state.marks.erase(m_state.currentLine) == 0)
        m_state.marks.insert(m_state.currentLine);
    m_markedLines[m_state.files.at(m_state.chosen).path] = m_state.marks;
    publish();
}

void ViewerPresenter::nextMark(int direction)
{
    const auto &marks = m_state.marks;
    if (marks.empty())
        return;
    std::int64_t line = 0;
    if (direction > 0) {
        const auto next = marks.upper_bound(m_state.currentLine);
        line = next == marks.end() ? *marks.begin() : *next;
    } else {
        const auto here = marks.lower_bound(m_state.currentLine);
        line = here == marks.begin() ? *marks.rbegin() : *std::prev(here);
    }
    showLine({line});
}

bool ViewerPresenter::maySave()
{
    if (m_state.hidden) {
        Q_EMIT saveFailed(Error{ErrorCode::InvalidInput, tr("The values of these lines are hidden."), {},
            tr("Reveal them first, then save.")});
    }
    return !m_state.hidden && !m_state.saving;
}

void ViewerPresenter::saveAttachment(qsizetype index, const QString &path)
{
    if (!m_tree || index < 0 || index >= m_state.attachments.size() || !maySave())
        return;
    m_state.saving = true;
    publish();
    using Saved = Result<ByteCount>;
    m_saveWorker = Worker::start<Saved>(
        this,
        [tree = m_tree, node = m_state.attachments.at(index).data, path](
            const std::stop_token &) { return ndjson::saveAttachment(tree->raw(node), path); },
        [this, path](const Saved &saved) {
            m_state.saving = false;
            publish();
            if (saved)
                Q_EMIT attachmentSaved(*saved, QFileInfo(path).fileName());
            else
                Q_EMIT saveFailed(saved.error());
        });
}

void ViewerPresenter::saveLines(LineNumber first, LineNumber last, const QString &path)
{
    if (!m_reader || last < first || first.value < 0 || !maySave())
        return;
    std::vector<ndjson::Hit> hits;
    if (m_filter) {
        const auto &all = m_find.hits();
        std::copy_if(all.begin(), all.end(), std::back_inserter(hits),
            [first, last](const ndjson::Hit &hit) { return hit.line >= first && hit.line <= last; });
    }
    m_state.saving = true;
    publish();
    using Saved = Result<std::int64_t>;
    m_saveWorker = Worker::start<Saved>(
        this,
        [reader = m_reader, first, last, path, filtered = m_filter != nullptr, hits = std::move(hits)](
            const std::stop_token &stop) {
            return filtered ? ndjson::saveHits(*reader, hits, path, stop)
                            : ndjson::saveLines(*reader, first, last, path, stop);
        },
        [this, path](const Saved &saved) {
            m_state.saving = false;
            publish();
            if (saved)
                Q_EMIT linesSaved(*saved, QFileInfo(path).fileName());
            else
                Q_EMIT saveFailed(saved.error());
        });
}

void ViewerPresenter::goTo(const QString &typed)
{
    const QString wanted = typed.trimmed();
    // "1042", "1,042" or "1.042": separators of any kind are left out.
    QString digits;
    for (const QChar c : wanted) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
        else if (c.isLetter() || c == QLatin1Char('#') || c == QLatin1Char('/') || c == QLatin1Char('-'))
            digits.append(QLatin1Char('x'));
    }
    bool isLine = false;
    const qlonglong line = digits.toLongLong(&isLine);
    if (isLine && line > 0) {
        goToLine(line);
        return;
    }
    if (ndjson::parseReference(wanted)) {
        follow(wanted);
        return;
    }
    const QString id = wanted.startsWith(QLatin1Char('#')) ? wanted.mid(1) : wanted;
    if (!id.isEmpty())
        lookFor({}, id, id);
}

} // namespace waybill::ui
