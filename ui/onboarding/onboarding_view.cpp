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
#include "presenters/overview_state.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/step_rail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <functional>
#include <vector>

namespace waybill::ui {

using assistant::OnboardPractice;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

namespace {

constexpr int kRailCharacters = 34;
constexpr int kRailShare = 3; ///< of the width, against the page's, when the text is large
constexpr int kPageShare = 7;

/// The rail's quiet ground with a line at its right; as wide as its words, where the page beside it has room.
class RailPane final : public QWidget
{
public:
    explicit RailPane(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        limitWidth();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            limitWidth();
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), cardFill(palette()));
        painter.fillRect(QRect(width() - 1, 0, 1, height()), hairline(palette()));
    }

private:
    void limitWidth()
    {
        setMaximumWidth(fontMetrics().averageCharWidth() * kRailCharacters + 2 * space::kLarge);
    }
};

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
    QWidget *makeRail();
    StepPage &page(int index);
    PagePresenter &presenter() { return *steps.at(static_cast<std::size_t>(current)).presenter; }
    void refreshRail();
    void show(int index);
    void goOn();
    void leave();

    OnboardingView *q;
    OnboardPractice &practice;
    StepRail *rail = nullptr;
    PlainLabel *name = nullptr;
    PlainLabel *notSaved = nullptr;
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

QWidget *OnboardingView::Private::makeRail()
{
    auto *pane = new RailPane(q);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(space::kLarge, space::kXLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kMedium);
    name = new PlainLabel({}, TextRole::Heading, pane);
    name->wrap();
    column->addWidget(name);
    auto *scroll = new QScrollArea(pane);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    rail = new StepRail(scroll);
    rail->setAccessibleName(OnboardingView::tr("Steps of the onboarding"));
    scroll->setWidget(rail);
    rail->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    notSaved = new PlainLabel({}, TextRole::Small, pane);
    notSaved->setTone(Tone::Failure);
    notSaved->wrap();
    notSaved->hide();
    column->addWidget(notSaved);
    auto *close = new QPushButton(icon(Glyph::Cross), OnboardingView::tr("C&lose, go on later"), pane);
    close->setToolTip(plainToolTip(OnboardingView::tr("Every step is saved as soon as it is done.")));
    makeQuiet(*close);
    QObject::connect(close, &QPushButton::clicked, q, [this] { leave(); });
    column->addWidget(close, 0, Qt::AlignLeft);
    QObject::connect(rail, &StepRail::stepChosen, q, [this](int index) { show(index); });
    return pane;
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
    name->setText(profile.name.isEmpty() ? OnboardingView::tr("New practice") : profile.name);
    const std::optional<Error> &problem = practice.draft().problem();
    notSaved->setText(problem ? describe(*problem) : QString());
    notSaved->setVisible(problem.has_value());
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
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(d->makeRail(), kRailShare);
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
