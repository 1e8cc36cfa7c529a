// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "practices/profile.h"

#include <QAbstractListModel>

namespace waybill::ui {

/// One practice in the list at the left.
struct PracticeRow {
    QString id;
    QString name;
    practices::Environment environment = practices::Environment::Sandbox;
    Tone tone = Tone::Neutral;
    QString word; ///< how it stands: "ready", "downloading", "3 of 8 steps"
    friend bool operator==(const PracticeRow &, const PracticeRow &) = default;
};

/// SANDBOX or PRODUCTION, as every window shows it.
QString environmentWord(practices::Environment environment);
QString shortEnvironmentWord(practices::Environment environment); ///< where there is little room
Tone toneOf(practices::Environment environment);

class PracticesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { EnvironmentRole = SortRole + 1, WordRole };

    explicit PracticesModel(QObject *parent = nullptr);

    void setRows(const QList<PracticeRow> &rows); ///< in place while the practices are the same
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PracticeRow> m_rows;
};

} // namespace waybill::ui
