// SPDX-License-Identifier: Apache-2.0
#include "onboarding/group_page.h"

#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/copy_field.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kShownRows = 6;
constexpr int kWholeId = 44; ///< characters: a UUID with its mark

} // namespace

GroupPage::GroupPage(GroupModel *model, QWidget *parent)
    : StepPage(tr("Group"),
        tr("A Group is the list of patients that the practice shares. Choosing one starts nothing on the "
           "server."),
        parent)
{
    m_unlock = new UnlockPanel(content());
    column()->addWidget(m_unlock);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &GroupPage::unlockRequested);
    column()->addWidget(makeListCard(model));
    m_choice = makeChoiceCard();
    column()->addWidget(m_choice);
    fitColumns();
}

SectionCard *GroupPage::makeListCard(GroupModel *model)
{
    auto *card = new SectionCard(tr("Groups of the practice"), content());
    m_search = new QPushButton(icon(Glyph::Refresh), tr("&Refresh"), card);
    m_search->setAccessibleName(tr("Ask the server for its Groups again"));
    makeQuiet(*m_search);
    card->addToHeader(m_search);
    m_empty = new InlineMessage(card);
    card->body()->addWidget(m_empty);
    m_table = new QTableView(card);
    m_table->setModel(model);
    m_table->setAccessibleName(tr("Groups of the practice"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int row = m_table->fontMetrics().height() + space::kSmall;
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setMinimumHeight(row * kShownRows);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(model, &QAbstractItemModel::modelReset, this, &GroupPage::fitColumns);
    card->body()->addWidget(m_table);
    m_summary = addNote(*card->body());
    m_notes = addNote(*card->body());
    m_more = new QPushButton(tr("Load &more"), card);
    card->body()->addWidget(m_more, 0, Qt::AlignLeft);
    m_typed = new QLineEdit(card);
    m_typed->setPlaceholderText(tr("A Group's ID or identifier, as the practice or the portal shows it"));
    addField(*card->body(), tr("Or enter an &ID by hand"), *m_typed);
    m_typedNote = addNote(*card->body(), m_typed);
    connect(m_search, &QPushButton::clicked, this, &GroupPage::searchWanted);
    connect(m_more, &QPushButton::clicked, this, &GroupPage::moreWanted);
    connect(m_typed, &QLineEdit::textEdited, this, &GroupPage::idEdited);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT rowChosen(current.row());
        });
    return card;
}

SectionCard *GroupPage::makeChoiceCard()
{
    auto *card = new SectionCard(tr("What will be exported"), content());
    m_value = new CopyField(tr("Value that goes into Group/…/$export"), CopyField::Shape::Line, card);
    card->body()->addWidget(m_value);
    m_valueNote = addNote(*card->body());
    m_warnings = addNote(*card->body());
    m_warnings->setTone(Tone::Warning);
    m_membership = addNote(*card->body());
    m_doubt = new InlineMessage(card);
    card->body()->addWidget(m_doubt);
    m_confirmForm = new QWidget(card);
    auto *form = new QVBoxLayout(m_confirmForm);
    form->setContentsMargins(0, 0, 0, 0);
    m_confirm = new QLineEdit(m_confirmForm);
    m_confirmLabel = addField(*form, {}, *m_confirm);
    card->body()->addWidget(m_confirmForm);
    connect(m_confirm, &QLineEdit::textEdited, this, &GroupPage::confirmationEdited);
    return card;
}

void GroupPage::fitColumns()
{
    // As wide as the content, but so that id and identifier are both in sight in a small window.
    const int letter = m_table->fontMetrics().averageCharWidth();
    const std::array<int, GroupModel::kColumns> most{26, 12, 20, 20, 24, 10, 9, 9, 26, 26};
    m_table->resizeColumnsToContents();
    for (int column = 0; column < GroupModel::kColumns; ++column) {
        const bool used = m_table->model()->index(0, column).data(GroupModel::UsedRole).toBool();
        const int limit = letter * (used ? kWholeId : most.at(static_cast<std::size_t>(column)));
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + space::kSmall, limit));
    }
}

void GroupPage::selectRow(int row)
{
    const QSignalBlocker quiet(m_table->selectionModel());
    if (row < 0)
        m_table->clearSelection();
    else if (m_table->currentIndex().row() != row || !m_table->selectionModel()->hasSelection())
        m_table->selectRow(row);
    m_table->viewport()->update();
}

void GroupPage::render(const GroupPagePresenter::State &state)
{
    renderFrame(state.frame);
    m_unlock->setWanted(state.needsPassphrase);
    const bool rest = state.frame.busy.isEmpty();
    m_search->setVisible(state.searched && rest);
    const bool listed = m_table->model()->rowCount() > 0;
    m_table->setVisible(listed);
    selectRow(state.row);
    setNote(*m_summary, listed ? state.summary : QString());
    setNote(*m_notes, state.notes);
    m_more->setVisible(state.canLoadMore && rest);
    if (state.emptyHelp.isEmpty() || !rest)
        m_empty->clear();
    else
        m_empty->showMessage(Tone::Info, tr("No Groups to choose from."), state.emptyHelp);
    setTextQuietly(*m_typed, state.row >= 0 ? QString() : state.typed);
    const bool wrong = !state.typedProblem.isEmpty();
    m_typedNote->setTone(wrong ? Tone::Failure : Tone::Neutral);
    setNote(*m_typedNote, wrong ? state.typedProblem : state.typedNotes, m_typed);

    m_choice->setVisible(!state.value.isEmpty());
    m_value->setValue(state.value);
    setNote(*m_valueNote, state.valueNote);
    setNote(*m_warnings, state.warnings);
    setNote(*m_membership, state.membership);
    if (state.doubt.isEmpty())
        m_doubt->clear();
    else
        m_doubt->showMessage(state.confirmed ? Tone::Ok : Tone::Warning, state.doubt);
    m_confirmForm->setVisible(!state.doubt.isEmpty());
    const QString ask = tr("Type “%1” to use it all the same").arg(state.words);
    m_confirmLabel->setText(ask);
    m_confirm->setAccessibleName(ask);
    if (m_confirmedValue != state.value) {
        m_confirmedValue = state.value;
        m_confirm->setText(state.confirmed ? state.words : QString());
    }
}

} // namespace waybill::ui
