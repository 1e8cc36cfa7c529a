// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_columns.h"

#include "ndjson/json_text.h"
#include "ndjson/path_query.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <charconv>
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

std::optional<double> numberOf(const QByteArray &text)
{
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end && !text.isEmpty() ? std::optional(value) : std::nullopt;
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
    if (const auto number = numberOf(text))
        return {0, *number, {}};
    return {1, 0, text};
}

Failure failed(const QSaveFile &file)
{
    return failure(ErrorCode::Storage,
        QCoreApplication::translate("Ndjson", "The table could not be saved: %1").arg(file.errorString()),
        QFileInfo(file.fileName()).fileName(),
        QCoreApplication::translate("Ndjson", "Choose another folder, or make room on the disk."));
}

} // namespace

Result<ColumnSet> ColumnSet::parse(const QString &text)
{
    ColumnSet columns;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (name.isEmpty())
            continue;
        const auto path = PathQuery::parsePath(name);
        if (!path)
            return tl::unexpected(path.error());
        columns.titles.append(name);
        columns.paths.push_back(*path);
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
    // OWASP "CSV injection": a formula begins with = + - @, also behind white space.
    QByteArray start = field.trimmed();
    const bool formula = !start.isEmpty() && QByteArrayView("=+-@").contains(start.front());
    if (start.startsWith('+'))
        start.remove(0, 1);
    if (formula && !numberOf(start)) // "-5.20" is a number and no formula
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
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(file);
    constexpr qsizetype kFlushAt = qsizetype{1} << 20;
    QByteArray out("\xEF\xBB\xBFline");
    for (const QString &title : columns.titles)
        out += ',' + csvField(title);
    out += "\r\n";
    for (std::int64_t i = 0; i < rows.count && !stop.stop_requested(); ++i) {
        const std::int64_t row = order.empty() ? i : order[static_cast<std::size_t>(i)];
        out += QByteArray::number(static_cast<qlonglong>(rows.numberOf(row).shown()));
        for (const QString &cell : columns.cellsOf(rows.textOf(row)))
            out += ',' + csvField(cell);
        out += "\r\n";
        if (out.size() >= kFlushAt && file.write(std::exchange(out, {})) < 0)
            return failed(file);
    }
    if (stop.stop_requested()) {
        file.cancelWriting();
        return 0;
    }
    if (file.write(out) < 0 || !file.commit())
        return failed(file);
    return rows.count;
}

std::vector<std::int64_t> sortedBy(const ColumnRows &rows, const ColumnSet &columns, int column,
    bool descending, const std::stop_token &stop)
{
    ColumnSet one;
    one.paths = {columns.paths[static_cast<std::size_t>(column)]};
    std::vector<SortKey> keys;
    for (std::int64_t row = 0; row < rows.count; ++row) {
        if (stop.stop_requested())
            return {};
        keys.push_back(keyOf(one.cellsOf(rows.textOf(row)).first()));
    }
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
