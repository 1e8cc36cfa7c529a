// SPDX-License-Identifier: Apache-2.0
#include "http/request_budget.h"
#include "http/retry_after.h"

#include <QPointer>
#include <QTimer>

namespace waybill::http {
namespace {

/// One request that waits for its turn. Belongs to the context; deletes itself when the request is out.
class Waiter final : public QObject
{
public:
    Waiter(RequestBudget &budget, std::weak_ptr<void> transport, QObject *context, std::function<Call()> go)
        : QObject(context)
        , m_budget(budget)
        , m_transport(std::move(transport))
        , m_go(std::move(go))
    {
    }

    void ask()
    {
        if (m_transport.expired()) { // then the budget may be gone too
            deleteLater();
            return;
        }
        const auto wait = m_budget.take();
        if (wait.count() > 0) {
            QTimer::singleShot(wait, this, [this] { ask(); });
            return;
        }
        *m_call = m_go();
        deleteLater();
    }
    std::shared_ptr<Call> call() const { return m_call; }

private:
    RequestBudget &m_budget;
    std::weak_ptr<void> m_transport;
    std::function<Call()> m_go;
    std::shared_ptr<Call> m_call = std::make_shared<Call>();
};

class BudgetedTransport final : public Transport
{
public:
    BudgetedTransport(std::unique_ptr<Transport> inner, RequestBudget &budget, QList<Origin> counted)
        : m_core(std::make_shared<Core>(Core{std::move(inner), budget, std::move(counted)}))
    {
    }

    Call send(const Request &request, QObject *context, std::function<void(Result<Response>)> done) override
    {
        if (!counts(request.url))
            return m_core->inner->send(request, context, std::move(done));
        return inTurn(context, [core = std::weak_ptr(m_core), request = counting(request), context, done] {
            const auto alive = core.lock();
            if (!alive)
                return Call();
            return alive->inner->send(
                request, context, [core, done, sent = request.timesSent](Result<Response> response) {
                    if (const auto still = core.lock())
                        note(*still, *sent, response ? &response->head : nullptr);
                    done(std::move(response));
                });
        });
    }

    Call stream(const Request &request, BodySink &sink, QObject *context,
        std::function<void(Result<ResponseHead>)> done) override
    {
        if (!counts(request.url))
            return m_core->inner->stream(request, sink, context, std::move(done));
        return inTurn(
            context, [core = std::weak_ptr(m_core), request = counting(request), &sink, context, done] {
                const auto alive = core.lock();
                if (!alive)
                    return Call();
                return alive->inner->stream(request, sink, context,
                    [core, done, sent = request.timesSent](Result<ResponseHead> head) {
                        if (const auto still = core.lock())
                            note(*still, *sent, head ? &*head : nullptr);
                        done(std::move(head));
                    });
            });
    }

private:
    struct Core {
        std::unique_ptr<Transport> inner;
        RequestBudget &budget;
        QList<Origin> counted;
    };

    bool counts(const QUrl &url) const
    {
        return m_core->counted.isEmpty() || m_core->counted.contains(originOf(url));
    }

    static Request counting(Request request)
    {
        if (!request.timesSent)
            request.timesSent = std::make_shared<int>(0);
        return request;
    }

    static void note(const Core &core, int timesSent, const ResponseHead *head)
    {
        for (int i = 1; i < timesSent; ++i) // the repeat on a dead connection did not wait, but it counts
            (void)core.budget.take();
        // eCW: blocked until the clock minute is over, and no Retry-After says so.
        if (head != nullptr && head->status == 429 && core.budget.perMinute() > 0
            && retryAfter(*head).kind != RetryAfter::Kind::Delay)
            core.budget.closeThisMinute();
    }

    Call inTurn(QObject *context, std::function<Call()> go)
    {
        auto *waiter = new Waiter(m_core->budget, m_core, context, std::move(go));
        const auto call = waiter->call();
        const QPointer<Waiter> guard(waiter);
        waiter->ask();
        return Call([guard, call] {
            delete guard.data();
            call->cancel();
        });
    }

    std::shared_ptr<Core> m_core;
};

} // namespace

std::unique_ptr<Transport> makeBudgetedTransport(
    std::unique_ptr<Transport> inner, RequestBudget &budget, QList<Origin> counted)
{
    return std::make_unique<BudgetedTransport>(std::move(inner), budget, std::move(counted));
}

} // namespace waybill::http
