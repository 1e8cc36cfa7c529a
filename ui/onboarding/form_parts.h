// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QAbstractButton;
class QObject;
class QLineEdit;
class QToolButton;
class QVBoxLayout;
class QWidget;

/// The small change of forms: one way to label a field, so that every control has a name and a mnemonic.
namespace waybill::ui {

class PlainLabel;
class WrapLayout;

/// A label above its control, joined as buddies; the control takes the label as its accessible name.
PlainLabel *addField(QVBoxLayout &column, const QString &label, QWidget &control);
/// A muted line below a control; it is the control's accessible description, too. Hidden while empty.
PlainLabel *addNote(QVBoxLayout &column, QWidget *control = nullptr);
void setNote(PlainLabel &note, const QString &text, QWidget *control = nullptr);
/// A password field: no echo, nothing kept after a page took its text.
QLineEdit *passwordField(QWidget *parent);
/// Gives the field a clear button, and names for it and any icon inside the field.
void makeClearable(QLineEdit &field);
/// Text without the mnemonic's ampersand.
QString withoutMnemonic(QString text);
/// Changes the text only when it differs, so that the cursor stays where it is.
void setTextQuietly(QLineEdit &field, const QString &text);
/// Calls `chosen` when a person chooses the radio button: by mouse, by key, or through a screen reader, whose
/// "toggle" never says clicked(). Goes together with setCheckedQuietly().
void onChosen(QAbstractButton &button, QObject *context, std::function<void()> chosen);
/// A button that folds something out below it; `opened` is told each time. What is folded away is best made
/// then: most people never open it, and a page must be there at once.
QToolButton *makeDisclosure(const QString &text, QWidget *parent, std::function<void(bool)> opened);
/// Two password fields side by side where there is room, the second to type the same again.
struct PassphrasePair {
    QLineEdit *first = nullptr;
    QLineEdit *again = nullptr;
};
PassphrasePair addPassphrases(WrapLayout &row, const QString &label, const QString &labelAgain);
/// Shows a state; nobody chose anything.
void setCheckedQuietly(QAbstractButton &button, bool checked);

} // namespace waybill::ui
