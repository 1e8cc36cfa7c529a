// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/launch_plan.h"
#include "practices/profile.h"

#include <QWidget>

#include <memory>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The onboarding assistant of one practice: the steps, and beside them the page of one.
/// A check list, not a modal wizard: it can be left and taken up at any time, each step is in the store.
class OnboardingView : public QWidget
{
    Q_OBJECT
public:
    explicit OnboardingView(assistant::OnboardPractice &practice, QWidget *parent = nullptr);
    ~OnboardingView() override;

    void goTo(practices::Step step);
    practices::Step currentStep() const;

Q_SIGNALS:
    void launchRequested(const waybill::flows::LaunchPlan &plan);
    void handedOver(const QString &bundleDirectory);
    void closed(); ///< the person leaves; everything is saved

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(); ///< the rail beside the page, or above it where there is no room

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace waybill::ui
