// SPDX-License-Identifier: Apache-2.0
#include "onboarding/endpoint_page.h"

#include "onboarding/fact_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/network_card.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/search_field.h"
#include "widgets/section_card.h"
#include "widgets/wrap_layout.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kShownRows = 9;

} // namespace

EndpointPage::EndpointPage(EndpointModel *model, QWidget *parent)
    : StepPage(tr("Endpoint"),
        tr("Where the practice's FHIR server is: find it in a published list, or enter its base URL."),
        parent)
{
    column()->addWidget(makeAddressCard());
    column()->addWidget(makeListCard(model));
    m_network = new NetworkCard(content());
    column()->addWidget(m_network);
}

SectionCard *EndpointPage::makeAddressCard()
{
    auto *card = new SectionCard({}, content());
    m_address = new QLineEdit(card);
    m_address->setPlaceholderText(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    makeClearable(*m_address);
    addField(*card->body(), tr("FHIR base &URL"), *m_address);
    m_problem = addNote(*card->body(), m_address);
    m_problem->setTone(Tone::Failure);
    m_preview = new FactList(card);
    card->body()->addWidget(m_preview);
    m_warning = addNote(*card->body());
    m_warning->setTone(Tone::Warning);
    m_twin = new InlineMessage(card);
    m_twin->setAction(tr("Use the &provider address"));
    card->body()->addWidget(m_twin);
    auto *row = WrapLayout::in(*card->body());
    m_sandboxPractice = new QPushButton(icon(Glyph::Flask), tr("Use the &built-in sandbox practice"), card);
    row->addWidget(m_sandboxPractice);
    connect(m_address, &QLineEdit::textEdited, this, &EndpointPage::addressEdited);
    connect(m_twin, &InlineMessage::actionTriggered, this, &EndpointPage::twinTaken);
    connect(m_sandboxPractice, &QPushButton::clicked, this, &EndpointPage::sandboxPracticeWanted);
    return card;
}

SectionCard *EndpointPage::makeListCard(EndpointModel *model)
{
    auto *card = new SectionCard(tr("Practice list"), content());
    m_source = addNote(*card->body());
    m_sourceNotes = addNote(*card->body());
    card->body()->addWidget(makeSources(card));
    auto *row = WrapLayout::in(*card->body());
    row->setSpacing(space::kMedium);
    m_query =
        makeSearchField(tr("Search the list"), tr("Search by name, city, state, ZIP or practice code"), card);
    row->addWidget(m_query);
    m_hidden = new QCheckBox(tr("Show &test and inactive ones"), card);
    row->addWidget(m_hidden);
    m_results = addNote(*card->body());
    makeTable(model, *card);
    connect(m_query, &QLineEdit::textEdited, this, &EndpointPage::queryEdited);
    connect(m_hidden, &QCheckBox::toggled, this, &EndpointPage::hiddenToggled);
    return card;
}

QWidget *EndpointPage::makeSources(QWidget *parent)
{
    auto *sources = new QWidget(parent);
    auto *row = new WrapLayout(sources);
    auto *file = new QPushButton(icon(Glyph::Folder), tr("&Open a file…"), sources);
    file->setAccessibleName(tr("Open a practice list from a file"));
    row->addWidget(file);
    m_sandboxList = new QPushButton(icon(Glyph::Flask), tr("The &sandbox's list"), sources);
    m_sandboxList->setAccessibleName(tr("Load the built-in sandbox's practice list"));
    row->addWidget(m_sandboxList);
    m_listUrl = new QLineEdit(sources);
    m_listUrl->setAccessibleName(tr("Address of a practice list"));
    m_listUrl->setPlaceholderText(tr("https address of a list"));
    row->addWidget(m_listUrl);
    auto *load = new QPushButton(icon(Glyph::Download), tr("&Load"), sources);
    load->setAccessibleName(tr("Load the list from this address"));
    row->addWidget(load);
    connect(file, &QPushButton::clicked, this, [this] {
        askForFile(this, FileField::Kind::Open, tr("Open a practice list"), {},
            tr("Practice lists (*.json *.csv *.txt);;All files (*)"),
            [this](const QString &path) { Q_EMIT fileChosen(path); });
    });
    const auto fromUrl = [this] { Q_EMIT listUrlEntered(m_listUrl->text()); };
    connect(load, &QPushButton::clicked, this, fromUrl);
    connect(m_listUrl, &QLineEdit::returnPressed, this, fromUrl);
    connect(m_sandboxList, &QPushButton::clicked, this, &EndpointPage::sandboxListWanted);
    return sources;
}

void EndpointPage::makeTable(EndpointModel *model, SectionCard &card)
{
    m_table = new QTableView(&card);
    m_table->setModel(model);
    m_table->setAccessibleName(tr("Practices found"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, arrow keys move in it
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // one height for 17 000 rows
    const int row = m_table->fontMetrics().height() + space::kSmall;
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setMinimumHeight(row * kShownRows);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = m_table->fontMetrics().averageCharWidth();
    const std::array<int, EndpointModel::kColumns> characters{30, 13, 7, 10, 12, 13, 28};
    for (int column = 0; column < EndpointModel::kColumns; ++column)
        m_table->setColumnWidth(column, letter * characters.at(static_cast<std::size_t>(column)));
    card.body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT rowChosen(current.row());
        });
}

void EndpointPage::render(const EndpointPagePresenter::State &state)
{
    renderFrame(state.frame);
    setTextQuietly(*m_address, state.typed);
    setNote(*m_problem, state.typedProblem, m_address);
    QList<std::pair<QString, QString>> facts;
    if (!state.base.isEmpty()) {
        if (!state.practiceName.isEmpty())
            facts.append({tr("Practice"), state.practiceName});
        facts.append({tr("Address used"), state.base});
        if (!state.practiceCode.isEmpty())
            facts.append({tr("Practice code"), state.practiceCode});
        if (!state.baseNotes.isEmpty())
            facts.append({tr("Changed"), state.baseNotes});
    }
    m_preview->setFacts(facts);
    m_preview->setVisible(!facts.isEmpty());
    setNote(*m_warning, state.warning);
    if (state.twin.isEmpty())
        m_twin->clear();
    else
        m_twin->showMessage(Tone::Warning, tr("This is the address for patient apps."),
            tr("Backend apps like Waybill use the provider address %1.").arg(state.twin));
    m_sandboxPractice->setVisible(state.canUseSandbox && state.base.isEmpty());
    m_sandboxList->setVisible(state.canUseSandbox);
    setNote(*m_source,
        state.hasList ? state.source
                      : tr("No list yet. eClinicalWorks publishes one; Lantern's files "
                           "and CSV are understood, too."));
    setNote(*m_sourceNotes, state.sourceNotes);
    setTextQuietly(*m_query, state.query);
    setCheckedQuietly(*m_hidden, state.showHidden);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_query, m_hidden, m_table})
        widget->setVisible(state.hasList);
    setNote(*m_results, state.hasList ? state.resultLine : QString());
}

} // namespace waybill::ui
