// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_marks.h"
#include "ndjson/search_pattern.h"
#include "widgets/line_runs.h"
#include "widgets/line_scroll.h"
#include "widgets/overview_strip.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <functional>
#include <optional>

namespace waybill::ui {

class WrapScroll;

/// Lines of a file of any size: 64-bit line numbers, reads and paints only what is on screen, clipped at its
/// right edge or wrapped. One current line, a selection of whole lines. The content comes from a LineSource,
/// which may show only some lines of a file: its rows are then not their numbers. Long lines end in a badge
/// with what is left out.
class LineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using MarkOf = std::function<ndjson::LineMark(const ndjson::LineText &)>;
    /// What to highlight in a piece of a line, as (begin, length) in the piece, which starts at `from` in it.
    using HitsOf = std::function<std::vector<std::pair<qsizetype, qsizetype>>(
        const ndjson::LineText &line, QByteArrayView piece, std::int64_t from)>;

    explicit LineView(QWidget *parent = nullptr);

    /// Starts at the first line. Null: nothing to show.
    void setSource(std::shared_ptr<const ndjson::LineSource> source, MarkOf markOf = {});
    void linesGrew(); ///< the source has more lines now; position and selection stay
    /// Lines that match are highlighted; null = none.
    void setPattern(std::shared_ptr<const ndjson::SearchPattern> pattern);
    void setHitsOf(HitsOf hitsOf);
    /// Long lines over several rows, as far as they are shown at all.
    void setWrap(bool wrap);
    bool wraps() const { return m_wrap; }
    void setOverview(const LineOverview &overview); ///< hits, problems and marks beside the scroll bar
    QString overviewWords() const { return m_strip->spoken(); }

    /// Makes it the current line and shows it; with a length also the bytes [column, column + length).
    void goTo(LineNumber line, std::int64_t column = 0, std::int64_t length = 0);
    LineNumber currentLine() const; ///< -1 while there are no lines

    std::int64_t lineCount() const { return m_lineCount; }
    /// What is on screen, also partly; their text is cut at the right edge.
    const QList<ndjson::LineText> &visibleLines() const { return m_visible; }
    QRect rectOf(LineNumber line) const; ///< in the viewport

    std::pair<LineNumber, LineNumber> selection() const; ///< first and last, both inside
    /// Above this a copy is refused: the clipboard is no place for a file.
    static constexpr std::int64_t kMostCopied = std::int64_t{32} * 1024 * 1024;
    void copySelection(bool withNumbers);

Q_SIGNALS:
    void currentLineChanged(waybill::LineNumber line);
    void copied(std::int64_t lines);
    void copyRefused();
    void markRequested(); ///< of the current line, by its key or in the gutter
    void saveRequested(); ///< of the selected lines

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Paint;
    void addCopyActions();
    LineScroll scroll() const;
    WrapScroll wrapScroll() const;
    ScrollPosition clamped(ScrollPosition position) const;
    ScrollPosition moved(std::int64_t pixels) const;
    ScrollPosition revealing(std::int64_t row) const;
    void scrollTo(ScrollPosition position);
    void setCurrent(std::int64_t row, bool extend);
    void moveCurrent(std::int64_t by, bool extend);
    void movePage(int direction, bool extend);
    std::vector<qsizetype> rowsOf(const ndjson::LineText &line) const;
    int heightOf(std::int64_t row) const;
    void refreshMetrics();
    void refreshVisible();
    void refreshBars();
    void showColumn(std::int64_t column, std::int64_t length);
    ndjson::Clip clip() const;
    int textLeft() const { return m_gutterWidth; }
    int visibleColumns() const;
    std::int64_t rowAtY(int y) const;
    QRect rectOfRow(std::int64_t row) const;
    void paintRow(Paint &paint, const ndjson::LineText &line, std::int64_t row, const QRect &place) const;
    void paintGutter(Paint &paint, const ndjson::LineText &line, std::int64_t row, const QRect &place) const;
    void paintHit(Paint &paint, const QRectF &place, LineNumber line, std::int64_t column) const;
    void paintText(Paint &paint, const ndjson::LineText &line, const QRect &place) const;
    std::vector<std::pair<qsizetype, qsizetype>> hitsIn(
        const ndjson::LineText &line, QByteArrayView text, std::int64_t column) const;
    void paintPiece(
        Paint &paint, QByteArrayView bytes, RunKind kind, const std::optional<std::int64_t> &hit) const;
    void paintLeftOut(Paint &paint, const ndjson::LineText &line) const;
    bool isSelected(std::int64_t row) const;
    void placeStrip();
    void announceCurrent();
    void announceScrolled();
    std::shared_ptr<const ndjson::LineSource> m_source;
    MarkOf m_markOf;
    std::shared_ptr<const ndjson::SearchPattern> m_pattern;
    HitsOf m_hitsOf;
    std::int64_t m_lineCount = 0; ///< rows of the source
    bool m_wrap = false;
    OverviewStrip *m_strip = nullptr;
    ScrollPosition m_top; ///< its line is a row
    ScrollPosition m_lastTop; ///< while lines wrap
    bool m_lastTopKnown = false;
    std::int64_t m_current = -1; ///< row
    std::int64_t m_anchor = -1; ///< other end of the selection
    LineNumber m_matchLine{-1}; ///< the match that was gone to
    std::int64_t m_matchColumn = 0;
    std::int64_t m_matchLength = 0;
    QList<ndjson::LineText> m_visible;
    std::vector<int> m_heights; ///< of the visible lines, pixels
    std::int64_t m_widest = 0; ///< columns seen so far: the horizontal bar never shrinks within a file
    std::int64_t m_columnLimit = 0; ///< lines are cut there
    int m_rowHeight = 1;
    double m_charWidth = 1;
    int m_gutterWidth = 0;
    bool m_movingBars = false;
    QBasicTimer m_glide; ///< the wheel's rest
    std::int64_t m_glideLeft = 0; ///< pixels
    QBasicTimer m_dragScroll;
    int m_dragBy = 0; ///< lines per tick while the mouse is outside
};

} // namespace waybill::ui
