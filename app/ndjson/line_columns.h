// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/json_walk.h"
#include "ndjson/line_finder.h"
#include "ndjson/line_reader.h"

#include <QStringList>

#include <stop_token>

namespace waybill::ndjson {

/// Paths as the columns of a table: "id, code.coding.code, valueQuantity.value".
struct ColumnSet {
    QStringList titles;
    std::vector<std::vector<PathStep>> paths;

    /// InvalidInput for a path that cannot be one, in words.
    static Result<ColumnSet> parse(const QString &text);
    /// The cells of a line, as sent; several values in one cell are joined by "; ".
    QStringList cellsOf(QByteArrayView line) const;
};

/// Which lines of a file a table has: all, or those with hits.
struct ColumnRows {
    std::shared_ptr<const LineReader> reader;
    std::shared_ptr<const std::vector<Hit>> hits; ///< null: all lines
    std::int64_t count = 0;

    LineNumber numberOf(std::int64_t row) const;
    /// The line as far as cells are taken from it: its first 4 MiB.
    QByteArray textOf(std::int64_t row) const;
};

/// One field of a CSV file (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe in front;
/// plain numbers stay numbers.
QByteArray csvField(const QString &text);

/// Writes the table, with a header, "line" first, in UTF-8 with a byte order mark (spreadsheets look for it),
/// into a new file of mode 0600. The number of rows; nothing is left behind when it fails or is stopped.
/// `order`: rows in the order of the table; empty = as in the file.
Result<std::int64_t> saveCsv(const ColumnRows &rows, const ColumnSet &columns,
    const std::vector<std::int64_t> &order, const QString &path, const std::stop_token &stop = {});

/// The rows in the order of one column: numbers as numbers, before text, empty cells last.
std::vector<std::int64_t> sortedBy(const ColumnRows &rows, const ColumnSet &columns, int column,
    bool descending, const std::stop_token &stop = {});

} // namespace waybill::ndjson
