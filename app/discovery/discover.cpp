// SPDX-License-Identifier: Apache-2.0
#include "discovery/discover.h"

#include "discovery/discovery_reading.h"
#include "http/redirects.h"

#include <QPointer>

namespace waybill::discovery {
namespace {

constexpr std::int64_t kLargestDocument = std::int64_t{8} << 20; // eCW's are 20 and 40 KB

http::Request documentRequest(const QUrl &url, const char *accept)
{
    http::Request request;
    request.url = url;
    request.headers.add("Accept", accept);
    request.maxBodyBytes = kLargestDocument;
    return request;
}

} // namespace

class Discovery::Private
{
public:
    explicit Private(Discovery *owner, http::Transport &net)
        : m_q(owner)
        , m_transport(net)
    {
    }

    void start(const DiscoveryRequest &wanted)
    {
        m_request = wanted;
        m_result = DiscoveryResult{};
        m_result.base = wanted.base;
        outstanding = 2;
        m_failures.clear();
        // Both at once: eCW averages 9 s an answer.
        ask(documentRequest(smartConfigurationUrl(wanted.base), "application/json"), &takeSmartAnswer);
        ask(documentRequest(metadataUrl(wanted.base), "application/fhir+json, application/json;q=0.9"),
            &takeMetadataAnswer);
    }

    void cancel()
    {
        ++m_generation;
        outstanding = 0;
        for (http::Call &call : std::exchange(m_calls, {}))
            call.cancel();
    }

    int outstanding = 0;

private:
    using Take = QList<Finding> (*)(const Result<http::Response> &, DiscoveryResult &);

    void ask(const http::Request &wanted, Take take)
    {
        m_calls.append(http::sendFollowing(m_transport, wanted, http::RedirectPolicy::forFiles(), m_q,
            [this, take](const Result<http::Response> &answer) { onAnswer(answer, take); }));
    }

    void onAnswer(const Result<http::Response> &answer, Take take)
    {
        if (!answer)
            m_failures.append(answer.error());
        --outstanding;
        if (!report(take(answer, m_result)) || outstanding > 0 || !report(conclude(m_request, m_result)))
            return;
        if (m_failures.size() == 2) // nothing answered: that is the news, not the missing token endpoint
            m_result.problem = m_failures.first();
        m_calls.clear();
        Q_EMIT m_q->finished(m_result);
    }

    /// False when a listener cancelled, started anew or destroyed us: `this` may be gone then.
    bool report(const QList<Finding> &lines)
    {
        const QPointer<Discovery> self(m_q);
        const int mine = m_generation;
        for (const Finding &line : lines) {
            m_result.findings.append(line);
            Q_EMIT m_q->found(line);
            if (!self || m_generation != mine)
                return false;
        }
        return true;
    }

    Discovery *m_q;
    http::Transport &m_transport;
    DiscoveryRequest m_request;
    DiscoveryResult m_result;
    QList<http::Call> m_calls;
    QList<Error> m_failures;
    int m_generation = 0; ///< counts starts and cancels
};

Discovery::Discovery(http::Transport &transport, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, transport))
{
}

Discovery::~Discovery()
{
    m_d->cancel();
}

void Discovery::start(const DiscoveryRequest &request)
{
    m_d->cancel();
    m_d->start(request);
}

void Discovery::cancel()
{
    m_d->cancel();
}

bool Discovery::isRunning() const
{
    return m_d->outstanding > 0;
}

} // namespace waybill::discovery
