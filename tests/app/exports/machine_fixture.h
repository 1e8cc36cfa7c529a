// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_machine.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

/// What the tests of the machine share: answers, a clock that is a number, and a look at commands.
namespace waybill::exports::test {

inline const Instant kNow{std::chrono::milliseconds{1'780'000'000'000}};
inline const QUrl kBase{QStringLiteral("https://h.example/fhir/r4/FFBJCD")};
inline const QUrl kStatus{QStringLiteral("https://h.example/fhir/r4/FFBJCD/$export-poll-location?job_id=1")};

inline Rules rules(bool ecw = false)
{
    Rules rules;
    rules.baseUrl = kBase;
    rules.ecw = ecw;
    if (ecw)
        rules.minimumInterval = std::chrono::seconds{30};
    return rules;
}

inline http::Response response(int status, const QByteArray &body = {},
    const QList<http::Header> &headers = {}, const QUrl &url = kStatus)
{
    http::Response response;
    response.head.status = status;
    response.head.url = url;
    for (const http::Header &header : headers)
        response.head.headers.add(header.name, header.value);
    response.body = body;
    return response;
}

inline Answered answered(int status, const QByteArray &body = {}, const QList<http::Header> &headers = {},
    const QUrl &url = kStatus)
{
    return {response(status, body, headers, url), {}};
}

inline QByteArray outcome(const char *code, const char *text = "words", const char *severity = "error")
{
    return QByteArray(R"({"resourceType":"OperationOutcome","issue":[{"severity":")") + severity
        + R"(","code":")" + code + R"(","diagnostics":")" + text + R"("}]})";
}

inline QByteArray manifest(const QByteArray &more = {})
{
    return R"({"transactionTime":"2026-06-24T03:14:07.000Z","request":"https://h.example/x",)"
           R"("requiresAccessToken":true,"output":[{"type":"Patient","url":"https://h.example/1"}],"error":[])"
        + more + '}';
}

inline Error error(ErrorCode code, const char *what)
{
    return {code, QString::fromLatin1(what), {}, {}};
}

template <typename T>
const T *command(const Step &step)
{
    for (const Command &command : step.commands) {
        if (const auto *found = std::get_if<T>(&command))
            return found;
    }
    return nullptr;
}

template <typename T>
bool isIn(const State &state)
{
    return std::holds_alternative<T>(state.phase);
}

/// A machine that remembers its state, and how many commands of each kind it gave.
class Machine
{
public:
    explicit Machine(Rules given = rules(), State start = {})
        : m_rules(std::move(given))
        , m_state(std::move(start))
    {
    }

    Step feed(const Event &event)
    {
        Step step = advance(m_rules, m_state, event, {m_now, 0.0});
        // The one promise above all: the handle on the job is never dropped.
        if (!m_state.job.statusUrl.isEmpty() && step.state.job.statusUrl.isEmpty())
            qFatal("the status URL was lost");
        m_state = step.state;
        m_kickOffs += command<SendKickOff>(step) != nullptr ? 1 : 0;
        m_deletes += command<SendDelete>(step) != nullptr ? 1 : 0;
        return step;
    }
    /// Goes to the end of the wait.
    Step due()
    {
        if (const auto *waiting = std::get_if<Waiting>(&m_state.phase))
            m_now = waiting->wait.until;
        else if (const auto *ready = std::get_if<ReadyToKickOff>(&m_state.phase);
                 ready != nullptr && ready->wait)
            m_now = ready->wait->until;
        return feed(Due{});
    }
    Step start()
    {
        feed(Start{});
        return feed(TokenReady{});
    }
    /// Accepted, and the first status request is out.
    void toPolling()
    {
        start();
        feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}, {"Retry-After", "1"}}, kBase));
        due();
    }
    std::chrono::seconds wait() const
    {
        const auto *waiting = std::get_if<Waiting>(&m_state.phase);
        const auto *ready = std::get_if<ReadyToKickOff>(&m_state.phase);
        const Wait wait = waiting != nullptr  ? waiting->wait
            : ready != nullptr && ready->wait ? *ready->wait
                                              : Wait{};
        return std::chrono::duration_cast<std::chrono::seconds>(wait.until - m_now);
    }
    void pass(std::chrono::milliseconds time) { m_now += time; }

    const State &state() const { return m_state; }
    int kickOffs() const { return m_kickOffs; }
    int deletes() const { return m_deletes; }
    Instant now() const { return m_now; }

private:
    Rules m_rules;
    State m_state;
    Instant m_now = kNow;
    int m_kickOffs = 0;
    int m_deletes = 0;
};

} // namespace waybill::exports::test
