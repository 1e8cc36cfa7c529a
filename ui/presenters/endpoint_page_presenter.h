// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/endpoint_model.h"
#include "presenters/network_presenter.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class EndpointPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    struct State {
        PageFrame frame;
        bool hasList = false;
        QString source; ///< "6,919 practices from practices.json, imported 2026-11-23 10:05"
        QString sourceNotes; ///< what changed, what was odd
        QString query;
        QString resultLine; ///< "12 practices found, 3 hidden"
        bool showHidden = false;
        bool canUseSandbox = false; ///< the built-in sandbox runs
        QString typed;
        QString typedProblem; ///< why it is no address, in one line
        QString base; ///< normalised; empty = none yet
        QString baseNotes;
        QString practiceCode;
        QString practiceName; ///< of the chosen row
        QString warning; ///< of the chosen row or host (EC-027)
        QString twin; ///< the provider address to offer (EC-002)
        friend bool operator==(const State &, const State &) = default;
    };

    explicit EndpointPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }
    EndpointModel *model() { return &m_model; }
    NetworkPresenter &network() { return m_network; }

    void entered() override;
    void primary() override;
    void stop() override;
    void importFile(const QString &path);
    void importUrl(const QString &text);
    void useSandboxList();
    void useSandboxPractice();
    void search(const QString &query);
    void setShowHidden(bool show);
    void chooseRow(int row);
    void type(const QString &address);
    void takeTwin();

Q_SIGNALS:
    void stateChanged(const waybill::ui::EndpointPagePresenter::State &state);

private:
    void refresh();
    void showList();
    void showAddress();

    State m_state;
    NetworkPresenter m_network;
    EndpointModel m_model;
    std::optional<Notice> m_own;
};

} // namespace waybill::ui
