// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/endpoint_directory.h"

#include <QAbstractTableModel>

#include <memory>

namespace waybill::ui {

/// The practices a search found. Holds row numbers, not copies: 17 000 rows cost 140 KB.
/// What a list says is somebody else's text and is only ever shown as plain text.
class EndpointModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Name, City, State, PostalCode, Code, Badges, Host };
    static constexpr int kColumns = 7;
    enum Role {
        EntryRole = Qt::UserRole, ///< index into the directory's entries
        WarningRole, ///< bool: carries a badge that asks for a second look
    };

    explicit EndpointModel(QObject *parent = nullptr);

    void setRows(std::shared_ptr<const discovery::EndpointDirectory> directory, QList<qsizetype> rows);
    qsizetype entryAt(int row) const; ///< -1 if there is none
    int rowOfUrl(const QString &url) const; ///< -1 if it is not among the rows shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const discovery::EndpointDirectory> m_directory;
    QList<qsizetype> m_rows;
};

} // namespace waybill::ui
