// SPDX-License-Identifier: Apache-2.0
#include "onboarding/form_parts.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {

PlainLabel *addField(QVBoxLayout &column, const QString &label, QWidget &control)
{
    auto *pair = new QVBoxLayout;
    pair->setSpacing(space::kTight);
    auto *words = new PlainLabel(label, TextRole::Body, control.parentWidget());
    words->wrap();
    words->setBuddy(&control);
    control.setAccessibleName(withoutMnemonic(label));
    pair->addWidget(words);
    pair->addWidget(&control);
    column.addLayout(pair);
    return words;
}

PlainLabel *addNote(QVBoxLayout &column, QWidget *control)
{
    auto *note = new PlainLabel({}, TextRole::Small, column.parentWidget());
    note->setMuted(true);
    note->wrap();
    note->hide();
    column.addWidget(note);
    if (control != nullptr)
        control->setAccessibleDescription({});
    return note;
}

void setNote(PlainLabel &note, const QString &text, QWidget *control)
{
    note.setText(text);
    note.setVisible(!text.isEmpty());
    if (control != nullptr)
        control->setAccessibleDescription(text);
}

QLineEdit *passwordField(QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return field;
}

void makeClearable(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    const auto buttons = field.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        button->setAccessibleName(QCoreApplication::translate("FormParts", "Clear the field"));
}

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

void setTextQuietly(QLineEdit &field, const QString &text)
{
    if (field.text() != text)
        field.setText(text);
}

void onChosen(QAbstractButton &button, QObject *context, std::function<void()> chosen)
{
    QObject::connect(&button, &QAbstractButton::toggled, context, [chosen = std::move(chosen)](bool on) {
        if (on)
            chosen();
    });
}

QToolButton *makeDisclosure(const QString &text, QWidget *parent, std::function<void(bool)> opened)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setIcon(icon(Glyph::ChevronRight));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    QObject::connect(button, &QToolButton::toggled, button, [button, opened = std::move(opened)](bool open) {
        button->setIcon(icon(open ? Glyph::ChevronDown : Glyph::ChevronRight));
        opened(open);
    });
    return button;
}

PassphrasePair addPassphrases(WrapLayout &row, const QString &label, const QString &labelAgain)
{
    PassphrasePair pair;
    row.setSpacing(space::kMedium);
    const auto add = [&row](const QString &words) {
        auto *half = new QVBoxLayout;
        row.addLayout(*half);
        QLineEdit *field = passwordField(row.parentWidget());
        addField(*half, words, *field);
        return field;
    };
    pair.first = add(label);
    pair.again = add(labelAgain);
    return pair;
}

void setCheckedQuietly(QAbstractButton &button, bool checked)
{
    const QSignalBlocker blocker(&button);
    button.setChecked(checked);
}

} // namespace waybill::ui
