// SPDX-License-Identifier: Apache-2.0
#include "widgets/line_view_accessible.h"

#include "ndjson/json_text.h"
#include "widgets/line_view.h"

#include <QAccessibleTextInterface>
#include <QAccessibleWidget>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr qsizetype kSpokenBytes = 2000; ///< of one line

class LineViewAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LineViewAccessible(LineView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
    int childCount() const override { return 0; }
    QString text(QAccessible::Text what) const override
    {
        // Long files are not read out as a value; the current line is.
        return what == QAccessible::Value ? spoken(currentLine()) : QAccessibleWidget::text(what);
    }

    void selection(int selected, int *start, int *end) const override
    {
        *start = *end = 0;
        const auto [first, last] = view()->selection();
        if (selected == 0 && first != last) {
            *start = offsetOf(first);
            *end = offsetOf({last.value + 1});
        }
    }
    int selectionCount() const override
    {
        const auto [first, last] = view()->selection();
        return first == last ? 0 : 1;
    }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return offsetOf(view()->currentLine()); }
    void setCursorPosition(int position) override
    {
        if (const ndjson::LineText *line = lineAt(position))
            view()->goTo(line->number);
    }
    QString text(int start, int end) const override
    {
        const QString all = visibleText();
        return all.mid(start, end < 0 ? -1 : end - start);
    }
    int characterCount() const override { return static_cast<int>(visibleText().size()); }
    QRect characterRect(int offset) const override
    {
        const ndjson::LineText *line = lineAt(offset);
        if (line == nullptr)
            return {};
        const QRect row = view()->rectOf(line->number);
        return row.translated(view()->viewport()->mapToGlobal(QPoint()));
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        const QPoint local = view()->viewport()->mapFromGlobal(point);
        for (const ndjson::LineText &line : view()->visibleLines()) {
            if (view()->rectOf(line.number).contains(local))
                return offsetOf(line.number);
        }
        return -1;
    }
    void scrollToSubstring(int start, int) override { setCursorPosition(start); }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    LineView *view() const { return static_cast<LineView *>(widget()); }

    static QString spoken(const ndjson::LineText *line)
    {
        if (line == nullptr)
            return {};
        const QString text = ndjson::visibleText(QString::fromUtf8(line->bytes.left(kSpokenBytes)));
        return QStringLiteral("%1: %2").arg(line->number.shown()).arg(text);
    }
    const ndjson::LineText *currentLine() const
    {
        for (const ndjson::LineText &line : view()->visibleLines()) {
            if (line.number == view()->currentLine())
                return &line;
        }
        return nullptr;
    }
    QString visibleText() const
    {
        QStringList lines;
        for (const ndjson::LineText &line : view()->visibleLines())
            lines.append(spoken(&line));
        return lines.join(QLatin1Char('\n'));
    }
    int offsetOf(LineNumber number) const
    {
        qsizetype offset = 0;
        for (const ndjson::LineText &line : view()->visibleLines()) {
            if (line.number >= number)
                break;
            offset += spoken(&line).size() + 1;
        }
        return static_cast<int>(offset);
    }
    const ndjson::LineText *lineAt(int position) const
    {
        qsizetype offset = 0;
        for (const ndjson::LineText &line : view()->visibleLines()) {
            offset += spoken(&line).size() + 1;
            if (position < offset)
                return &line;
        }
        return nullptr;
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<LineView *>(object);
    return view != nullptr ? new LineViewAccessible(view) : nullptr;
}

} // namespace

void installLineViewAccessibility()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

void LineView::announceCurrent()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(this);
    if (face == nullptr || face->textInterface() == nullptr)
        return;
    QAccessibleTextCursorEvent event(this, face->textInterface()->cursorPosition());
    QAccessible::updateAccessibility(&event);
}

void LineView::announceScrolled()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::VisibleDataChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace waybill::ui
