// SPDX-License-Identifier: Apache-2.0
#include "shell/tour_hand.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace waybill::ui::hand {
namespace {

QString accessibleName(QWidget *widget)
{
    if (qobject_cast<QComboBox *>(widget) != nullptr && !widget->accessibleName().isEmpty())
        return widget->accessibleName(); // Qt's interface would say the chosen entry
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
}

/// The visible, enabled control of that kind and name; groups often have the name of what is in them.
template <typename Kind>
Kind *findOf(const QString &name)
{
    Kind *similar = nullptr;
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        auto *candidate = qobject_cast<Kind *>(widget);
        if (candidate == nullptr || !widget->isVisible() || !widget->isEnabled()
            || qobject_cast<QLabel *>(widget) != nullptr)
            continue;
        const QString own = accessibleName(widget);
        if (own == name)
            return candidate;
        if (similar == nullptr && own.startsWith(name) && widget->focusPolicy() != Qt::NoFocus)
            similar = candidate;
    }
    return similar;
}

void scrollIntoView(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget, 24, 24);
    }
}

void sendMouse(QWidget *target, QEvent::Type kind, const QPoint &at)
{
    const Qt::MouseButtons held = kind == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(kind, at, target->mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void clickAt(QWidget *target, const QPoint &at, bool twice = false)
{
    sendMouse(target, QEvent::MouseButtonPress, at);
    sendMouse(target, QEvent::MouseButtonRelease, at);
    if (twice) {
        sendMouse(target, QEvent::MouseButtonDblClick, at);
        sendMouse(target, QEvent::MouseButtonRelease, at);
    }
}

void sendKey(QWidget *target, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &press);
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(target, &release);
}

/// Where a person would click: the sign of a check box or radio button, the middle of anything else.
QPoint spotOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool hasSign = button != nullptr && button->isCheckable() && widget->inherits("QRadioButton");
    const bool hasBox = button != nullptr && widget->inherits("QCheckBox");
    return hasSign || hasBox ? QPoint(widget->height() / 2, widget->height() / 2) : widget->rect().center();
}

bool use(const QString &name, bool twice)
{
    QWidget *widget = find(name);
    if (widget == nullptr)
        return false;
    scrollIntoView(widget);
    widget->setFocus(Qt::MouseFocusReason);
    clickAt(widget, spotOf(widget), twice);
    return true;
}

} // namespace

QWidget *find(const QString &name)
{
    return findOf<QWidget>(name);
}

bool click(const QString &name)
{
    return use(name, false);
}

bool doubleClick(const QString &name)
{
    return use(name, true);
}

bool type(const QString &name, const QString &text)
{
    QWidget *widget = findOf<QLineEdit>(name);
    if (widget == nullptr)
        return false;
    scrollIntoView(widget);
    widget->setFocus(Qt::TabFocusReason);
    sendKey(widget, Qt::Key_A, Qt::ControlModifier, {});
    sendKey(widget, Qt::Key_Delete, Qt::NoModifier, {});
    for (const QChar c : text)
        sendKey(widget, 0, Qt::NoModifier, c);
    return true;
}

bool press(const QString &name, int key)
{
    QWidget *widget = findOf<QLineEdit>(name);
    if (widget != nullptr)
        sendKey(widget, key, Qt::NoModifier, {});
    return widget != nullptr;
}

bool choose(const QString &name, const QString &entry)
{
    auto *box = findOf<QComboBox>(name);
    if (box == nullptr)
        return false;
    int index = box->findData(entry);
    if (index < 0)
        index = box->findText(entry, Qt::MatchContains);
    if (index < 0)
        return false;
    scrollIntoView(box);
    box->setFocus(Qt::TabFocusReason);
    while (box->currentIndex() != index) {
        const int before = box->currentIndex();
        sendKey(box, before < index ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier, {});
        if (box->currentIndex() == before)
            return false;
    }
    return true;
}

bool clickRow(const QString &name, const QString &text)
{
    auto *view = findOf<QAbstractItemView>(name);
    if (view == nullptr || view->model() == nullptr)
        return false;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(view->rootIndex()); ++row) {
        for (int column = 0; column < model->columnCount(view->rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view->rootIndex());
            if (!index.data().toString().contains(text))
                continue;
            scrollIntoView(view);
            view->scrollTo(index);
            view->setFocus(Qt::MouseFocusReason);
            clickAt(view->viewport(), view->visualRect(index).center());
            return true;
        }
    }
    return false;
}

QString textOf(const QString &name)
{
    if (const auto *text = findOf<QPlainTextEdit>(name))
        return text->toPlainText();
    const auto *line = findOf<QLineEdit>(name);
    return line == nullptr ? QString() : line->text();
}

bool isShown(const QString &part)
{
    const auto widgets = QApplication::allWidgets();
    return std::any_of(widgets.begin(), widgets.end(), [&part](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        return label != nullptr && label->isVisible() && label->text().contains(part);
    });
}

bool isChecked(const QString &name)
{
    const auto *button = findOf<QAbstractButton>(name);
    return button != nullptr && button->isChecked();
}

} // namespace waybill::ui::hand
