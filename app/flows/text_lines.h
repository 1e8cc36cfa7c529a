// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/units.h"

#include <QByteArray>

#include <cstring>
#include <functional>
#include <stop_token>

namespace waybill::flows {

/// Cuts blocks into lines, without their newlines. A line that is too long to be held is passed over.
class LineCutter
{
public:
    /// `tell` is called with the number and the text of each line that ends in the block.
    template <typename Tell>
    void add(QByteArrayView block, const Tell &tell)
    {
        const char *at = block.data();
        const char *const end = at + block.size();
        while (at < end) {
            const void *found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
            const char *const newline = found == nullptr ? end : static_cast<const char *>(found);
            if (found == nullptr || !m_tail.isEmpty() || m_skipping)
                keep({at, newline});
            if (found == nullptr)
                return;
            if (!m_skipping)
                tell(LineNumber{m_line},
                    m_tail.isEmpty() ? QByteArrayView(at, newline) : QByteArrayView(m_tail));
            m_tail.resize(0);
            m_skipping = false;
            ++m_line;
            at = newline + 1;
        }
    }
    template <typename Tell>
    void finish(const Tell &tell)
    {
        if (!m_tail.isEmpty())
            tell(LineNumber{m_line}, QByteArrayView(m_tail));
    }

private:
    static constexpr qsizetype kLongest = qsizetype{64} << 20; ///< as the check (BD-167)

    void keep(QByteArrayView part)
    {
        m_skipping = m_skipping || m_tail.size() + part.size() > kLongest;
        if (m_skipping)
            m_tail = QByteArray();
        else
            m_tail.append(part);
    }

    QByteArray m_tail;
    bool m_skipping = false;
    std::int64_t m_line = 0;
};

/// All lines of a file in turn. Cancelled when it is told to stop.
Result<> forEachLine(
    const QString &path, const std::function<void(QByteArrayView)> &onLine, const std::stop_token &stop = {});

} // namespace waybill::flows
