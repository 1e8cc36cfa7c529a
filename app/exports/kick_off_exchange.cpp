// SPDX-License-Identifier: Apache-2.0
#include "exports/kick_off_exchange.h"

#include "http/content_decoder.h"

namespace waybill::exports {
namespace {

/// Enough for any OperationOutcome; the rest of a longer answer is dropped.
constexpr qsizetype kMaxBody = qsizetype{4} << 20;

class HeadKeeper final : public http::BodySink
{
public:
    Result<> begin(const http::ResponseHead &head) override
    {
        m_head = head;
        m_body.clear();
        return {};
    }
    Result<> take(QByteArrayView bytes) override
    {
        m_body.append(bytes.first(std::min(bytes.size(), kMaxBody - m_body.size())));
        return {};
    }
    const std::optional<http::ResponseHead> &head() const { return m_head; }
    http::Response response() const
    {
        const Result<QByteArray> decoded = http::decodeBody(m_head->headers, m_body);
        return {*m_head, decoded ? *decoded : m_body};
    }

private:
    std::optional<http::ResponseHead> m_head;
    QByteArray m_body;
};

} // namespace

http::Call sendKickOff(http::Transport &transport, const http::Request &request, QObject *context,
    std::function<void(KickOffEnd)> done)
{
    const auto keeper = std::make_shared<HeadKeeper>();
    http::Request once = request;
    once.mayBeRepeated = false;
    once.mayHaveArrived = std::make_shared<bool>(false);
    const auto arrived = once.mayHaveArrived;
    return transport.stream(once, *keeper, context,
        [keeper, arrived, done = std::move(done)](const Result<http::ResponseHead> &end) {
            if (keeper->head())
                return done({keeper->response(), {}, true});
            if (end)
                return done({http::Response{*end, {}}, {}, true});
            done({std::nullopt, end.error(), *arrived});
        });
}

} // namespace waybill::exports
