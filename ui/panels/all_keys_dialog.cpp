// SPDX-License-Identifier: Apache-2.0
#include "panels/all_keys_dialog.h"

#include "presenters/workspace.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/tone_delegate.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr QSize kSize{1080, 520};
constexpr int kColumnAtMost = 190;

} // namespace

AllKeysDialog::AllKeysDialog(AllKeysPresenter &presenter, QWidget *parent)
    : QDialog(parent)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("allKeysDialog"));
    setWindowTitle(tr("All keys"));
    resize(kSize);
    auto *column = new QVBoxLayout(this);
    auto *words =
        new PlainLabel(tr("Keys that were made or imported here. The private halves are never shown."),
            TextRole::Body, this);
    words->setMuted(true);
    words->wrap();
    column->addWidget(words);
    m_empty = new PlainLabel(
        tr("There is no key yet. The set-up of a practice makes the first one."), TextRole::Body, this);
    m_empty->wrap();
    column->addWidget(m_empty);
    makeTable();
    column->addWidget(m_table, 1);
    makeDetails();
    column->addWidget(m_details);
    m_note = new PlainLabel({}, TextRole::Body, this);
    m_note->wrap();
    column->addWidget(m_note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_presenter, &AllKeysPresenter::stateChanged, this, &AllKeysDialog::render);
    render(m_presenter.state());
}

void AllKeysDialog::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("keysTable"));
    m_table->setAccessibleName(tr("All keys"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ToneDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            if (index.isValid())
                m_presenter.choose(index.data(IdRole).toString());
        });
}

void AllKeysDialog::makeDetails()
{
    m_details = new QWidget(this);
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, space::kSmall, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(new PlainLabel(tr("Key ID, the RFC 7638 thumbprint"), TextRole::Strong, m_details));
    m_id = new CopyField(tr("Key ID"), CopyField::Shape::Line, m_details);
    column->addWidget(m_id);
    m_why = new PlainLabel({}, TextRole::Body, m_details);
    m_why->wrap();
    column->addWidget(m_why);
    m_deleteForm = new QWidget(m_details);
    auto *row = new QHBoxLayout(m_deleteForm);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_consent = new QLineEdit(m_deleteForm);
    m_consent->setObjectName(QStringLiteral("deleteConsent"));
    m_consent->setAccessibleName(tr("Type the first characters of the key ID"));
    row->addWidget(m_consent, 1);
    m_delete = new QPushButton(icon(Glyph::Trash), tr("&Delete this key for good"), m_deleteForm);
    m_delete->setAutoDefault(false);
    row->addWidget(m_delete);
    column->addWidget(m_deleteForm);
    connect(m_consent, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_delete->setEnabled(!m_toType.isEmpty() && typed.trimmed() == m_toType);
    });
    connect(m_delete, &QPushButton::clicked, this, [this] { m_presenter.remove(m_consent->text()); });
}

void AllKeysDialog::render(const AllKeysPresenter::State &state)
{
    m_model.setRows(state.rows);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < KeysModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), kColumnAtMost));
    m_empty->setVisible(state.rows.isEmpty());
    m_table->setVisible(!state.rows.isEmpty());
    if (const QModelIndex row = m_model.indexOf(state.chosen); row.isValid())
        m_table->selectRow(row.row());
    m_details->setVisible(!state.chosen.isEmpty());
    m_id->setValue(state.chosenId);
    m_why->setText(state.why);
    m_toType = state.toType;
    m_deleteForm->setVisible(!state.toType.isEmpty());
    m_consent->setPlaceholderText(tr("Type %1 to delete it").arg(state.toType));
    if (std::exchange(m_shown, state.chosen) != state.chosen)
        m_consent->clear();
    m_delete->setEnabled(!state.busy && !m_toType.isEmpty() && m_consent->text().trimmed() == m_toType);
    m_note->setText(state.problem.isEmpty() ? state.done : state.problem);
    m_note->setTone(state.problem.isEmpty() ? Tone::Ok : Tone::Failure);
    m_note->setVisible(!m_note->text().isEmpty());
}

void showAllKeys(QWidget *parent, Workspace &workspace)
{
    auto *presenter = new AllKeysPresenter(
        {workspace.store(), workspace.keychain(), QDir(workspace.home()).filePath(QStringLiteral("keys"))},
        workspace.clock());
    auto *dialog = new AllKeysDialog(*presenter, parent);
    presenter->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(&workspace, &Workspace::practicesChanged, presenter, &AllKeysPresenter::refresh);
    dialog->open();
}

} // namespace waybill::ui
