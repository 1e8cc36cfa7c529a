// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/connection_desk.h"
#include "flows/export_progress.h"
#include "flows/launch_plan.h"
#include "flows/new_patients.h"
#include "flows/plan.h"

namespace waybill::assistant {

/// One job as it will go out; the token is not in it.
struct JobPreview {
    QStringList types;
    QString since; ///< empty = everything
    QString request; ///< "GET https://…" and the headers, a line each
    QString curl;
    friend bool operator==(const JobPreview &, const JobPreview &) = default;
};

struct LaunchDeskState {
    struct Type {
        QString name;
        bool chosen = false;
        bool readable = true; ///< the last token covers it (SB-056)
        bool listed = true; ///< by the server; else typed by hand (BD-035)
        QString watermark; ///< as the server wrote it; empty = none
        friend bool operator==(const Type &, const Type &) = default;
    };

    QList<Type> types;
    flows::LaunchPlan::Since since = flows::LaunchPlan::Since::Watermark;
    QString customSince; ///< as typed
    flows::Refinements refinements;
    bool canOrganize = false; ///< the server's version knows organizeOutputBy (BD-044)
    std::optional<flows::NewPatients> newPatients; ///< whose history nobody fetched yet (BD-185)
    bool canNamePatients = false; ///< the server's version can be asked for them alone
    std::optional<Error> sinceProblem;
    QList<JobPreview> jobs;
    QStringList cautions;
    std::optional<Error> problem; ///< why no request can be shown, or why launching failed
    bool production = false; ///< real patients: the practice's name must be typed (EC-008)
    bool confirmed = false;
    bool alreadyRunning = false; ///< an unfinished run of this Group is in the store
    bool unlocking = false;
    bool needsPassphrase = false;
    friend bool operator==(const LaunchDeskState &, const LaunchDeskState &) = default;
};

/// What is asked for, to the byte, before anything is sent (BD-002 to BD-047, EC-008, EC-010).
class LaunchDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        ConnectionDesk &connection;
        QString exportsFolder; ///< absolute; used when the profile names none
    };
    explicit LaunchDesk(Deps deps, QObject *parent = nullptr);

    const LaunchDeskState &state() const { return m_state; }

    void setChosen(const QString &type, bool chosen);
    void chooseOnly(const QStringList &types);
    /// A type the server does not list; it is sent all the same, with a caution (BD-035).
    void addType(const QString &name);
    void setSince(flows::LaunchPlan::Since since);
    void setCustomSince(const QString &text);
    void onlyNewPatients(); ///< with their whole history; setSince() is the way back
    void setTypeFilters(const QStringList &searches);
    void setOrganizeOutputBy(const QString &type);
    void setBlankLinesAreProblems(bool problems);
    void lookForNewPatients(); ///< reads the last runs of the Group
    void confirm(const QString &typedPracticeName);
    void launch();
    void unlockAndLaunch(SecretBytes passphrase);
    void cancel();
    /// How the export ended that the plan asked for: the step's verdict.
    void exportEnded(const flows::ExportProgress &progress);
    void refresh(); ///< after the server, the Group or the store changed
    void keepChoice(); ///< what is chosen goes into the store without launching: the assistant is left

    /// Types most exports want, as far as the server has them.
    static QStringList usualTypes();

Q_SIGNALS:
    void changed();
    void launchRequested(const waybill::flows::LaunchPlan &plan);

private:
    practices::Profile planned() const; ///< the profile with what is chosen here
    void readTypes();
    void readLastRun(); ///< an export that ended while the assistant was closed
    void ended(practices::Outcome outcome, const QString &verdict);
    void refine(const std::function<void(flows::Refinements &)> &edit);
    void update(const std::function<void(LaunchDeskState &)> &edit);
    Result<> ready() const;

    Deps m_deps;
    LaunchDeskState m_state;
};

} // namespace waybill::assistant
