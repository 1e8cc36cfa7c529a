// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace waybill::ui {

class PlainLabel;

/// Names at the left, values at the right; values can be selected and copied.
class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const QList<std::pair<QString, QString>> &facts);

private:
    QList<std::pair<PlainLabel *, PlainLabel *>> m_rows;
    QGridLayout *m_grid = nullptr;
};

} // namespace waybill::ui
