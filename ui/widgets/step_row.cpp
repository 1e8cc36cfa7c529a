// SPDX-License-Identifier: Apache-2.0
#include "widgets/step_row.h"

#include "widgets/step_rail.h"

#include <QPainter>

namespace waybill::ui {
StepRow::StepRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepRow::setStations(const QList<Station> &stations)
{
    if (stations == m_stations)
        return;
    m_stations = stations;
    QStringList words;
    for (const Station &station : stations)
        words.append(station.detail.isEmpty()
                ? tr("%1: %2").arg(station.name, stepWord(station.look))
                : tr("%1: %2, %3").arg(station.name, stepWord(station.look), station.detail));
    setAccessibleName(words.join(QStringLiteral("; ")));
    update();
}

QSize StepRow::sizeHint() const
{
    const int lines = QFontMetrics(textFont(TextRole::Small, font())).lineSpacing() * 2;
    return {640, iconSide(fontMetrics()) + lines + space::kSmall};
}

void StepRow::paintEvent(QPaintEvent *)
{
    if (m_stations.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int mark = iconSide(fontMetrics());
    const double cell = static_cast<double>(width()) / static_cast<double>(m_stations.size());
    for (qsizetype i = 0; i < m_stations.size(); ++i) {
        const Station &station = m_stations.at(i);
        const double centre = (static_cast<double>(i) + 0.5) * cell;
        const double y = mark / 2.0 + 1;
        if (i > 0) {
            const bool done = m_stations.at(i - 1).look == StepLook::Ok;
            const QColor line = done ? toneColours(Tone::Ok, palette()).border : hairline(palette());
            painter.setPen(QPen(line, 2));
            painter.drawLine(QPointF(centre - cell + mark / 2.0 + space::kTight, y),
                QPointF(centre - mark / 2.0 - space::kTight, y));
        }
        const QColor colour = toneColours(toneOf(station.look), palette()).text;
        paintGlyph(painter, QRectF(centre - mark / 2.0, 1, mark, mark), glyphOf(station.look), colour);
        const bool here = station.look != StepLook::Todo && station.look != StepLook::Ok;
        painter.setFont(textFont(TextRole::Small, font()));
        const int line = painter.fontMetrics().lineSpacing();
        const QRectF name(centre - cell / 2, mark + space::kTight, cell, line);
        painter.setPen(here ? colour : palette().color(QPalette::WindowText));
        painter.drawText(name, Qt::AlignHCenter | Qt::AlignTop,
            painter.fontMetrics().elidedText(station.name, Qt::ElideRight, static_cast<int>(cell) - 4));
        painter.setPen(mutedText(palette()));
        painter.drawText(name.translated(0, line), Qt::AlignHCenter | Qt::AlignTop, station.detail);
    }
}

} // namespace waybill::ui
