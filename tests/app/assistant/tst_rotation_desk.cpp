// SPDX-License-Identifier: Apache-2.0
// A key is rotated against the real sandbox: from the first key to the retired one, over restarts (SB-032).
#include "app/assistant/assistant_fixture.h"
#include "assistant/rotation_desk.h"
#include "assistant/rotation_set.h"

#include <QJsonDocument>

using namespace waybill;
using namespace waybill::assistant;
using namespace std::chrono_literals;
using practices::Step;
using practices::StepState;
using Turn = rotation::Phase;
using waybill::test::Onboarding;
using Work = RotationDeskState::Work;

namespace {

QStringList idsIn(const QByteArray &set)
{
    QStringList ids;
    for (const QJsonValue &key : QJsonDocument::fromJson(set).object().value(QLatin1String("keys")).toArray())
        ids.append(key.toObject().value(QLatin1String("kid")).toString());
    return ids;
}

} // namespace

class TestOnboardingRotationDesk : public QObject
{
    Q_OBJECT

    static RotationDesk &desk(Onboarding &o) { return o.practice().rotation(); }
    static Turn phase(Onboarding &o) { return desk(o).state().rotation.phase; }
    static bool rests(Onboarding &o)
    {
        return Onboarding::waitFor([&o] { return desk(o).state().work == Work::Idle; });
    }
    /// A practice with its first key, registered by URL, and a token that was granted.
    bool connected(Onboarding &o)
    {
        if (!o.chooseEnvironment() || !o.makeKey() || !o.registerAt(*m_sandbox, m_sandbox->generic()))
            return false;
        o.practice().connection().run();
        return Onboarding::waitFor([&] { return o.record(Step::Connection).state == StepState::Ok; });
    }
    static bool begun(Onboarding &o, bool exposed = false)
    {
        desk(o).beginWithNew(keys::KeyKind::EcP384, o.filePlace(QStringLiteral("next.pem")), exposed);
        return rests(o) && phase(o) == Turn::Publishing;
    }
    /// The web server of the person: puts the file where the JWKS URL points.
    bool publish(Onboarding &o)
    {
        const QString name = o.profile().jwksUrl.path().section(QLatin1Char('/'), -1).section(u'.', 0, 0);
        return m_sandbox->ask("PUT", QStringLiteral("/portal/jwks/") + name, desk(o).state().set).status
            == 201;
    }
    static Turn lookedAt(Onboarding &o)
    {
        desk(o).look();
        return rests(o) ? phase(o) : Turn::None;
    }
    static Turn later(Onboarding &o, std::chrono::hours hours)
    {
        o.shiftClock(hours);
        o.reopen();
        o.shiftClock(0h); // the sandbox would refuse an assertion from tomorrow
        return phase(o);
    }
    /// The new key is published beside the old one and every cache of the set is old enough.
    bool settled(Onboarding &o)
    {
        return begun(o) && publish(o) && lookedAt(o) == Turn::Settling && later(o, 25h) == Turn::Ready;
    }
    static bool signsWithNew(Onboarding &o)
    {
        desk(o).test();
        desk(o).unlockAndTest(Onboarding::passphrase());
        return Onboarding::waitFor([&] { return phase(o) == Turn::Overlap; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<waybill::test::SandboxProcess>(QStringList{QStringLiteral("--patients"),
            QStringLiteral("20"), QStringLiteral("--rate-limit"), QStringLiteral("0")});
        QVERIFY2(m_sandbox->isListening(), qPrintable(m_sandbox->problem()));
    }
    void init() { QVERIFY(m_sandbox->setFaults({})); }

    void fromTheFirstKeyToTheRetiredOne() // SB-032
    {
        Onboarding o;
        QVERIFY(connected(o));
        const QString first = o.profile().keyThumbprint;
        QVERIFY(begun(o));
        const QString second = desk(o).state().rotation.next.thumbprint;
        QCOMPARE(idsIn(desk(o).state().set), (QStringList{first, second}));
        QCOMPARE(o.profile().keyThumbprint, first);
        QCOMPARE(lookedAt(o), Turn::Publishing); // not published yet
        QVERIFY(!desk(o).state().rotation.trouble.isEmpty());
        QVERIFY(publish(o));
        QCOMPARE(lookedAt(o), Turn::Settling);
        desk(o).test(); // too early
        QCOMPARE(phase(o), Turn::Settling);
        desk(o).retireOld(); // far too early
        QCOMPARE(phase(o), Turn::Settling);
        QCOMPARE(later(o, 23h), Turn::Settling);
        QCOMPARE(later(o, 25h), Turn::Ready); // after a restart
        desk(o).test();
        QVERIFY(desk(o).state().needsPassphrase);
        desk(o).unlockAndTest(Onboarding::passphrase());
        QVERIFY(Onboarding::waitFor([&] { return phase(o) == Turn::Overlap; }));
        QCOMPARE(o.profile().keyThumbprint, second);
        QCOMPARE(o.record(Step::Connection).state, StepState::Ok); // its token was just granted
        QCOMPARE(o.record(Step::Client).state, StepState::Ok); // the URL is the same
        QCOMPARE(o.practice().key().state().key->thumbprint, second);
        desk(o).retireOld();
        QCOMPARE(phase(o), Turn::Overlap); // a day of grace
        o.shiftClock(25h);
        desk(o).retireOld();
        QCOMPARE(phase(o), Turn::Retiring);
        QCOMPARE(idsIn(desk(o).state().set), QStringList{second});
        QCOMPARE(lookedAt(o), Turn::Retiring); // still both
        QVERIFY(publish(o));
        QCOMPARE(lookedAt(o), Turn::None);
        QVERIFY(!desk(o).state().done.isEmpty());
        QVERIFY(o.practice().draft().record().retiredKeys.contains(first));
        o.shiftClock(0h);
        o.practice().connection().run();
        QVERIFY(Onboarding::waitFor(
            [&] { return o.practice().connection().state().work == ConnectionDeskState::Work::Idle; }));
        QCOMPARE(o.record(Step::Connection).state, StepState::Ok);
    }

    void aRefusedTestKeepsTheOldKey()
    {
        Onboarding o;
        QVERIFY(connected(o));
        const QString first = o.profile().keyThumbprint;
        QVERIFY(settled(o));
        QVERIFY(m_sandbox->setFaults({QStringLiteral("invalid-client")}));
        desk(o).test();
        desk(o).unlockAndTest(Onboarding::passphrase());
        QVERIFY(Onboarding::waitFor([&] { return !desk(o).state().rotation.trouble.isEmpty(); }));
        QCOMPARE(phase(o), Turn::Ready);
        QVERIFY(desk(o).state().rotation.trouble.contains(QLatin1String("invalid_client")));
        QCOMPARE(o.profile().keyThumbprint, first);
        desk(o).unlockAndTest(SecretBytes(QByteArray("not the passphrase")));
        QVERIFY(rests(o) && desk(o).state().problem);
    }

    void anExposedKeyIsReplacedWithoutWaiting()
    {
        Onboarding o;
        QVERIFY(connected(o));
        const QString first = o.profile().keyThumbprint;
        QVERIFY(begun(o, true));
        QVERIFY(!idsIn(desk(o).state().set).contains(first));
        QCOMPARE(lookedAt(o), Turn::Publishing);
        QVERIFY(publish(o));
        QCOMPARE(lookedAt(o), Turn::Ready);
        desk(o).test();
        QVERIFY(Onboarding::waitFor([&] { return phase(o) == Turn::None; }));
        QVERIFY(o.profile().keyThumbprint != first);
        QVERIFY(o.practice()
                    .draft()
                    .record()
                    .retiredKeys.value(first)
                    .toObject()
                    .value(QLatin1String("exposed"))
                    .toBool());
    }

    void theOldKeySignsAgainWhenAsked()
    {
        Onboarding o;
        QVERIFY(connected(o));
        const QString first = o.profile().keyThumbprint;
        QVERIFY(settled(o));
        QVERIFY(signsWithNew(o));
        desk(o).signWithOld();
        QCOMPARE(phase(o), Turn::Ready);
        QCOMPARE(o.profile().keyThumbprint, first);
        QVERIFY(o.practice().keyHolder().needsPassphrase()); // the other key is in memory
        desk(o).giveUp();
        QCOMPARE(phase(o), Turn::None);
        QCOMPARE(o.profile().keyThumbprint, first);
    }

    void theOldKeyStaysWhileOtherPracticesSignWithIt() // SB-033
    {
        Onboarding o;
        QVERIFY(connected(o));
        practices::Profile other = o.profile();
        other.id = QStringLiteral("other");
        other.name = QStringLiteral("Oak Street");
        QVERIFY(o.store().saveProfile(other));
        QVERIFY(settled(o));
        QCOMPARE(desk(o).state().othersWithOld, 1);
        QVERIFY(signsWithNew(o));
        o.shiftClock(48h);
        desk(o).retireOld();
        QCOMPARE(phase(o), Turn::Overlap);
        QVERIFY(!desk(o).state().rotation.trouble.isEmpty());
    }

    void aWaybillThatWasHandedOverIsHandedOverAgainFirst()
    {
        Onboarding o;
        QVERIFY(connected(o));
        o.practice().draft().complete(Step::HandOver, QStringLiteral("handed over"));
        QVERIFY(settled(o));
        QVERIFY(!desk(o).state().waybillHasOld);
        QVERIFY(signsWithNew(o));
        QVERIFY(desk(o).state().waybillHasOld);
        o.shiftClock(48h);
        desk(o).retireOld();
        QCOMPARE(phase(o), Turn::Overlap);
        o.practice().draft().complete(Step::HandOver, QStringLiteral("handed over with the new key"));
        o.reopen();
        desk(o).retireOld();
        QCOMPARE(phase(o), Turn::Retiring);
    }

    void keysOfOthersInTheHostedSetAreKept()
    {
        QTemporaryDir folder;
        const auto old = keys::generate(keys::KeyKind::EcP384);
        const auto next = keys::generate(keys::KeyKind::EcP384);
        const auto stranger = keys::generate(keys::KeyKind::EcP384);
        const auto thumb = [](const keys::KeyPair &pair) { return QString::fromLatin1(pair.thumbprint()); };
        QVERIFY(writePublicHalf(folder.path(), *old, thumb(*old)));
        QVERIFY(writePublicHalf(folder.path(), *next, thumb(*next)));
        rotation::State state;
        state.phase = Turn::Publishing;
        state.old = {thumb(*old), thumb(*old), {}, {}};
        state.next = {thumb(*next), thumb(*next), {}, {}};
        const QByteArray hosted = keys::jwkSet({old->publicJwk(), stranger->publicJwk()});
        QCOMPARE(idsIn(setToPublish(state, folder.path(), hosted)),
            (QStringList{thumb(*old), thumb(*next), thumb(*stranger)}));
        state.phase = Turn::Retiring;
        QCOMPARE(
            idsIn(setToPublish(state, folder.path(), hosted)), (QStringList{thumb(*next), thumb(*stranger)}));
        QJsonObject leaked = stranger->publicJwk();
        leaked.insert(QStringLiteral("d"), QStringLiteral("AAAA"));
        const QByteArray leaking =
            QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{leaked}}}).toJson();
        QCOMPARE(idsIn(setToPublish(state, folder.path(), leaking)), QStringList{thumb(*next)}); // SB-026
    }

    void anotherKeyUnderOneOfOurIdsIsNoEvidence_data()
    {
        QTest::addColumn<bool>("underOld");
        QTest::newRow("under the ID of the key that signs") << true;
        QTest::newRow("under the ID of its successor") << false;
    }
    void anotherKeyUnderOneOfOurIdsIsNoEvidence()
    {
        QFETCH(bool, underOld);
        const auto old = keys::generate(keys::KeyKind::EcP384);
        const auto next = keys::generate(keys::KeyKind::EcP384);
        const auto stranger = keys::generate(keys::KeyKind::EcP384);
        rotation::State state;
        state.phase = Turn::Settling;
        state.old = {QString::fromLatin1(old->thumbprint()), QStringLiteral("old"), {}, {}};
        state.next = {QString::fromLatin1(next->thumbprint()), QStringLiteral("next"), {}, {}};
        http::Response answer;
        answer.head.status = 200;
        const auto seen = [&](const QList<QJsonObject> &set) {
            answer.body = keys::jwkSet(set);
            return setSeen(answer, state);
        };
        const QJsonObject right = old->publicJwk(QStringLiteral("old"));
        const QJsonObject successor = next->publicJwk(QStringLiteral("next"));
        QVERIFY(seen({right, successor}).hasOld && seen({right, successor}).hasNext);
        const QJsonObject wrong =
            stranger->publicJwk(underOld ? QStringLiteral("old") : QStringLiteral("next"));
        const rotation::SetSeen replaced = underOld ? seen({wrong, successor}) : seen({right, wrong});
        QVERIFY(replaced.wrong && !replaced.trouble.isEmpty());
        QVERIFY(!(replaced.hasOld && replaced.hasNext));
        QVERIFY(seen({right, successor, wrong}).wrong); // a server may take either one
        state.phase = Turn::Retiring; // an old key that leaves must be gone under any ID
        QVERIFY(seen({successor, old->publicJwk(QStringLiteral("renamed"))}).hasOld);
        QVERIFY(!seen({successor}).hasOld);
    }

    void keysOfOthersAreInTheSetFromTheBeginningAndAfterARestart() // one address may serve several clients
    {
        Onboarding o;
        QVERIFY(connected(o));
        const auto stranger = keys::generate(keys::KeyKind::EcP384);
        const QString first = o.profile().keyThumbprint;
        QJsonArray both = QJsonDocument::fromJson(o.practice().key().state().jwks)
                              .object()
                              .value(QLatin1String("keys"))
                              .toArray();
        both.append(stranger->publicJwk());
        const QString name = o.profile().jwksUrl.path().section(QLatin1Char('/'), -1).section(u'.', 0, 0);
        QCOMPARE(m_sandbox
                     ->ask("PUT", QStringLiteral("/portal/jwks/") + name,
                         QJsonDocument(QJsonObject{{QStringLiteral("keys"), both}}).toJson())
                     .status,
            201);
        QVERIFY(begun(o));
        const QString id = QString::fromLatin1(stranger->thumbprint());
        QVERIFY(idsIn(desk(o).state().set).contains(id));
        QVERIFY(desk(o).state().rotation.trouble.isEmpty()); // nobody could have published it yet
        o.reopen();
        QVERIFY(idsIn(desk(o).state().set).contains(id));
        QVERIFY(idsIn(desk(o).state().set).contains(first));
    }

    void aKeyPutInByHandEndsTheRotation()
    {
        Onboarding o;
        QVERIFY(connected(o));
        QVERIFY(begun(o));
        QVERIFY(o.makeKey(keys::KeyKind::EcP384, QStringLiteral("third.pem")));
        o.reopen();
        QCOMPARE(phase(o), Turn::None);
        QVERIFY(desk(o).state().set.isEmpty());
    }

    void whatCannotBeginSaysWhy()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        desk(o).beginWithNew(keys::KeyKind::EcP384, o.filePlace(), false);
        QVERIFY(desk(o).state().problem); // no key yet
        QVERIFY(o.makeKey());
        desk(o).beginWithFile(o.inHome(QStringLiteral("key.pem")), Onboarding::passphrase(),
            o.filePlace(QStringLiteral("copy.pem")), false);
        QVERIFY(rests(o) && desk(o).state().problem); // the same key
        QCOMPARE(phase(o), Turn::None);
    }

private:
    std::unique_ptr<waybill::test::SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestOnboardingRotationDesk)
#include "tst_rotation_desk.moc"
