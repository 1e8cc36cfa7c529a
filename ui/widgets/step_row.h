// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/icons.h"

#include <QList>
#include <QWidget>

namespace waybill::ui {

/// The stations of a run in one line: mark, name, number. For reading; a screen reader gets one sentence.
class StepRow final : public QWidget
{
    Q_OBJECT
public:
    struct Station {
        QString name;
        StepLook look = StepLook::Todo;
        QString detail;
        friend bool operator==(const Station &, const Station &) = default;
    };

    explicit StepRow(QWidget *parent = nullptr);

    void setStations(const QList<Station> &stations);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Station> m_stations;
};

} // namespace waybill::ui
