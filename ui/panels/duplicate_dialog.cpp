// SPDX-License-Identifier: Apache-2.0
#include "panels/duplicate_dialog.h"

#include "widgets/copy_field.h"
#include "widgets/plain_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DuplicateDialog)
};

constexpr int kDialogWidth = 600;
constexpr int kListHeight = 110;

void addPart(QVBoxLayout &column, const QString &title, const QString &text, QWidget *parent)
{
    column.addSpacing(space::kSmall);
    auto *heading = new PlainLabel(title, TextRole::Strong, parent);
    column.addWidget(heading);
    auto *words = new PlainLabel(text, TextRole::Body, parent);
    words->wrap();
    words->setMuted(true);
    column.addWidget(words);
}

QListWidget *addJobs(QVBoxLayout &column, const QList<DuplicateState::Job> &jobs, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(QStringLiteral("knownJobs"));
    list->setAccessibleName(Text::tr("Known jobs of this Group"));
    list->setTabKeyNavigation(false);
    list->setFixedHeight(kListHeight);
    for (const DuplicateState::Job &job : jobs) {
        auto *item = new QListWidgetItem(job.text, list);
        item->setData(Qt::UserRole, job.runId);
    }
    list->setCurrentRow(0);
    column.addWidget(list);
    return list;
}

} // namespace

void askAboutDuplicate(QWidget *parent, const DuplicateState &state, DuplicateAnswers answers)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("duplicateDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Text::tr("An export of this Group is running already"));
    dialog->setMinimumWidth(kDialogWidth);
    auto *column = new QVBoxLayout(dialog);

    addPart(*column, Text::tr("Attach to a known job"), state.jobsText, dialog);
    if (!state.jobs.isEmpty()) {
        QListWidget *list = addJobs(*column, state.jobs, dialog);
        auto *attach = new QPushButton(Text::tr("&Attach to this job"), dialog);
        attach->setObjectName(QStringLiteral("attachToJob"));
        attach->setAutoDefault(false);
        column->addWidget(attach, 0, Qt::AlignLeft);
        QObject::connect(attach, &QPushButton::clicked, dialog, [dialog, list, given = answers.attach] {
            const QString runId = list->currentItem()->data(Qt::UserRole).toString();
            dialog->accept();
            given(runId);
        });
    }

    addPart(*column, Text::tr("Wait and try again"), state.tryWhy, dialog);
    auto *later = new QPushButton(state.tryText, dialog);
    later->setObjectName(QStringLiteral("tryDuplicateLater"));
    later->setAutoDefault(false); // the return key alone starts nothing
    column->addWidget(later, 0, Qt::AlignLeft);
    QObject::connect(later, &QPushButton::clicked, dialog,
        [dialog, at = state.tryAgainAt, given = std::move(answers.tryAgain)] {
            dialog->accept();
            given(at);
        });

    addPart(*column, Text::tr("Ask eClinicalWorks support, or whoever runs the server"),
        Text::tr("This text says what they need to know. It holds no secret."), dialog);
    auto *message = new CopyField(Text::tr("Text for the support"), CopyField::Shape::Block, dialog);
    message->setObjectName(QStringLiteral("supportText"));
    message->setValue(state.supportText);
    column->addWidget(message, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace waybill::ui
