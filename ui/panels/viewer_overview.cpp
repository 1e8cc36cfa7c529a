// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_overview.h"

#include "models/formatting.h"
#include "models/run_overview_words.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/overview_charts.h"
#include "widgets/plain_label.h"
#include "widgets/section_card.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr int kPathRole = Qt::UserRole;
constexpr int kLineRole = Qt::UserRole + 1;
constexpr int kRowsShown = 10;
const QString kHiddenText = QStringLiteral("•••••"); ///< of a code: somebody may have typed a name into it

QString maybe(const std::optional<std::int64_t> &count)
{
    return count ? countText(*count) : QStringLiteral("–");
}

} // namespace

ViewerOverview::ViewerOverview(RunOverviewPresenter &presenter, QWidget *parent)
    : QScrollArea(parent)
    , m_presenter(presenter)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(this);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, space::kSmall, 0);
    m_column->setSpacing(space::kMedium);
    buildHeader();
    m_bars = new TypeBars(this);
    m_types = addCard(tr("Resources by type"),
        {tr("Type"), tr("In this run"), tr("Manifest"), tr("Last run"), tr("Change")}, m_bars);
    m_histogram = new DayHistogram(this);
    m_days = addCard(tr("By day of the last update"), {tr("Day"), tr("Resources")}, m_histogram);
    m_codes = addCard(
        tr("Most frequent codes"), {tr("Times"), tr("Type"), tr("Code"), tr("Display"), tr("System")});
    m_patients = addCard(tr("Patients without data"), {tr("Patient"), tr("File"), tr("Line")});
    m_missing = addCard(tr("References by type that lead nowhere"),
        {tr("Type"), tr("Resources"), tr("References"), tr("Why")});
    m_dangling = addCard(tr("Lines with such references"), {tr("Refers to"), tr("File"), tr("Line")});
    m_column->addStretch(1);
    setWidget(page);
    connect(&m_presenter, &RunOverviewPresenter::stateChanged, this, &ViewerOverview::render);
    render();
}

void ViewerOverview::buildHeader()
{
    auto *row = new QHBoxLayout;
    m_work = new PlainLabel({}, TextRole::Body, this);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Overview progress"));
    constexpr int kBarHeight = 8;
    m_progress->setFixedHeight(kBarHeight);
    m_again = new QPushButton(this);
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this,
        [this] { m_presenter.state().running ? m_presenter.cancel() : m_presenter.again(); });
    row->addWidget(m_work);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_again);
    m_column->addLayout(row);
    m_message = new InlineMessage(this);
    m_column->addWidget(m_message);
}

ViewerOverview::Card ViewerOverview::addCard(
    const QString &title, const QStringList &columns, QWidget *picture)
{
    Card card;
    card.frame = new SectionCard(title, this);
    card.sentence = new PlainLabel({}, TextRole::Body, this);
    card.sentence->wrap();
    card.sentence->setCopyable(true);
    card.picture = picture;
    card.table = new QTableWidget(0, static_cast<int>(columns.size()), this);
    card.table->setHorizontalHeaderLabels(columns);
    card.table->setAccessibleName(title);
    card.table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    card.table->setSelectionBehavior(QAbstractItemView::SelectRows);
    card.table->setTabKeyNavigation(false); // Tab leaves the table
    card.table->setShowGrid(false);
    card.table->verticalHeader()->hide();
    card.table->horizontalHeader()->setStretchLastSection(true);
    card.table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    card.table->setVisible(picture == nullptr);
    connect(card.table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        const QTableWidgetItem *first = item->tableWidget()->item(item->row(), 0);
        const QString path = first->data(kPathRole).toString();
        if (!path.isEmpty())
            Q_EMIT placeChosen(path, {first->data(kLineRole).toLongLong()});
    });
    card.frame->body()->addWidget(card.sentence);
    if (picture != nullptr) {
        card.frame->body()->addWidget(picture);
        auto *toggle = new QToolButton(this);
        toggle->setText(tr("As a table"));
        toggle->setAccessibleName(tr("%1 as a table").arg(title));
        toggle->setCheckable(true);
        makeQuiet(*toggle);
        connect(toggle, &QToolButton::toggled, card.table, &QWidget::setVisible);
        connect(toggle, &QToolButton::toggled, picture, &QWidget::setHidden);
        card.frame->addToHeader(toggle);
    }
    card.frame->body()->addWidget(card.table);
    m_column->addWidget(card.frame);
    return card;
}

void ViewerOverview::fill(QTableWidget &table, const QList<QStringList> &rows, const QSet<int> &numbers)
{
    table.clearContents();
    table.setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column) {
            const QString &text = rows.at(row).at(column);
            auto *item = new QTableWidgetItem(text);
            // The last column is as wide as the page: numbers at its far end would be lost.
            if (numbers.contains(column) && column + 1 < rows.at(row).size())
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table.setItem(row, column, item);
        }
    }
    table.resizeColumnsToContents();
    constexpr int kWidest = 360;
    for (int column = 0; column < table.columnCount(); ++column)
        table.setColumnWidth(column, std::min(kWidest, table.columnWidth(column) + space::kMedium));
    const int rowHeight = table.fontMetrics().height() + space::kSmall;
    table.verticalHeader()->setMinimumSectionSize(rowHeight);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    const int shown = std::clamp<int>(static_cast<int>(rows.size()), 1, kRowsShown);
    table.setFixedHeight(
        table.horizontalHeader()->sizeHint().height() + shown * rowHeight + 2 * table.frameWidth());
}

void ViewerOverview::setHidden(bool hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    m_shown.reset();
    render();
}

void ViewerOverview::render()
{
    const RunOverviewState &state = m_presenter.state();
    m_progress->setVisible(state.running);
    m_progress->setValue(static_cast<int>(state.progress * m_progress->maximum()));
    m_work->setVisible(state.running);
    m_work->setText(tr("Counting the run, %1 %").arg(static_cast<int>(state.progress * 100)));
    m_again->setVisible(state.available);
    m_again->setText(state.running ? tr("Cancel") : tr("Count again"));
    if (state.problem)
        m_message->showError(*state.problem);
    else
        m_message->clear();
    const auto overview = m_presenter.overview();
    for (const Card *card : {&m_types, &m_days, &m_codes, &m_patients, &m_missing, &m_dangling})
        card->frame->setVisible(overview != nullptr);
    if (overview && overview != m_shown)
        show(*overview);
    m_shown = overview;
    if (overview) { // nothing to list: the sentence says it all
        m_patients.table->setVisible(!overview->withoutData.isEmpty());
        m_missing.table->setVisible(!overview->missing.isEmpty());
        m_dangling.frame->setVisible(!overview->dangling.isEmpty());
    }
}

void ViewerOverview::show(const flows::RunOverview &overview)
{
    showTypes(overview);
    m_days.sentence->setText(daysSentence(overview));
    m_histogram->setDays(overview.days, daysSentence(overview));
    QList<QStringList> days;
    for (auto it = overview.days.cbegin(); it != overview.days.cend(); ++it)
        days.append({it.key(), countText(it.value())});
    fill(*m_days.table, days, {});
    m_codes.sentence->setText(codesSentence(overview, m_hidden));
    QList<QStringList> codes;
    for (const ndjson::CodeCount &code : overview.codes)
        codes.append({countText(code.count), code.type, code.code,
            m_hidden && !code.display.isEmpty() ? kHiddenText : code.display, code.system});
    fill(*m_codes.table, codes, {0});
    m_patients.sentence->setText(patientsSentence(overview));
    showPlaces(m_patients, overview.withoutData, overview);
    m_missing.sentence->setText(referencesSentence(overview));
    QList<QStringList> missing;
    for (const flows::MissingType &type : overview.missing)
        missing.append({type.type, countText(type.targets), countText(type.references),
            type.exported ? tr("not among the resources of this type") : tr("this type was not exported")});
    fill(*m_missing.table, missing, {1, 2});
    m_dangling.sentence->setText(tr("The first %1. Return or a double click goes to the line.")
                                     .arg(countText(overview.dangling.size())));
    showPlaces(m_dangling, overview.dangling, overview);
}

void ViewerOverview::showTypes(const flows::RunOverview &overview)
{
    m_types.frame->setSubtitle(overview.lastRun.isEmpty()
            ? QString()
            : tr("Outline: last run %1. Line: manifest.").arg(overview.lastRun));
    m_types.sentence->setText(typesSentence(overview));
    m_bars->setCounts(overview.types, typesSentence(overview));
    QList<QStringList> rows;
    for (const flows::TypeCount &count : overview.types)
        rows.append({count.type, countText(count.here), maybe(count.promised), maybe(count.before),
            changeText(count)});
    fill(*m_types.table, rows, {1, 2, 3});
}

void ViewerOverview::showPlaces(
    const Card &card, const QList<flows::LinePlace> &places, const flows::RunOverview &overview)
{
    QList<QStringList> rows;
    for (const flows::LinePlace &place : places)
        rows.append({m_hidden ? place.name.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/') + kHiddenText
                              : place.name,
            overview.files.at(place.file).name, countText(place.line.shown())});
    fill(*card.table, rows, {});
    for (int row = 0; row < places.size(); ++row) {
        card.table->item(row, 0)->setData(kPathRole, overview.files.at(places.at(row).file).path);
        card.table->item(row, 0)->setData(kLineRole, static_cast<qlonglong>(places.at(row).line.value));
    }
}

} // namespace waybill::ui
