// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "flows/watermark_history.h"
#include "models/practices_model.h"
#include "practices/run_record.h"
#include "practices/watermark.h"

/// One practice at a glance: the next step, how far it is, the last export, the facts. Also its row in the
/// list. Pure functions over what the store and the running export say.
namespace waybill::ui {

struct OverviewStep {
    practices::Step step = practices::Step::Environment;
    QString title;
    QString detail; ///< evidence or reason, and when
    StepLook look = StepLook::Todo;
    friend bool operator==(const OverviewStep &, const OverviewStep &) = default;
};

struct OverviewFact {
    QString name;
    QString value;
    friend bool operator==(const OverviewFact &, const OverviewFact &) = default;
};

struct OverviewState {
    QString id;
    QString title;
    practices::Environment environment = practices::Environment::Sandbox;
    QString nextTitle;
    QString nextText;
    QString nextButton;
    practices::Step nextStep = practices::Step::Environment;
    bool allDone = false; ///< the next thing is an export, not a step
    QList<OverviewStep> steps;
    Tone runTone = Tone::Neutral;
    QString runWord; ///< of the running or last export; empty = there was none
    QString runText;
    QString watermark; ///< "complete up to …, 26 h ago", or that there is none
    QString baseline; ///< why a full export should come again (BD-188); empty = nothing to remind of
    QList<OverviewFact> facts;
    friend bool operator==(const OverviewState &, const OverviewState &) = default;
};

struct OverviewInput {
    practices::Profile profile;
    std::optional<flows::ExportProgress> running; ///< in this window; may be finished
    std::optional<practices::RunRecord> last;
    QList<practices::Watermark> watermarks;
    flows::BaselineAge baseline = {};
};

StepLook lookOf(practices::StepState state);
OverviewState overviewState(const OverviewInput &input, Instant now);
PracticeRow practiceRow(const practices::Profile &profile, const flows::ExportProgress *running);

} // namespace waybill::ui
