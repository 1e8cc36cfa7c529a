// SPDX-License-Identifier: Apache-2.0
#include "panels/move_watermark_dialog.h"

#include "base/fhir_instant.h"
#include "widgets/plain_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MoveWatermark)
};

constexpr int kDialogWidth = 480;

/// What the new instant means, or why it is none.
QString effect(const QString &value, const QString &current)
{
    const auto wanted = FhirInstant::parse(value);
    if (!wanted)
        return Text::tr("Not an instant. It needs date, time, seconds and zone, e.g. 2026-06-24T03:14:07Z.");
    const auto before = FhirInstant::parse(current);
    if (!before || *wanted == *before)
        return {};
    return *wanted < *before ? Text::tr("Back: the next export repeats what lies between; nothing is missed.")
                             : Text::tr("Forward: what changed in between is never asked for again.");
}

} // namespace

void askMoveWatermark(QWidget *parent, const QStringList &types, const QString &current,
    std::function<void(const QString &value, const QString &why)> given)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("moveWatermarkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Text::tr("Move the watermark"));
    dialog->setMinimumWidth(kDialogWidth);
    auto *column = new QVBoxLayout(dialog);
    auto *intro =
        new PlainLabel(Text::tr("For: %1").arg(types.join(QStringLiteral(", "))), TextRole::Body, dialog);
    intro->wrap();
    column->addWidget(intro);
    auto *form = new QFormLayout;
    auto *instant = new QLineEdit(current, dialog);
    instant->setObjectName(QStringLiteral("newWatermark"));
    auto *reason = new QLineEdit(dialog);
    reason->setObjectName(QStringLiteral("watermarkReason"));
    reason->setPlaceholderText(Text::tr("It is kept in the audit trail."));
    form->addRow(Text::tr("&Complete up to:"), instant);
    form->addRow(Text::tr("&Reason:"), reason);
    column->addLayout(form);
    auto *words = new PlainLabel({}, TextRole::Small, dialog);
    words->setMuted(true);
    words->wrap();
    column->addWidget(words);
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *move = buttons->addButton(Text::tr("Move the watermark"), QDialogButtonBox::AcceptRole);
    buttons->addButton(Text::tr("Keep it as it is"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    const auto check = [=] {
        const QString value = instant->text().trimmed();
        words->setText(effect(value, current));
        move->setEnabled(isFhirInstant(value) && value != current && !reason->text().trimmed().isEmpty());
    };
    check();
    QObject::connect(instant, &QLineEdit::textChanged, dialog, check);
    QObject::connect(reason, &QLineEdit::textChanged, dialog, check);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=, given = std::move(given)] {
        given(instant->text().trimmed(), reason->text().trimmed());
        dialog->accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace waybill::ui
