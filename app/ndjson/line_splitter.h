// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace waybill::ndjson {

/// Cuts a stream of bytes, in blocks of any size, into its lines. A line is handed out without its '\n', cut
/// at `longest` bytes: memory is one line. A last line without '\n' is a line.
class LineSplitter
{
public:
    /// False: no more lines are wanted.
    using Tell = std::function<bool(LineNumber number, QByteArrayView line)>;

    explicit LineSplitter(qsizetype longest = qsizetype{64} * 1024 * 1024);

    /// False when no more lines are wanted.
    bool add(QByteArrayView block, const Tell &tell);
    void finish(const Tell &tell); ///< behind the last block

private:
    void keep(QByteArrayView part);

    qsizetype m_longest;
    QByteArray m_tail; ///< of the unfinished line, its first m_longest bytes
    bool m_open = false; ///< a line has begun
    std::int64_t m_line = 0;
};

} // namespace waybill::ndjson
