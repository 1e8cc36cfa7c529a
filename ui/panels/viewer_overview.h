// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/run_overview_presenter.h"

#include <QScrollArea>
#include <QSet>

#include <functional>

class QProgressBar;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace waybill::ui {

class DayHistogram;
class InlineMessage;
class PlainLabel;
class SectionCard;
class TypeBars;

/// A whole run on one page: pictures, each with a sentence and a table of the same numbers.
class ViewerOverview : public QScrollArea
{
    Q_OBJECT
public:
    /// The presenter must live longer.
    explicit ViewerOverview(RunOverviewPresenter &presenter, QWidget *parent = nullptr);

    void setHidden(bool hidden); ///< ids of resources are not shown

Q_SIGNALS:
    void placeChosen(const QString &path, waybill::LineNumber line);

private:
    struct Card {
        SectionCard *frame = nullptr;
        PlainLabel *sentence = nullptr;
        QWidget *picture = nullptr; ///< null: the table is always shown
        QTableWidget *table = nullptr;
    };
    Card addCard(const QString &title, const QStringList &columns, QWidget *picture = nullptr);
    void buildHeader();
    void render();
    void show(const flows::RunOverview &overview);
    void showTypes(const flows::RunOverview &overview);
    void showPlaces(
        const Card &card, const QList<flows::LinePlace> &places, const flows::RunOverview &overview);
    /// `numbers`: columns that are set flush right.
    static void fill(QTableWidget &table, const QList<QStringList> &rows, const QSet<int> &numbers);

    RunOverviewPresenter &m_presenter;
    std::shared_ptr<const flows::RunOverview> m_shown;
    QVBoxLayout *m_column = nullptr;
    PlainLabel *m_work = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_again = nullptr;
    InlineMessage *m_message = nullptr;
    TypeBars *m_bars = nullptr;
    DayHistogram *m_histogram = nullptr;
    bool m_hidden = false;
    Card m_types;
    Card m_days;
    Card m_codes;
    Card m_patients;
    Card m_missing;
    Card m_dangling;
};

} // namespace waybill::ui
