// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_density.h"
#include "ndjson/line_source.h"

#include <QWidget>

#include <memory>
#include <set>

namespace waybill::ui {

/// What lies where in the whole file.
struct LineOverview {
    ndjson::LineDensity hits;
    ndjson::LineDensity problems;
    std::set<std::int64_t> marks; ///< set by a person
    friend bool operator==(const LineOverview &, const LineOverview &) = default;
};

/// Beside the scroll bar: a tick where lines match, where they are odd and where somebody set a mark, each
/// kind in a lane of its own. A click goes to the nearest one.
class OverviewStrip : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewStrip(QWidget *parent = nullptr);

    void setSource(std::shared_ptr<const ndjson::LineSource> source);
    void setOverview(const LineOverview &overview);
    /// Of the view: rows on screen.
    void setVisibleRows(std::int64_t first, std::int64_t count);
    bool isMarked(LineNumber line) const { return m_overview.marks.contains(line.value); }
    /// In words, for people who do not see it.
    QString spoken() const;

    static constexpr int kWidth = 14;

Q_SIGNALS:
    void lineChosen(waybill::LineNumber line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Lane { Hits, Problems, Marks };
    struct Tick {
        Lane lane;
        std::int64_t line; ///< the first of its stretch
        double y;
    };
    std::vector<Tick> ticks() const;
    void addTicks(std::vector<Tick> &ticks, const ndjson::LineDensity &density, Lane lane) const;
    double yOf(std::int64_t row) const;

    std::shared_ptr<const ndjson::LineSource> m_source;
    LineOverview m_overview;
    std::int64_t m_first = 0;
    std::int64_t m_count = 0;
};

} // namespace waybill::ui
