// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/launch_plan.h"
#include "presenters/page_presenter.h"

namespace waybill::ui {

class LaunchPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    using Since = flows::LaunchPlan::Since;
    struct Type {
        QString name;
        bool chosen = false;
        bool enabled = true;
        QString note; ///< "up to 2026-06-24T…", "no scope", "the whole practice's"
        friend bool operator==(const Type &, const Type &) = default;
    };
    /// What shapes the request further; a server may refuse or ignore it (BD-047).
    struct Options {
        QString typeFilters; ///< a search a line
        QString organizeOutputBy;
        bool canOrganize = false;
        bool blankLinesAreProblems = false;
        friend bool operator==(const Options &, const Options &) = default;
    };
    struct Job {
        QString title; ///< "Job 1 of 2 · everything · Patient, Condition"
        QString request;
        QString curl; ///< empty: the request cannot be given as one
        friend bool operator==(const Job &, const Job &) = default;
    };
    struct State {
        PageFrame frame;
        QList<Type> types;
        int chosen = 0;
        Since since = Since::Watermark;
        QString sinceNote; ///< what that means here
        QString newPatients; ///< the choice to export them alone; empty = there are none to fetch
        bool onlyNewPatients = false;
        Options options;
        QString customSince;
        QString sinceProblem;
        QList<Job> jobs;
        QString cautions; ///< a line each (EC-010)
        bool production = false;
        QString target; ///< what will be read, for the confirmation: practice, Group
        QString practiceName; ///< to be typed
        bool confirmed = false;
        bool needsPassphrase = false;
        bool running = false; ///< the export of this step is under way
        friend bool operator==(const State &, const State &) = default;
    };

    explicit LaunchPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    void entered() override;
    void leaving() override;
    void primary() override;
    void secondary() override;
    void stop() override;
    void setChosen(const QString &type, bool chosen);
    void chooseUsual();
    void chooseAll();
    void chooseNone();
    void setSince(Since since);
    void setCustomSince(const QString &text);
    void onlyNewPatients();
    void addType(const QString &name);
    void setTypeFilters(const QString &lines);
    void setOrganizeOutputBy(const QString &type);
    void setBlankLinesAreProblems(bool problems);
    void confirm(const QString &practiceName);
    void unlock(const QString &passphrase);

Q_SIGNALS:
    void stateChanged(const waybill::ui::LaunchPagePresenter::State &state);

private:
    void refresh();
    void showTypes();
    void showSince();
    void showOptions();
    void showJobs();
    void showFrame();
    std::optional<Notice> noticeNow() const;

    State m_state;
};

} // namespace waybill::ui
