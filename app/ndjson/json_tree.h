// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/json_scanner.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace waybill::ndjson {

/// One value. Spans are bytes in the text; nothing is copied, so numbers keep their digits (BD-168).
struct JsonNode {
    std::int32_t parent = -1;
    std::int32_t row = 0; ///< among its siblings, in the order of the text
    std::int32_t keyBegin = 0; ///< with quotes; keyLength 0 = an array's item or the root
    std::int32_t keyLength = 0;
    std::int32_t begin = 0;
    std::int32_t length = 0;
    std::int32_t childBegin = 0; ///< into the table of children
    std::int32_t childCount = 0;
    TokenKind kind = TokenKind::Null; ///< BeginObject, BeginArray or a scalar
};

/// One JSON text as a tree: keys in their order, duplicates kept. Text that is not JSON gives the part that
/// could be read. 36 bytes a value; at most kMostNodes values.
class JsonTree
{
public:
    static constexpr std::int32_t kMostNodes = 4'000'000;

    JsonTree() = default;
    /// Empty when it was stopped: 64 MB take half a second.
    static JsonTree parse(QByteArray text, const std::stop_token &stop = {});

    bool isEmpty() const { return m_nodes.empty(); }
    /// Node 0 is the root.
    const JsonNode &node(std::int32_t index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    std::int32_t size() const { return static_cast<std::int32_t>(m_nodes.size()); }
    std::span<const std::int32_t> children(std::int32_t index) const;

    QByteArrayView raw(std::int32_t index) const; ///< of the value, as sent
    QString key(std::int32_t index) const; ///< decoded; empty for an array's item
    QByteArrayView rawKey(std::int32_t index) const; ///< as sent, with its quotes
    /// "Patient.name[0].given[1]": FHIRPath as people write it; the resource type stands for the root.
    QString path(std::int32_t index) const;
    /// The value of a direct member of the root, decoded; empty when there is none or it is no string.
    QString rootText(QByteArrayView wanted) const;

    JsonScanner::Stop stop() const { return m_stop; } ///< End for legal JSON
    qsizetype position() const { return m_position; } ///< where it stopped
    bool complete() const { return m_complete; } ///< false: too many values, the rest is left out

private:
    void build(JsonScanner &scanner, const std::stop_token &stop);
    void linkChildren();

    QByteArray m_text;
    std::vector<JsonNode> m_nodes; ///< in the order of the text
    std::vector<std::int32_t> m_children; ///< grouped by parent
    JsonScanner::Stop m_stop = JsonScanner::Stop::Empty;
    qsizetype m_position = 0;
    bool m_complete = true;
};

} // namespace waybill::ndjson
