// SPDX-License-Identifier: Apache-2.0
#include "panels/archive_dialog.h"

#include "models/practices_model.h"
#include "presenters/workspace.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/practice_delegate.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

constexpr QSize kSize{440, 380};

} // namespace

void showArchive(QWidget *parent, Workspace &workspace)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("archiveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Text::tr("Practices off the list"));
    dialog->resize(kSize);
    auto *column = new QVBoxLayout(dialog);
    auto *words = new PlainLabel({}, TextRole::Body, dialog);
    words->wrap();
    words->setMuted(true);
    column->addWidget(words);
    auto *model = new PracticesModel(dialog);
    auto *list = new QListView(dialog);
    list->setObjectName(QStringLiteral("archivedPractices"));
    list->setAccessibleName(Text::tr("Practices off the list"));
    list->setModel(model);
    list->setItemDelegate(new PracticeDelegate(list));
    list->setUniformItemSizes(true);
    list->setTabKeyNavigation(false);
    column->addWidget(list, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QPushButton *back = buttons->addButton(Text::tr("&Put back on the list"), QDialogButtonBox::ActionRole);
    back->setIcon(icon(Glyph::ArrowLeft));
    column->addWidget(buttons);
    const auto show = [=, &workspace] {
        const QList<PracticeRow> rows = workspace.archivedRows();
        model->setRows(rows);
        list->setVisible(!rows.isEmpty());
        back->setVisible(!rows.isEmpty());
        back->setEnabled(list->currentIndex().isValid());
        words->setText(rows.isEmpty()
                ? Text::tr("No practice was taken off the list.")
                : Text::tr("Each comes back as it was: steps, keys, exports and watermarks."));
    };
    const auto bring = [list, &workspace] {
        const QString id = list->currentIndex().data(IdRole).toString();
        if (!id.isEmpty())
            workspace.unarchive(id);
    };
    QObject::connect(list->selectionModel(), &QItemSelectionModel::currentChanged, dialog, show);
    QObject::connect(list, &QListView::activated, dialog, bring);
    QObject::connect(back, &QPushButton::clicked, dialog, bring);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(&workspace, &Workspace::practicesChanged, dialog, show);
    show();
    dialog->open();
}

} // namespace waybill::ui
