// SPDX-License-Identifier: Apache-2.0
#include "shell/help_dialogs.h"

#include "widgets/plain_label.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

constexpr int kMark = 64;
constexpr QSize kAboutSize{460, 260};
constexpr QSize kShortcutsSize{460, 520};

QDialog *makeDialog(QWidget *parent, const QString &title, const char *name)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    return dialog;
}

void addClose(QDialog &dialog, QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column.addWidget(buttons);
}

void addKeys(QFormLayout &form, const QString &what, const QString &keys)
{
    form.addRow(new PlainLabel(what), new PlainLabel(keys, TextRole::Strong));
}

void addMenu(QFormLayout &form, const QMenu &menu)
{
    const auto actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->menu() != nullptr)
            addMenu(form, *action->menu());
        else if (!action->shortcut().isEmpty())
            addKeys(form, action->text().remove(QLatin1Char('&')).remove(QChar(0x2026)),
                action->shortcut().toString(QKeySequence::NativeText));
    }
}

} // namespace

void showAbout(QWidget *parent, const QString &home)
{
    QDialog *dialog = makeDialog(parent, Text::tr("About Waybill"), "aboutDialog");
    dialog->setMinimumSize(kAboutSize);
    auto *column = new QVBoxLayout(dialog);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kLarge);
    auto *mark = new QLabel(dialog);
    mark->setPixmap(QIcon(QStringLiteral(":/waybill/icons/waybill-app.svg"))
                        .pixmap(QSize(kMark, kMark), dialog->devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->addWidget(
        new PlainLabel(Text::tr("Waybill %1").arg(QLatin1String(WAYBILL_VERSION)), TextRole::Title));
    auto *what = new PlainLabel(
        Text::tr("Brings medical practices into FHIR Bulk Data export: keys, discovery, token, "
                 "Group, export, preview, and the waybill that runs it unattended."));
    what->wrap();
    words->addWidget(what);
    auto *place = new PlainLabel(Text::tr("Everything it keeps lies in %1").arg(home), TextRole::Small);
    place->setMuted(true);
    place->wrap();
    place->setCopyable(true);
    words->addWidget(place);
    auto *license = new PlainLabel(
        Text::tr("Apache License 2.0. Built with Qt %1.").arg(QLatin1String(qVersion())), TextRole::Small);
    license->setMuted(true);
    words->addWidget(license);
    words->addStretch(1);
    row->addLayout(words, 1);
    column->addLayout(row, 1);
    addClose(*dialog, *column);
    dialog->open();
}

void showShortcuts(QWidget *parent, const QMenuBar &bar)
{
    QDialog *dialog = makeDialog(parent, Text::tr("Keyboard shortcuts"), "shortcutsDialog");
    dialog->resize(kShortcutsSize);
    auto *column = new QVBoxLayout(dialog);
    auto *scroll = new QScrollArea(dialog);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *page = new QWidget(scroll);
    auto *form = new QFormLayout(page);
    form->setHorizontalSpacing(space::kXLarge);
    const auto actions = bar.actions();
    for (const QAction *action : actions) {
        if (action->menu() != nullptr)
            addMenu(*form, *action->menu());
    }
    addKeys(*form, Text::tr("Find in the file (viewer)"), QStringLiteral("Ctrl+F"));
    addKeys(*form, Text::tr("Next, previous hit (viewer)"), QStringLiteral("F3, Shift+F3"));
    addKeys(*form, Text::tr("Go to a line (viewer)"), QStringLiteral("Ctrl+L"));
    addKeys(*form, Text::tr("Steps of the set-up, status requests"), Text::tr("arrow keys"));
    scroll->setWidget(page);
    column->addWidget(scroll, 1);
    addClose(*dialog, *column);
    dialog->open();
}

} // namespace waybill::ui
