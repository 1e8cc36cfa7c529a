// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/client_page_presenter.h"

#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using assistant::Registration;
using practices::Environment;
using practices::Step;
using practices::StepState;
using P = ClientPagePresenter;

namespace {

/// A practice at eCW's production host, with a key.
bool atEcw(test::Onboarding &o)
{
    if (!o.chooseEnvironment(Environment::Sandbox, false) || !o.adoptKey())
        return false;
    o.practice().endpoint().type(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    return o.practice().endpoint().accept().has_value();
}

} // namespace

class TestClientPagePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ecwTakesAUrlOnly() // SB-029
    {
        test::Onboarding o;
        QVERIFY(atEcw(o));
        P presenter(o.practice());
        QVERIFY(presenter.state().urlOnly);
        presenter.setRegistration(Registration::PastedJwks);
        QCOMPARE(presenter.state().registration, Registration::JwksUrl);
        QVERIFY(!presenter.state().canRegisterHere);
        QVERIFY(!presenter.state().jwks.isEmpty());
    }

    void badValuesAreNamedAndGoodOnesKept_data()
    {
        QTest::addColumn<QString>("clientId");
        QTest::addColumn<QString>("jwksUrl");
        QTest::addColumn<bool>("good");
        const QString url = QStringLiteral("https://keys.example.org/jwks.json");
        QTest::newRow("good") << QStringLiteral(" kX3-9_abc ") << url << true;
        QTest::newRow("two words") << QStringLiteral("client id") << url << false;
        QTest::newRow("no URL") << QStringLiteral("kX3") << QString() << false;
        QTest::newRow("plain http") << QStringLiteral("kX3") << QStringLiteral("http://example.org/jwks.json")
                                    << false;
    }

    void badValuesAreNamedAndGoodOnesKept()
    {
        QFETCH(const QString, clientId);
        QFETCH(const QString, jwksUrl);
        QFETCH(const bool, good);
        test::Onboarding o;
        QVERIFY(atEcw(o));
        P presenter(o.practice());
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.setClientId(clientId);
        presenter.setJwksUrl(jwksUrl);
        QVERIFY(presenter.state().frame.primaryEnabled);
        presenter.primary();
        QCOMPARE(next.size(), good ? 1 : 0);
        QCOMPARE(presenter.state().frame.notice.has_value(), !good);
        QCOMPARE(o.profile().clientId, good ? clientId.trimmed() : QString());
    }

    void waitingForOthersIsKeptWithItsDate() // EC-007
    {
        test::Onboarding o;
        QVERIFY(atEcw(o));
        P presenter(o.practice());
        presenter.setJwksUrl(QStringLiteral("https://keys.example.org/jwks.json"));
        presenter.waitForOthers();
        QCOMPARE(o.record(Step::Client).state, StepState::Waiting);
        QVERIFY(presenter.state().waiting.contains(QStringLiteral("Since just now")));
        QCOMPARE(presenter.state().frame.notice->kind, Notice::Kind::Waiting);
        o.reopen();
        P again(o.practice());
        QVERIFY(!again.state().waiting.isEmpty());
        QCOMPARE(o.profile().jwksUrl, QUrl(QStringLiteral("https://keys.example.org/jwks.json")));
    }

    void aClientIdOfTheOtherEnvironmentNeedsASecondYes() // EC-008
    {
        test::Onboarding o;
        practices::Profile production;
        production.id = QStringLiteral("other");
        production.environment = Environment::Production;
        production.clientId = QStringLiteral("kX3");
        QVERIFY(o.store().saveProfile(production));
        QVERIFY(atEcw(o));
        P presenter(o.practice());
        presenter.setClientId(QStringLiteral("kX3"));
        presenter.setJwksUrl(QStringLiteral("https://keys.example.org/jwks.json"));
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.primary();
        QCOMPARE(next.size(), 0);
        QVERIFY(presenter.state().mayInsist);
        QVERIFY(!presenter.state().frame.notice->action.isEmpty());
        presenter.noticeAction();
        QCOMPARE(next.size(), 1);
        QCOMPARE(o.profile().clientId, QStringLiteral("kX3"));
    }

    void theSandboxRegistersByItself()
    {
        test::SandboxProcess sandbox({QStringLiteral("--patients"), QStringLiteral("2")});
        QVERIFY(sandbox.isListening());
        test::Onboarding o;
        o.offer(sandbox);
        QVERIFY(o.chooseEnvironment() && o.adoptKey());
        o.practice().endpoint().type(sandbox.ecw().fhirBaseUrl.toString());
        QVERIFY(o.practice().endpoint().accept());
        P presenter(o.practice());
        QVERIFY(presenter.state().canRegisterHere);
        presenter.primary();
        QVERIFY(!presenter.state().frame.busy.isEmpty());
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        QVERIFY(!presenter.state().clientId.isEmpty());
        QCOMPARE(presenter.state().clientId, o.profile().clientId);
        QVERIFY(!presenter.state().jwksUrl.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClientPagePresenter)
#include "tst_client_page_presenter.moc"
