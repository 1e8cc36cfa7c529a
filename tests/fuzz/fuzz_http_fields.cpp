// SPDX-License-Identifier: Apache-2.0
#include "downloads/answer_trouble.h"
#include "downloads/resume_note.h"
#include "http/content_decoder.h"
#include "http/cookie_jar.h"
#include "http/media_type.h"
#include "http/redirects.h"
#include "http/retry_after.h"

#include <cstdlib>

using namespace waybill;

namespace {

http::ResponseHead headFrom(QByteArrayView bytes, const QUrl &url)
{
    http::ResponseHead head;
    head.url = url;
    head.receivedAt = Instant{std::chrono::hours{24 * 365 * 56}};
    head.status = bytes.isEmpty() ? 200 : 200 + static_cast<unsigned char>(bytes.front()) % 400;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            head.headers.add(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    return head;
}

void readRedirect(const http::ResponseHead &head, const QUrl &url)
{
    http::Request request;
    request.url = url;
    request.headers.add("Authorization", "Bearer secret");
    request.headers.add("Cookie", "a=b");
    for (const auto &policy : {http::RedirectPolicy::forFiles(), http::RedirectPolicy::forFhir()}) {
        http::RedirectTrail trail;
        const auto decision = http::decideRedirect(request, head, policy, trail);
        const auto *next = std::get_if<http::FollowRedirect>(&decision);
        if (next == nullptr)
            continue;
        const bool isSame = http::originOf(next->request.url) == http::originOf(url);
        if (!isSame
            && (next->request.headers.contains("Authorization") || next->request.headers.contains("Cookie")))
            std::abort();
        if (!http::isAllowedScheme(next->request.url) || next->request.url.scheme() != url.scheme())
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QUrl url(QStringLiteral("https://fhir.example/r4/files/1"));
    const http::ResponseHead head = headFrom(QByteArrayView(data, static_cast<qsizetype>(size)), url);
    const http::RetryAfter wait = http::retryAfter(head);
    if (wait.delay < std::chrono::seconds{0} || wait.delay > std::chrono::hours{24})
        std::abort();
    (void)http::clockSkew(head);
    (void)http::mediaType(head.headers);
    (void)http::checkCharset(head.headers);
    const auto layers = http::gzipLayers(head.headers);
    if (layers && *layers < 0)
        std::abort();
    const auto range = downloads::contentRange(head.headers);
    if (range
        && (range->from < 0 || range->to < range->from || (range->total >= 0 && range->to >= range->total)))
        std::abort();
    const auto length = downloads::contentLength(head.headers);
    if (length && *length < 0)
        std::abort();
    (void)downloads::validatorOf(head);
    const auto trouble = downloads::troubleOfStatus(head, QByteArray("<p>no</p>"), 0.5);
    if (trouble.serverPause.count() < 0)
        std::abort();
    readRedirect(head, url);
    http::CookieJar jar;
    jar.take(url, head.headers.values("Set-Cookie"), head.receivedAt);
    if (!jar.header(QUrl(QStringLiteral("https://files.example/r4/files/1")), head.receivedAt).isEmpty())
        std::abort();
    const QByteArray back = jar.header(url, head.receivedAt);
    if (back.contains('\r') || back.contains('\n'))
        std::abort();
    return 0;
}
