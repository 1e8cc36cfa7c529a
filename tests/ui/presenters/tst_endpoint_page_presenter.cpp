// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/endpoint_page_presenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using practices::Step;
using P = EndpointPagePresenter;

namespace {

QString writeList(test::Onboarding &o)
{
    QFile file(o.inHome(QStringLiteral("list.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("name,url,city,state,zip\n"
               "Elm Street Family Practice,https://fhir4.eclinicalworks.com/fhir/r4/AAAAAA,Boston,MA,02110\n"
               "Elm Street Family Practice,https://fhir4.eclinicalworks.com/fhir/r4/BBBBBB,Salem,OR,97301\n"
               "Oak <b>Hill</b>,https://fhir.example.org/r4/CCCCCC,Salem,MA,01970\n"
               "Test facility,https://fhir4.eclinicalworks.com/fhir/r4/DDDDDD,Salem,MA,01970\n");
    return file.fileName();
}

} // namespace

class TestEndpointPagePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPracticeIsFoundAndUsed() // EC-023, EC-024
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment(practices::Environment::Sandbox, false));
        P presenter(o.practice());
        QAbstractItemModelTester tester(
            presenter.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(!presenter.state().hasList);
        presenter.importFile(writeList(o));
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        QVERIFY(presenter.state().hasList);
        QVERIFY(presenter.state().source.startsWith(QStringLiteral("4 practices from list.csv")));
        QCOMPARE(presenter.model()->rowCount(), 3);
        QCOMPARE(presenter.state().resultLine, QStringLiteral("3 found, 1 more hidden"));
        presenter.setShowHidden(true);
        QCOMPARE(presenter.model()->rowCount(), 4);
        presenter.search(QStringLiteral("elm salem"));
        QCOMPARE(presenter.model()->rowCount(), 1);
        presenter.chooseRow(0);
        QCOMPARE(presenter.state().practiceCode, QStringLiteral("BBBBBB"));
        QCOMPARE(presenter.state().base, QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/BBBBBB"));
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.primary();
        QCOMPARE(next.size(), 1);
        QCOMPARE(o.profile().practiceCode, QStringLiteral("BBBBBB"));
        QCOMPARE(presenter.state().frame.primary, QStringLiteral("&Continue"));
    }

    void aForeignHostIsPointedOutAndItsMarkupStaysText() // EC-026, EC-027, F-133
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment(practices::Environment::Sandbox, false));
        P presenter(o.practice());
        presenter.importFile(writeList(o));
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        presenter.search(QStringLiteral("oak"));
        presenter.chooseRow(0);
        QVERIFY(presenter.state().warning.contains(QStringLiteral("fhir.example.org")));
        const QString tip = presenter.model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
        QVERIFY(!tip.contains(QStringLiteral("<b>")));
    }

    void theBuiltInPracticeIsFilledInAsSoonAsTheSandboxAnswers()
    {
        test::Onboarding o;
        P presenter(o.practice());
        QVERIFY(o.chooseEnvironment());
        QVERIFY(presenter.state().base.isEmpty());
        assistant::SandboxOffer offer{QUrl(QStringLiteral("http://127.0.0.1:4711/portal")),
            QUrl(QStringLiteral("http://127.0.0.1:4711/practiceList")),
            {{QStringLiteral("Generic"), QStringLiteral("GEN1"), QStringLiteral("generic"),
                 QUrl(QStringLiteral("http://127.0.0.1:4711/fhir/r4/GEN1"))},
                {QStringLiteral("Elm"), QStringLiteral("FFBJCD"), QStringLiteral("eclinicalworks"),
                    QUrl(QStringLiteral("http://127.0.0.1:4711/fhir/r4/FFBJCD"))}}};
        o.practice().setSandbox(offer);
        QCOMPARE(presenter.state().base, QStringLiteral("http://127.0.0.1:4711/fhir/r4/FFBJCD"));
        QVERIFY(presenter.state().canUseSandbox);
        QVERIFY(presenter.state().warning.isEmpty());
    }

    void aPatientAddressOffersTheProviderOne() // EC-002
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        presenter.type(QStringLiteral("https://fhir4.healow.com/fhir/r4/FFBJCD"));
        QVERIFY(!presenter.state().twin.isEmpty());
        presenter.takeTwin();
        QVERIFY(presenter.state().twin.isEmpty());
        QCOMPARE(presenter.state().base, QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    }

    void whatIsNoAddressIsSaidBelowTheField()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        presenter.type(QStringLiteral("ftp://fhir.example"));
        QVERIFY(!presenter.state().typedProblem.isEmpty());
        QVERIFY(!presenter.state().frame.primaryEnabled);
        presenter.importUrl(QStringLiteral("not an address"));
        QVERIFY(presenter.state().frame.notice);
    }
};

QTEST_GUILESS_MAIN(TestEndpointPagePresenter)
#include "tst_endpoint_page_presenter.moc"
