// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <functional>

/// What every page and panel is asked for in its test: names, plain text, Tab order, pictures.
namespace waybill::support {

inline bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr
        || qobject_cast<const QLineEdit *>(widget) != nullptr
        || qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
        || qobject_cast<const QAbstractItemView *>(widget) != nullptr;
}

/// Visible controls that a screen reader could only call "button". Must be empty.
inline QStringList unnamedControls(QWidget &root)
{
    QStringList found;
    const auto widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&root) || !isInteractive(widget)
            || widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const bool named = !widget->accessibleName().isEmpty()
            || (face != nullptr && !face->text(QAccessible::Name).isEmpty());
        // A combo box speaks its value; it needs a name or a label of its own.
        const bool combo = qobject_cast<QComboBox *>(widget) != nullptr;
        const bool labelled = face != nullptr && !face->relations(QAccessible::Label).isEmpty();
        if (combo ? (widget->accessibleName().isEmpty() && !labelled) : !named)
            found.append(QStringLiteral("%1 %2").arg(
                QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

/// Labels that would interpret a server's markup (F-133). Must be empty.
inline QStringList richTextLabels(QWidget &root)
{
    QStringList found;
    const auto labels = root.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            found.append(label->text().left(40));
    }
    return found;
}

/// Visible texts that do not fit where they stand: "text (has WxH)".
inline QStringList textsCutNow(QWidget &root)
{
    QStringList found;
    const auto labels = root.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisibleTo(&root) || label->text().isEmpty()
            || label->inherits("waybill::ui::ElidedLabel"))
            continue;
        const QSize least = label->minimumSizeHint();
        const int height = label->wordWrap() ? label->heightForWidth(label->width()) : least.height();
        if (label->height() < height || label->width() < least.width())
            found.append(QStringLiteral("%1 (has %2x%3)")
                             .arg(label->text().left(60))
                             .arg(label->width())
                             .arg(label->height()));
    }
    return found;
}

/// The same once the layouts have settled: one may ask for the next. Must be empty.
inline QString cutTexts(QWidget &root)
{
    QStringList found;
    (void)QTest::qWaitFor([&] { return (found = textsCutNow(root)).isEmpty(); }, 1000);
    return found.join(QLatin1Char('\n'));
}

/// What makes a page scroll sideways: the innermost widgets that cannot end within its room. Must be empty.
inline QStringList tooWide(const QWidget &page)
{
    QStringList found;
    const auto areas = page.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (area->widget() == nullptr || !area->isVisibleTo(&page)
            || area->horizontalScrollBar()->maximum() == 0)
            continue;
        const int room = area->viewport()->width();
        const auto inside = area->widget()->findChildren<QWidget *>();
        for (const QWidget *widget : inside) {
            const int least = std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
            const int right = widget->mapTo(area->widget(), QPoint(0, 0)).x() + least;
            if (widget->isVisibleTo(&page) && right > room && widget->findChildren<QWidget *>().isEmpty())
                found.append(QStringLiteral("%1 “%2” ends at %3 of %4")
                                 .arg(QLatin1String(widget->metaObject()->className()),
                                     widget->property("text").toString().left(40))
                                 .arg(right)
                                 .arg(room));
        }
        found.append(QStringLiteral("%1 of %2").arg(area->widget()->minimumSizeHint().width()).arg(room));
    }
    return found;
}

/// Presses Tab until the focus is back where it started. False: a trap (a control that keeps the focus).
inline bool tabGoesRound(QWidget &window, int limit = 200)
{
    QWidget *first = window.focusWidget();
    QWidget *last = nullptr;
    for (int i = 0; i < limit; ++i) {
        QWidget *now = QApplication::focusWidget();
        if (now == nullptr || now == last)
            return false;
        last = now;
        QTest::keyClick(now, Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            return true;
    }
    return false;
}

/// The first visible control whose name or text has `part`; null: there is none.
template <typename Widget>
Widget *named(QWidget &parent, const QString &part)
{
    const auto all = parent.findChildren<Widget *>();
    for (Widget *widget : all) {
        const QString text = widget->property("text").toString();
        if (widget->isVisibleTo(&parent) && (widget->accessibleName().contains(part) || text.contains(part)))
            return widget;
    }
    return nullptr;
}

/// Pictures for a person to look at: only where WAYBILL_PICTURES names a folder.
inline void takePicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("WAYBILL_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(60); // let the layout settle
    widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

/// Runs `body` with the light and then the dark palette.
inline void inBothThemes(const std::function<void(const QString &theme)> &body)
{
    static const ui::SystemLook look = ui::readSystemLook();
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        ui::applyTheme(*qApp, choice, look);
        body(choice == ui::ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }
    ui::applyTheme(*qApp, ui::ThemeChoice::Light, look);
}

/// Names, plain text and the round of Tab; then its pictures. Empty: all is well.
inline QStringList faultsOf(QWidget &page, const QString &name)
{
    QCoreApplication::sendPostedEvents();
    QStringList faults = unnamedControls(page) + richTextLabels(page);
    if (!tabGoesRound(page))
        faults.append(QStringLiteral("Tab is caught"));
    inBothThemes([&](const QString &theme) { takePicture(page, name + QLatin1Char('-') + theme); });
    if (!faults.isEmpty())
        faults.prepend(name);
    return faults;
}

} // namespace waybill::support
