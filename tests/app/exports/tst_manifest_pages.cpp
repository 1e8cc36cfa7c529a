// SPDX-License-Identifier: Apache-2.0
#include "machine_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace waybill;
using namespace waybill::exports;
using namespace waybill::exports::test;
using practices::FileKind;
using std::chrono::seconds;

namespace {

QByteArray page(const char *file, const char *next = nullptr, const char *time = "2026-06-24T03:14:07.000Z")
{
    const auto link = [](const QString &path) { return QStringLiteral("https://h.example/") + path; };
    const QString name = QLatin1String(file);
    const QJsonObject output{
        {QStringLiteral("type"), QStringLiteral("Patient")}, {QStringLiteral("url"), link(name)}};
    const QJsonObject error{{QStringLiteral("url"), link(QLatin1Char('e') + name)}};
    QJsonObject object{{QStringLiteral("transactionTime"), QLatin1String(time)},
        {QStringLiteral("request"), link({})}, {QStringLiteral("requiresAccessToken"), true},
        {QStringLiteral("output"), QJsonArray{output}}, {QStringLiteral("error"), QJsonArray{error}}};
    if (next != nullptr) {
        const QJsonObject self{{QStringLiteral("relation"), QStringLiteral("self")},
            {QStringLiteral("url"), link(QStringLiteral("s"))}};
        const QJsonObject further{{QStringLiteral("relation"), QStringLiteral("next")},
            {QStringLiteral("url"), link(QLatin1String(next))}};
        object.insert(QStringLiteral("link"), QJsonArray{self, further});
    }
    return QJsonDocument(object).toJson();
}

} // namespace

class TestManifestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threePagesBecomeOneList() // BD-113
    {
        Machine machine;
        machine.toPolling();
        Step step = machine.feed(answered(200, page("1", "p2")));
        QCOMPARE(command<AskPage>(step)->url, QUrl(QStringLiteral("https://h.example/p2")));
        QVERIFY(!command<StartDownloads>(step));
        step = machine.feed(answered(200, page("2", "p3")));
        QCOMPARE(command<AskPage>(step)->page, 3);
        QCOMPARE(command<StoreManifest>(step)->page, 2);
        step = machine.feed(answered(200, page("3")));
        QCOMPARE(command<StoreManifest>(step)->page, 3);
        const auto manifest = command<StartDownloads>(step)->manifest;
        QCOMPARE(manifest->count(FileKind::Output), 3);
        QCOMPARE(manifest->count(FileKind::Error), 3);
        QCOMPARE(manifest->files.at(2).number, 3);
        QCOMPARE(manifest->files.at(3).kind, FileKind::Error); // after all output
        QVERIFY(machine.state().job.pageProblem.isEmpty());
    }

    void aPageOfAnotherExportMakesItIncomplete() // BD-113, F-061
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, page("1", "p2")));
        const Step step = machine.feed(answered(200, page("2", nullptr, "2026-06-24T03:14:08.000Z")));
        QCOMPARE(
            command<StartDownloads>(step)->manifest->count(FileKind::Output), 1); // what was good is kept
        QVERIFY(!step.state.job.pageProblem.isEmpty());
    }

    void aLoopEnds() // BD-114
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, page("1", "p2")));
        const Step step = machine.feed(answered(200, page("2", "p2")));
        QVERIFY(isIn<Downloading>(step.state));
        QVERIFY(!step.state.job.pageProblem.isEmpty());
    }

    void aManifestThatLinksToItselfEnds() // BD-114
    {
        Machine machine;
        machine.toPolling();
        const QByteArray self = ",\"link\":[{\"relation\":\"next\",\"url\":\"" + kStatus.toEncoded() + "\"}]";
        machine.feed(answered(200, manifest(self)));
        QVERIFY(isIn<Downloading>(machine.state()));
        QVERIFY(!machine.state().job.pageProblem.isEmpty());
    }

    void aPageMayTakeItsTime() // BD-116
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, page("1", "p2")));
        for (const int status : {202, 429, 503}) {
            machine.feed(answered(status, {}, {{"Retry-After", "3"}}));
            QCOMPARE(machine.wait(), seconds{3});
            QCOMPARE(command<AskPage>(machine.due())->url, QUrl(QStringLiteral("https://h.example/p2")));
        }
        machine.feed(answered(200, page("2")));
        QVERIFY(isIn<Downloading>(machine.state()));
        QVERIFY(machine.state().job.pageProblem.isEmpty());
    }

    void aPageThatIsGoneLeavesTheRestUsable_data() // BD-116, F-061
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 410, 400, 403})
            QTest::newRow(qPrintable(QString::number(status))) << status;
        QTest::newRow("foreign origin") << 0;
    }
    void aPageThatIsGoneLeavesTheRestUsable()
    {
        QFETCH(int, status);
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, page("1", "p2")));
        const Step step = status == 0
            ? machine.feed(NoAnswer{error(ErrorCode::Unauthorized, "not trusted"), true})
            : machine.feed(answered(status, outcome("not-found")));
        QVERIFY(command<StartDownloads>(step));
        QVERIFY(!step.state.job.pageProblem.isEmpty());
    }

    void expiredLinksAreRefreshedOnceARound() // BD-118, F-074
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest()));
        QCOMPARE(command<AskStatus>(machine.feed(LinksExpired{}))->url, kStatus);
        QVERIFY(machine.feed(LinksExpired{}).commands.empty()); // already asking
        const Step fresh = machine.feed(answered(200, manifest()));
        QVERIFY(command<RefreshLinks>(fresh)->manifest);
        QVERIFY(isIn<Downloading>(fresh.state));
        const Step second = machine.feed(LinksExpired{});
        QVERIFY(!command<AskStatus>(second));
        QVERIFY(!command<RefreshLinks>(second)->manifest); // there are no fresher ones
    }

    void noFreshLinksIsAnAnswerToo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 202, 500, 0})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void noFreshLinksIsAnAnswerToo()
    {
        QFETCH(int, status);
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest()));
        machine.feed(LinksExpired{});
        const Step step = status == 0 ? machine.feed(NoAnswer{}) : machine.feed(answered(status));
        QVERIFY(command<RefreshLinks>(step));
        QVERIFY(!command<RefreshLinks>(step)->manifest);
        QVERIFY(isIn<Downloading>(step.state));
        machine.feed(DownloadsEnded{});
        QVERIFY(isIn<Committing>(machine.state()));
    }

    void refreshedPagesAreMergedToo()
    {
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, page("1", "p2")));
        machine.feed(answered(200, page("2")));
        machine.feed(LinksExpired{});
        QVERIFY(command<AskPage>(machine.feed(answered(200, page("1", "p2")))));
        const Step step = machine.feed(answered(200, page("2")));
        QCOMPARE(command<RefreshLinks>(step)->manifest->count(FileKind::Output), 2);
        QVERIFY(!command<StoreManifest>(step)); // what the server sent first is kept
    }

    void cacheControlOverridesExpires_data() // BD-117, F-034, HT-44
    {
        QTest::addColumn<QByteArray>("cacheControl");
        QTest::addColumn<QByteArray>("expires");
        QTest::addColumn<int>("left"); // seconds, -1 = not said
        QTest::newRow("neither") << QByteArray() << QByteArray() << -1;
        QTest::newRow("expires") << QByteArray() << QByteArray("Sun, 06 Nov 1994 09:49:37 GMT") << 3600;
        QTest::newRow("max-age wins")
            << QByteArray("private, max-age=60") << QByteArray("Sun, 06 Nov 1994 09:49:37 GMT") << 60;
        QTest::newRow("RFC 850") << QByteArray() << QByteArray("Sunday, 06-Nov-94 09:49:37 GMT") << 3600;
        QTest::newRow("zero") << QByteArray() << QByteArray("0") << 0;
        QTest::newRow("past") << QByteArray() << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << -2977;
    }
    void cacheControlOverridesExpires()
    {
        QFETCH(QByteArray, cacheControl);
        QFETCH(QByteArray, expires);
        QFETCH(int, left);
        QList<http::Header> headers{{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
        if (!cacheControl.isEmpty())
            headers.append(http::Header{"Cache-Control", cacheControl});
        if (!expires.isEmpty())
            headers.append(http::Header{"Expires", expires});
        Machine machine;
        machine.toPolling();
        machine.feed(answered(200, manifest(), headers));
        const auto until = machine.state().job.manifestExpiresAt;
        QCOMPARE(until.has_value(), left != -1);
        if (until)
            QCOMPARE(*until - machine.now(), std::chrono::milliseconds{seconds{left}});
        QVERIFY(isIn<Downloading>(machine.state())); // tried all the same
    }
};

QTEST_GUILESS_MAIN(TestManifestPages)
#include "tst_manifest_pages.moc"
