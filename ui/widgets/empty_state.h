// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/icons.h"

#include <QWidget>

class QPushButton;
class QHBoxLayout;

namespace waybill::ui {

class PlainLabel;

/// What stands where nothing is yet: why, and what to do. Centred, quiet, with at most a few buttons.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Glyph glyph, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    /// In the order added; the first one is the primary action.
    QPushButton *addButton(const QString &text, Glyph glyph);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_text = nullptr;
    QWidget *m_mark = nullptr; ///< room for the drawing
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace waybill::ui
