// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_tree.h"

#include "ndjson/json_text.h"

#include <QStringList>

#include <limits>

namespace waybill::ndjson {
namespace {

std::int32_t narrow(qsizetype value)
{
    return static_cast<std::int32_t>(value); // parse() takes no text beyond 2 GiB
}

std::size_t wide(std::int32_t index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

JsonTree JsonTree::parse(QByteArray text, const std::stop_token &stop)
{
    JsonTree tree;
    if (text.size() > std::numeric_limits<std::int32_t>::max()) {
        tree.m_complete = false;
        return tree;
    }
    tree.m_text = std::move(text);
    JsonScanner scanner(tree.m_text);
    tree.build(scanner, stop);
    if (stop.stop_requested())
        return {};
    tree.m_stop = scanner.stop();
    tree.m_position = scanner.position();
    tree.linkChildren();
    return tree;
}

void JsonTree::build(JsonScanner &scanner, const std::stop_token &stop)
{
    std::vector<std::int32_t> open; // containers around the current place
    Token key;
    bool hasKey = false;
    constexpr unsigned kLookEvery = 4096; // tokens between two looks at the token
    for (unsigned seen = 0; const auto token = scanner.next(); ++seen) {
        if (seen % kLookEvery == 0 && stop.stop_requested())
            return;
        switch (token->kind) {
        case TokenKind::Colon:
        case TokenKind::Comma: continue;
        case TokenKind::Key:
            key = *token;
            hasKey = true;
            continue;
        case TokenKind::EndObject:
        case TokenKind::EndArray: {
            JsonNode &container = m_nodes[wide(open.back())];
            container.length = narrow(token->begin + token->length) - container.begin;
            open.pop_back();
            continue;
        }
        case TokenKind::BeginObject:
        case TokenKind::BeginArray:
        case TokenKind::String:
        case TokenKind::Number:
        case TokenKind::True:
        case TokenKind::False:
        case TokenKind::Null: break;
        }
        if (size() >= kMostNodes) {
            m_complete = false;
            break;
        }
        JsonNode node{.begin = narrow(token->begin), .length = narrow(token->length), .kind = token->kind};
        if (!open.empty()) {
            node.parent = open.back();
            node.row = m_nodes[wide(node.parent)].childCount++;
        }
        if (std::exchange(hasKey, false)) {
            node.keyBegin = narrow(key.begin);
            node.keyLength = narrow(key.length);
        }
        if (node.kind == TokenKind::BeginObject || node.kind == TokenKind::BeginArray)
            open.push_back(size());
        m_nodes.push_back(node);
    }
    for (const std::int32_t index : open) // cut off: they reach as far as was read
        m_nodes[wide(index)].length = narrow(scanner.position()) - m_nodes[wide(index)].begin;
}

void JsonTree::linkChildren()
{
    std::int32_t next = 0;
    for (JsonNode &node : m_nodes) {
        node.childBegin = next;
        next += node.childCount;
    }
    m_children.resize(wide(next));
    for (std::int32_t index = 1; index < size(); ++index) {
        const JsonNode &child = node(index);
        m_children[wide(node(child.parent).childBegin + child.row)] = index;
    }
}

std::span<const std::int32_t> JsonTree::children(std::int32_t index) const
{
    const JsonNode &parent = node(index);
    return std::span(m_children).subspan(wide(parent.childBegin), wide(parent.childCount));
}

QByteArrayView JsonTree::raw(std::int32_t index) const
{
    return QByteArrayView(m_text).sliced(node(index).begin, node(index).length);
}

QString JsonTree::key(std::int32_t index) const
{
    return decodeString(rawKey(index));
}

QByteArrayView JsonTree::rawKey(std::int32_t index) const
{
    return QByteArrayView(m_text).sliced(node(index).keyBegin, node(index).keyLength);
}

QString JsonTree::rootText(QByteArrayView wanted) const
{
    if (isEmpty())
        return {};
    for (const std::int32_t child : children(0)) {
        if (node(child).kind == TokenKind::String
            && key(child) == QLatin1String(wanted.data(), wanted.size()))
            return decodeString(raw(child));
    }
    return {};
}

QString JsonTree::path(std::int32_t index) const
{
    QString path;
    for (std::int32_t at = index; node(at).parent >= 0; at = node(at).parent) {
        if (node(at).keyLength > 0)
            path.prepend(QLatin1Char('.') + key(at));
        else
            path.prepend(QStringLiteral("[%1]").arg(node(at).row));
    }
    const QString type = rootText("resourceType");
    if (type.isEmpty() && path.startsWith(QLatin1Char('.')))
        return path.sliced(1);
    return type + path;
}

} // namespace waybill::ndjson
