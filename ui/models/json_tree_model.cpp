// SPDX-License-Identifier: Apache-2.0
#include "models/json_tree_model.h"

#include "ndjson/json_text.h"
#include "ndjson/value_mask.h"

namespace waybill::ui {
namespace {

using ndjson::JsonNode;
using ndjson::TokenKind;

constexpr int kPreviewKeys = 6; ///< names in the one-line picture of an object

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void JsonTreeModel::setTree(std::shared_ptr<const ndjson::JsonTree> tree, bool hidden)
{
    beginResetModel();
    m_hidden = hidden;
    m_tree = tree && !tree->isEmpty() ? std::move(tree) : nullptr;
    endResetModel();
}

std::int32_t JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<std::int32_t>(index.internalId()) : 0;
}

// The root itself is not shown: its members are the first level. A lone scalar has no members and no rows.
QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::int32_t child = m_tree->children(nodeOf(parent))[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(child));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !m_tree)
        return {};
    const std::int32_t parent = m_tree->node(nodeOf(child)).parent;
    if (parent <= 0)
        return {};
    return createIndex(m_tree->node(parent).row, 0, static_cast<quintptr>(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return !m_tree || parent.column() > 0 ? 0 : m_tree->node(nodeOf(parent)).childCount;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString JsonTreeModel::nameText(std::int32_t node) const
{
    const JsonNode &value = m_tree->node(node);
    return value.keyLength > 0 ? ndjson::visibleText(m_tree->key(node))
                               : QStringLiteral("[%1]").arg(value.row);
}

/// Strings and numbers below a key that may name a person; the items of an array go by the array's key.
bool JsonTreeModel::isHidden(std::int32_t node) const
{
    const TokenKind kind = m_tree->node(node).kind;
    if (!m_hidden || (kind != TokenKind::String && kind != TokenKind::Number))
        return false;
    while (node > 0 && m_tree->node(node).keyLength == 0)
        node = m_tree->node(node).parent;
    return !ndjson::isHarmlessKey(m_tree->key(node).toUtf8());
}

QString JsonTreeModel::valueText(std::int32_t node) const
{
    const JsonNode &value = m_tree->node(node);
    if (isHidden(node))
        return QStringLiteral("•••••");
    switch (value.kind) {
    case TokenKind::BeginArray:
        return value.childCount == 1 ? tr("1 item") : tr("%1 items").arg(value.childCount);
    case TokenKind::BeginObject: {
        QStringList names;
        for (const std::int32_t child :
            m_tree->children(node).first(static_cast<std::size_t>(std::min(value.childCount, kPreviewKeys))))
            names.append(nameText(child));
        if (value.childCount > kPreviewKeys)
            names.append(QStringLiteral("…"));
        return QStringLiteral("{ %1 }").arg(names.join(QLatin1String(", ")));
    }
    case TokenKind::String: {
        const QString text = ndjson::decodeString(m_tree->raw(node), kShownCharacters + 1);
        const bool cut = text.size() > kShownCharacters;
        return QStringLiteral("\"%1%2").arg(ndjson::visibleText(text.left(kShownCharacters)),
            cut ? QStringLiteral("…") : QStringLiteral("\""));
    }
    case TokenKind::EndObject:
    case TokenKind::EndArray:
    case TokenKind::Key:
    case TokenKind::Number:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::Null:
    case TokenKind::Colon:
    case TokenKind::Comma: break;
    }
    const QByteArrayView text = m_tree->raw(node);
    return QString::fromLatin1(text.first(std::min<qsizetype>(text.size(), kShownCharacters)));
}

QString JsonTreeModel::raw(std::int32_t node) const
{
    if (isHidden(node))
        return valueText(node);
    const QByteArrayView text = m_tree->raw(node);
    if (m_hidden && m_tree->node(node).kind != TokenKind::String)
        return QString::fromUtf8(ndjson::maskedValues(text, true));
    return m_tree->node(node).kind == TokenKind::String ? ndjson::decodeString(text)
                                                        : QString::fromUtf8(text);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!m_tree || !index.isValid())
        return {};
    const std::int32_t node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole: return index.column() == Name ? nameText(node) : valueText(node);
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(nameText(node), valueText(node));
    case KindRole: return static_cast<int>(m_tree->node(node).kind);
    case PathRole: return m_tree->path(node);
    case RawRole: return raw(node);
    default: return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace waybill::ui
