// SPDX-License-Identifier: Apache-2.0
#include "http/redirects.h"

#include "base/overloaded.h"
#include "base/redact.h"
#include "http/retry_after.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace waybill::http {
namespace {

using Reach = RedirectPolicy::Reach;

QString text(const char *source)
{
    return QCoreApplication::translate("Http", source);
}

bool isRedirect(const ResponseHead &head)
{
    return head.status == 301 || head.status == 302 || head.status == 303 || head.status == 307
        || head.status == 308;
}

/// The refusal, with both hosts in it; a name in another script is shown in punycode too (HT-24).
Error refusal(const char *why, const ResponseHead &head, const QUrl &target)
{
    QString to = target.host(QUrl::FullyEncoded);
    const QString readable = target.host();
    if (readable != to)
        to += QStringLiteral(" (%1)").arg(readable);
    Error error;
    error.code = ErrorCode::ProtocolMismatch;
    error.what = text(why).replace(QLatin1String("%1"), to.isEmpty() ? QStringLiteral("?") : to);
    error.where = placeOf(head.url);
    error.next = text(
        QT_TRANSLATE_NOOP("Http", "Check the address, or ask the server's operator about the redirect."));
    error.httpStatus = head.status;
    return error;
}

QUrl targetOf(const ResponseHead &head)
{
    QUrl target = head.url.resolved(QUrl::fromEncoded(head.headers.value("Location").trimmed()));
    target.setFragment(QString());
    return target;
}

/// Why this hop is not taken; nullptr = it may be.
const char *objection(const Request &request, const ResponseHead &head, const RedirectPolicy &policy,
    const RedirectTrail &trail)
{
    const QUrl target = targetOf(head);
    const bool sameOne = sameOrigin(request.url, target);
    const bool isSafe = request.method == "GET" || request.method == "HEAD";
    if (policy.reach == Reach::Nowhere)
        return QT_TRANSLATE_NOOP("Http", "The server redirects to %1; this request is never redirected.");
    if (head.headers.value("Location").trimmed().isEmpty() || !target.isValid() || target.host().isEmpty())
        return QT_TRANSLATE_NOOP("Http", "The server redirects, but not to a usable address.");
    if (!isAllowedScheme(target))
        return QT_TRANSLATE_NOOP("Http", "The server redirects to %1 without encryption; that is refused.");
    if (!target.userInfo().isEmpty())
        return QT_TRANSLATE_NOOP(
            "Http", "The server redirects to %1 with a password in the address; that is refused.");
    if (isInsideNetwork(target) && !isInsideNetwork(request.url))
        return QT_TRANSLATE_NOOP(
            "Http", "The server redirects into a private network (%1); that is refused.");
    if (!sameOne && policy.reach == Reach::SameOrigin)
        return QT_TRANSLATE_NOOP(
            "Http", "The server redirects to another host, %1; this request stays at its own.");
    if (!isSafe && head.status < 303)
        return QT_TRANSLATE_NOOP(
            "Http", "The server redirects a request with a body to %1 in a way that loses the body.");
    if (!isSafe && !sameOne)
        return QT_TRANSLATE_NOOP(
            "Http", "The server redirects to %1; only downloads may go to another host.");
    if (trail.visited.contains(target))
        return QT_TRANSLATE_NOOP("Http", "The server redirects in a circle, by way of %1.");
    if (trail.visited.size() > policy.maxHops)
        return QT_TRANSLATE_NOOP("Http", "The server redirects too often, last to %1.");
    return nullptr;
}

Request nextRequest(const Request &request, int status, const QUrl &target, bool withCredentials)
{
    Request next = request;
    next.url = target;
    if (status == 303 && request.method != "HEAD") {
        next.method = "GET";
        next.body.clear();
    }
    next.headers = {};
    for (const Header &header : request.headers.all()) {
        const QByteArray name = header.name.toLower();
        const bool isSecret = name == "authorization" || name == "cookie" || name == "proxy-authorization";
        const bool isBody = next.body.isEmpty() && (name == "content-type" || name == "content-length");
        if (name != "host" && !isBody && (!isSecret || withCredentials))
            next.headers.add(header.name, header.value);
    }
    return next;
}

/// Drives one request along its redirects. Belongs to the context; deletes itself when done.
class Follower final : public QObject
{
public:
    Follower(Transport &transport, RedirectPolicy policy, QObject *context,
        std::function<void(Result<Response>)> done)
        : QObject(context)
        , m_transport(transport)
        , m_policy(std::move(policy))
        , m_done(std::move(done))
    {
    }

    void send(const Request &request)
    {
        m_call = m_transport.send(request, this, [this, request](Result<Response> response) {
            if (!response)
                return finish(std::move(response));
            std::visit(Overloaded{
                           [&](NotARedirect) { finish(std::move(response)); },
                           [&](const Error &error) { finish(failure(error)); },
                           [&](const FollowRedirect &next) {
                               QTimer::singleShot(next.wait, this, [this, next] { send(next.request); });
                           },
                       },
                decideRedirect(request, response->head, m_policy, m_trail));
        });
    }

    void cancel()
    {
        m_call.cancel();
        deleteLater();
        m_done = {};
    }

private:
    void finish(Result<Response> response)
    {
        deleteLater();
        if (auto done = std::exchange(m_done, {}))
            done(std::move(response));
    }

    Transport &m_transport;
    RedirectPolicy m_policy;
    RedirectTrail m_trail;
    Call m_call;
    std::function<void(Result<Response>)> m_done;
};

} // namespace

RedirectDecision decideRedirect(
    const Request &request, const ResponseHead &head, const RedirectPolicy &policy, RedirectTrail &trail)
{
    if (!isRedirect(head))
        return NotARedirect{};
    trail.visited.append(request.url);
    const QUrl target = targetOf(head);
    if (const char *why = objection(request, head, policy, trail))
        return refusal(why, head, target);
    const bool isTrusted = sameOrigin(request.url, target) || policy.trusted.contains(originOf(target));
    trail.leftTrust = trail.leftTrust || !isTrusted;
    FollowRedirect follow;
    follow.withCredentials = !trail.leftTrust;
    follow.request = nextRequest(request, head.status, target, follow.withCredentials);
    if (const RetryAfter wait = retryAfter(head); wait.kind == RetryAfter::Kind::Delay)
        follow.wait = wait.delay;
    return follow;
}

Call sendFollowing(Transport &transport, const Request &request, const RedirectPolicy &policy,
    QObject *context, std::function<void(Result<Response>)> done)
{
    auto *follower = new Follower(transport, policy, context, std::move(done));
    follower->send(request);
    return Call([guard = QPointer<Follower>(follower)] {
        if (guard)
            guard->cancel();
    });
}

} // namespace waybill::http
