// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

/// The hand of the tour: finds a control by its accessible name, as a screen reader would say it, and uses it
/// through real mouse and key events, so that a control a person could not find or use cannot be used by the
/// tour either.
namespace waybill::ui::hand {

/// The visible, enabled control of that name below any window of the application, or nullptr. A name that
/// begins alike will do when none is the same: badges and counts are often part of it.
QWidget *find(const QString &name);
/// A mouse click in its middle (scrolled into view first). False if it is not there, hidden or disabled.
bool click(const QString &name);
bool doubleClick(const QString &name);
/// Replaces the text of an input by typing.
bool type(const QString &name, const QString &text);
/// One key, e.g. Return in an input.
bool press(const QString &name, int key);
/// Chooses an entry of a combo box by its data or text.
bool choose(const QString &name, const QString &entry);
/// Selects the first row of an item view one of whose cells contains `text`, by a mouse click.
bool clickRow(const QString &name, const QString &text);
/// The text of an input; empty if it is not there.
QString textOf(const QString &name);
/// A visible label says this, among other things.
bool isShown(const QString &part);
bool isChecked(const QString &name);

} // namespace waybill::ui::hand
