// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/background_find.h"

#include <QAbstractTableModel>

namespace waybill::ui {

/// The hits of a search as they come, one row a line. The text around a match is read from the file when its
/// row is shown; nothing of the content is kept.
class SearchHitsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Text, ColumnCount };
    enum Role {
        MatchBeginRole = Qt::UserRole, ///< in the characters of the shown text
        MatchLengthRole,
    };

    /// `find` must live longer.
    explicit SearchHitsModel(const ndjson::BackgroundFind &find, QObject *parent = nullptr);

    void setReader(std::shared_ptr<const ndjson::LineReader> reader);
    void setHidden(bool hidden); ///< values are not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Excerpt {
        QString text;
        qsizetype matchBegin = 0;
        qsizetype matchLength = 0;
    };
    Excerpt excerptOf(const ndjson::Hit &hit) const;
    void onCleared();
    void onLastRemoved();
    void onHitsAdded(qsizetype first, qsizetype count);

    const ndjson::BackgroundFind &m_find;
    std::shared_ptr<const ndjson::LineReader> m_reader;
    int m_rows = 0;
    bool m_hidden = false;
};

} // namespace waybill::ui
