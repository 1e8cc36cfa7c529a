// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "practices/profile.h"

#include <QAbstractTableModel>

namespace waybill::ui {

/// One key of this home.
struct KeyRow {
    QString thumbprint;
    QString keyId;
    QString algorithm;
    practices::Environment environment = practices::Environment::Sandbox;
    QString place; ///< "System keychain", "Encrypted file …"
    QString usedBy; ///< "3 practices: …"
    QString age;
    Tone tone = Tone::Neutral;
    QString word; ///< "in use", "in rotation", "retired", "exposed", "not used"
    friend bool operator==(const KeyRow &, const KeyRow &) = default;
};

class KeysModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, KeyId, Algorithm, Environment, UsedBy, Age, Place, ColumnCount };

    explicit KeysModel(QObject *parent = nullptr);

    void setRows(const QList<KeyRow> &rows); ///< keeps the model when nothing changed
    QModelIndex indexOf(const QString &thumbprint) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<KeyRow> m_rows;
};

} // namespace waybill::ui
