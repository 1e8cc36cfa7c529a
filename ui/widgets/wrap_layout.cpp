// SPDX-License-Identifier: Apache-2.0
#include "widgets/wrap_layout.h"

#include "widgets/theme.h"

#include <QBoxLayout>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <memory>

namespace waybill::ui {

struct WrapLayout::Line {
    struct Part {
        QLayoutItem *item = nullptr;
        int width = 0;
    };
    int height() const;
    void place(const QRect &rect, int spacing, bool mirrored) const;

    QList<Part> parts;
    int width = 0;
    int expanding = 0;
};

namespace {

bool expands(const QLayoutItem &item)
{
    return (item.expandingDirections() & Qt::Horizontal) != 0;
}

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

WrapLayout::WrapLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(space::kSmall);
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

WrapLayout *WrapLayout::in(QBoxLayout &column)
{
    auto *row = new WrapLayout;
    column.addLayout(row);
    return row;
}

void WrapLayout::addLayout(QLayout &inner)
{
    addChildLayout(&inner);
    addItem(&inner);
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *item = m_items.takeAt(index);
    invalidate();
    return item;
}

void WrapLayout::invalidate()
{
    m_known = {-1, 0};
    QLayout::invalidate();
}

QSize WrapLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize one = item->sizeHint();
        size.rwidth() += one.width() + (size.width() > 0 ? spacing() : 0);
        size.rheight() = std::max(size.height(), one.height());
    }
    return size.grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

QList<WrapLayout::Line> WrapLayout::lines(int width) const
{
    QList<Line> all;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const int least = item->minimumSize().width();
        const int wanted = std::max(std::min(item->sizeHint().width(), width), least);
        if (all.isEmpty() || all.constLast().width + spacing() + wanted > width)
            all.append(Line{});
        Line &line = all.last();
        line.width += wanted + (line.parts.isEmpty() ? 0 : spacing());
        line.parts.append({item, wanted});
        line.expanding += expands(*item) ? 1 : 0;
    }
    for (Line &line : all) {
        int left = width - line.width;
        for (Line::Part &part : line.parts) {
            if (left <= 0 || !expands(*part.item))
                continue;
            const int more = std::min(left / line.expanding, part.item->maximumSize().width() - part.width);
            part.width += more;
            left -= more;
            --line.expanding;
        }
    }
    return all;
}

int WrapLayout::Line::height() const
{
    int highest = 0;
    for (const Part &part : parts)
        highest = std::max(highest, heightOf(*part.item, part.width));
    return highest;
}

void WrapLayout::Line::place(const QRect &rect, int spacing, bool mirrored) const
{
    int x = rect.left();
    for (const Part &part : parts) {
        const Qt::Alignment wish = part.item->alignment();
        const int own = heightOf(*part.item, part.width);
        const int slack = rect.height() - own;
        const int above = (wish & Qt::AlignTop) != 0 ? 0 : (wish & Qt::AlignBottom) != 0 ? slack : slack / 2;
        const QRect box(x, rect.top() + above, part.width, own);
        part.item->setGeometry(
            mirrored ? box.translated(rect.left() + rect.right() - box.left() - box.right(), 0) : box);
        x += part.width + spacing;
    }
}

int WrapLayout::place(const QRect &rect, bool really) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() != nullptr && parentWidget()->isRightToLeft();
    int y = inner.top();
    const QList<Line> all = lines(inner.width());
    for (const Line &line : all) {
        const int height = line.height();
        if (really)
            line.place({inner.left(), y, inner.width(), height}, spacing(), mirrored);
        y += height + spacing();
    }
    const QMargins around = contentsMargins();
    return around.top() + around.bottom() + (all.isEmpty() ? 0 : y - spacing() - inner.top());
}

int WrapLayout::heightForWidth(int width) const
{
    if (m_known.first != width)
        m_known = {width, place({0, 0, width, 0}, false)};
    return m_known.second;
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

} // namespace waybill::ui
