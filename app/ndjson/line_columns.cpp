// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_columns.h"

#include "ndjson/json_path.h"
#include "ndjson/json_text.h"
#include "ndjson/line_splitter.h"
#include "ndjson/private_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <numeric>

namespace waybill::ndjson {
namespace {

constexpr std::int64_t kMostOfLine = std::int64_t{4} * 1024 * 1024;
constexpr qsizetype kMostColumns = 64;
constexpr qsizetype kLongestCell = 32'000; ///< what spreadsheets take

QString cellText(QByteArrayView raw)
{
    if (raw.startsWith('"'))
        return decodeString(raw, kLongestCell);
    return QString::fromUtf8(raw.first(std::min(raw.size(), kLongestCell)));
}

/// What a cell is sorted by.
struct SortKey {
    int kind = 2; ///< 0 number, 1 text, 2 empty
    double number = 0;
    QByteArray text;
    friend bool operator<(const SortKey &a, const SortKey &b)
    {
        return std::tie(a.kind, a.number, a.text) < std::tie(b.kind, b.number, b.text);
    }
};

SortKey keyOf(const QString &cell)
{
    constexpr qsizetype kCompared = 64;
    if (cell.isEmpty())
        return {};
    const QByteArray text = cell.left(kCompared).toUtf8();
    if (const auto number = numberIn(text))
        return {0, *number, {}};
    return {1, 0, text};
}

/// Each row with its line, in the order of the file; false from `visit` ends it. Without hits the file is
/// read through once: going to each line by the index would read it fifty times.
void forEachRow(
    const ColumnRows &rows, const std::function<bool(std::int64_t row, QByteArrayView line)> &visit)
{
    if (rows.hits) {
        for (std::int64_t row = 0; row < rows.count; ++row) {
            if (!visit(row, rows.textOf(row)))
                return;
        }
        return;
    }
    constexpr qsizetype kBlock = qsizetype{1} << 20;
    LineSplitter splitter(kMostOfLine);
    const auto take = [&rows, &visit](LineNumber number, QByteArrayView line) {
        if (line.endsWith('\r'))
            line.chop(1);
        return number.value < rows.count && visit(number.value, line);
    };
    QByteArray buffer(kBlock, Qt::Uninitialized);
    std::int64_t at = 0;
    for (;;) {
        const qsizetype got = rows.reader->file().read(at, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        if (!splitter.add(QByteArrayView(buffer).first(got), take))
            return;
        at += got;
    }
    splitter.finish(take);
}

} // namespace

Result<ColumnSet> ColumnSet::parse(const QString &text)
{
    ColumnSet columns;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (name.isEmpty())
            continue;
        const auto path = parsePath(name);
        if (!path)
            return tl::unexpected(path.error());
        columns.titles.append(name);
        columns.paths.push_back(path->steps);
    }
    if (columns.titles.isEmpty() || columns.titles.size() > kMostColumns) {
        return failure(ErrorCode::InvalidInput,
            QCoreApplication::translate("Ndjson", "Name between 1 and %1 paths, with commas between them.")
                .arg(kMostColumns),
            {},
            QCoreApplication::translate("Ndjson", "For example: id, code.coding.code, valueQuantity.value"));
    }
    return columns;
}

QStringList ColumnSet::cellsOf(QByteArrayView line) const
{
    QStringList cells;
    for (const auto &path : paths) {
        QString cell;
        walkPath(line, path, [&cell](QByteArrayView value) {
            if (value == QByteArrayView("null"))
                return true;
            if (!cell.isEmpty())
                cell += QStringLiteral("; ");
            cell += cellText(value);
            return cell.size() < kLongestCell;
        });
        cells.append(cell);
    }
    return cells;
}

LineNumber ColumnRows::numberOf(std::int64_t row) const
{
    return hits ? (*hits)[static_cast<std::size_t>(row)].line : LineNumber{row};
}

QByteArray ColumnRows::textOf(std::int64_t row) const
{
    const Clip clip{0, kMostOfLine};
    if (hits) {
        const Hit &hit = (*hits)[static_cast<std::size_t>(row)];
        return reader->lineFrom(hit.line, hit.begin, clip).bytes;
    }
    const auto lines = reader->lines({row}, 1, clip);
    return lines.isEmpty() ? QByteArray() : lines.first().bytes;
}

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    // OWASP "CSV injection": a formula begins with = + - @ or their full-width forms, also behind white
    // space.
    QByteArray start = field.trimmed();
    const QChar first = text.trimmed().isEmpty() ? QChar() : text.trimmed().front();
    const bool formula = !first.isNull() && QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(first);
    if (start.startsWith('+'))
        start.remove(0, 1);
    if (formula && !numberIn(start)) // "-5.20" is a number and no formula
        field.prepend('\'');
    const bool quote = std::any_of(field.begin(), field.end(),
        [](char c) { return c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t'; });
    if (!quote)
        return field;
    field.replace('"', "\"\"");
    return '"' + field + '"';
}

Result<std::int64_t> saveCsv(const ColumnRows &rows, const ColumnSet &columns,
    const std::vector<std::int64_t> &order, const QString &path, const std::stop_token &stop)
{
    PrivateFile file(path, QCoreApplication::translate("Ndjson", "The table could not be saved: %1"));
    Result<> written = file.open(rows.reader ? &rows.reader->file() : nullptr);
    constexpr qsizetype kFlushAt = qsizetype{1} << 20;
    QByteArray out("\xEF\xBB\xBFline");
    for (const QString &title : columns.titles)
        out += ',' + csvField(title);
    out += "\r\n";
    std::int64_t count = 0;
    const auto add = [&](std::int64_t row, QByteArrayView line) {
        out += QByteArray::number(static_cast<qlonglong>(rows.numberOf(row).shown()));
        for (const QString &cell : columns.cellsOf(line))
            out += ',' + csvField(cell);
        out += "\r\n";
        ++count;
        if (out.size() >= kFlushAt)
            written = file.write(std::exchange(out, {}));
        return written.has_value() && !stop.stop_requested();
    };
    if (written && order.empty())
        forEachRow(rows, add);
    for (std::size_t i = 0; written && i < order.size() && !stop.stop_requested(); ++i)
        add(order[i], rows.textOf(order[i]));
    if (written && stop.stop_requested()) {
        file.drop();
        return 0;
    }
    if (written)
        written = file.write(out);
    if (written)
        written = file.commit();
    if (!written)
        return tl::unexpected(written.error());
    return count;
}

std::vector<std::int64_t> sortedBy(const ColumnRows &rows, const ColumnSet &columns, int column,
    bool descending, const std::stop_token &stop)
{
    ColumnSet one;
    one.paths = {columns.paths[static_cast<std::size_t>(column)]};
    std::vector<SortKey> keys(static_cast<std::size_t>(rows.count)); // a file that shrank: the rest is empty
    forEachRow(rows, [&](std::int64_t row, QByteArrayView line) {
        keys[static_cast<std::size_t>(row)] = keyOf(one.cellsOf(line).first());
        return !stop.stop_requested();
    });
    if (stop.stop_requested())
        return {};
    std::vector<std::int64_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&keys, descending](std::int64_t a, std::int64_t b) {
        const SortKey &first = keys[static_cast<std::size_t>(a)];
        const SortKey &second = keys[static_cast<std::size_t>(b)];
        if ((first.kind == 2) != (second.kind == 2))
            return second.kind == 2; // nothing to compare with: last, either way
        return descending ? second < first : first < second;
    });
    return order;
}

} // namespace waybill::ndjson
