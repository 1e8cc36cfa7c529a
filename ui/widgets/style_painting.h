// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;
class QRect;

/// The drawing of HouseStyle, one function per thing.
namespace waybill::ui::paint {

void focusRing(QPainter &painter, const QRect &rect, const QStyleOption &option);
void pushButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void toolButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void fieldPanel(QPainter &painter, const QStyleOption &option, bool focused);
void frame(QPainter &painter, const QStyleOption &option);
void branch(QPainter &painter, const QStyleOption &option); ///< the sign that folds a row of a tree
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void bottomLine(QPainter &painter, const QStyleOption &option); ///< below all tabs, over the whole width
void splitter(QPainter &painter, const QStyleOption &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void progressGroove(QPainter &painter, const QStyleOptionProgressBar &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);

} // namespace waybill::ui::paint
