// SPDX-License-Identifier: Apache-2.0
#include "app/auth/auth_fixture.h"
#include "auth/token_machine.h"

#include <QTest>

using namespace waybill;
using namespace waybill::auth;
using namespace waybill::test;
using namespace std::chrono_literals;

namespace {

AccessToken token(std::chrono::seconds lifetime = 300s, Instant at = kNoon)
{
    AccessToken made;
    made.value = std::make_shared<const SecretBytes>(QByteArrayView("t"));
    made.obtainedAt = at;
    made.expiresAt = at + lifetime;
    return made;
}

Error error(ErrorCode code, std::optional<std::chrono::seconds> retryAfter = {})
{
    Error made{code, QStringLiteral("Failed."), {}, {}};
    made.retryAfter = retryAfter;
    return made;
}

/// The machine with a clock, and its commands as one line: "ask", "wait 2000", "give token", "give
/// unauthorized", "changed".
class Bench
{
public:
    QString feed(const TokenEvent &event)
    {
        TokenStep step = advance(m_state, event, policy, now);
        m_state = step.state;
        QStringList lines;
        for (const TokenCommand &command : step.commands)
            lines.append(line(command));
        return lines.join(QStringLiteral(", "));
    }

    QString want() { return feed(TokenWanted{}); }
    QString answer(Result<AccessToken> result, std::optional<std::chrono::milliseconds> throttled = {})
    {
        return feed(TokenAnswered{m_state.serial, std::move(result), 0.5, throttled});
    }
    QString fail(ErrorCode code, std::optional<std::chrono::seconds> retryAfter = {})
    {
        return answer(failure(error(code, retryAfter)));
    }
    QString timer() { return feed(TimerFired{m_state.serial}); }

    TokenPolicy policy;
    Instant now = kNoon;
    TokenState m_state;

private:
    static QString line(const TokenCommand &command)
    {
        if (std::holds_alternative<AskServer>(command))
            return QStringLiteral("ask");
        if (const auto *start = std::get_if<StartTimer>(&command))
            return QStringLiteral("wait %1").arg(start->duration.count());
        if (const auto *give = std::get_if<AnswerAll>(&command))
            return QStringLiteral("give ")
                + (give->result ? QStringLiteral("token") : codeName(give->result.error().code));
        return QStringLiteral("changed");
    }
};

} // namespace

class TestTokenMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstWishAsksAndTheAnswerIsForAll()
    {
        Bench bench;
        QCOMPARE(bench.want(), QStringLiteral("ask"));
        QCOMPARE(bench.want(), QString()); // SB-058: one in flight
        QCOMPARE(bench.answer(token()), QStringLiteral("changed, give token, wait 300000"));
    }

    void aFreshTokenIsGivenOutAgain() // SB-058
    {
        Bench bench;
        bench.want();
        bench.answer(token());
        bench.now = kNoon + 240s;
        QCOMPARE(bench.want(), QStringLiteral("give token"));
        bench.now = kNoon + 240s + 1ms; // less than 60 s remain
        QCOMPARE(bench.want(), QStringLiteral("ask"));
    }

    void aClockThatWasSetBackIsNotTrusted()
    {
        Bench bench;
        bench.want();
        bench.answer(token());
        bench.now = kNoon - 1h;
        QCOMPARE(bench.want(), QStringLiteral("ask"));
    }

    void aShortLivedTokenIsUsedOnce()
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.answer(token(30s)), QStringLiteral("changed, give token, wait 30000"));
        QCOMPARE(bench.want(), QStringLiteral("ask"));
    }

    void anExpiredTokenIsDropped() // SB-058
    {
        Bench bench;
        bench.want();
        bench.answer(token(2h));
        QCOMPARE(bench.timer(), QStringLiteral("wait 3600000")); // fired early: go on
        bench.now = kNoon + 1h;
        QCOMPARE(bench.timer(), QStringLiteral("wait 3600000"));
        bench.now = kNoon + 2h;
        QCOMPARE(bench.timer(), QStringLiteral("changed"));
        QVERIFY(std::holds_alternative<TokenState::Idle>(bench.m_state.phase));
    }

    void refusalsAreNotRepeated() // SB-063
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("give unauthorized"));
        QCOMPARE(bench.want(), QStringLiteral("ask")); // somebody asks anew
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("give unauthorized"));
    }

    void afterASuccessARefusalIsRepeatedOnce() // SB-063
    {
        Bench bench;
        bench.want();
        bench.answer(token());
        bench.now = kNoon + 5min;
        QCOMPARE(bench.want(), QStringLiteral("ask"));
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("ask"));
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("give unauthorized"));
        bench.want();
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("give unauthorized")); // used up …
        bench.want();
        bench.answer(token(300s, bench.now)); // … until it works again
        bench.now += 5min;
        bench.want();
        QCOMPARE(bench.fail(ErrorCode::Unauthorized), QStringLiteral("ask"));
    }

    void troubleIsTriedAgainMoreAndMoreRarely_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no answer") << ErrorCode::Network;
        QTest::newRow("5xx") << ErrorCode::ServerFailure;
        QTest::newRow("503") << ErrorCode::Throttled;
    }

    void troubleIsTriedAgainMoreAndMoreRarely()
    {
        QFETCH(ErrorCode, code);
        Bench bench; // the middle of the jitter is the plain wait
        QCOMPARE(bench.want(), QStringLiteral("ask"));
        for (const int wait : {2000, 4000, 8000}) {
            QCOMPARE(bench.fail(code), QStringLiteral("wait %1").arg(wait));
            QCOMPARE(bench.want(), QString());
            QCOMPARE(bench.timer(), QStringLiteral("ask"));
        }
        QCOMPARE(bench.fail(code), QStringLiteral("give ") + codeName(code));
        QCOMPARE(bench.want(), QStringLiteral("ask"));
    }

    void otherFaultsAreFinal_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code : {ErrorCode::ProtocolMismatch, ErrorCode::NotFound,
                 ErrorCode::InvalidInput, ErrorCode::Internal, ErrorCode::Cancelled})
            QTest::newRow(qPrintable(codeName(code))) << code;
    }

    void otherFaultsAreFinal()
    {
        QFETCH(ErrorCode, code);
        Bench bench;
        bench.want();
        QCOMPARE(bench.fail(code), QStringLiteral("give ") + codeName(code));
    }

    void theServersOwnWaitIsObeyed() // HT-08
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.fail(ErrorCode::Throttled, 17s), QStringLiteral("wait 17000"));
        bench.timer();
        QCOMPARE(bench.fail(ErrorCode::ServerFailure, 0s), QStringLiteral("wait 2000")); // never at once
    }

    void aThrottleWithoutAWaitLastsToTheNextMinute() // EC-005
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.answer(failure(error(ErrorCode::Throttled)), 43s), QStringLiteral("wait 43000"));
    }

    void aLongWaitIsLeftToTheCaller()
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.fail(ErrorCode::Throttled, 600s), QStringLiteral("give throttled"));
    }

    void aRefusedTokenIsForgotten()
    {
        Bench bench;
        const AccessToken first = token();
        bench.want();
        bench.answer(first);
        QCOMPARE(bench.feed(TokenRefused{first.value}), QStringLiteral("changed"));
        QCOMPARE(bench.want(), QStringLiteral("ask"));
        bench.answer(token());
        QCOMPARE(bench.feed(TokenRefused{first.value}), QString()); // a newer one came in the meantime
        QCOMPARE(bench.want(), QStringLiteral("give token"));
    }

    void lateAnswersAndOldTimersChangeNothing()
    {
        Bench bench;
        bench.want();
        QCOMPARE(bench.feed(TokenAnswered{bench.m_state.serial + 1, token()}), QString());
        QCOMPARE(bench.feed(TimerFired{bench.m_state.serial}), QString()); // asking: no timer is ours
        bench.fail(ErrorCode::Network);
        QCOMPARE(bench.feed(TimerFired{bench.m_state.serial - 1}), QString());
        QCOMPARE(bench.answer(token()), QString()); // pausing: nothing was asked
        QCOMPARE(bench.timer(), QStringLiteral("ask"));
    }
};

QTEST_GUILESS_MAIN(TestTokenMachine)
#include "tst_token_machine.moc"
