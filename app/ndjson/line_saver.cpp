// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_saver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace waybill::ndjson {
namespace {

Failure failed(const QString &path, const QString &reason)
{
    return failure(ErrorCode::Storage,
        QCoreApplication::translate("Ndjson", "The lines could not be saved: %1").arg(reason),
        QFileInfo(path).fileName(),
        QCoreApplication::translate("Ndjson", "Choose another folder, or make room on the disk."));
}

/// One target file and its way there.
class Saver
{
public:
    Saver(const LineReader &reader, const QString &path, const std::stop_token &stop)
        : m_reader(reader)
        , m_file(path)
        , m_stop(stop)
    {
    }

    Result<> begin()
    {
        const FileStamp target = stampOf(m_file.fileName());
        const FileStamp source = m_reader.file().stamp();
        if (target.exists && target.device == source.device && target.inode == source.inode) {
            return failed(m_file.fileName(),
                QCoreApplication::translate("Ndjson", "this is the file the lines are from."));
        }
        // Patients' data: for nobody else, from the first byte on.
        if (!m_file.open(QIODevice::WriteOnly)
            || !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return failed(m_file.fileName(), m_file.errorString());
        return {};
    }

    /// Bytes [from, end) of the source, with a '\n' behind them when they lack it.
    Result<> copy(std::int64_t from, std::int64_t end)
    {
        constexpr std::int64_t kBlock = std::int64_t{1} << 20;
        char last = '\n';
        while (from < end && !m_stop.stop_requested()) {
            const QByteArray block = m_reader.file().read(from, std::min(kBlock, end - from));
            if (block.isEmpty())
                return failed(
                    m_file.fileName(), QCoreApplication::translate("Ndjson", "the file has become shorter."));
            if (m_file.write(block) != block.size())
                return failed(m_file.fileName(), m_file.errorString());
            last = block.back();
            from += block.size();
        }
        if (last != '\n' && m_file.write("\n", 1) != 1)
            return failed(m_file.fileName(), m_file.errorString());
        return {};
    }

    Result<std::int64_t> end(std::int64_t lines)
    {
        if (m_stop.stop_requested()) {
            m_file.cancelWriting();
            return 0;
        }
        if (!m_file.commit())
            return failed(m_file.fileName(), m_file.errorString());
        return lines;
    }

private:
    const LineReader &m_reader;
    QSaveFile m_file;
    const std::stop_token &m_stop;
};

} // namespace

Result<std::int64_t> saveLines(const LineReader &reader, LineNumber first, LineNumber last,
    const QString &path, const std::stop_token &stop)
{
    const auto from = reader.lines(first, 1, {0, 0});
    const auto to = reader.lines(last, 1, {0, 0});
    if (from.isEmpty() || to.isEmpty())
        return failed(path, QCoreApplication::translate("Ndjson", "the lines are not there any more."));
    Saver saver(reader, path, stop);
    if (const Result<> begun = saver.begin(); !begun)
        return tl::unexpected(begun.error());
    // A '\r' before the last '\n' is not part of the line's length.
    const auto behind = reader.lines({last.value + 1}, 1, {0, 0});
    const std::int64_t end =
        !behind.isEmpty() ? behind.first().begin.value : to.first().begin.value + to.first().length;
    if (const Result<> copied = saver.copy(from.first().begin.value, end); !copied)
        return tl::unexpected(copied.error());
    return saver.end(last.value - first.value + 1);
}

Result<std::int64_t> saveHits(
    const LineReader &reader, const std::vector<Hit> &hits, const QString &path, const std::stop_token &stop)
{
    Saver saver(reader, path, stop);
    if (const Result<> begun = saver.begin(); !begun)
        return tl::unexpected(begun.error());
    for (const Hit &hit : hits) {
        if (stop.stop_requested())
            break;
        const LineText line = reader.lineFrom(hit.line, hit.begin, {0, 0});
        const Result<> copied = saver.copy(line.begin.value, line.begin.value + line.length);
        if (!copied)
            return tl::unexpected(copied.error());
    }
    return saver.end(static_cast<std::int64_t>(hits.size()));
}

} // namespace waybill::ndjson
