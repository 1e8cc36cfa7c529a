// SPDX-License-Identifier: Apache-2.0
#include "onboarding/onboarding_view.h"

#include "assistant/draft.h"
#include "assistant/hand_over_desk.h"
#include "assistant/launch_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "onboarding/client_page.h"
#include "onboarding/connection_page.h"
#include "onboarding/endpoint_page.h"
#include "onboarding/environment_page.h"
#include "onboarding/group_page.h"
#include "onboarding/hand_over_page.h"
#include "onboarding/key_page.h"
#include "onboarding/launch_page.h"
#include "onboarding/page_wiring.h"
#include "onboarding/steps_pane.h"
#include "presenters/overview_state.h"

#include <QBoxLayout>
#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>

#include <functional>
#include <vector>

namespace waybill::ui {

using assistant::OnboardPractice;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

namespace {

constexpr int kTogether = 96; ///< characters that rail and page need beside each other
constexpr int kRailShare = 3; ///< of the width, against the page's, when the text is large
constexpr int kPageShare = 7;

} // namespace

class OnboardingView::Private
{
public:
    Private(OnboardingView *owner, OnboardPractice &onboard)
        : q(owner)
        , practice(onboard)
    {
    }

    template <typename Page, typename Presenter, typename... Arguments>
    void add(Presenter *presenter, Arguments... arguments);
    void addPages();
    StepPage &page(int index);
    PagePresenter &presenter() { return *steps.at(static_cast<std::size_t>(current)).presenter; }
    void refreshRail();
    void show(int index);
    void goOn();
    void leave();

    OnboardingView *q;
    OnboardPractice &practice;
    StepsPane *rail = nullptr;
    struct StepParts {
        PagePresenter *presenter;
        std::function<StepPage *()> make;
        StepPage *page = nullptr; ///< made when it is shown first: all eight at once would be seen as a stall
    };

    QStackedWidget *stack = nullptr;
    std::vector<StepParts> steps; ///< in rail order
    int current = 0;
};

template <typename Page, typename Presenter, typename... Arguments>
void OnboardingView::Private::add(Presenter *presenter, Arguments... arguments)
{
    const auto make = [this, presenter, arguments...]() -> StepPage * {
        auto *page = new Page(arguments..., stack);
        wire(*page, *presenter);
        return page;
    };
    steps.push_back({presenter, make});
    stack->addWidget(new QWidget(stack)); // until it is shown
    QObject::connect(presenter, &PagePresenter::continueRequested, q, [this] { goOn(); });
    QObject::connect(presenter, &PagePresenter::stepRequested, q, [this](Step step) { q->goTo(step); });
}

StepPage &OnboardingView::Private::page(int index)
{
    StepParts &step = steps.at(static_cast<std::size_t>(index));
    if (step.page == nullptr) {
        step.page = step.make();
        step.page->setPlace(OnboardingView::tr("Step %1 of %2").arg(index + 1).arg(steps.size()));
        QWidget *empty = stack->widget(index);
        stack->insertWidget(index, step.page);
        delete empty;
    }
    return *step.page;
}

void OnboardingView::Private::addPages()
{
    add<EnvironmentPage>(new EnvironmentPagePresenter(practice, q));
    add<KeyPage>(new KeyPagePresenter(practice, q));
    auto *endpoint = new EndpointPagePresenter(practice, q);
    add<EndpointPage>(endpoint, endpoint->model());
    add<ClientPage>(new ClientPagePresenter(practice, q));
    add<ConnectionPage>(new ConnectionPagePresenter(practice, q));
    auto *group = new GroupPagePresenter(practice, q);
    add<GroupPage>(group, group->model());
    add<LaunchPage>(new LaunchPagePresenter(practice, q));
    auto *handOver = new HandOverPagePresenter(practice, q);
    add<HandOverPage>(handOver);
    QObject::connect(handOver, &HandOverPagePresenter::closeRequested, q, &OnboardingView::closed);
}

void OnboardingView::Private::refreshRail()
{
    const practices::Profile &profile = practice.draft().profile();
    QList<StepItem> items;
    for (const Step step : assistant::railOrder()) {
        const StepRecord record = assistant::recordOf(profile, step);
        const bool good = record.state == StepState::Ok;
        items.append({stepTitle(step), good ? record.evidence : record.reason, lookOf(record.state), true});
    }
    rail->setSteps(items);
    rail->setPractice(profile.name.isEmpty() ? OnboardingView::tr("New practice") : profile.name);
    const std::optional<Error> &problem = practice.draft().problem();
    rail->setProblem(problem ? describe(*problem) : QString());
}

void OnboardingView::Private::show(int index)
{
    if (index < 0 || index >= static_cast<int>(steps.size()))
        return;
    if (index != current)
        presenter().leaving();
    current = index;
    stack->setCurrentWidget(&page(index));
    rail->setCurrent(index);
    presenter().entered();
}

void OnboardingView::Private::goOn()
{
    const int next = current + 1;
    if (next >= static_cast<int>(steps.size()))
        return;
    show(next);
    page(next).focusFirst();
}

void OnboardingView::Private::leave()
{
    presenter().leaving();
    Q_EMIT q->closed();
}

OnboardingView::OnboardingView(OnboardPractice &practice, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, practice))
{
    setAccessibleName(tr("Onboarding"));
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    d->rail = new StepsPane(this);
    connect(d->rail, &StepsPane::stepChosen, this, [this](int index) { d->show(index); });
    connect(d->rail, &StepsPane::closeWanted, this, [this] { d->leave(); });
    row->addWidget(d->rail, kRailShare);
    d->stack = new QStackedWidget(this);
    row->addWidget(d->stack, kPageShare);
    d->addPages();
    d->refreshRail();
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, [this] { d->refreshRail(); });
    connect(
        &practice.launch(), &assistant::LaunchDesk::launchRequested, this, &OnboardingView::launchRequested);
    connect(&practice.handOver(), &assistant::HandOverDesk::handedOver, this, &OnboardingView::handedOver);
    // Esc stops what is going on, and otherwise leaves; everything is in the store already.
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (!d->presenter().stopIfBusy())
            d->leave();
    });
    goTo(assistant::whereToGoOn(practice.draft().profile()));
}

OnboardingView::~OnboardingView() = default;

void OnboardingView::arrange()
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * kTogether;
    if (narrow == d->rail->isNarrow())
        return;
    auto *box = static_cast<QBoxLayout *>(layout());
    box->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    box->setStretch(0, narrow ? 0 : kRailShare);
    d->rail->setNarrow(narrow);
}

void OnboardingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void OnboardingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && d != nullptr && d->rail != nullptr)
        arrange();
}

void OnboardingView::goTo(Step step)
{
    const int index = static_cast<int>(assistant::railOrder().indexOf(step));
    d->show(index);
    d->page(index).focusFirst();
}

Step OnboardingView::currentStep() const
{
    return assistant::railOrder().at(d->current);
}

} // namespace waybill::ui
