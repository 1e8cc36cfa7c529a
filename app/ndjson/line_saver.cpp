// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_saver.h"

#include "ndjson/private_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ndjson {
namespace {

QString sentence()
{
    return QCoreApplication::translate("Ndjson", "The lines could not be saved: %1");
}

/// Bytes [from, end) of the source, with a '\n' behind them when they lack it.
Result<> copy(PrivateFile &into, const SourceFile &source, std::int64_t from, std::int64_t end,
    const std::stop_token &stop)
{
    constexpr std::int64_t kBlock = std::int64_t{1} << 20;
    char last = '\0';
    while (from < end && !stop.stop_requested()) {
        const QByteArray block = source.read(from, std::min(kBlock, end - from));
        if (block.isEmpty())
            return into.failed(QCoreApplication::translate("Ndjson", "the file has become shorter."));
        if (const Result<> written = into.write(block); !written)
            return written;
        last = block.back();
        from += block.size();
    }
    return last == '\n' ? Result<>() : into.write("\n");
}

Result<std::int64_t> ended(PrivateFile &file, std::int64_t lines, const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        file.drop();
        return 0;
    }
    if (const Result<> committed = file.commit(); !committed)
        return tl::unexpected(committed.error());
    return lines;
}

/// Behind the line and its '\n', also behind a '\r', which is not part of a line's length.
std::int64_t endOf(const LineReader &reader, const LineText &line)
{
    const std::int64_t end = line.begin.value + line.length;
    const QByteArray behind = reader.file().read(end, 2);
    return end + (behind.startsWith("\r\n") ? 2 : behind.startsWith('\n') ? 1 : 0);
}

} // namespace

Result<std::int64_t> saveLines(const LineReader &reader, LineNumber first, LineNumber last,
    const QString &path, const std::stop_token &stop)
{
    PrivateFile file(path, sentence());
    const auto from = reader.lines(first, 1, {0, 0});
    const auto to = reader.lines(last, 1, {0, 0});
    if (from.isEmpty() || to.isEmpty())
        return file.failed(QCoreApplication::translate("Ndjson", "the lines are not there any more."));
    if (const Result<> opened = file.open(&reader.file()); !opened)
        return tl::unexpected(opened.error());
    const std::int64_t end = endOf(reader, to.first());
    if (const Result<> copied = copy(file, reader.file(), from.first().begin.value, end, stop); !copied)
        return tl::unexpected(copied.error());
    return ended(file, last.value - first.value + 1, stop);
}

Result<std::int64_t> saveHits(
    const LineReader &reader, const std::vector<Hit> &hits, const QString &path, const std::stop_token &stop)
{
    PrivateFile file(path, sentence());
    if (const Result<> opened = file.open(&reader.file()); !opened)
        return tl::unexpected(opened.error());
    for (const Hit &hit : hits) {
        if (stop.stop_requested())
            break;
        const LineText line = reader.lineFrom(hit.line, hit.begin, {0, 0});
        const Result<> copied = copy(file, reader.file(), line.begin.value, endOf(reader, line), stop);
        if (!copied)
            return tl::unexpected(copied.error());
    }
    return ended(file, static_cast<std::int64_t>(hits.size()), stop);
}

} // namespace waybill::ndjson
