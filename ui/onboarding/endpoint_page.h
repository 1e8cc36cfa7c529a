// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onboarding/step_page.h"
#include "presenters/endpoint_page_presenter.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace waybill::ui {

class FactList;
class InlineMessage;
class NetworkCard;
class PlainLabel;
class SectionCard;

class EndpointPage final : public StepPage
{
    Q_OBJECT
public:
    explicit EndpointPage(EndpointModel *model, QWidget *parent = nullptr);
    void render(const EndpointPagePresenter::State &state);
    NetworkCard &network() { return *m_network; }

Q_SIGNALS:
    void fileChosen(const QString &path);
    void listUrlEntered(const QString &url);
    void sandboxListWanted();
    void sandboxPracticeWanted();
    void queryEdited(const QString &query);
    void hiddenToggled(bool shown);
    void rowChosen(int row);
    void addressEdited(const QString &address);
    void twinTaken();

private:
    SectionCard *makeAddressCard();
    SectionCard *makeListCard(EndpointModel *model);
    QWidget *makeSources(QWidget *parent);
    void makeTable(EndpointModel *model, SectionCard &card);

    QLineEdit *m_address = nullptr;
    PlainLabel *m_problem = nullptr;
    FactList *m_preview = nullptr;
    InlineMessage *m_twin = nullptr;
    PlainLabel *m_warning = nullptr;
    QPushButton *m_sandboxPractice = nullptr;
    QLineEdit *m_listUrl = nullptr;
    QPushButton *m_sandboxList = nullptr;
    PlainLabel *m_source = nullptr;
    PlainLabel *m_sourceNotes = nullptr;
    QLineEdit *m_query = nullptr;
    QCheckBox *m_hidden = nullptr;
    PlainLabel *m_results = nullptr;
    NetworkCard *m_network = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace waybill::ui
