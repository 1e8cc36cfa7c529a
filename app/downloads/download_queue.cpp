// SPDX-License-Identifier: Apache-2.0
#include "downloads/download_queue.h"

#include "base/overloaded.h"
#include "downloads/download_worker.h"
#include "downloads/queue_machine.h"
#include "downloads/words.h"

#include <QHash>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace waybill::downloads {
namespace {

using std::chrono::milliseconds;

/// Long waits are taken in steps, so that a machine that slept wakes on time.
constexpr milliseconds kLongestNap = std::chrono::seconds{30};

DownloadWorker::Setup workerSetup(const DownloadQueue::Deps &deps, const DownloadQueue::Settings &settings)
{
    return {
        {deps.cookies, deps.caFile, deps.proxy, {}, deps.proxyPasswords},
        deps.budget,
        {settings.directory, deps.trusted, settings.firstByteTimeout, settings.idleTimeout,
            settings.maxRatio},
    };
}

} // namespace

/// Performs the machine's commands; the worker thread does the work.
class DownloadQueue::Private
{
public:
    Private(DownloadQueue *owner, Deps dependencies, const Settings &settings)
        : q(owner)
        , deps(std::move(dependencies))
        , worker(new DownloadWorker(workerSetup(deps, settings)))
        , m_wallStart(deps.clock.now())
        , m_steadyStart(deps.clock.steady())
    {
        state.rules = {settings.parallel, settings.attempts, settings.backoff};
        thread.setObjectName(QStringLiteral("downloads"));
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        QObject::connect(worker, &DownloadWorker::reported, q, [this](const AttemptReport &report) {
            handle(Ended{static_cast<std::size_t>(report.id), report.serial, report.result});
        });
        QObject::connect(
            worker, &DownloadWorker::progressed, q, [this](const QList<AttemptProgress> &running) {
                const QPointer<DownloadQueue> alive(q);
                for (const AttemptProgress &one : running) {
                    if (!alive)
                        return;
                    handle(Moved{static_cast<std::size_t>(one.id), one});
                }
            });
        m_alarm.setSingleShot(true);
        QObject::connect(&m_alarm, &QTimer::timeout, q, [this] { handle(Tick{}); });
        thread.start();
    }

    ~Private()
    {
        QObject::disconnect(worker, nullptr, q, nullptr);
        thread.quit();
        thread.wait();
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    /// A listener may answer a signal with the next event: it waits until this one is through.
    void handle(QueueEvent event)
    {
        m_events.push_back(std::move(event));
        if (m_isHandling)
            return;
        m_isHandling = true;
        const QPointer<DownloadQueue> alive(q);
        while (alive && !m_events.empty()) {
            const QueueEvent next = std::move(m_events.front());
            m_events.pop_front();
            QueueStep step = advance(std::move(state), next, {now(), deps.chance()});
            state = std::move(step.state);
            for (const QueueCommand &command : step.commands) {
                std::visit([this](const auto &one) { perform(one); }, command);
                if (!alive)
                    return;
            }
        }
        m_isHandling = false;
    }

    std::size_t indexOf(int id) const { return byId.value(id, state.items.size()); }

    DownloadQueue *q;
    Deps deps;
    QThread thread;
    DownloadWorker *worker; ///< lives in `thread`, deleted there
    QueueState state;
    QHash<int, std::size_t> byId;

private:
    /// Wall time that never jumps (F-113): waits must not become years when the clock is set back.
    Instant now() const
    {
        return m_wallStart + std::chrono::duration_cast<milliseconds>(deps.clock.steady() - m_steadyStart);
    }

    void perform(const StartAttempt &command)
    {
        const QueueItem &item = state.items.at(command.item);
        if (!item.task.needsToken)
            return begin(command, {});
        if (!deps.tokens.ask) {
            const Error error{ErrorCode::Unauthorized,
                Words::tr("This file needs a token, and there is none."), item.task.name, {}};
            return handle(NoToken{command.item, command.serial, error});
        }
        deps.tokens.ask(q, [this, command](const Result<auth::AccessToken> &token) {
            if (state.items.at(command.item).serial != command.serial) // stopped meanwhile
                return;
            if (!token)
                return handle(NoToken{command.item, command.serial, token.error()});
            m_tokenOf.insert(command.item, *token);
            begin(command, token->authorization());
        });
    }

    void begin(const StartAttempt &command, const QByteArray &authorization)
    {
        const QueueItem &item = state.items.at(command.item);
        const AttemptOrder order{static_cast<int>(command.item), command.serial, item.task, authorization,
            item.startOver, item.withoutGzip};
        QMetaObject::invokeMethod(worker, [target = worker, order] { target->begin(order); });
    }

    void perform(const StopAttempts & /*command*/)
    {
        QMetaObject::invokeMethod(worker, [target = worker] { target->stopAll(); });
    }

    void perform(const ForgetToken &command)
    {
        const auto used = m_tokenOf.take(command.item);
        if (used.value && deps.tokens.refused)
            deps.tokens.refused(used);
    }

    void perform(const AskForLink &command) { Q_EMIT q->linkExpired(state.items.at(command.item).task.id); }
    void perform(const SayChanged &command)
    {
        if (isFinal(state.items.at(command.item).status.state))
            m_tokenOf.remove(command.item);
        Q_EMIT q->fileChanged(state.items.at(command.item).status);
    }
    void perform(const SayStorage &command) { Q_EMIT q->diskFull(command.error); }
    void perform(const SaySettled & /*command*/) { Q_EMIT q->settled(); }
    void perform(const WakeAt &command)
    {
        m_alarm.start(std::clamp(command.when - now(), milliseconds{0}, kLongestNap));
    }

    std::deque<QueueEvent> m_events;
    bool m_isHandling = false;
    QHash<std::size_t, auth::AccessToken> m_tokenOf; ///< of the running attempts
    QTimer m_alarm;
    Instant m_wallStart;
    Clock::Steady m_steadyStart;
};

DownloadQueue::DownloadQueue(Deps deps, const Settings &settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(deps), settings))
{
}

DownloadQueue::~DownloadQueue() = default;

void DownloadQueue::start(const QList<FileTask> &tasks)
{
    if (!d->state.items.empty())
        return;
    std::size_t index = 0;
    for (const FileTask &task : tasks)
        d->byId.insert(task.id, index++);
    d->handle(Begin{{tasks.begin(), tasks.end()}});
}

void DownloadQueue::pause()
{
    d->handle(Pause{});
}

void DownloadQueue::resume()
{
    d->handle(Resume{});
}

void DownloadQueue::cancel()
{
    d->handle(Cancel{});
}

void DownloadQueue::replaceUrl(int id, const QUrl &url)
{
    if (const std::size_t index = d->indexOf(id); index < d->state.items.size())
        d->handle(NewLink{index, url});
}

void DownloadQueue::forgetFindings(int id)
{
    if (const std::size_t index = d->indexOf(id); index < d->state.items.size())
        d->state.items.at(index).status.findings.reset();
}

QList<FileStatus> DownloadQueue::statuses() const
{
    QList<FileStatus> all;
    all.reserve(static_cast<qsizetype>(d->state.items.size()));
    for (const QueueItem &item : d->state.items)
        all.append(item.status);
    return all;
}

FileStatus DownloadQueue::status(int id) const
{
    const std::size_t index = d->indexOf(id);
    return index < d->state.items.size() ? d->state.items.at(index).status : FileStatus{};
}

bool DownloadQueue::isPaused() const
{
    return d->state.paused;
}

} // namespace waybill::downloads
