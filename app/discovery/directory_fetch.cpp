// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_fetch.h"

#include "base/redact.h"
#include "discovery/answer_problem.h"
#include "discovery/words.h"
#include "http/redirects.h"

namespace waybill::discovery {
namespace {

constexpr std::int64_t kLargestList = std::int64_t{64} << 20;

Result<DirectoryDownload> read(const Result<http::Response> &answer, const QString &source)
{
    if (!answer)
        return failure(answer.error());
    DirectoryDownload download;
    download.source = source;
    if (answer->head.status == 304) {
        download.unchanged = true;
        return download;
    }
    if (answer->head.status != 200) {
        return failure(answerProblem(*answer,
            Words::tr("The practice list could not be fetched (HTTP %1).").arg(answer->head.status)));
    }
    download.bytes = answer->body;
    download.etag = QString::fromLatin1(answer->head.headers.value("ETag"));
    return download;
}

} // namespace

http::Call fetchDirectory(http::Transport &transport, const QUrl &url, const QString &etag, QObject *context,
    std::function<void(Result<DirectoryDownload>)> done)
{
    http::Request request;
    request.url = url;
    request.headers.add(
        "Accept", "application/fhir+json, application/json, text/csv, text/plain;q=0.9, */*;q=0.1");
    if (!etag.isEmpty())
        request.headers.add("If-None-Match", etag.toLatin1());
    request.maxBodyBytes = kLargestList;
    return http::sendFollowing(transport, request, http::RedirectPolicy::forFiles(), context,
        [source = placeOf(url), done = std::move(done)](
            const Result<http::Response> &answer) { done(read(answer, source)); });
}

} // namespace waybill::discovery
