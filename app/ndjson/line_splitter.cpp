// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_splitter.h"

#include <algorithm>
#include <cstring>

namespace waybill::ndjson {

LineSplitter::LineSplitter(qsizetype longest)
    : m_longest(longest)
{
}

bool LineSplitter::add(QByteArrayView block, const Tell &tell)
{
    const char *at = block.data();
    const char *const end = at + block.size();
    while (at < end) {
        const void *found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (found == nullptr) {
            keep({at, end});
            return true;
        }
        const QByteArrayView rest(at, static_cast<const char *>(found));
        QByteArrayView line = rest.first(std::min(rest.size(), m_longest));
        if (m_open) {
            keep(rest);
            line = m_tail;
        }
        const bool more = tell(LineNumber{m_line}, line);
        m_tail.resize(0);
        m_open = false;
        ++m_line;
        if (!more)
            return false;
        at = static_cast<const char *>(found) + 1;
    }
    return true;
}

void LineSplitter::finish(const Tell &tell)
{
    if (m_open)
        tell(LineNumber{m_line}, m_tail);
}

void LineSplitter::keep(QByteArrayView part)
{
    m_open = true;
    m_tail.append(part.first(std::min(part.size(), m_longest - m_tail.size())));
}

} // namespace waybill::ndjson
