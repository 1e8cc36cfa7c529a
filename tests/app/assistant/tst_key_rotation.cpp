// SPDX-License-Identifier: Apache-2.0
// The rules of a key's rotation (SB-032): every order of events is a plain function call.
#include "assistant/key_rotation.h"
#include "assistant/rotation_set.h"

#include <QTest>

using namespace waybill;
using namespace waybill::assistant;
using namespace waybill::assistant::rotation;

namespace {

const Instant kStart = toInstant(QDateTime({2026, 11, 23}, {10, 0}, Qt::UTC));

Key key(const QString &name)
{
    return {name, name, QStringLiteral("RS384"), {practices::KeyReference::Kind::Keychain, name}};
}

class Run
{
public:
    explicit Run(bool pasted = false, bool exposed = false)
    {
        say(Begin{key(QStringLiteral("old")), key(QStringLiteral("new")), pasted, exposed});
    }
    Run &say(const Event &event)
    {
        const Step step = advance(state, event, now);
        state = step.state;
        commands = step.commands;
        return *this;
    }
    Run &pass(std::chrono::hours hours)
    {
        now += hours;
        return say(TimePassed{});
    }
    template <typename Command>
    bool orders() const
    {
        for (const auto &command : commands) {
            if (std::holds_alternative<Command>(command))
                return true;
        }
        return false;
    }
    QStringList set() const
    {
        QStringList names;
        for (const Key &one : published(state))
            names.append(one.keyId);
        return names;
    }

    State state;
    QList<Command> commands;
    Instant now = kStart;
};

const SetSeen kBoth{true, true, std::chrono::seconds{300}, {}};
const QStringList kBothNames{QStringLiteral("old"), QStringLiteral("new")};
using namespace std::chrono_literals;

Run overlapping()
{
    Run run;
    run.say(kBoth).pass(24h).say(TestWanted{}).say(TokenGranted{});
    return run;
}

} // namespace
Q_DECLARE_METATYPE(waybill::assistant::rotation::Event)

class TestKeyRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWayFromOneKeyToTheNext() // SB-032
    {
        Run run;
        QCOMPARE(run.state.phase, Phase::Publishing);
        QCOMPARE(run.set(), kBothNames);
        QCOMPARE(run.say(kBoth).state.phase, Phase::Settling);
        QCOMPARE(run.state.readyAt, std::optional(kStart + 24h));
        QCOMPARE(run.pass(23h).state.phase, Phase::Settling);
        QCOMPARE(run.pass(1h).state.phase, Phase::Ready);
        QVERIFY(!nextSigns(run.state));
        QVERIFY(run.say(TestWanted{}).orders<AskForToken>());
        QCOMPARE(run.state.phase, Phase::Testing);
        QVERIFY(run.say(TokenGranted{}).orders<SignWith>());
        QCOMPARE(run.state.phase, Phase::Overlap);
        QVERIFY(nextSigns(run.state));
        QCOMPARE(run.set(), kBothNames);
        QCOMPARE(run.pass(24h).say(RetireWanted{}).state.phase, Phase::Retiring);
        QCOMPARE(run.set(), QStringList{QStringLiteral("new")});
        QVERIFY(run.say(SetSeen{false, true, 0s, {}}).orders<Retired>());
        QCOMPARE(run.state, State());
    }

    void aLongMaxAgeIsWaitedFor() // SB-032: max(max-age, 24 h)
    {
        Run run;
        run.say(SetSeen{true, true, std::chrono::hours{72}, {}});
        QCOMPARE(run.pass(71h).state.phase, Phase::Settling);
        QCOMPARE(run.pass(1h).state.phase, Phase::Ready);
        run.say(TestWanted{}).say(TokenGranted{});
        QCOMPARE(run.pass(71h).say(RetireWanted{}).state.phase, Phase::Overlap);
        QCOMPARE(run.pass(1h).say(RetireWanted{}).state.phase, Phase::Retiring);
    }

    void theOldKeyIsNeverDroppedBeforeAGreenTest_data() // SB-032
    {
        QTest::addColumn<QList<Event>>("before");
        QTest::newRow("nothing published") << QList<Event>{};
        QTest::newRow("just published") << QList<Event>{kBoth};
        QTest::newRow("test under way") << QList<Event>{kBoth, TimePassed{}, TestWanted{}};
        QTest::newRow("test refused")
            << QList<Event>{kBoth, TimePassed{}, TestWanted{}, TokenRefused{QStringLiteral("no")}};
        QTest::newRow("old key taken back")
            << QList<Event>{kBoth, TimePassed{}, TestWanted{}, TokenGranted{}, OldWanted{}};
    }
    void theOldKeyIsNeverDroppedBeforeAGreenTest()
    {
        QFETCH(const QList<Event>, before);
        Run run;
        for (const Event &event : before) {
            run.now += 30h;
            run.say(event);
        }
        run.now += 30h;
        run.say(RetireWanted{});
        QVERIFY(run.state.phase != Phase::Retiring);
        QVERIFY(run.set().contains(QStringLiteral("old")));
        QVERIFY(!run.orders<Retired>());
    }

    void aSetThatLosesAKeyBeginsTheWaitAnew()
    {
        Run run;
        run.say(kBoth).pass(23h);
        run.say(SetSeen{true, false, 0s, {}});
        QCOMPARE(run.state.phase, Phase::Publishing);
        QVERIFY(!run.state.trouble.isEmpty());
        QCOMPARE(run.say(kBoth).state.readyAt, std::optional(kStart + 47h));
        QVERIFY(run.state.trouble.isEmpty());
        run.say(SetSeen{false, true, 0s, {}}); // the key that signs is gone: worse
        QCOMPARE(run.state.phase, Phase::Publishing);
    }

    void anUnreadableSetChangesNothingButTellsIt()
    {
        Run run;
        run.say(kBoth).pass(24h);
        run.say(SetSeen{false, false, 0s, QStringLiteral("HTTP 503")});
        QCOMPARE(run.state.phase, Phase::Ready);
        QCOMPARE(run.state.trouble, QStringLiteral("HTTP 503"));
    }

    void
    aSetThatIsWrongIsNoEvidenceAnyMore() // what was seen before counts only while nothing speaks against it
    {
        Run run;
        run.say(kBoth);
        run.say(SetSeen{true, false, 0s, QStringLiteral("twice"), true});
        QCOMPARE(run.state.phase, Phase::Publishing);
        QVERIFY(!run.state.seenAt && !run.state.readyAt);
        QCOMPARE(run.state.trouble, QStringLiteral("twice"));
    }

    void aSetThatLosesTheSigningKeyIsToldInTheOverlap()
    {
        Run run = overlapping();
        run.say(SetSeen{true, false, 0s, {}});
        QCOMPARE(run.state.phase, Phase::Overlap);
        QVERIFY(!run.state.trouble.isEmpty());
        run.say(kBoth);
        QVERIFY(run.state.trouble.isEmpty());
    }

    void aRefusedTestKeepsTheOldKey()
    {
        Run run;
        run.say(kBoth).pass(24h).say(TestWanted{}).say(TokenRefused{QStringLiteral("invalid_client")});
        QCOMPARE(run.state.phase, Phase::Ready);
        QVERIFY(!run.orders<SignWith>());
        QCOMPARE(run.state.trouble, QStringLiteral("invalid_client"));
        QVERIFY(run.say(TestWanted{}).orders<AskForToken>());
    }

    void theOldKeyCanSignAgainWhileBothArePublished()
    {
        Run run = overlapping();
        run.say(OldWanted{});
        QCOMPARE(run.state.phase, Phase::Ready);
        QVERIFY(run.orders<SignWith>());
        QCOMPARE(std::get<SignWith>(run.commands.first()).key.keyId, QStringLiteral("old"));
        run.say(GiveUp{});
        QCOMPARE(run.state, State());
    }

    void otherPracticesHoldTheOldKey() // SB-033
    {
        Run run = overlapping();
        run.pass(48h).say(RetireWanted{2, false});
        QCOMPARE(run.state.phase, Phase::Overlap);
        QVERIFY(!run.state.trouble.isEmpty());
        QCOMPARE(run.say(RetireWanted{0, false}).state.phase, Phase::Retiring);
    }

    void operationsGetTheNewKeyBeforeTheOldOneLeaves()
    {
        Run run = overlapping();
        run.pass(48h).say(RetireWanted{0, true});
        QCOMPARE(run.state.phase, Phase::Overlap);
        QVERIFY(!run.state.trouble.isEmpty());
        QCOMPARE(run.say(RetireWanted{0, false}).state.phase, Phase::Retiring);
    }

    void aRotationIsNotGivenUpOnceTheNewKeySigns()
    {
        QCOMPARE(overlapping().say(GiveUp{}).state.phase, Phase::Overlap);
        Run early;
        QCOMPARE(early.say(kBoth).say(GiveUp{}).state, State());
    }

    void aPastedSetIsBelieved() // SB-032: pasted sets hold the present key and its successor
    {
        Run run(true);
        QCOMPARE(run.set(), kBothNames);
        run.say(SetPasted{});
        QCOMPARE(run.state.phase, Phase::Settling);
        run.pass(24h).say(TestWanted{}).say(TokenGranted{}).pass(24h).say(RetireWanted{});
        QCOMPARE(run.state.phase, Phase::Retiring);
        QVERIFY(run.say(SetPasted{}).orders<Retired>());
    }

    void nobodyCanPasteIntoAnAddress() { QCOMPARE(Run().say(SetPasted{}).state.phase, Phase::Publishing); }

    void anExposedKeyLeavesAtOnceAndNothingIsWaitedFor()
    {
        Run run(false, true);
        QCOMPARE(run.set(), QStringList{QStringLiteral("new")});
        run.say(kBoth);
        QCOMPARE(run.state.phase, Phase::Publishing); // it is still there
        QVERIFY(!run.state.trouble.isEmpty());
        run.say(SetSeen{false, true, std::chrono::hours{72}, {}});
        QCOMPARE(run.state.phase, Phase::Ready);
        run.say(TestWanted{}).say(TokenGranted{});
        QVERIFY(run.orders<SignWith>() && run.orders<Retired>());
        QVERIFY(std::get<Retired>(run.commands.last()).exposed);
        QCOMPARE(run.state, State());
    }

    void aKeyCanBeExposedWhileARotationRuns()
    {
        Run waiting;
        waiting.say(kBoth).say(Exposed{});
        QCOMPARE(waiting.set(), QStringList{QStringLiteral("new")});
        QCOMPARE(waiting.say(SetSeen{false, true, 0s, {}}).state.phase, Phase::Ready);
        Run overlap = overlapping();
        QCOMPARE(overlap.say(Exposed{}).state.phase, Phase::Retiring);
        QVERIFY(overlap.say(SetSeen{false, true, 0s, {}}).orders<Retired>());
    }

    void eventsThatComeAtTheWrongTimeChangeNothing_data()
    {
        QTest::addColumn<Event>("event");
        QTest::newRow("set seen") << Event(kBoth);
        QTest::newRow("pasted") << Event(SetPasted{});
        QTest::newRow("time") << Event(TimePassed{});
        QTest::newRow("test") << Event(TestWanted{});
        QTest::newRow("granted") << Event(TokenGranted{});
        QTest::newRow("refused") << Event(TokenRefused{QStringLiteral("x")});
        QTest::newRow("old") << Event(OldWanted{});
        QTest::newRow("retire") << Event(RetireWanted{});
        QTest::newRow("exposed") << Event(Exposed{});
        QTest::newRow("give up") << Event(GiveUp{});
    }
    void eventsThatComeAtTheWrongTimeChangeNothing()
    {
        QFETCH(const Event, event);
        const Step step = advance({}, event, kStart);
        QCOMPARE(step.state, State());
        QVERIFY(step.commands.isEmpty());
    }

    void aLateTokenAfterTheKeyWasExposedIsNotBelieved()
    {
        Run run;
        run.say(kBoth).pass(24h).say(TestWanted{}).say(Exposed{}).say(TokenGranted{});
        QCOMPARE(run.state.phase, Phase::Publishing);
        QVERIFY(!run.orders<SignWith>());
    }

    void everyStateIsReadBackAsItWas()
    {
        Run run;
        const auto back = [&run] { return stateFromJson(toJson(run.state)); };
        QCOMPARE(back(), run.state);
        QCOMPARE((run.say(kBoth), back()), run.state);
        QCOMPARE((run.pass(24h), back()), run.state);
        run.say(TestWanted{});
        QCOMPARE(back().phase, Phase::Ready); // nobody knows how a killed test ended
        QCOMPARE((run.say(TokenGranted{}), back()), run.state);
        QCOMPARE(stateFromJson({}), State());
        QCOMPARE(stateFromJson({{QStringLiteral("phase"), QStringLiteral("dancing")}}), State());
    }

    void theAgeOfACopyIsReadLeniently_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("plain") << QByteArray("max-age=300") << 300;
        QTest::newRow("among others") << QByteArray("public, MAX-AGE=86400, must-revalidate") << 86400;
        QTest::newRow("quoted") << QByteArray("max-age=\"60\"") << 60;
        QTest::newRow("none") << QByteArray("no-store") << 0;
        QTest::newRow("negative") << QByteArray("max-age=-5") << 0;
        QTest::newRow("no number") << QByteArray("max-age=soon") << 0;
        QTest::newRow("ages") << QByteArray("max-age=99999999999") << 31'536'000;
    }
    void theAgeOfACopyIsReadLeniently()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, seconds);
        http::Headers headers;
        headers.add("Cache-Control", header);
        QCOMPARE(maxAgeOf(headers), std::chrono::seconds(seconds));
    }
};

QTEST_GUILESS_MAIN(TestKeyRotation)
#include "tst_key_rotation.moc"
