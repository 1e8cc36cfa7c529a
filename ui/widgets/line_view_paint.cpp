// SPDX-License-Identifier: Apache-2.0
#include "models/formatting.h"
#include "ndjson/json_text.h"
#include "ndjson/line_finder.h"
#include "widgets/icons.h"
#include "widgets/line_runs.h"
#include "widgets/line_view.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr std::size_t kMostHitsShown = 200; ///< in the visible piece of one line

QColor colourOf(RunKind kind, const QPalette &palette)
{
    switch (kind) {
    case RunKind::Mark: return mutedText(palette);
    case RunKind::Key: return toneColours(Tone::Accent, palette).text;
    case RunKind::Text: return palette.color(QPalette::Text);
    case RunKind::Number: return toneColours(Tone::Waiting, palette).text;
    case RunKind::Word: return toneColours(Tone::Warning, palette).text;
    case RunKind::Odd: return toneColours(Tone::Failure, palette).text;
    }
    return palette.color(QPalette::Text);
}

bool isPlainAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

struct Look {
    Glyph glyph = Glyph::Check;
    Tone tone = Tone::Neutral;
};

std::optional<Look> lookOf(ndjson::LineMark::Kind kind)
{
    using Kind = ndjson::LineMark::Kind;
    switch (kind) {
    case Kind::Good: return Look{Glyph::Check, Tone::Ok};
    case Kind::Note: return Look{Glyph::Info, Tone::Info};
    case Kind::Problem: return Look{Glyph::CircleCross, Tone::Failure};
    case Kind::Open: return Look{Glyph::Download, Tone::Waiting};
    case Kind::Unknown:
    case Kind::Blank: break;
    }
    return std::nullopt;
}

} // namespace

struct LineView::Paint {
    QPainter &painter;
    QPalette palette;
    QFontMetricsF metrics;
    double baseline; ///< below the top of a row
    QColor gutter;
};

void LineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(textFont(TextRole::Mono, font()));
    painter.setLayoutDirection(Qt::LeftToRight);
    Paint paint{
        painter, palette(), QFontMetricsF(painter.font()), 0, palette().color(QPalette::AlternateBase)};
    paint.baseline = (m_rowHeight - paint.metrics.height()) / 2 + paint.metrics.ascent();
    painter.fillRect(QRect(0, 0, m_gutterWidth - space::kSmall, viewport()->height()), paint.gutter);
    int y = -m_top.pixel;
    for (const ndjson::LineText &line : m_visible) {
        const QRect row(0, y, viewport()->width(), m_rowHeight);
        if (row.intersects(event->rect()))
            paintRow(paint, line, row);
        y += m_rowHeight;
    }
    painter.setPen(hairline(palette()));
    const int edge = m_gutterWidth - space::kSmall;
    painter.drawLine(edge, 0, edge, viewport()->height());
}

void LineView::paintRow(Paint &paint, const ndjson::LineText &line, const QRect &row) const
{
    const bool current = line.number == m_current;
    if (isSelected(line.number) || current) {
        QColor fill = paint.palette.color(QPalette::Highlight);
        fill.setAlphaF(isSelected(line.number) ? 0.22F : hasFocus() ? 0.16F : 0.10F);
        paint.painter.fillRect(row, fill);
    }
    paintGutter(paint, line, row);
    paint.painter.save();
    paint.painter.setClipRect(row.adjusted(textLeft(), 0, 0, 0), Qt::IntersectClip);
    paintText(paint, line, row);
    paint.painter.restore();
    if (current) // a bar as well: the tint alone is too little for some eyes
        paint.painter.fillRect(
            QRect(row.left(), row.top(), 3, row.height()), paint.palette.color(QPalette::Highlight));
}

void LineView::paintGutter(Paint &paint, const ndjson::LineText &line, const QRect &row) const
{
    constexpr int kGlyph = 14;
    const auto look = m_markOf ? lookOf(m_markOf(line).kind) : std::nullopt;
    if (look) {
        const QRectF place(space::kSmall, row.top() + (row.height() - kGlyph) / 2.0, kGlyph, kGlyph);
        QColor colour = toneColours(look->tone, paint.palette).text;
        if (look->tone == Tone::Ok)
            colour.setAlphaF(0.55F); // most lines are good: say so quietly
        paintGlyph(paint.painter, place, look->glyph, colour);
    }
    const bool strong = line.number == m_current;
    paint.painter.setPen(strong ? paint.palette.color(QPalette::Text) : mutedText(paint.palette));
    const QRect place(0, row.top(), m_gutterWidth - space::kSmall - space::kTight, row.height());
    paint.painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
        QLocale().toString(static_cast<qlonglong>(line.number.shown())));
}

/// The hit that was gone to is stronger than the others.
void LineView::paintHit(Paint &paint, const QRectF &place, LineNumber line, std::int64_t column) const
{
    const bool chosen =
        line == m_matchLine && column >= m_matchColumn && column < m_matchColumn + m_matchLength;
    const ToneColours mark = toneColours(Tone::Warning, paint.palette);
    paint.painter.fillRect(place, chosen ? mark.border : mark.fill);
}

void LineView::paintText(Paint &paint, const ndjson::LineText &line, const QRect &row) const
{
    const double left = textLeft();
    if (!line.readable) {
        paint.painter.setPen(toneColours(Tone::Failure, paint.palette).text);
        paint.painter.drawText(
            QPointF(left, row.top() + paint.baseline), tr("This line cannot be read any more."));
        return;
    }
    const std::int64_t clipEnd = line.clipBegin + line.bytes.size();
    const QByteArrayView text = wholeCharacters(line.bytes, line.clipBegin > 0, clipEnd < line.length);
    const bool shifted = line.clipBegin > 0;
    std::vector<std::pair<qsizetype, qsizetype>> hits;
    if (m_pattern)
        hits = ndjson::matchesIn(text, *m_pattern, kMostHitsShown);
    double x = left - (horizontalScrollBar()->value() - static_cast<double>(line.clipBegin)) * m_charWidth;
    const double right = row.right();
    for (const LineRun &run : runsOf(text, !shifted, hits)) {
        if (x > right)
            return;
        const QByteArrayView bytes = text.sliced(run.begin, run.length);
        const bool ascii = isPlainAscii(bytes);
        const QString shown =
            ascii ? QString::fromLatin1(bytes) : ndjson::visibleText(QString::fromUtf8(bytes));
        const double width =
            ascii ? static_cast<double>(shown.size()) * m_charWidth : paint.metrics.horizontalAdvance(shown);
        if (run.hit) {
            const std::int64_t at = line.clipBegin + (text.data() - line.bytes.constData()) + run.begin;
            paintHit(paint, QRectF(x, row.top() + 1, width, row.height() - 2), line.number, at);
        }
        if (x + width > left) {
            paint.painter.setPen(colourOf(run.kind, paint.palette));
            // Of a long run only what is on screen: base64 of a megabyte is one run.
            const auto skip = ascii && x < left ? static_cast<qsizetype>((left - x) / m_charWidth) : 0;
            const auto most = ascii ? static_cast<qsizetype>((right - left) / m_charWidth) + 2 : shown.size();
            paint.painter.drawText(
                QPointF(x + static_cast<double>(skip) * m_charWidth, row.top() + paint.baseline),
                shown.mid(skip, most));
        }
        x += width;
    }
    paintLeftOut(paint, line, row, x);
}

/// "+213 KB" behind a line that was cut, "no newline" behind the last one of a file that may still grow.
void LineView::paintLeftOut(Paint &paint, const ndjson::LineText &line, const QRect &row, double x) const
{
    QString words;
    if (line.length > m_columnLimit && line.clipBegin + line.bytes.size() >= m_columnLimit - 4)
        words = QLatin1Char('+') + sizeText({line.length - m_columnLimit});
    else if (!line.ended && line.clipBegin + line.bytes.size() == line.length)
        words = tr("no newline");
    if (words.isEmpty())
        return;
    const ToneColours tone = toneColours(line.ended ? Tone::Neutral : Tone::Waiting, paint.palette);
    const QRectF badge(x + space::kSmall, row.top() + 2,
        paint.metrics.horizontalAdvance(words) + 2 * space::kTight, row.height() - 4);
    paint.painter.setRenderHint(QPainter::Antialiasing);
    paint.painter.setPen(tone.border);
    paint.painter.setBrush(tone.fill);
    paint.painter.drawRoundedRect(badge, 4, 4);
    paint.painter.setPen(tone.text);
    paint.painter.drawText(badge, Qt::AlignCenter, words);
    paint.painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace waybill::ui
