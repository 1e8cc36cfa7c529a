// SPDX-License-Identifier: Apache-2.0
#include "auth/authorized_transport.h"

#include "auth/words.h"
#include "base/redact.h"

#include <QPointer>

namespace waybill::auth {

struct AuthorizedTransport::Core {
    http::Transport &transport;
    QPointer<TokenSource> tokens;
    QList<http::Origin> trusted;
};

namespace {

int statusOf(const http::Response &response)
{
    return response.head.status;
}

int statusOf(const http::ResponseHead &head)
{
    return head.status;
}

Error untrustedOrigin(const QUrl &url)
{
    return {ErrorCode::Unauthorized,
        Words::tr("The token was not sent: %1 is not one of this practice's servers.")
            .arg(http::originOf(url).toString()),
        placeOf(url), Words::tr("If it is, add it to the practice's trusted origins.")};
}

/// Keeps the body of a 401 that will be answered with a new token away from the caller's sink.
class FirstTrySink final : public http::BodySink
{
public:
    explicit FirstTrySink(http::BodySink &sink)
        : m_sink(sink)
    {
    }
    void isLastTry() { m_lastTry = true; }

    Result<> begin(const http::ResponseHead &head) override
    {
        m_swallow = head.status == 401 && !m_lastTry;
        return m_swallow ? Result<>() : m_sink.begin(head);
    }
    Result<> take(QByteArrayView bytes) override { return m_swallow ? Result<>() : m_sink.take(bytes); }

private:
    http::BodySink &m_sink;
    bool m_lastTry = false;
    bool m_swallow = false;
};

/// One request on its way: token, request, and on a 401 both once more.
template <typename Answer, typename Core>
class Exchange : public std::enable_shared_from_this<Exchange<Answer, Core>>
{
public:
    using Done = std::function<void(Result<Answer>)>;
    using Launch = std::function<http::Call(const Core &, const http::Request &, QObject *, Done)>;

    struct Task {
        http::Request request;
        QPointer<QObject> context;
        Done done;
        Launch launch;
        std::function<void()> onLastTry;
    };

    Exchange(std::weak_ptr<Core> core, Task task)
        : m_core(std::move(core))
        , m_task(std::move(task))
    {
    }

    void getToken()
    {
        const auto core = m_core.lock();
        if (!core || !core->tokens || !m_task.context)
            return;
        core->tokens->withToken(
            m_task.context, [self = this->shared_from_this()](const Result<AccessToken> &token) {
                if (token)
                    self->launch(*token);
                else
                    self->finish(failure(token.error()));
            });
    }

    void cancel()
    {
        m_cancelled = true;
        m_call.cancel();
    }

private:
    void launch(const AccessToken &token)
    {
        const auto core = m_core.lock();
        if (!core || m_cancelled || !m_task.context)
            return;
        http::Request request = m_task.request;
        request.headers.add("Authorization", token.authorization());
        m_call = m_task.launch(
            *core, request, m_task.context, [self = this->shared_from_this(), token](Result<Answer> answer) {
                self->answered(token, std::move(answer));
            });
    }

    void answered(const AccessToken &token, Result<Answer> answer)
    {
        m_call = {};
        const auto core = m_core.lock();
        if (!core || !core->tokens || m_cancelled)
            return;
        if (!answer || statusOf(*answer) != 401 || m_repeated) {
            finish(std::move(answer));
            return;
        }
        m_repeated = true;
        m_task.onLastTry();
        core->tokens->forget(token);
        getToken();
    }

    void finish(Result<Answer> answer)
    {
        if (!m_cancelled && !m_core.expired())
            m_task.done(std::move(answer));
    }

    std::weak_ptr<Core> m_core;
    Task m_task;
    http::Call m_call;
    bool m_repeated = false;
    bool m_cancelled = false;
};

} // namespace

AuthorizedTransport::AuthorizedTransport(Deps deps, QList<http::Origin> trusted)
    : m_core(std::make_shared<Core>(Core{deps.transport, &deps.tokens, std::move(trusted)}))
{
}

AuthorizedTransport::~AuthorizedTransport() = default;

bool AuthorizedTransport::trusts(const QUrl &url) const
{
    return m_core->trusted.contains(http::originOf(url));
}

namespace {

std::optional<Error> refusal(const AuthorizedTransport &transport, const http::Request &request)
{
    if (!transport.trusts(request.url))
        return untrustedOrigin(request.url);
    if (request.headers.contains("Authorization"))
        return Error{
            ErrorCode::Internal, Words::tr("The request already has credentials."), placeOf(request.url), {}};
    return std::nullopt;
}

template <typename Answer>
http::Call answerLater(QObject *context, const Error &error, std::function<void(Result<Answer>)> done)
{
    auto cancelled = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        context,
        [cancelled, error, done = std::move(done)] {
            if (!*cancelled)
                done(failure(error));
        },
        Qt::QueuedConnection);
    return http::Call([cancelled] { *cancelled = true; });
}

template <typename ExchangePtr>
http::Call begin(const ExchangePtr &exchange)
{
    exchange->getToken();
    return http::Call([exchange] { exchange->cancel(); });
}

} // namespace

http::Call AuthorizedTransport::send(
    const http::Request &request, QObject *context, std::function<void(Result<http::Response>)> done)
{
    if (const auto error = refusal(*this, request))
        return answerLater<http::Response>(context, *error, std::move(done));
    using Send = Exchange<http::Response, Core>;
    const auto launch = [](const Core &core, const http::Request &complete, QObject *scope,
                            Send::Done answered) {
        return core.transport.send(complete, scope, std::move(answered));
    };
    return begin(
        std::make_shared<Send>(m_core, Send::Task{request, context, std::move(done), launch, [] {}}));
}

http::Call AuthorizedTransport::stream(const http::Request &request, http::BodySink &sink, QObject *context,
    std::function<void(Result<http::ResponseHead>)> done)
{
    if (const auto error = refusal(*this, request))
        return answerLater<http::ResponseHead>(context, *error, std::move(done));
    using Stream = Exchange<http::ResponseHead, Core>;
    const auto guard = std::make_shared<FirstTrySink>(sink);
    const auto launch = [guard](const Core &core, const http::Request &complete, QObject *scope,
                            Stream::Done answered) {
        return core.transport.stream(complete, *guard, scope, std::move(answered));
    };
    return begin(std::make_shared<Stream>(
        m_core, Stream::Task{request, context, std::move(done), launch, [guard] { guard->isLastTry(); }}));
}

QList<http::Origin> trustedOrigins(const QUrl &fhirBaseUrl, const QStringList &more)
{
    QList<http::Origin> origins;
    QList<QUrl> urls{fhirBaseUrl};
    for (const QString &text : more)
        urls.append(QUrl(text.trimmed(), QUrl::StrictMode));
    for (const QUrl &url : urls) {
        const http::Origin origin = http::originOf(url);
        const bool usable = url.isValid() && !origin.host.isEmpty() && http::isAllowedScheme(url);
        if (usable && !origins.contains(origin))
            origins.append(origin);
    }
    return origins;
}

} // namespace waybill::auth
