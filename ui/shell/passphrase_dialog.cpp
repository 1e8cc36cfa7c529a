// SPDX-License-Identifier: Apache-2.0
#include "shell/passphrase_dialog.h"

#include "widgets/plain_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Passphrase)
};

constexpr int kDialogWidth = 420;

} // namespace

void askPassphrase(
    QWidget *parent, const QString &practice, std::function<void(const SecretBytes &passphrase)> given)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("passphraseDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Text::tr("Unlock the key"));
    dialog->setMinimumWidth(kDialogWidth);
    auto *form = new QFormLayout(dialog);
    auto *words = new PlainLabel(
        Text::tr("The private key of %1 lies in an encrypted file. Its passphrase is used now and not kept.")
            .arg(practice),
        TextRole::Body, dialog);
    words->wrap();
    form->addRow(words);
    auto *field = new QLineEdit(dialog);
    field->setObjectName(QStringLiteral("passphrase"));
    field->setEchoMode(QLineEdit::Password);
    form->addRow(Text::tr("&Passphrase:"), field);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton *unlock = buttons->addButton(Text::tr("Unlock"), QDialogButtonBox::AcceptRole);
    unlock->setEnabled(false);
    form->addRow(buttons);
    QObject::connect(field, &QLineEdit::textChanged, unlock,
        [unlock](const QString &typed) { unlock->setEnabled(!typed.isEmpty()); });
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [dialog, field, given = std::move(given)] {
        QByteArray typed = field->text().toUtf8();
        const SecretBytes passphrase(typed);
        wipe(typed);
        field->clear();
        given(passphrase);
        dialog->accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace waybill::ui
