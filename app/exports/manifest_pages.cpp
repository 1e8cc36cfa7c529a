// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest_pages.h"

#include "base/redact.h"
#include "exports/words.h"
#include "http/retry_after.h"

#include <QRegularExpression>

namespace waybill::exports {
namespace {

constexpr int kMaxPages = 10'000; // BD-114

/// When links stop working, by our clock: Cache-Control: max-age, else Expires against Date (BD-117, HT-44).
std::optional<Instant> expiryOf(const http::ResponseHead &head, Instant now)
{
    static const QRegularExpression maxAge(QStringLiteral("(?:^|[,\\s])max-age=\"?(\\d{1,9})"));
    const auto match = maxAge.match(QString::fromLatin1(head.headers.value("Cache-Control")).toLower());
    if (match.hasMatch())
        return now + std::chrono::seconds{match.captured(1).toLongLong()};
    if (!head.headers.contains("Expires"))
        return std::nullopt;
    const auto expires = http::parseHttpDate(head.headers.value("Expires"), now);
    if (!expires)
        return now; // "0" and other nonsense: already expired
    const auto date = http::parseHttpDate(head.headers.value("Date"), now);
    return now + (*expires - date.value_or(now));
}

QJsonObject pageFacts(const Manifest &manifest)
{
    using practices::FileKind;
    return {{QStringLiteral("transactionTime"), manifest.transactionTime},
        {QStringLiteral("outputFileCount"), static_cast<qint64>(manifest.count(FileKind::Output))},
        {QStringLiteral("deletedFileCount"), static_cast<qint64>(manifest.count(FileKind::Deleted))},
        {QStringLiteral("errorFileCount"), static_cast<qint64>(manifest.count(FileKind::Error))}};
}

void startDownloads(Turn &turn)
{
    Job &job = turn.job();
    turn.log("status_complete", pageFacts(*job.manifest));
    for (const QString &note : job.manifest->notes)
        turn.note(note);
    const auto manifest = std::exchange(job.manifest, nullptr);
    job.nextPage.clear();
    job.seenPages.clear();
    turn.go(Downloading{}, {StartDownloads{manifest}});
}

void refreshed(Turn &turn)
{
    Job &job = turn.job();
    const auto manifest = std::exchange(job.manifest, nullptr);
    job.nextPage.clear();
    job.seenPages.clear();
    turn.go(Downloading{}, {RefreshLinks{manifest}});
}

/// What was fetched is kept and downloaded; the run is incomplete (BD-116).
void giveUpPages(Turn &turn, const QString &why)
{
    turn.job().pageProblem = why;
    turn.note(why);
    startDownloads(turn);
}

/// Asks for the next page, or goes on with the downloads. `refreshing`: see RefreshLinks.
void nextPageOrDownloads(Turn &turn, int page, bool refreshing)
{
    Job &job = turn.job();
    const QUrl next = job.manifest->next;
    if (next.isEmpty())
        return refreshing ? refreshed(turn) : startDownloads(turn);
    if (job.seenPages.contains(next) || page >= kMaxPages) {
        if (refreshing)
            return refreshed(turn);
        return giveUpPages(
            turn, Words::tr("The pages of the manifest never end: one points back to an earlier one."));
    }
    job.seenPages.insert(next);
    job.nextPage = next;
    if (refreshing)
        turn.go(Downloading{true}, {AskPage{next, page + 1}});
    else
        turn.go(FetchingManifestPage{page + 1}, {AskPage{next, page + 1}});
}

Result<> addPage(Job &job, const Manifest &page)
{
    Manifest all = *job.manifest;
    if (const Result<> appended = appendPage(all, page); !appended)
        return appended;
    job.manifest = std::make_shared<const Manifest>(std::move(all));
    return {};
}

} // namespace

void takeFirstPage(Turn &turn, const Manifest &manifest, const http::Response &response)
{
    Job &job = turn.job();
    job.manifest = std::make_shared<const Manifest>(manifest);
    job.seenPages = {job.statusUrl, response.head.url};
    job.pageProblem.clear();
    job.manifestExpiresAt = expiryOf(response.head, turn.moment.now);
    job.serverTime = http::parseHttpDate(response.head.headers.value("Date"), turn.moment.now);
    if (job.manifestExpiresAt && *job.manifestExpiresAt <= turn.moment.now)
        turn.note(Words::tr(
            "The server says the links have expired already; they are tried all the same.")); // F-034
    turn.step.commands.emplace_back(StoreManifest{1, response.body, response.head.headers});
    if (!manifest.next.isEmpty())
        turn.log("status_page_complete", pageFacts(manifest));
    nextPageOrDownloads(turn, 1, false);
}

void onPageAnswer(Turn &turn, int page, const Answered &answer)
{
    Job &job = turn.job();
    if (!job.manifest)
        return turn.askStatus(); // the earlier pages are not in memory: from the beginning
    const http::Response &response = answer.response;
    const int status = response.head.status;
    const auto outcome = status >= 400 ? readOperationOutcome(response.body) : std::nullopt;
    const bool passing = status == 408 || status == 502 || status == 503 || status == 504
        || (status >= 500 && !outcome) || (outcome && isTransient(*outcome));
    if (status == 202 || status == 429 || passing) { // BD-116
        const Pace pace = paceAfter(turn.rules, response.head, ++job.unpaced, true, turn.moment);
        if (!passing)
            return turn.wait(pace, page);
        return turn.waitOrStall(pace, page,
            turn.serverError(ErrorCode::ServerFailure,
                Words::tr("A further page of the manifest is not available yet."), response));
    }
    if (status != 200)
        return giveUpPages(
            turn, Words::tr("A further page of the manifest could not be fetched (%1).").arg(status));
    const Result<Manifest> manifest = manifestIn(turn, answer);
    const Result<> added = manifest ? addPage(job, *manifest) : failure(manifest.error());
    turn.step.commands.emplace_back(StoreManifest{page, response.body, response.head.headers});
    if (!added)
        return giveUpPages(turn, added.error().what);
    job.failures = 0;
    job.failingSince.reset();
    job.unpaced = 0;
    turn.log("status_page_complete", pageFacts(*manifest));
    nextPageOrDownloads(turn, page, false);
}

void onPageSilence(Turn &turn, int page, const NoAnswer &silence)
{
    const ErrorCode code = silence.error.code;
    if (!turn.job().manifest)
        return turn.askStatus();
    if (code == ErrorCode::Unauthorized || code == ErrorCode::InvalidInput)
        return giveUpPages(turn, silence.error.what);
    turn.waitOrStall(paceAfterSilence(turn.rules, ++turn.job().unpaced, turn.moment), page, silence.error);
}

void onRefreshAnswer(Turn &turn, const Answered &answer)
{
    Job &job = turn.job();
    const http::Response &response = answer.response;
    const bool first = !job.manifest;
    Result<Manifest> manifest = response.head.status == 200
        ? manifestIn(turn, answer)
        : failure(turn.serverError(ErrorCode::ServerFailure, Words::tr("No fresh links."), response));
    if (first && manifest) {
        job.manifest = std::make_shared<const Manifest>(*manifest);
        job.seenPages = {job.statusUrl, response.head.url};
        job.manifestExpiresAt = expiryOf(response.head, turn.moment.now);
        return nextPageOrDownloads(turn, 1, true);
    }
    if (!first && manifest && addPage(job, *manifest))
        return nextPageOrDownloads(turn, static_cast<int>(job.seenPages.size()), true);
    turn.note(Words::tr("The links have expired and the server gave no fresh ones."));
    refreshed(turn); // with what there is; nothing at all if the first page failed
}

void onRefreshSilence(Turn &turn)
{
    turn.note(Words::tr("The links have expired and the server gave no fresh ones."));
    refreshed(turn);
}

} // namespace waybill::exports
