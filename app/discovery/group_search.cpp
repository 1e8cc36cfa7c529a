// SPDX-License-Identifier: Apache-2.0
#include "discovery/group_search.h"

#include "base/redact.h"
#include "base/worker.h"
#include "discovery/answer_problem.h"
#include "discovery/words.h"
#include "http/redirects.h"

#include <QPointer>
#include <QSet>
#include <QUrlQuery>

namespace waybill::discovery {
namespace {

constexpr qsizetype kReadElsewhere = qsizetype{256} << 10; // larger answers would stop the window for > 5 ms

/// The server does not list Groups for us; a person may still know the id (GD-012).
bool meansTypeItIn(int status)
{
    switch (status) {
    case 400:
    case 401:
    case 403:
    case 404:
    case 405:
    case 410:
    case 422:
    case 501: return true;
    default: return false;
    }
}

QUrl groupUrl(const QUrl &base)
{
    QUrl url = base;
    url.setPath(base.path(QUrl::FullyEncoded) + QLatin1String("/Group"), QUrl::TolerantMode);
    return url; // no parameters: eCW refuses all but `page` (GD-001)
}

QUrl numberedPage(const QUrl &base, int page)
{
    QUrl url = groupUrl(base);
    url.setQuery(QStringLiteral("page=%1").arg(page));
    return url;
}

} // namespace

class GroupSearch::Private
{
public:
    Private(GroupSearch *owner, http::Transport &net)
        : q(owner)
        , m_transport(net)
    {
    }

    void start(const GroupSearchRequest &wanted)
    {
        m_request = wanted;
        m_list = GroupList{};
        m_seenUrls.clear();
        m_seenGroups.clear();
        goOn(groupUrl(wanted.base));
    }

    void goOn(const QUrl &url)
    {
        m_pagesLeft = std::max(m_request.pageCap, 1);
        m_list.more = false;
        m_list.foreignNext = {};
        fetch(url);
    }

    void cancel()
    {
        ++m_generation;
        running = false;
        std::exchange(m_call, {}).cancel();
        m_reader = {};
    }

    bool running = false;
    QUrl waiting; ///< the page loadMore() goes on with

private:
    void fetch(const QUrl &url)
    {
        running = true;
        waiting = url;
        m_seenUrls.insert(url.toString(QUrl::FullyEncoded));
        http::Request page;
        page.url = url;
        page.headers.add("Accept", "application/fhir+json");
        m_call = http::sendFollowing(m_transport, page, http::RedirectPolicy::forFhir(), q,
            [this](const Result<http::Response> &answer) { onAnswer(answer); });
    }

    void onAnswer(const Result<http::Response> &answer)
    {
        if (!answer)
            return giveUp(answer.error());
        if (answer->head.status != 200)
            return onRefusal(*answer);
        if (answer->body.size() < kReadElsewhere)
            return onPage(parseGroupPage(answer->body, waiting));
        const int mine = m_generation;
        m_reader = Worker::start<Result<GroupPage>>(
            q,
            [body = answer->body, url = waiting](
                const std::stop_token &) { return parseGroupPage(body, url); },
            [this, mine](const Result<GroupPage> &page) {
                if (m_generation == mine)
                    onPage(page);
            });
    }

    void onRefusal(const http::Response &response)
    {
        const int status = response.head.status;
        Error error =
            answerProblem(response, Words::tr("The server does not list its Groups (HTTP %1).").arg(status));
        if (m_list.pages > 0 && status == 400 && isNumbered()) // GD-002: `page` is not understood after all
            return finish();
        if (m_list.pages > 0 || !meansTypeItIn(status))
            return giveUp(error);
        error.next = Words::tr("Enter the Group id by hand.");
        if (status == 401 || status == 403)
            error.next += QLatin1Char(' ') + m_request.preset.groupHelp;
        m_list.manualReason = error;
        finish();
    }

    /// What has been read so far is kept; loadMore() asks for the same page again.
    void giveUp(const Error &error)
    {
        running = false;
        if (m_list.pages == 0) {
            Q_EMIT q->finished(failure(error));
            return;
        }
        m_list.notes.append(describe(error));
        m_list.more = true;
        Q_EMIT q->finished(m_list);
    }

    void onPage(const Result<GroupPage> &page)
    {
        if (!page)
            return giveUp(page.error());
        ++m_list.pages;
        --m_pagesLeft;
        const bool anyNew = add(*page);
        const QPointer<GroupSearch> self(q);
        const int mine = m_generation;
        Q_EMIT q->progressed(m_list.pages, m_list.groups.size());
        if (self && m_generation == mine)
            step(*page, anyNew);
    }

    bool add(const GroupPage &page)
    {
        bool anyNew = false;
        for (const Group &group : page.groups) {
            const QString key = group.id.isEmpty() ? group.identifiers.first().value : group.id;
            if (m_seenGroups.contains(key))
                continue;
            m_seenGroups.insert(key);
            m_list.groups.append(group);
            anyNew = true;
        }
        for (const QString &note : page.notes) {
            if (!m_list.notes.contains(note))
                m_list.notes.append(note);
        }
        if (page.total)
            m_list.serverTotal = page.total;
        return anyNew;
    }

    void step(const GroupPage &page, bool anyNew)
    {
        const QUrl next = page.next.isEmpty() ? numberedNext(anyNew) : page.next;
        if (next.isEmpty())
            return finish();
        if (m_seenUrls.contains(next.toString(QUrl::FullyEncoded))) { // GD-004
            m_list.notes.append(
                Words::tr("The server's next page is one we have read already; stopped there."));
            return finish();
        }
        const http::Origin origin = http::originOf(next);
        if (origin != http::originOf(m_request.base) && !m_request.trusted.contains(origin)) {
            m_list.foreignNext = next;
            m_list.notes.append(
                Words::tr("The next page is on %1, which may not see the token yet.").arg(origin.toString()));
            return finish();
        }
        if (m_pagesLeft <= 0) {
            waiting = next;
            m_list.more = true;
            return finish();
        }
        fetch(next);
    }

    bool isNumbered() const { return QUrlQuery(waiting).hasQueryItem(QStringLiteral("page")); }

    /// eCW: there may be no `next` link although `total` says that there is more; its Group search knows one
    /// parameter, `page` (GD-005).
    QUrl numberedNext(bool anyNew) const
    {
        const bool known =
            m_request.preset.groupByIdentifier || m_request.searchParameters.contains(QLatin1String("page"));
        const bool missing = m_list.serverTotal && *m_list.serverTotal > m_list.groups.size();
        return known && missing && anyNew ? numberedPage(m_request.base, m_list.pages + 1) : QUrl();
    }

    void finish()
    {
        running = false;
        Q_EMIT q->finished(m_list);
    }

    GroupSearch *q;
    http::Transport &m_transport;
    GroupSearchRequest m_request;
    GroupList m_list;
    QSet<QString> m_seenUrls;
    QSet<QString> m_seenGroups;
    http::Call m_call;
    Worker m_reader; ///< parses large pages; the context is `q`, which owns it
    int m_pagesLeft = 0;
    int m_generation = 0; ///< counts cancels
};

GroupSearch::GroupSearch(http::Transport &transport, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, transport))
{
}

GroupSearch::~GroupSearch()
{
    d->cancel();
}

void GroupSearch::start(const GroupSearchRequest &request)
{
    d->cancel();
    d->start(request);
}

void GroupSearch::loadMore()
{
    if (!d->running && !d->waiting.isEmpty())
        d->goOn(d->waiting);
}

void GroupSearch::cancel()
{
    d->cancel();
}

bool GroupSearch::isRunning() const
{
    return d->running;
}

} // namespace waybill::discovery
