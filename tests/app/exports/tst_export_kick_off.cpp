// SPDX-License-Identifier: Apache-2.0
#include "machine_fixture.h"

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::Outcome;
using std::chrono::seconds;

class TestExportKickOff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTokenComesFirstAndSentIsStoredBeforeTheRequestLeaves() // BD-010
    {
        Machine machine;
        QVERIFY(command<GetToken>(machine.feed(Start{})));
        QVERIFY(isIn<ReadyToKickOff>(machine.state()));
        const Step step = machine.feed(TokenReady{});
        QVERIFY(isIn<KickOffSent>(step.state));
        QVERIFY(command<SendKickOff>(step));
        QCOMPARE(step.state.job.kickOffAt, std::optional(kNow));
    }

    void aSecondStartSendsNothing() // F-131
    {
        Machine machine;
        machine.start();
        machine.start();
        QCOMPARE(machine.kickOffs(), 1);
    }

    void acceptedIsStoredWithTheStatusUrlBeforeAnythingElse_data() // BD-009, BD-011, F-006, F-008
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("notes");
        const QString status = QStringLiteral("https://h.example/status/1?a=b");
        QTest::newRow("absolute") << QByteArray("https://h.example/status/1?a=b") << status << 0;
        QTest::newRow("relative") << QByteArray("/status/1?a=b") << status << 1;
        QTest::newRow("quotes") << QByteArray("\"https://h.example/status/1?a=b\"") << status << 1;
        QTest::newRow("encoded quote at the end")
            << QByteArray("https://h.example/status/1?a=b%27") << status << 1;
        QTest::newRow("spaces") << QByteArray("  https://h.example/status/1?a=b ") << status << 1;
        QTest::newRow("fragment") << QByteArray("https://h.example/status/1?a=b#top") << status << 1;
    }
    void acceptedIsStoredWithTheStatusUrlBeforeAnythingElse()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, url);
        QFETCH(int, notes);
        Machine machine;
        machine.start();
        const Step step = machine.feed(answered(202, {}, {{"content-location", location}}, kBase));
        QCOMPARE(step.state.job.statusUrl, QUrl(url));
        QVERIFY(isIn<Waiting>(step.state));
        QCOMPARE(step.notes.size(), notes);
        QVERIFY(!command<AskStatus>(step)); // the wait comes first
    }

    void theFirstPollObeysTheKickOffsRetryAfter()
    {
        Machine machine;
        machine.start();
        machine.feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}, {"Retry-After", "120"}}));
        QCOMPARE(machine.wait(), seconds{120}); // eCW sends it already here
    }

    void withoutRetryAfterTheFirstPollComesSoon_data()
    {
        QTest::addColumn<bool>("ecw");
        QTest::addColumn<int>("wait");
        QTest::newRow("generic") << false << 5;
        QTest::newRow("eCW") << true << 30; // HT-05
    }
    void withoutRetryAfterTheFirstPollComesSoon()
    {
        QFETCH(bool, ecw);
        QFETCH(int, wait);
        Machine machine(rules(ecw));
        machine.start();
        machine.feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}}));
        QCOMPARE(machine.wait(), seconds{wait});
    }

    void acceptedWithoutAHandleIsAnErrorAndNotTriedAgain() // BD-012, F-005
    {
        Machine machine;
        machine.start();
        machine.feed(answered(202));
        QVERIFY(isIn<Finished>(machine.state()));
        QCOMPARE(std::get<Finished>(machine.state().phase).outcome, Outcome::Failed);
        machine.feed(Resume{});
        machine.feed(GoOn{});
        QCOMPARE(machine.kickOffs(), 1);
    }

    void aHandleOnAnotherOriginIsKeptButNotAsked() // BD-083, F-007
    {
        Machine machine;
        machine.start();
        const Step step =
            machine.feed(answered(202, {}, {{"Content-Location", "https://elsewhere.example/1"}}));
        QVERIFY(isIn<Stalled>(step.state));
        QCOMPARE(step.state.job.statusUrl, QUrl(QStringLiteral("https://elsewhere.example/1")));
        QVERIFY(std::get<Stalled>(step.state.phase)
                    .problem.next.contains(QStringLiteral("https://elsewhere.example")));

        Rules trusting = rules();
        trusting.trustedOrigins = {QStringLiteral("https://elsewhere.example")};
        Machine other(trusting);
        other.start();
        other.feed(answered(202, {}, {{"Content-Location", "https://elsewhere.example/1"}}));
        QVERIFY(isIn<Waiting>(other.state()));
    }

    void aDuplicateIsAskedAgainOnlyWhenAPersonWaits() // EC-009, F-012
    {
        Machine machine;
        machine.start();
        machine.feed(answered(200, outcome("duplicate"), {{"Retry-After", "90"}}));
        QCOMPARE(machine.state().job.askAgainAt, std::optional(kNow + seconds{90}));
        const auto kept = stateFromJson(toJson(machine.state()));
        QVERIFY(kept && *kept == machine.state());
        machine.feed(GoOn{});
        QCOMPARE(machine.kickOffs(), 1);
        const Step step = machine.feed(TryLater{kNow + seconds{90}});
        QVERIFY(isIn<ReadyToKickOff>(step.state));
        QCOMPARE(machine.wait(), seconds{90});
        QCOMPARE(machine.kickOffs(), 1); // nothing meanwhile
        machine.feed(Due{});
        machine.feed(TokenReady{});
        QCOMPARE(machine.kickOffs(), 2);
    }

    void onlyADuplicateCanWaitLikeThat() // EC-009
    {
        Machine machine;
        machine.start();
        machine.feed(answered(404));
        machine.feed(TryLater{kNow + seconds{90}});
        QVERIFY(isIn<Finished>(machine.state()));
        QVERIFY(!machine.state().job.askAgainAt);
    }

    void waitingForAnotherJobIsCancelledWithoutARequest() // EC-009
    {
        Machine machine;
        machine.start();
        machine.feed(answered(200, outcome("duplicate")));
        QVERIFY(!machine.state().job.askAgainAt); // it named no time
        machine.feed(TryLater{kNow + seconds{90}});
        const Step step = machine.feed(Cancel{});
        QVERIFY(isIn<Finished>(step.state));
        QCOMPARE(machine.kickOffs(), 1);
    }

    void anAnswerEndsTheRunAs_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, int status, const QByteArray &body, Outcome outcome) {
            QTest::newRow(name) << status << body << static_cast<int>(outcome);
        };
        // BD-013, F-012: the three bodies of a duplicate, none of them a success
        row("200 duplicate", 200, outcome("duplicate", "Bulk operation is already in progress for the group"),
            Outcome::Duplicate);
        row("429 duplicate", 429, outcome("duplicate"), Outcome::Duplicate);
        row("200 processing", 200, outcome("processing", "An export is Already in progress"),
            Outcome::Duplicate);
        row("200 other outcome", 200, outcome("invalid"), Outcome::Failed);
        row("200 Bundle", 200, R"({"resourceType":"Bundle"})", Outcome::Failed); // F-013
        row("200 page", 200, "<html>", Outcome::Failed);
        row("400", 400, outcome("invalid", "_typeFilter is not supported"), Outcome::Failed); // F-009
        row("401", 401, {}, Outcome::Unauthorized); // the second one, F-010
        row("403", 403, outcome("forbidden", "HAPI-0333: Access denied by rule"), Outcome::Unauthorized);
        row("404", 404, {}, Outcome::Failed); // F-014
        row("405", 405, {}, Outcome::Failed); // F-015
        row("413", 413, {}, Outcome::Failed); // F-016
        row("422", 422, "Prefer header", Outcome::Failed); // F-011
        row("302", 302, {}, Outcome::Failed); // F-018
        row("500", 500, outcome("processing"), Outcome::Failed);
        row("500 exception", 500, outcome("exception"), Outcome::Failed);
        row("501", 501, {}, Outcome::Failed);
    }
    void anAnswerEndsTheRunAs()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, expected);
        Machine machine;
        machine.start();
        machine.feed(answered(status, body, {}, kBase));
        QVERIFY(isIn<Finished>(machine.state()));
        const Finished &finished = std::get<Finished>(machine.state().phase);
        QCOMPARE(static_cast<int>(finished.outcome), expected);
        QVERIFY(finished.problem);
        QVERIFY(finished.problem->what.endsWith(QLatin1Char('.')));
        QVERIFY(!advice(*finished.problem).isEmpty());
        machine.feed(Due{});
        machine.feed(Resume{});
        QCOMPARE(machine.kickOffs(), 1); // nothing is tried again by itself
    }

    void aRefusedParameterIsLeftOutWhenAPersonSaysSo_data() // BD-046, F-009
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("refused");
        QTest::newRow("named") << QByteArray("Parameter _type is not supported") << QStringLiteral("_type");
        QTest::newRow("in quotes") << QByteArray("Unknown parameter '_since'.") << QStringLiteral("_since");
        QTest::newRow("another one, not sent") << QByteArray("_typeFilter is not supported") << QString();
        QTest::newRow("no name") << QByteArray("Bad request") << QString();
    }
    void aRefusedParameterIsLeftOutWhenAPersonSaysSo()
    {
        QFETCH(QByteArray, words);
        QFETCH(QString, refused);
        Rules given = rules();
        given.dispensable = {QStringLiteral("_type"), QStringLiteral("_since")};
        Machine machine(given);
        machine.start();
        machine.feed(answered(400, outcome("not-supported", words.constData())));
        QVERIFY(isIn<Finished>(machine.state()));
        QCOMPARE(machine.state().job.refusedParameter, refused);
        machine.feed(Resume{});
        QCOMPARE(machine.kickOffs(), 1); // never silently
        machine.feed(GoOn{});
        machine.feed(TokenReady{});
        QCOMPARE(machine.kickOffs(), refused.isEmpty() ? 1 : 2);
        if (refused.isEmpty())
            return;
        QCOMPARE(machine.state().job.leftOut, QStringList{refused});
        QVERIFY(*stateFromJson(toJson(machine.state())) == machine.state());
        const Step step = machine.feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}}));
        QVERIFY(step.notes.value(0).contains(refused));
    }

    void aParameterIsLeftOutOnlyOnce()
    {
        Rules given = rules();
        given.dispensable = {QStringLiteral("_type")};
        Machine machine(given);
        machine.start();
        machine.feed(answered(400, outcome("not-supported", "_type")));
        machine.feed(GoOn{});
        machine.feed(TokenReady{});
        machine.feed(answered(400, outcome("not-supported", "_type")));
        QVERIFY(machine.state().job.refusedParameter.isEmpty());
        machine.feed(GoOn{});
        QCOMPARE(machine.kickOffs(), 2);
    }

    void anInlineAnswerIsKept() // F-013
    {
        Machine machine;
        machine.start();
        const Step step = machine.feed(answered(200, R"({"resourceType":"Bundle"})"));
        QVERIFY(command<KeepAnswer>(step));
        QCOMPARE(command<KeepAnswer>(step)->bytes, QByteArray(R"({"resourceType":"Bundle"})"));
    }

    void htmlIsShownAsText() // BD-014
    {
        Machine machine;
        machine.start();
        machine.feed(answered(400, "<html><b>bad</b></html>"));
        QCOMPARE(std::get<Finished>(machine.state().phase).problem->serverText,
            QStringLiteral("<html><b>bad</b></html>"));
    }

    void throttledTwiceThenAccepted() // BD-015
    {
        Machine machine;
        machine.start();
        for (int i = 0; i < 2; ++i) {
            machine.feed(answered(429, {}, {{"Retry-After", "7"}}));
            QVERIFY(isIn<ReadyToKickOff>(machine.state()));
            QCOMPARE(machine.wait(), seconds{7});
            machine.due();
            machine.feed(TokenReady{});
        }
        machine.feed(answered(202, {}, {{"Content-Location", kStatus.toEncoded()}}));
        QVERIFY(isIn<Waiting>(machine.state()));
        QCOMPARE(machine.kickOffs(), 3);
    }

    void unavailableIsTriedAgainForAWhile()
    {
        Machine machine;
        machine.start();
        int rounds = 0;
        while (!isIn<Stalled>(machine.state()) && rounds < 50) {
            ++rounds;
            machine.feed(answered(503));
            if (isIn<ReadyToKickOff>(machine.state())) {
                machine.due();
                machine.feed(TokenReady{});
            }
        }
        QVERIFY(rounds >= 10 && rounds < 20);
        machine.feed(Resume{}); // a later start simply tries again: nothing was accepted
        QVERIFY(isIn<ReadyToKickOff>(machine.state()));
    }

    void aLostAnswerIsUnknownAndNotTriedAgain_data() // BD-016, F-002, F-017
    {
        QTest::addColumn<bool>("gateway");
        QTest::newRow("reset") << false;
        QTest::newRow("504 of a gateway") << true;
    }
    void aLostAnswerIsUnknownAndNotTriedAgain()
    {
        QFETCH(bool, gateway);
        Machine machine;
        machine.start();
        if (gateway)
            machine.feed(answered(504, "<html>"));
        else
            machine.feed(NoAnswer{error(ErrorCode::Network, "reset"), true});
        QVERIFY(isIn<KickOffUnknown>(machine.state()));
        machine.feed(Due{});
        machine.feed(Resume{});
        machine.feed(PollNow{});
        QCOMPARE(machine.kickOffs(), 1);
        machine.feed(GoOn{}); // a person insists
        machine.feed(TokenReady{});
        QCOMPARE(machine.kickOffs(), 2);
    }

    void aRequestThatNeverLeftIsSimplySentAgain() // F-001, F-002
    {
        Machine machine;
        machine.start();
        machine.feed(NoAnswer{error(ErrorCode::Network, "host not found"), false});
        QVERIFY(isIn<ReadyToKickOff>(machine.state()));
        QCOMPARE(machine.wait(), seconds{30});
        machine.due();
        machine.feed(TokenReady{});
        QVERIFY(isIn<KickOffSent>(machine.state()));
    }

    void aRefusedTokenEndsItBeforeAnythingWasSent()
    {
        Machine machine;
        machine.feed(Start{});
        machine.feed(NoAnswer{error(ErrorCode::Unauthorized, "invalid_client"), false});
        QCOMPARE(std::get<Finished>(machine.state().phase).outcome, Outcome::Unauthorized);
        QCOMPARE(machine.kickOffs(), 0);
    }

    void separateExportStatusNeedsTheServersWord() // BD-006
    {
        for (const bool agreed : {true, false}) {
            Machine machine;
            machine.start();
            QList<http::Header> headers{{"Content-Location", kStatus.toEncoded()}};
            if (agreed)
                headers.append(http::Header{"Preference-Applied", "respond-async, separate-export-status"});
            machine.feed(answered(202, {}, headers));
            QCOMPARE(machine.state().job.separateStatus, agreed);
        }
    }
};

QTEST_GUILESS_MAIN(TestExportKickOff)
#include "tst_export_kick_off.moc"
