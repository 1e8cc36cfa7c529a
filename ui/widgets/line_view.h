// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/line_marks.h"
#include "ndjson/search_pattern.h"
#include "widgets/line_scroll.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <functional>

namespace waybill::ui {

/// Lines of a file of any size: 64-bit line numbers, reads and paints only what is on screen, clipped at its
/// right edge. One current line, a selection of whole lines. The content comes from a LineSource. Long lines
/// end in a badge with what is left out.
class LineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using MarkOf = std::function<ndjson::LineMark(const ndjson::LineText &)>;

    explicit LineView(QWidget *parent = nullptr);

    /// Starts at the first line. Null: nothing to show.
    void setSource(std::shared_ptr<const ndjson::LineSource> source, MarkOf markOf = {});
    void linesGrew(); ///< the source has more lines now; position and selection stay
    /// Lines that match are highlighted; null = none.
    void setPattern(std::shared_ptr<const ndjson::SearchPattern> pattern);

    /// Makes it the current line and shows it; with a length also the bytes [column, column + length).
    void goTo(LineNumber line, std::int64_t column = 0, std::int64_t length = 0);
    LineNumber currentLine() const { return m_current; } ///< -1 while there are no lines

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

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
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
    void scrollTo(ScrollPosition position);
    void setCurrent(LineNumber line, bool extend);
    void moveCurrent(std::int64_t by, bool extend);
    void refreshMetrics();
    void refreshVisible();
    void refreshBars();
    void showColumn(std::int64_t column, std::int64_t length);
    ndjson::Clip clip() const;
    int textLeft() const { return m_gutterWidth; }
    int visibleColumns() const;
    LineNumber lineAtY(int y) const;
    void paintRow(Paint &paint, const ndjson::LineText &line, const QRect &row) const;
    void paintGutter(Paint &paint, const ndjson::LineText &line, const QRect &row) const;
    void paintHit(Paint &paint, const QRectF &place, LineNumber line, std::int64_t column) const;
    void paintText(Paint &paint, const ndjson::LineText &line, const QRect &row) const;
    void paintLeftOut(Paint &paint, const ndjson::LineText &line, const QRect &row, double x) const;
    bool isSelected(LineNumber line) const;
    void announceCurrent();
    void announceScrolled();

    std::shared_ptr<const ndjson::LineSource> m_source;
    MarkOf m_markOf;
    std::shared_ptr<const ndjson::SearchPattern> m_pattern;
    std::int64_t m_lineCount = 0;
    ScrollPosition m_top;
    LineNumber m_current{-1};
    LineNumber m_anchor{-1}; ///< other end of the selection
    LineNumber m_matchLine{-1}; ///< the match that was gone to
    std::int64_t m_matchColumn = 0;
    std::int64_t m_matchLength = 0;
    QList<ndjson::LineText> m_visible;
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
