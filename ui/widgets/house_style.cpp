// SPDX-License-Identifier: Apache-2.0
#include "widgets/house_style.h"

#include "widgets/style_painting.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

#include <optional>

namespace waybill::ui {
namespace {

constexpr int kScrollBar = 12;
constexpr int kFieldPadding = 5;
constexpr int kButtonPadding = 14; ///< left and right of a button's words

/// The label of an enabled primary button, in the colours that its fill asks for.
std::optional<QStyleOptionButton> primaryLabel(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const auto *given = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (button == nullptr || given == nullptr || !isPrimary(*button) || !button->isEnabled())
        return std::nullopt;
    QStyleOptionButton label = *given;
    label.palette.setColor(QPalette::ButtonText, label.palette.color(QPalette::HighlightedText));
    if (!label.icon.isNull())
        label.icon = label.icon.pixmap(label.iconSize, button->devicePixelRatioF(), QIcon::Selected);
    return label;
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space::kMedium;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::kSmall;
    case PM_ScrollBarExtent: return kScrollBar;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return iconSide(widget != nullptr ? widget->fontMetrics() : QFontMetrics(QApplication::font()));
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space::kSmall;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap: return 0;
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap: return 0;
    case PM_SplitterWidth: return 5;
    case PM_HeaderMargin: return space::kSmall;
    case PM_FocusFrameVMargin: return 3;
    case PM_FocusFrameHMargin: return space::kSmall - 1; // cells begin where their headers do
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (static_cast<int>(hint)) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_FormLayoutLabelAlignment: return Qt::AlignLeft | Qt::AlignVCenter;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize HouseStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int line = option != nullptr ? option->fontMetrics.height() : 16;
    switch (static_cast<int>(type)) {
    case CT_PushButton:
        size = QSize(contents.width() + 2 * kButtonPadding, line + 16);
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            size.setWidth(std::max(size.width(), button->text.isEmpty() ? size.height() : 72));
        break;
    case CT_ToolButton: size = size.expandedTo(QSize(line + 12, line + 12)); break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: size.setHeight(std::max(size.height(), line + 14)); break;
    case CT_ItemViewItem: size.setHeight(std::max(size.height(), line + 10)); break;
    case CT_HeaderSection: size.setHeight(std::max(size.height(), line + 12)); break;
    case CT_TabBarTab: size = QSize(size.width() + space::kSmall, line + 20); break;
    case CT_MenuItem: size.setHeight(std::max(size.height(), line + 10)); break;
    case CT_ProgressBar: size.setHeight(std::max(size.height(), 10)); break;
    default: break;
    }
    return size;
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return rect.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    return rect;
}

void HouseStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (static_cast<int>(element)) {
    case PE_PanelButtonCommand: paint::pushButtonPanel(*painter, *option, widget); return;
    case PE_PanelButtonTool:
    case PE_FrameButtonTool: paint::toolButtonPanel(*painter, *option, widget); return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr)
            paint::focusRing(*painter, option->rect, *option);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0)
            paint::fieldPanel(*painter, *option, (option->state & State_HasFocus) != 0);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit: return; // part of the panel
    case PE_Frame: paint::frame(*painter, *option); return;
    case PE_IndicatorCheckBox: paint::checkBox(*painter, *option); return;
    case PE_IndicatorRadioButton: paint::radioButton(*painter, *option); return;
    case PE_IndicatorBranch: paint::branch(*painter, *option); return;
    case PE_FrameTabBarBase: paint::bottomLine(*painter, *option); return;
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HouseStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_TabBarTabShape) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            paint::tab(*painter, *tab);
        return;
    }
    if (element == CE_HeaderSection) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            paint::headerSection(*painter, *header);
        return;
    }
    if (element == CE_Splitter) {
        paint::splitter(*painter, *option);
        return;
    }
    if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
        return;
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
        if (element == CE_ProgressBarGroove)
            return paint::progressGroove(*painter, *bar);
        if (element == CE_ProgressBarContents)
            return paint::progressContents(*painter, *bar);
        if (element == CE_ProgressBarLabel)
            return; // numbers stand beside a bar, where they are readable in every theme
    }
    if (element == CE_PushButtonLabel) {
        if (const auto label = primaryLabel(option, widget)) {
            QProxyStyle::drawControl(element, &*label, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo != nullptr && control == CC_ComboBox && !combo->editable) {
        paint::comboBox(*painter, *combo, subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget));
        return;
    }
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar != nullptr && control == CC_ScrollBar) {
        paint::scrollBar(*painter, *bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void HouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QTabBar *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover, true);
}

} // namespace waybill::ui
