// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/finding.h"
#include "practices/profile.h"
#include "presenters/page_frame.h"

#include <QObject>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

QString stepTitle(practices::Step step);
CheckLine lineOf(const discovery::Finding &finding);
/// "3 days ago (2026-11-20 14:05)"; empty for an empty or unreadable instant.
QString ageText(const QString &isoInstant, Instant now);

/// What the presenters of all pages have in common. A presenter holds no widget; it turns the desk's facts
/// into words and emits its whole state.
class PagePresenter : public QObject
{
    Q_OBJECT
public:
    PagePresenter(assistant::OnboardPractice &practice, practices::Step step, QObject *parent);

    practices::Step step() const { return m_step; }

    virtual void entered() { } ///< the page came into view
    virtual void leaving() { } ///< another page, or the assistant is closed: what was typed is kept
    virtual void primary() = 0; ///< the primary button
    virtual void secondary() { } ///< the button left of it
    virtual void stop() { } ///< the stop button while busy
    virtual const PageFrame &frame() const = 0;
    bool stopIfBusy(); ///< false: there was nothing to stop
    void noticeAction(); ///< the notice's button

Q_SIGNALS:
    void continueRequested(); ///< this step is done: show the next one
    void stepRequested(waybill::practices::Step step);

protected:
    assistant::OnboardPractice &practice() const { return m_practice; }
    const practices::Profile &profile() const;
    /// Steps this one rests on are missing: says so, offers the way there, and disables the button.
    bool blocked(PageFrame &frame) const;
    /// The step was done and something changed under it.
    std::optional<Notice> staleNotice() const;
    virtual void onNoticeAction() { }

private:
    assistant::OnboardPractice &m_practice;
    practices::Step m_step;
};

} // namespace waybill::ui
