// SPDX-License-Identifier: Apache-2.0
#include "assistant/endpoint_desk.h"
#include "assistant/steps.h"
#include "http/qt_transport.h"
#include "practices/store.h"
#include "support/event_loop_watchdog.h"
#include "support/loopback_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::assistant;
using practices::Profile;
using practices::Step;
using practices::StepState;
using Work = EndpointDeskState::Work;

namespace {

/// A list of `count` practices as eCW publishes them: pairs of Endpoint and Organization.
QByteArray practiceBundle(int count)
{
    QJsonArray entries;
    for (int i = 0; i < count; ++i) {
        const QString code = QStringLiteral("PRA%1").arg(i, 5, 10, QLatin1Char('0'));
        const QString name = i % 50 == 0 ? QStringLiteral("Test facility %1").arg(i)
                                         : QStringLiteral("Castañer Clinic %1").arg(i);
        entries.append(QJsonObject{{QStringLiteral("resource"),
            QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Endpoint")},
                {QStringLiteral("id"), code}, {QStringLiteral("status"), QStringLiteral("active")},
                {QStringLiteral("name"), name},
                {QStringLiteral("address"),
                    QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/") + code}}}});
        entries.append(QJsonObject{{QStringLiteral("resource"),
            QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Organization")},
                {QStringLiteral("id"), code}, {QStringLiteral("name"), name},
                {QStringLiteral("endpoint"),
                    QJsonArray{
                        QJsonObject{{QStringLiteral("reference"), QStringLiteral("Endpoint/") + code}}}},
                {QStringLiteral("address"),
                    QJsonArray{QJsonObject{{QStringLiteral("city"), QStringLiteral("Boston")},
                        {QStringLiteral("state"), QStringLiteral("MA")},
                        {QStringLiteral("postalCode"), QStringLiteral("02110")}}}}}}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                             {QStringLiteral("entry"), entries}})
        .toJson(QJsonDocument::Compact);
}

struct Fixture {
    Fixture() { open(); }
    void open()
    {
        desk = std::make_unique<EndpointDesk>(
            EndpointDesk::Deps{draft, *transport, home.filePath(QStringLiteral("practice-list.json"))});
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(home.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    bool rests()
    {
        return QTest::qWaitFor([this] { return desk->state().work == Work::Idle; }, 20'000);
    }

    QTemporaryDir home;
    SystemClock clock;
    std::unique_ptr<practices::Store> store = std::move(*practices::Store::open(home.path()));
    OnboardingDraft draft{*store, clock, {}};
    std::unique_ptr<http::Transport> transport = http::makeQtTransport();
    std::unique_ptr<EndpointDesk> desk;
};

} // namespace

class TestOnboardingEndpointDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsReadSearchedAndChosenFrom() // EC-020, EC-024
    {
        Fixture f;
        f.desk->importFile(f.write(QStringLiteral("list.json"), practiceBundle(200)));
        QCOMPARE(f.desk->state().work, Work::Importing);
        QVERIFY(f.rests());
        QVERIFY2(!f.desk->state().problem,
            f.desk->state().problem ? qPrintable(f.desk->state().problem->what) : "");
        QCOMPARE(f.desk->state().directory->entries.size(), 200);
        QCOMPARE(f.desk->state().hits.matches, 196); // EC-025: test facilities are hidden, not dropped
        QCOMPARE(f.desk->state().hits.hidden, 4);
        f.desk->setShowHidden(true);
        QCOMPARE(f.desk->state().hits.matches, 200);
        f.desk->search(QStringLiteral("castaner pra00017"));
        QCOMPARE(f.desk->state().hits.rows.size(), 1);
        f.desk->choose(f.desk->state().hits.rows.first());
        QVERIFY(f.desk->state().preview);
        QCOMPARE(f.desk->state().preview->practiceCode, QStringLiteral("PRA00017"));
        QVERIFY(f.desk->accept());
        QCOMPARE(f.draft.profile().fhirBaseUrl,
            QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/PRA00017")));
        QCOMPARE(f.draft.profile().vendor, QStringLiteral("eclinicalworks"));
        QCOMPARE(recordOf(f.draft.profile(), Step::Endpoint).state, StepState::Ok);
    }

    void theLastGoodListIsThereAtTheNextStart() // EC-030
    {
        Fixture f;
        f.desk->importFile(f.write(QStringLiteral("list.json"), practiceBundle(30)));
        QVERIFY(f.rests());
        f.open();
        f.desk->loadLastList();
        QVERIFY(f.rests());
        QVERIFY(f.desk->state().directory);
        QCOMPARE(f.desk->state().directory->entries.size(), 30);
    }

    void aRefreshThatLostTooMuchIsRefusedAndTheOldListStays() // EC-028
    {
        Fixture f;
        test::LoopbackServer server;
        server.answerInTurn("/list", {test::json(practiceBundle(100)), test::json(practiceBundle(50))});
        f.desk->importUrl(server.url(QStringLiteral("/list")));
        QVERIFY(f.rests());
        QCOMPARE(f.desk->state().directory->entries.size(), 100);
        f.desk->importUrl(server.url(QStringLiteral("/list")));
        QVERIFY(f.rests());
        QVERIFY(f.desk->state().problem);
        QCOMPARE(f.desk->state().directory->entries.size(), 100);
    }

    void aRefreshAsksWithTheTagAndNamesWhatChanged() // EC-028
    {
        Fixture f;
        test::LoopbackServer server;
        test::Answer first = test::json(practiceBundle(40));
        first.headers.append(test::Field{"ETag", "W/\"one\""});
        test::Answer unchanged;
        unchanged.status = 304;
        server.answerInTurn("/list", {first, unchanged, test::json(practiceBundle(41))});
        const QUrl url = server.url(QStringLiteral("/list"));
        f.desk->importUrl(url);
        QVERIFY(f.rests());
        QVERIFY(!server.requests("/list").at(0).has("If-None-Match"));
        f.desk->importUrl(url);
        QVERIFY(f.rests());
        QCOMPARE(server.requests("/list").at(1).header("If-None-Match"), QByteArray("W/\"one\""));
        QVERIFY(!f.desk->state().problem);
        QVERIFY(!f.desk->state().lastChange.isEmpty());
        QCOMPARE(f.desk->state().directory->entries.size(), 40);
        f.desk->importUrl(url);
        QVERIFY(f.rests());
        QCOMPARE(f.desk->state().directory->entries.size(), 41);
        QVERIFY2(f.desk->state().lastChange.contains(QLatin1String("PRA00040")),
            qPrintable(f.desk->state().lastChange));
    }

    void aConfiguredPracticeThatVanishedIsToldAndKept() // EC-028
    {
        Fixture f;
        const QUrl base(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/GONE01"));
        f.draft.change([&base](Profile &profile) {
            profile.fhirBaseUrl = base;
            profile.practiceCode = QStringLiteral("GONE01");
        });
        f.desk->importFile(f.write(QStringLiteral("list.json"), practiceBundle(30)));
        QVERIFY(f.rests());
        QVERIFY2(
            f.desk->state().missing.contains(QLatin1String("GONE01")), qPrintable(f.desk->state().missing));
        QCOMPARE(f.draft.profile().fhirBaseUrl, base);
    }

    void htmlInPlaceOfAListIsNamed() // F-127
    {
        Fixture f;
        f.desk->importFile(
            f.write(QStringLiteral("list.html"), "<!doctype html><html><body>Sign in</body></html>"));
        QVERIFY(f.rests());
        QVERIFY(f.desk->state().problem);
        QVERIFY(!f.desk->state().directory);
    }

    void aPatientHostOffersItsProviderTwinAndNeverRewritesByItself() // EC-002
    {
        Fixture f;
        f.desk->type(QStringLiteral("https://fhir4.healow.com/fhir/r4/FFBJCD"));
        QVERIFY(f.desk->state().preview->providerTwin);
        QCOMPARE(f.desk->state().preview->base.host(), QStringLiteral("fhir4.healow.com"));
        f.desk->takeTwin();
        QCOMPARE(f.desk->state().preview->base.toString(),
            QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD"));
    }

    void whatIsTypedIsNormalisedOrRefused_data() // EC-003, EC-012
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("base");
        QTest::newRow("metadata") << QStringLiteral(
            " https://fhir4.eclinicalworks.com/fhir/r4/WELLMED/metadata ")
                                  << QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/WELLMED");
        QTest::newRow("plain http") << QStringLiteral("http://fhir.example/r4") << QString();
        QTest::newRow("nonsense") << QStringLiteral("javascript:alert(1)") << QString();
    }

    void whatIsTypedIsNormalisedOrRefused()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, base);
        Fixture f;
        f.desk->type(typed);
        QCOMPARE(f.desk->state().preview.has_value(), !base.isEmpty());
        QCOMPARE(f.desk->state().typedProblem.has_value(), base.isEmpty());
        if (!base.isEmpty())
            QCOMPARE(f.desk->state().preview->base.toString(), base);
        QCOMPARE(f.desk->accept().has_value(), !base.isEmpty());
    }

    void seventeenThousandPracticesNeverStallTheWindow() // EC-021, EC-024
    {
        Fixture f;
        const QString path = f.write(QStringLiteral("list.json"), practiceBundle(17'229));
        support::EventLoopWatchdog watchdog;
        watchdog.start();
        f.desk->importFile(path);
        QVERIFY(f.rests());
        for (const auto *query : {u"c", u"ca", u"cas", u"castaner", u"boston", u"021", u""}) {
            f.desk->search(QString::fromUtf16(query));
            QTest::qWait(1);
        }
        watchdog.stop();
        QCOMPARE(f.desk->state().directory->entries.size(), 17'229);
        QVERIFY2(watchdog.longestWork() < support::EventLoopWatchdog::kLimit,
            qPrintable(QString::number(watchdog.longestWork().count())));
    }

    void stoppingAnImportKeepsTheOldList()
    {
        Fixture f;
        f.desk->importFile(f.write(QStringLiteral("one.json"), practiceBundle(30)));
        QVERIFY(f.rests());
        f.desk->importFile(f.write(QStringLiteral("two.json"), practiceBundle(5'000)));
        f.desk->cancel();
        QCOMPARE(f.desk->state().work, Work::Idle);
        QTest::qWait(200);
        QCOMPARE(f.desk->state().directory->entries.size(), 30);
    }
};

QTEST_GUILESS_MAIN(TestOnboardingEndpointDesk)
#include "tst_endpoint_desk.moc"
