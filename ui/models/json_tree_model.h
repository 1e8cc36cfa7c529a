// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/json_tree.h"

#include <QAbstractItemModel>

#include <memory>

namespace waybill::ui {

/// One line's JSON as a tree: names and values exactly as sent, in their order (BD-168). Values are cut for
/// showing; the roles give them whole.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of ndjson::TokenKind
        PathRole, ///< "Patient.name[0].given[1]"
        RawRole, ///< the value's own text: JSON for objects, digits for numbers, decoded text for strings
    };
    static constexpr int kShownCharacters = 1024; ///< of a value in its cell

    explicit JsonTreeModel(QObject *parent = nullptr);

    /// Null = nothing. `hidden`: only the values that say nothing of a person are shown and handed out.
    void setTree(std::shared_ptr<const ndjson::JsonTree> tree, bool hidden = false);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::int32_t nodeOf(const QModelIndex &index) const; ///< the root for an invalid one
    QString nameText(std::int32_t node) const;
    QString valueText(std::int32_t node) const;
    QString raw(std::int32_t node) const;
    bool isHidden(std::int32_t node) const;

    std::shared_ptr<const ndjson::JsonTree> m_tree;
    bool m_hidden = false;
};

} // namespace waybill::ui
