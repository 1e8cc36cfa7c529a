// SPDX-License-Identifier: Apache-2.0
#include "presenters/page_presenter.h"

#include "assistant/draft.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "models/formatting.h"

#include <QCoreApplication>

namespace waybill::ui {

using discovery::Finding;
using discovery::FindingState;
using practices::Step;
using practices::StepRecord;
using practices::StepState;

Notice noticeOf(const Error &error)
{
    Notice notice{Notice::Kind::Failure, error.what, error.where, advice(error), error.serverText};
    if (error.code == ErrorCode::Cancelled)
        notice.kind = Notice::Kind::Info;
    else if (error.code == ErrorCode::Throttled || error.code == ErrorCode::KeychainLocked)
        notice.kind = Notice::Kind::Waiting;
    else if (error.code == ErrorCode::InvalidInput)
        notice.kind = Notice::Kind::Warning;
    return notice;
}

QString stepTitle(Step step)
{
    switch (step) {
    case Step::Environment: return PagePresenter::tr("Environment");
    case Step::Key: return PagePresenter::tr("Key pair");
    case Step::Endpoint: return PagePresenter::tr("Endpoint");
    case Step::Client: return PagePresenter::tr("Client registration");
    case Step::Connection: return PagePresenter::tr("Connection");
    case Step::Group: return PagePresenter::tr("Group");
    case Step::Launch: return PagePresenter::tr("Types and launch");
    case Step::HandOver: return PagePresenter::tr("Review and hand over");
    }
    return {};
}

CheckLine lineOf(const Finding &finding)
{
    CheckLine line;
    switch (finding.state) {
    case FindingState::Ok: line.look = CheckLine::Look::Ok; break;
    case FindingState::Attention: line.look = CheckLine::Look::Attention; break;
    case FindingState::Unknown: line.look = CheckLine::Look::Unknown; break;
    case FindingState::Bad: line.look = CheckLine::Look::Bad; break;
    }
    line.title = finding.title;
    line.detail = finding.detail;
    QStringList aside;
    if (!finding.place.isEmpty())
        aside.append(finding.place);
    if (finding.latency)
        aside.append(PagePresenter::tr("%1 ms").arg(finding.latency->count()));
    line.aside = aside.join(QStringLiteral(" · "));
    return line;
}

QString ageText(const QString &isoInstant, Instant now)
{
    const QDateTime then = QDateTime::fromString(isoInstant, Qt::ISODate);
    if (!then.isValid())
        return {};
    const Instant instant = toInstant(then);
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(now - instant);
    if (age < std::chrono::minutes{1})
        return PagePresenter::tr("just now");
    return PagePresenter::tr("%1 ago (%2)").arg(durationText(age), dateTimeText(instant));
}

PagePresenter::PagePresenter(assistant::OnboardPractice &practice, Step step, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_step(step)
{
}

const practices::Profile &PagePresenter::profile() const
{
    return m_practice.draft().profile();
}

bool PagePresenter::blocked(PageFrame &frame) const
{
    const std::optional<Step> missing = assistant::firstMissing(profile(), m_step);
    if (!missing)
        return false;
    frame.notice = Notice{Notice::Kind::Info, tr("One step comes first: %1.").arg(stepTitle(*missing)), {},
        tr("Everything you enter here is kept."), {}, tr("Go to “%1”").arg(stepTitle(*missing))};
    frame.primaryEnabled = false;
    frame.hint.clear();
    return true;
}

std::optional<Notice> PagePresenter::staleNotice() const
{
    const StepRecord record = assistant::recordOf(profile(), m_step);
    if (record.state != StepState::Stale)
        return std::nullopt;
    return Notice{Notice::Kind::Warning, tr("This step is out of date."), record.reason};
}

bool PagePresenter::stopIfBusy()
{
    if (!frame().canStop)
        return false;
    stop();
    return true;
}

void PagePresenter::noticeAction()
{
    if (const std::optional<Step> missing = assistant::firstMissing(profile(), m_step))
        Q_EMIT stepRequested(*missing);
    else
        onNoticeAction();
}

} // namespace waybill::ui
