// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "assistant/rotation_desk.h"
#include "keys/private_jwk.h"
#include "presenters/endpoint_page_presenter.h"
#include "presenters/key_page_presenter.h"

using namespace waybill;
using namespace waybill::ui;
using practices::Step;
using practices::StepState;
using test::Onboarding;

class TestRotationPresenter : public QObject
{
    Q_OBJECT

    bool registered(Onboarding &o)
    {
        return o.chooseEnvironment() && o.makeKey() && o.registerAt(*m_sandbox, m_sandbox->generic());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::SandboxProcess>(QStringList{QStringLiteral("--patients"),
            QStringLiteral("20"), QStringLiteral("--rate-limit"), QStringLiteral("0")});
        QVERIFY2(m_sandbox->isListening(), qPrintable(m_sandbox->problem()));
    }

    void aKeyPageMakesASuccessorAndShowsItsWay() // SB-032
    {
        Onboarding o;
        QVERIFY(registered(o));
        KeyPagePresenter page(o.practice());
        QVERIFY(page.state().canRotate);
        QVERIFY(!page.rotation().state().active);
        page.rotate(false);
        QVERIFY(page.state().making);
        QCOMPARE(page.state().purpose, KeyPagePresenter::Purpose::Rotation);
        page.makeAnother(false); // thought better of it
        QVERIFY(!page.state().making);
        QCOMPARE(page.state().purpose, KeyPagePresenter::Purpose::Key);

        const QString first = o.profile().keyThumbprint;
        page.rotate(false);
        page.setKind(keys::KeyKind::EcP384);
        page.setPlace(KeyPagePresenter::Place::File);
        page.setPath(o.inHome(QStringLiteral("successor.pem")));
        page.submit({test::kPassphrase, QStringLiteral("something else"), {}});
        QVERIFY(page.state().frame.notice); // the passphrases differ
        page.submit({test::kPassphrase, test::kPassphrase, {}});
        QVERIFY(Onboarding::waitFor(
            [&] { return page.rotation().state().active && page.rotation().state().busy.isEmpty(); }));
        QVERIFY(!page.state().making);
        QVERIFY(!page.state().canRotate);
        QCOMPARE(o.profile().keyThumbprint, first);
        const RotationPresenter::State state = page.rotation().state();
        QVERIFY(state.showsSet && state.canLook && state.canGiveUp && state.canExpose);
        QVERIFY(!state.canTest && !state.canRetire && !state.canSayPasted);
        QVERIFY(keys::checkPublicOnly(state.set.toUtf8())); // SB-026

        page.rotation().look();
        QVERIFY(Onboarding::waitFor([&] { return !page.rotation().state().trouble.isEmpty(); }));
        page.rotation().saveSet(o.inHome(QStringLiteral("jwks.json")));
        QVERIFY(page.rotation().state().note.contains(QLatin1String("jwks.json")));
        page.rotation().giveUp();
        QVERIFY(!page.rotation().state().active);
        QVERIFY(page.state().canRotate);
    }

    void anExposedKeyIsSaidLoudly()
    {
        Onboarding o;
        QVERIFY(registered(o));
        KeyPagePresenter page(o.practice());
        page.rotate(true);
        QCOMPARE(page.state().purpose, KeyPagePresenter::Purpose::Replacement);
        page.setKind(keys::KeyKind::EcP384);
        page.setPlace(KeyPagePresenter::Place::File);
        page.setPath(o.inHome(QStringLiteral("successor.pem")));
        page.submit({test::kPassphrase, test::kPassphrase, {}});
        QVERIFY(Onboarding::waitFor([&] { return page.rotation().state().active; }));
        QVERIFY(page.rotation().state().urgent);
        QVERIFY(!page.rotation().state().canExpose);
    }

    void oneOfSeveralKeysOfASetIsChosen() // SB-028
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        const auto one = keys::generate(keys::KeyKind::EcP384);
        const auto two = keys::generate(keys::KeyKind::EcP384);
        const QByteArray set = R"({"keys":[)"
            + keys::privateJwk(*one, QStringLiteral("first"))->view().toByteArray() + ','
            + keys::privateJwk(*two, QStringLiteral("second"))->view().toByteArray() + "]}";
        const QString path = o.inHome(QStringLiteral("private-set.json"));
        QVERIFY(vault::writeKeyFile(path, SecretBytes(set)));
        KeyPagePresenter page(o.practice());
        page.setMode(KeyPagePresenter::Mode::Import);
        page.setImportPath(path);
        QCOMPARE(page.state().importKeys, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        QCOMPARE(page.state().importKey, QStringLiteral("first"));
        page.setImportKey(QStringLiteral("second"));
        page.setPlace(KeyPagePresenter::Place::File);
        page.setPath(o.inHome(QStringLiteral("mine.pem")));
        page.submit({test::kPassphrase, test::kPassphrase, {}});
        QVERIFY(Onboarding::waitFor([&] { return o.record(Step::Key).state == StepState::Ok; }));
        QCOMPARE(o.profile().keyThumbprint, QString::fromLatin1(two->thumbprint()));
        page.setImportPath(o.inHome(QStringLiteral("mine.pem")));
        QVERIFY(page.state().importKeys.isEmpty());
    }

    void aKeyThatIsNotRegisteredIsSimplyReplaced()
    {
        Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        QVERIFY(!KeyPagePresenter(o.practice()).state().canRotate);
    }

    void theWayToTheServerIsSaidInWords()
    {
        Onboarding o;
        EndpointPagePresenter page(o.practice());
        QVERIFY(!page.network().state().ownAuthorities);
        page.network().useProxy(QStringLiteral("nonsense"));
        QVERIFY(!page.network().state().problem.isEmpty());
        page.network().useProxy(QStringLiteral("proxy.example:8080"));
        QVERIFY(page.network().state().problem.isEmpty());
        QVERIFY(page.network().state().summary.contains(QLatin1String("proxy.example:8080")));
        QVERIFY(!page.network().state().asksPassword);
        page.network().useProxy(QStringLiteral("ann@proxy.example:8080"));
        QVERIFY(page.network().state().asksPassword && !page.network().state().canForget);
        page.network().signIn(QStringLiteral("s3cret")); // there is no keychain here
        QVERIFY(Onboarding::waitFor([&] { return !page.network().state().problem.isEmpty(); }));
        QVERIFY(page.network().state().canForget); // in use all the same
        page.network().trust(o.inHome(QStringLiteral("no-such-file.pem")));
        QVERIFY(!page.network().state().problem.isEmpty());
        page.network().trustSystemOnly();
        QVERIFY(page.network().state().problem.isEmpty());
    }

private:
    std::unique_ptr<test::SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestRotationPresenter)
#include "tst_rotation_presenter.moc"
