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
    // Where the line that is painted now has come to.
    double x = 0;
    double y = 0; ///< top of the row
    double left = 0;
    double right = 0;
    LineNumber line = {};
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
    for (qsizetype i = 0; i < m_visible.size(); ++i) {
        const QRect place(0, y, viewport()->width(), m_heights[static_cast<std::size_t>(i)]);
        if (place.intersects(event->rect()))
            paintRow(paint, m_visible.at(i), m_top.line + i, place);
        y += place.height();
    }
    painter.setPen(hairline(palette()));
    const int edge = m_gutterWidth - space::kSmall;
    painter.drawLine(edge, 0, edge, viewport()->height());
}

void LineView::paintRow(
    Paint &paint, const ndjson::LineText &line, std::int64_t row, const QRect &place) const
{
    const bool current = row == m_current;
    if (isSelected(row) || current) {
        QColor fill = paint.palette.color(QPalette::Highlight);
        fill.setAlphaF(isSelected(row) ? 0.22F : hasFocus() ? 0.16F : 0.10F);
        paint.painter.fillRect(place, fill);
    }
    paintGutter(paint, line, row, place);
    paint.painter.save();
    paint.painter.setClipRect(place.adjusted(textLeft(), 0, 0, 0), Qt::IntersectClip);
    paintText(paint, line, place);
    paint.painter.restore();
    if (current) // a bar as well: the tint alone is too little for some eyes
        paint.painter.fillRect(
            QRect(place.left(), place.top(), 3, place.height()), paint.palette.color(QPalette::Highlight));
}

void LineView::paintGutter(
    Paint &paint, const ndjson::LineText &line, std::int64_t row, const QRect &place) const
{
    constexpr int kGlyph = 14;
    const bool marked = m_strip->isMarked(line.number);
    const auto look = m_markOf ? lookOf(m_markOf(line).kind) : std::nullopt;
    if (look) {
        const QRectF at(space::kSmall, place.top() + (m_rowHeight - kGlyph) / 2.0, kGlyph, kGlyph);
        QColor colour = toneColours(look->tone, paint.palette).text;
        if (look->tone == Tone::Ok)
            colour.setAlphaF(0.55F); // most lines are good: say so quietly
        paintGlyph(paint.painter, at, look->glyph, colour);
    }
    const QRect number(
        space::kSmall + kGlyph, place.top(), m_gutterWidth - 2 * space::kSmall - kGlyph, m_rowHeight);
    QColor colour = row == m_current ? paint.palette.color(QPalette::Text) : mutedText(paint.palette);
    if (marked) {
        const ToneColours mark = toneColours(Tone::Accent, paint.palette);
        paint.painter.setRenderHint(QPainter::Antialiasing);
        paint.painter.setPen(Qt::NoPen);
        paint.painter.setBrush(mark.text);
        paint.painter.drawRoundedRect(QRectF(number).adjusted(3, 1, 1, -1), 3, 3);
        paint.painter.setRenderHint(QPainter::Antialiasing, false);
        colour = isDark(paint.palette) ? paint.palette.color(QPalette::Base) : QColor(Qt::white);
    }
    paint.painter.setPen(colour);
    paint.painter.drawText(number.adjusted(0, 0, -space::kTight, 0), Qt::AlignRight | Qt::AlignVCenter,
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

std::vector<std::pair<qsizetype, qsizetype>> LineView::hitsIn(
    const ndjson::LineText &line, QByteArrayView text, std::int64_t column) const
{
    if (m_hitsOf)
        return m_hitsOf(line, text, column);
    if (m_pattern)
        return ndjson::matchesIn(text, *m_pattern, kMostHitsShown);
    return {};
}

void LineView::paintText(Paint &paint, const ndjson::LineText &line, const QRect &place) const
{
    paint.line = line.number;
    paint.left = textLeft();
    paint.right = place.right();
    paint.y = place.top();
    if (!line.readable) {
        paint.painter.setPen(toneColours(Tone::Failure, paint.palette).text);
        paint.painter.drawText(
            QPointF(paint.left, paint.y + paint.baseline), tr("This line cannot be read any more."));
        return;
    }
    const std::int64_t clipEnd = line.clipBegin + line.bytes.size();
    const QByteArrayView text = wholeCharacters(line.bytes, line.clipBegin > 0, clipEnd < line.length);
    const qsizetype skipped = text.data() - line.bytes.constData();
    const auto hits = hitsIn(line, text, line.clipBegin + skipped);
    const std::vector<qsizetype> begins = rowsOf(line);
    std::size_t next = 1; // the row that comes after this one
    paint.x = paint.left
        - (m_wrap ? 0 : (horizontalScrollBar()->value() - static_cast<double>(line.clipBegin)) * m_charWidth);
    for (const LineRun &run : runsOf(text, line.clipBegin == 0, hits)) {
        for (qsizetype at = run.begin; at < run.begin + run.length;) {
            if (next < begins.size() && at + skipped >= begins[next]) {
                paint.x = paint.left;
                paint.y += m_rowHeight;
                ++next;
            }
            if (paint.x > paint.right && next >= begins.size())
                return;
            qsizetype until = run.begin + run.length;
            if (next < begins.size())
                until = std::min(until, std::max(at + 1, begins[next] - skipped));
            const auto hit = run.hit ? std::optional(line.clipBegin + skipped + at) : std::nullopt;
            paintPiece(paint, text.sliced(at, until - at), run.kind, hit);
            at = until;
        }
    }
    if (next < begins.size()) {
        paint.x = paint.left;
        paint.y += m_rowHeight;
    }
    paintLeftOut(paint, line);
}

/// Within one row; `hit`: where in the line a match was.
void LineView::paintPiece(
    Paint &paint, QByteArrayView bytes, RunKind kind, const std::optional<std::int64_t> &hit) const
{
    const bool ascii = isPlainAscii(bytes);
    const QString shown = ascii ? QString::fromLatin1(bytes) : ndjson::visibleText(QString::fromUtf8(bytes));
    const double width =
        ascii ? static_cast<double>(shown.size()) * m_charWidth : paint.metrics.horizontalAdvance(shown);
    if (hit)
        paintHit(paint, QRectF(paint.x, paint.y + 1, width, m_rowHeight - 2), paint.line, *hit);
    if (paint.x + width > paint.left) {
        paint.painter.setPen(colourOf(kind, paint.palette));
        // Of a long run only what is on screen: base64 of a megabyte is one run.
        const auto skip =
            ascii && paint.x < paint.left ? static_cast<qsizetype>((paint.left - paint.x) / m_charWidth) : 0;
        const auto most =
            ascii ? static_cast<qsizetype>((paint.right - paint.left) / m_charWidth) + 2 : shown.size();
        paint.painter.drawText(
            QPointF(paint.x + static_cast<double>(skip) * m_charWidth, paint.y + paint.baseline),
            shown.mid(skip, most));
    }
    paint.x += width;
}

/// "+213 KB" behind a line that was cut, "no newline" behind the last one of a file that may still grow.
void LineView::paintLeftOut(Paint &paint, const ndjson::LineText &line) const
{
    QString words;
    if (line.length > m_columnLimit && line.clipBegin + line.bytes.size() >= m_columnLimit - 4)
        words = QLatin1Char('+') + sizeText({line.length - m_columnLimit});
    else if (!line.ended && line.clipBegin + line.bytes.size() == line.length)
        words = tr("no newline");
    if (words.isEmpty())
        return;
    const ToneColours tone = toneColours(line.ended ? Tone::Neutral : Tone::Waiting, paint.palette);
    const QRectF badge(paint.x + space::kSmall, paint.y + 2,
        paint.metrics.horizontalAdvance(words) + 2 * space::kTight, m_rowHeight - 4);
    paint.painter.setRenderHint(QPainter::Antialiasing);
    paint.painter.setPen(tone.border);
    paint.painter.setBrush(tone.fill);
    paint.painter.drawRoundedRect(badge, 4, 4);
    paint.painter.setPen(tone.text);
    paint.painter.drawText(badge, Qt::AlignCenter, words);
    paint.painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace waybill::ui
