// SPDX-License-Identifier: Apache-2.0
#include "panels/confirm.h"

#include "widgets/plain_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Confirm)
};

constexpr int kDialogWidth = 440;

} // namespace

void confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
    std::function<void()> confirmed)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, title, QMessageBox::NoButton, parent);
    box->setObjectName(QStringLiteral("confirmDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    QPushButton *yes = box->addButton(action, QMessageBox::AcceptRole);
    QPushButton *no = box->addButton(Text::tr("Keep it as it is"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, box, std::move(confirmed));
    box->open();
}

void askReason(QWidget *parent, const QString &title, const QString &text, const QString &action,
    std::function<void(const QString &)> given)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("reasonDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(kDialogWidth);
    auto *column = new QVBoxLayout(dialog);
    auto *words = new PlainLabel(text, TextRole::Body, dialog);
    words->wrap();
    column->addWidget(words);
    auto *reason = new QLineEdit(dialog);
    reason->setAccessibleName(Text::tr("Reason"));
    reason->setPlaceholderText(Text::tr("Why? It is kept in the audit trail."));
    column->addWidget(reason);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *yes = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    buttons->addButton(Text::tr("Keep it as it is"), QDialogButtonBox::RejectRole);
    yes->setEnabled(false);
    column->addWidget(buttons);
    QObject::connect(reason, &QLineEdit::textChanged, yes,
        [yes](const QString &typed) { yes->setEnabled(!typed.trimmed().isEmpty()); });
    QObject::connect(
        buttons, &QDialogButtonBox::accepted, dialog, [dialog, reason, given = std::move(given)] {
            given(reason->text().trimmed());
            dialog->accept();
        });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace waybill::ui
