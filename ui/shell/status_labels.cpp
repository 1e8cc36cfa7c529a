// SPDX-License-Identifier: Apache-2.0
#include "shell/status_labels.h"

#include "models/formatting.h"
#include "presenters/workspace.h"
#include "widgets/plain_label.h"

#include <QStatusBar>

namespace waybill::ui {
namespace {

constexpr std::chrono::milliseconds kTick{1000};
constexpr std::chrono::minutes kLongWait{10};

} // namespace

StatusLabels::StatusLabels(Workspace &workspace, QStatusBar &bar)
    : QObject(&bar)
    , m_workspace(workspace)
{
    m_exports = addLabel(bar, QStringLiteral("statusExports"));
    m_quota = addLabel(bar, QStringLiteral("statusQuota"));
    m_sandbox = addLabel(bar, QStringLiteral("statusSandbox"));
    m_second.setInterval(kTick);
    connect(&m_second, &QTimer::timeout, this, &StatusLabels::refresh);
    m_second.start();
    connect(&workspace, &Workspace::chosen, this, &StatusLabels::refresh);
    connect(&workspace, &Workspace::runsChanged, this, &StatusLabels::refresh);
    refresh();
}

PlainLabel *StatusLabels::addLabel(QStatusBar &bar, const QString &objectName)
{
    auto *label = new PlainLabel({}, TextRole::Small, &bar);
    label->setObjectName(objectName);
    label->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
    bar.addWidget(label);
    return label;
}

void StatusLabels::refresh()
{
    const auto say = [](PlainLabel *label, const QString &text) {
        if (label->text() != text)
            label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    say(m_exports, exportsText());
    say(m_quota, quotaText());
    say(m_sandbox, sandboxText());
}

QString StatusLabels::exportsText() const
{
    const auto active = m_workspace.exports().active();
    if (active.isEmpty())
        return tr("No export running");
    std::optional<Instant> next;
    for (const flows::ExportProgress &progress : active) {
        if (progress.nextPollAt && (!next || *progress.nextPollAt < *next))
            next = progress.nextPollAt;
    }
    const QString running = tr("%n export(s) running", nullptr, static_cast<int>(active.size()));
    if (!next)
        return running;
    const Instant now = m_workspace.clock().now();
    const auto left = secondsLeft(*next, now);
    return left > kLongWait
        ? tr("%1, next check %2", "… tomorrow at 02:14").arg(running, momentText(*next, now))
        : tr("%1, next check in %2").arg(running, clockText(left));
}

QString StatusLabels::quotaText() const
{
    const practices::Profile *profile = m_workspace.current();
    if (profile == nullptr || profile->requestsPerMinute <= 0)
        return {};
    return tr("Requests this minute: %1 of %2")
        .arg(m_workspace.exports().requestsThisMinute(profile->id))
        .arg(profile->requestsPerMinute);
}

QString StatusLabels::sandboxText() const
{
    if (m_workspace.sandbox().offer().isRunning())
        return tr("Built-in sandbox: running");
    return m_workspace.sandbox().isStarting() ? tr("Built-in sandbox: starting…") : QString();
}

} // namespace waybill::ui
