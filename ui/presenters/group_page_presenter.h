// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/group_model.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class GroupPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    struct State {
        PageFrame frame;
        bool searched = false;
        QString summary; ///< "3 Groups", "12 shown, the server says 25"
        bool canLoadMore = false;
        QString emptyHelp; ///< nothing listed: what the practice must do (GD-012, GD-013)
        QString notes; ///< of the server, a line each
        int row = -1; ///< chosen
        QString typed;
        QString typedProblem;
        QString typedNotes;
        QString value; ///< what goes into Group/[value]/$export
        QString valueNote; ///< which of id and identifier that is, and why (EC-006)
        QString warnings; ///< of the chosen Group (GD-010, GD-011)
        QString membership; ///< EC-011
        QString doubt; ///< why it must be confirmed; empty = no need
        QString words; ///< what to type to confirm
        bool confirmed = false;
        QString drift; ///< GD-014
        bool needsPassphrase = false;
        friend bool operator==(const State &, const State &) = default;
    };

    explicit GroupPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }
    GroupModel *model() { return &m_model; }

    void primary() override;
    void stop() override;
    void search();
    void loadMore();
    void chooseRow(int row);
    void type(const QString &id);
    void confirm(const QString &words);
    void unlock(const QString &passphrase);

Q_SIGNALS:
    void stateChanged(const waybill::ui::GroupPagePresenter::State &state);

protected:
    void onNoticeAction() override;

private:
    void refresh();
    void showList();
    void showChoice();
    void showFrame();
    QString busyText() const;
    std::optional<Notice> noticeNow() const;

    State m_state;
    GroupModel m_model;
    std::optional<Notice> m_own;
};

} // namespace waybill::ui
