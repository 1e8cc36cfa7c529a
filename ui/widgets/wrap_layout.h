// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>

class QBoxLayout;

namespace waybill::ui {

/// A row that goes on in a next line where the window is too narrow for it: buttons, fields, a title with
/// its marks. Items that want to expand (fields, wrapping labels) share what is left of their line.
class WrapLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit WrapLayout(QWidget *parent = nullptr); ///< of a widget, without margins; null: for addLayout()
    ~WrapLayout() override;

    /// A wrapping row at the end of `column`.
    static WrapLayout *in(QBoxLayout &column);

    void addLayout(QLayout &inner); ///< e.g. a field below its label
    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; ///< all in one line
    QSize minimumSize() const override; ///< the widest of them alone
    void setGeometry(const QRect &rect) override;
    void invalidate() override;

private:
    struct Line;
    QList<Line> lines(int width) const;
    int place(const QRect &rect, bool really) const;

    QList<QLayoutItem *> m_items;
    mutable std::pair<int, int> m_known{-1, 0}; ///< width and height of the last answer
};

} // namespace waybill::ui
