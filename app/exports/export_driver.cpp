// SPDX-License-Identifier: Apache-2.0
#include "exports/export_driver.h"

#include "auth/authorized_transport.h"
#include "base/overloaded.h"
#include "base/worker.h"
#include "exports/kick_off_exchange.h"
#include "exports/wait_timer.h"
#include "http/backoff.h"
#include "http/redirects.h"

#include <deque>

namespace waybill::exports {
namespace {

/// Larger manifests are read in a thread of their own: the window must not stand still (F-064).
constexpr qsizetype kReadHere = 64 * 1024;
/// A store that could not be written is tried again so often.
constexpr std::chrono::seconds kCommitAgain{5};

using Reading = std::shared_ptr<const Result<Manifest>>;

} // namespace

class ExportDriver::Private
{
public:
    Private(ExportDriver *owner, const Deps &given, Rules givenRules, MakeKickOff givenKickOff, State start)
        : q(owner)
        , deps(given)
        , rules(std::move(givenRules))
        , kickOff(std::move(givenKickOff))
        , state(std::move(start))
        , timer(given.clock)
    {
    }

    void take(const Event &event);
    void work();
    bool commit();
    void perform(const Step &step);
    bool perform(const Command &command);
    void send();
    void ask(const http::Request &request);
    void onAnswer(Result<http::Response> answer);
    void read(const http::Response &response);
    http::Request statusRequest(const QUrl &url, const QByteArray &method = "GET") const;

    ExportDriver *q;
    Deps deps;
    Rules rules;
    MakeKickOff kickOff;
    State state;
    WaitTimer timer;
    QTimer commitAgain;
    http::Call call;
    std::deque<Event> events;
    std::optional<Step> uncommitted; ///< advanced, but not written yet: nobody may know of it
    bool working = false;
    Worker reader;
};

ExportDriver::ExportDriver(const Deps &deps, Rules rules, MakeKickOff kickOff, State state, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, deps, std::move(rules), std::move(kickOff), std::move(state)))
{
    connect(&d->timer, &WaitTimer::due, this, [this] { handle(Due{}); });
    d->commitAgain.setSingleShot(true);
    connect(&d->commitAgain, &QTimer::timeout, this, [this] { d->work(); });
}

ExportDriver::~ExportDriver()
{
    d->call.cancel();
}

const State &ExportDriver::state() const
{
    return d->state;
}

void ExportDriver::handle(const Event &event)
{
    d->take(event);
}

void ExportDriver::Private::take(const Event &event)
{
    events.push_back(event);
    work();
}

/// One event after the other; commands may feed new ones from inside.
void ExportDriver::Private::work()
{
    if (working)
        return;
    working = true;
    while (uncommitted || !events.empty()) {
        if (!uncommitted) {
            const Event event = std::move(events.front());
            events.pop_front();
            Step step = advance(rules, state, event, {deps.clock.now(), http::randomChance()});
            if (step.state == state && step.commands.empty() && !step.tick && step.notes.isEmpty())
                continue; // nothing happened
            uncommitted = std::move(step);
        }
        if (!commit())
            break;
    }
    working = false;
}

bool ExportDriver::Private::commit()
{
    if (const Result<> written = deps.host.commit(*uncommitted); !written) {
        commitAgain.start(kCommitAgain);
        Q_EMIT q->storeFailed(written.error());
        return false;
    }
    const Step step = std::move(*uncommitted);
    uncommitted.reset();
    state = step.state;
    timer.stop();
    Q_EMIT q->advanced();
    perform(step);
    return true;
}

void ExportDriver::Private::perform(const Step &step)
{
    for (const Command &command : step.commands) {
        if (!perform(command))
            return; // what follows relied on it
    }
}

bool ExportDriver::Private::perform(const Command &command)
{
    bool good = true;
    std::visit(Overloaded{
                   [this](const GetToken &) {
                       deps.tokens.withToken(q, [this](const Result<auth::AccessToken> &token) {
                           token ? take(TokenReady{}) : take(NoAnswer{token.error(), false});
                       });
                   },
                   [this](const SendKickOff &) { send(); },
                   [this](const AskStatus &now) { ask(statusRequest(now.url)); },
                   [this](const AskPage &now) { ask(statusRequest(now.url)); },
                   [this](const SendDelete &now) { ask(statusRequest(now.url, "DELETE")); },
                   [this](const WakeAt &now) { timer.start(now.until); },
                   [this, &good](const StoreManifest &now) {
                       if (const Result<> stored = deps.host.storeManifest(now); !stored) {
                           good = false;
                           events.emplace_back(StorageFailed{stored.error()});
                       }
                   },
                   [this](const KeepAnswer &now) { deps.host.keepAnswer(now); },
                   [this](const StartDownloads &now) { deps.host.startDownloads(now); },
                   [this](const RefreshLinks &now) { deps.host.refreshLinks(now); },
                   [this](const StopDownloads &) { deps.host.stopDownloads(); },
                   [this](const Decide &) { deps.host.decide(); },
               },
        command);
    return good;
}

http::Request ExportDriver::Private::statusRequest(const QUrl &url, const QByteArray &method) const
{
    http::Request request;
    request.method = method;
    request.url = url;
    request.headers.add("Accept", "application/json"); // BD-060
    return request;
}

void ExportDriver::Private::send()
{
    call = sendKickOff(deps.transport, kickOff(state.job.leftOut), q, [this](KickOffEnd end) {
        if (end.answer)
            take(Answered{std::move(*end.answer), {}});
        else
            take(NoAnswer{end.error, end.mayHaveArrived});
    });
}

void ExportDriver::Private::ask(const http::Request &request)
{
    call.cancel(); // a cancellation overtakes whatever was out (F-136)
    reader = {};
    call = http::sendFollowing(deps.transport, request, http::RedirectPolicy::forFhir(), q,
        [this](Result<http::Response> answer) { onAnswer(std::move(answer)); });
}

void ExportDriver::Private::onAnswer(Result<http::Response> answer)
{
    if (!answer)
        return take(NoAnswer{answer.error(), true});
    const bool mayBeManifest = answer->head.status == 200 && !std::holds_alternative<Cancelling>(state.phase);
    if (!mayBeManifest || answer->body.size() <= kReadHere)
        return take(Answered{std::move(*answer), {}});
    read(*answer);
}

void ExportDriver::Private::read(const http::Response &response)
{
    // Fresh links for files whose literal ones failed: now `&amp;` is un-escaped for everybody (BD-105).
    const bool refreshing = std::holds_alternative<Downloading>(state.phase);
    const ManifestOptions options{response.head.url, rules.ecw || refreshing};
    reader = Worker::start<Reading>(
        q,
        [body = response.body, options](const std::stop_token &) {
            return std::make_shared<const Result<Manifest>>(readManifest(body, options));
        },
        [this, response](const Reading &reading) {
            take(Answered{response, reading});
        });
}

} // namespace waybill::exports
