// SPDX-License-Identifier: Apache-2.0
#include "ndjson/value_mask.h"
#include "presenters/viewer_presenter.h"

#include <algorithm>
#include <utility>

/// Searches: what is looked for, the hits, the filter.
namespace waybill::ui {

void ViewerPresenter::find(const ndjson::FindOptions &options)
{
    m_state.wanted = options;
    m_state.searches[m_state.search] = options;
    startFind();
}

void ViewerPresenter::addSearch()
{
    m_state.searches.append(ndjson::FindOptions{});
    chooseSearch(static_cast<int>(m_state.searches.size()) - 1);
}

void ViewerPresenter::chooseSearch(int index)
{
    if (index < 0 || index >= m_state.searches.size())
        return;
    m_state.search = index;
    m_state.wanted = m_state.searches.at(index);
    startFind();
}

void ViewerPresenter::closeSearch(int index)
{
    if (index < 0 || index >= m_state.searches.size() || m_state.searches.size() == 1)
        return;
    m_state.searches.removeAt(index);
    const bool current = index == m_state.search;
    if (index < m_state.search || m_state.search == m_state.searches.size())
        --m_state.search;
    if (current)
        chooseSearch(m_state.search);
    else
        publish();
}

void ViewerPresenter::startFind()
{
    forgetFilter();
    const ndjson::FindOptions &wanted = m_state.wanted;
    m_pattern.reset();
    if (!m_reader || wanted.text.isEmpty()) {
        m_find.clear();
    } else {
        if (!wanted.path) {
            auto compiled = ndjson::SearchPattern::compile(wanted);
            if (compiled)
                m_pattern = std::make_shared<const ndjson::SearchPattern>(std::move(*compiled));
        }
        m_find.start(m_reader, m_state.opened.textBytes, wanted);
    }
    Q_EMIT patternChanged();
}

void ViewerPresenter::cancelFind()
{
    m_find.cancel(); // and stays so, also when the file grows
}

void ViewerPresenter::onFind(const ndjson::FindState &found)
{
    const bool more = found.keptHits != m_state.find.keptHits;
    m_state.find = found;
    publish();
    if (more && m_filter)
        Q_EMIT linesGrew();
}

std::shared_ptr<const ndjson::LineSource> ViewerPresenter::shownLines() const
{
    std::shared_ptr<const ndjson::LineSource> source = m_reader;
    if (m_filter)
        source = m_filter;
    if (source && m_state.hidden)
        return std::make_shared<const ndjson::MaskedLines>(source);
    return source;
}

std::vector<std::pair<qsizetype, qsizetype>> ViewerPresenter::hitsIn(
    LineNumber line, std::int64_t from, std::int64_t length) const
{
    const std::int64_t at = hitOf(line);
    if (at < 0)
        return {};
    const ndjson::Hit &hit = m_find.hits()[static_cast<std::size_t>(at)];
    const std::int64_t begin = std::max<std::int64_t>(0, hit.column - from);
    const std::int64_t end = std::min(length, hit.column + hit.length - from);
    if (begin >= end)
        return {};
    return {{begin, end - begin}};
}

void ViewerPresenter::setFiltered(bool filtered)
{
    const bool possible = m_reader && !m_state.find.options.text.isEmpty() && !m_state.find.problem;
    filtered = filtered && possible;
    if (filtered == m_state.filtered) {
        publish(); // a button that was pressed in vain shows what is
        return;
    }
    m_filter = filtered ? std::make_shared<const ndjson::HitLines>(m_reader, m_find.hits()) : nullptr;
    m_state.filtered = filtered;
    showSource();
}

/// The hits go: so does what shows only them.
void ViewerPresenter::forgetFilter()
{
    if (!std::exchange(m_filter, nullptr))
        return;
    m_state.filtered = false;
    showSource();
}

/// The same lines in another way: the current one stays.
void ViewerPresenter::showSource()
{
    const std::int64_t line = m_state.currentLine;
    Q_EMIT sourceChanged();
    if (line >= 0)
        Q_EMIT lineRequested({line}, 0, 0);
    publish();
}

std::int64_t ViewerPresenter::hitOf(LineNumber line) const
{
    const auto &hits = m_find.hits();
    const auto hit = std::lower_bound(hits.begin(), hits.end(), line,
        [](const ndjson::Hit &a, LineNumber number) { return a.line < number; });
    return hit != hits.end() && hit->line == line ? hit - hits.begin() : -1;
}

/// A line that the filter leaves out ends it: somebody wants to see that line.
void ViewerPresenter::showLine(LineNumber line, std::int64_t column, std::int64_t length)
{
    if (m_filter && hitOf(line) < 0)
        forgetFilter();
    Q_EMIT lineRequested(line, column, length);
}

void ViewerPresenter::setHidden(bool hidden)
{
    if (hidden == m_state.hidden)
        return;
    m_state.hidden = hidden;
    loadTree();
    Q_EMIT patternChanged();
    showSource();
}

void ViewerPresenter::goToHit(std::int64_t index)
{
    const auto &hits = m_find.hits();
    if (index < 0 || index >= static_cast<std::int64_t>(hits.size()))
        return;
    const ndjson::Hit &hit = hits[static_cast<std::size_t>(index)];
    Q_EMIT lineRequested(hit.line, hit.column, hit.length);
}

void ViewerPresenter::nextHit()
{
    const auto &hits = m_find.hits();
    const auto next = std::upper_bound(hits.begin(), hits.end(), LineNumber{m_state.currentLine},
        [](LineNumber line, const ndjson::Hit &hit) { return line < hit.line; });
    goToHit(next == hits.end() ? 0 : next - hits.begin()); // round the end
}

void ViewerPresenter::previousHit()
{
    const auto &hits = m_find.hits();
    const auto here = std::lower_bound(hits.begin(), hits.end(), LineNumber{m_state.currentLine},
        [](const ndjson::Hit &hit, LineNumber line) { return hit.line < line; });
    goToHit(here == hits.begin() ? static_cast<std::int64_t>(hits.size()) - 1 : here - hits.begin() - 1);
}

} // namespace waybill::ui
