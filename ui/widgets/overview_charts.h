// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/run_overview_words.h"

#include <QWidget>

namespace waybill::ui {

/// One bar for each resource type: this run filled, the last run as an outline behind it, the manifest's
/// number as a tick; a word with an arrow where the last run is far off. Tells itself in one sentence.
class TypeBars : public QWidget
{
    Q_OBJECT
public:
    explicit TypeBars(QWidget *parent = nullptr);
    void setCounts(const QList<flows::TypeCount> &counts, const QString &spoken);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    void paintRow(
        QPainter &painter, const flows::TypeCount &count, const QRectF &row, double label, double most);
    QList<flows::TypeCount> m_counts;
};

/// Bars over time without leaving out empty days: holes are what one looks for.
class DayHistogram : public QWidget
{
    Q_OBJECT
public:
    explicit DayHistogram(QWidget *parent = nullptr);
    void setDays(const QMap<QString, std::int64_t> &days, const QString &spoken);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<DayBar> bars() const;
    QRectF plot() const;
    QMap<QString, std::int64_t> m_days;
};

} // namespace waybill::ui
