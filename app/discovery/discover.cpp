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
        : q(owner)
        , transport(net)
    {
    }

    void start(const DiscoveryRequest &wanted)
    {
        request = wanted;
        result = DiscoveryResult{};
        result.base = wanted.base;
        outstanding = 2;
        failures.clear();
        // Both at once: eCW averages 9 s an answer.
        ask(documentRequest(smartConfigurationUrl(wanted.base), "application/json"), &takeSmartAnswer);
        ask(documentRequest(metadataUrl(wanted.base), "application/fhir+json, application/json;q=0.9"),
            &takeMetadataAnswer);
    }

    void cancel()
    {
        ++generation;
        outstanding = 0;
        for (http::Call &call : std::exchange(calls, {}))
            call.cancel();
    }

    int outstanding = 0;

private:
    using Take = QList<Finding> (*)(const Result<http::Response> &, DiscoveryResult &);

    void ask(const http::Request &wanted, Take take)
    {
        calls.append(http::sendFollowing(transport, wanted, http::RedirectPolicy::forFiles(), q,
            [this, take](const Result<http::Response> &answer) { onAnswer(answer, take); }));
    }

    void onAnswer(const Result<http::Response> &answer, Take take)
    {
        if (!answer)
            failures.append(answer.error());
        --outstanding;
        if (!report(take(answer, result)) || outstanding > 0 || !report(conclude(request, result)))
            return;
        if (failures.size() == 2) // nothing answered: that is the news, not the missing token endpoint
            result.problem = failures.first();
        calls.clear();
        Q_EMIT q->finished(result);
    }

    /// False when a listener cancelled, started anew or destroyed us: `this` may be gone then.
    bool report(const QList<Finding> &lines)
    {
        const QPointer<Discovery> self(q);
        const int mine = generation;
        for (const Finding &line : lines) {
            result.findings.append(line);
            Q_EMIT q->found(line);
            if (!self || generation != mine)
                return false;
        }
        return true;
    }

    Discovery *q;
    http::Transport &transport;
    DiscoveryRequest request;
    DiscoveryResult result;
    QList<http::Call> calls;
    QList<Error> failures;
    int generation = 0; ///< counts starts and cancels
};

Discovery::Discovery(http::Transport &transport, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, transport))
{
}

Discovery::~Discovery()
{
    d->cancel();
}

void Discovery::start(const DiscoveryRequest &request)
{
    d->cancel();
    d->start(request);
}

void Discovery::cancel()
{
    d->cancel();
}

bool Discovery::isRunning() const
{
    return d->outstanding > 0;
}

} // namespace waybill::discovery
