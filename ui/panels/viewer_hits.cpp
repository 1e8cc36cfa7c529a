// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_hits.h"

#include "panels/viewer_words.h"
#include "widgets/icons.h"
#include "widgets/row_table.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QToolButton>

namespace waybill::ui {
namespace {

/// The text with its match on a coloured ground.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.font = textFont(TextRole::Mono, option.font);
        const QString text = item.text;
        if (index.column() == SearchHitsModel::Text) {
            item.text.clear();
            item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
            paintText(*painter, item, index, text);
        } else {
            item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        }
    }

private:
    static void paintText(
        QPainter &painter, const QStyleOptionViewItem &item, const QModelIndex &index, const QString &text)
    {
        const qsizetype begin = index.data(SearchHitsModel::MatchBeginRole).toLongLong();
        const qsizetype length = index.data(SearchHitsModel::MatchLengthRole).toLongLong();
        painter.save();
        painter.setClipRect(item.rect);
        painter.setFont(item.font);
        const QFontMetricsF metrics(item.font);
        QRectF place = QRectF(item.rect).adjusted(space::kSmall, 0, 0, 0);
        const QString before = text.left(begin);
        const QString match = text.mid(begin, length);
        const double left = place.left() + metrics.horizontalAdvance(before);
        const QRectF ground(left, place.top() + 2, metrics.horizontalAdvance(match), place.height() - 4);
        const bool selected = item.state.testFlag(QStyle::State_Selected);
        QColor behind = toneColours(Tone::Warning, item.palette).border;
        behind.setAlphaF(selected ? 0.45F : 0.35F);
        painter.fillRect(ground, behind);
        painter.setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        painter.restore();
    }
};

QString titleOf(const ndjson::FindState &find)
{
    const QString title = ViewerHits::tr("%1 with “%2”").arg(linesText(find.hitCount), find.options.text);
    if (find.hitCount > find.keptHits)
        return ViewerHits::tr("%1, the first %2 are listed").arg(title, countText(find.keptHits));
    return title;
}

} // namespace

ViewerHits::ViewerHits(ViewerPresenter &presenter, QWidget *parent)
    : FoldingPane(tr("Show or hide the list of hits"), parent)
    , m_presenter(presenter)
    , m_model(presenter.hits())
{
    m_stop = new QToolButton(this);
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop searching"));
    connect(m_stop, &QToolButton::clicked, &m_presenter, &ViewerPresenter::cancelFind);
    buildTabs();
    for (QWidget *widget :
        {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_stop)})
        addToHeader(widget);
    buildTable();
    setBody(m_table);
    connect(&m_presenter, &ViewerPresenter::sourceChanged, this,
        [this] { m_model.setReader(m_presenter.lines()); });
}

void ViewerHits::buildTabs()
{
    m_tabs = new QTabBar(this);
    m_tabs->setAccessibleName(tr("Searches"));
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_add = new QToolButton(this);
    m_add->setIcon(icon(Glyph::Add));
    m_add->setAccessibleName(tr("New search"));
    m_add->setToolTip(tr("Keep this search and begin another one (Ctrl+T)"));
    makeQuiet(*m_add);
    connect(m_add, &QToolButton::clicked, this, [this] {
        m_presenter.addSearch();
        Q_EMIT searchAdded();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_following)
            m_presenter.chooseSearch(index);
    });
}

void ViewerHits::renderTabs(const ViewerState &state)
{
    m_following = true;
    while (m_tabs->count() < state.searches.size()) {
        const int added = m_tabs->addTab({});
        auto *close = new QToolButton(m_tabs);
        close->setIcon(icon(Glyph::Cross));
        constexpr int kCross = 12; // smaller than the words
        close->setIconSize({kCross, kCross});
        close->setAccessibleName(tr("Close this search"));
        close->setToolTip(close->accessibleName());
        makeQuiet(*close);
        m_tabs->setTabButton(added, QTabBar::RightSide, close);
        connect(close, &QToolButton::clicked, this, [this, close] {
            for (int i = 0; i < m_tabs->count(); ++i) {
                if (m_tabs->tabButton(i, QTabBar::RightSide) == close) {
                    m_presenter.closeSearch(i);
                    return;
                }
            }
        });
    }
    while (m_tabs->count() > state.searches.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    constexpr qsizetype kShown = 24;
    for (int i = 0; i < state.searches.size(); ++i) {
        const QString text = state.searches.at(i).text;
        QString shown = text.isEmpty() ? tr("New search") : text;
        if (shown.size() > kShown)
            shown = shown.left(kShown - 1) + QStringLiteral("…");
        m_tabs->setTabText(i, shown.replace(QLatin1Char('&'), QLatin1String("&&")));
        m_tabs->setTabToolTip(i, plainToolTip(text));
    }
    m_tabs->setCurrentIndex(state.search);
    m_tabs->setVisible(state.searches.size() > 1);
    m_following = false;
}

void ViewerHits::buildTable()
{
    m_table = makeRowTable(m_model, tr("Hits"), textFont(TextRole::Mono, font()), this);
    m_table->setItemDelegate(new HitDelegate(m_table));
    m_table->horizontalHeader()->hide();
    constexpr int kLineWidth = 110;
    m_table->setColumnWidth(SearchHitsModel::Line, kLineWidth);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ViewerHits::onCurrentChanged);
    connect(m_table, &QTableView::activated, this, &ViewerHits::chosen);
}

void ViewerHits::onCurrentChanged(const QModelIndex &current)
{
    if (current.isValid() && !m_following)
        m_presenter.goToHit(current.row());
}

void ViewerHits::render(const ViewerState &state)
{
    const bool searched = !state.find.options.text.isEmpty() && !state.find.problem;
    setVisible(searched || state.searches.size() > 1);
    renderTabs(state);
    m_model.setHidden(state.hidden);
    setTitle(searched ? titleOf(state.find) : tr("Nothing is looked for yet"));
    m_stop->setVisible(state.find.running);
    if (state.currentHit >= 0 && m_table->currentIndex().row() != state.currentHit) {
        m_following = true;
        m_table->selectRow(static_cast<int>(state.currentHit));
        m_following = false;
    }
}

} // namespace waybill::ui
