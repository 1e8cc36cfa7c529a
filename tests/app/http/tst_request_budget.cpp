// SPDX-License-Identifier: Apache-2.0
#include "app/http/ask.h"
#include "http/qt_transport.h"
#include "http/request_budget.h"
#include "support/loopback_server.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace waybill;
using namespace waybill::http;
using namespace std::chrono_literals;
using test::LoopbackServer;

namespace {

const Instant kMinute = toInstant(QDateTime(QDate(2026, 11, 23), QTime(10, 15), Qt::UTC));

class TestClock final : public Clock
{
public:
    explicit TestClock(Instant start)
        : m_now(start.time_since_epoch().count())
    {
    }
    Instant now() const override { return Instant{std::chrono::milliseconds{m_now.load()}}; }
    Steady steady() const override { return {}; }
    void set(Instant to) { m_now = to.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> m_now;
};

int takeAll(RequestBudget &budget)
{
    int granted = 0;
    while (granted < 10'000 && budget.take() == 0ms)
        ++granted;
    return granted;
}

/// What the second process does: takes what it gets and prints how much it was.
int childMain(const QString &directory)
{
    const TestClock clock(kMinute + 20s);
    RequestBudget budget(clock, {QStringLiteral("practice"), 500, directory});
    std::printf("%d\n", takeAll(budget));
    return 0;
}

} // namespace

/// EC-004: at most so many requests in a clock minute, over all windows and processes.
class TestRequestBudget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void grants_what_a_minute_allows_and_then_says_how_long_to_wait();
    void zero_means_unlimited_but_is_counted();
    void practices_have_budgets_of_their_own();
    void a_throttled_minute_is_closed_for_all();
    void threads_share_one_object();
    void processes_share_one_file();
    void works_without_a_usable_folder();
    void a_clock_that_is_set_back_starts_anew();
    void a_damaged_file_does_no_harm();
    void a_transport_waits_for_its_budget();
    void only_the_practices_own_origin_counts();
    void a_429_without_a_word_closes_the_minute();
    void waiting_requests_can_be_cancelled();

private:
    QTemporaryDir m_folder;
};

void TestRequestBudget::grants_what_a_minute_allows_and_then_says_how_long_to_wait()
{
    TestClock clock(kMinute + 20s);
    RequestBudget budget(clock, {QStringLiteral("a"), kEcwRequestsPerMinute, m_folder.path()});
    QCOMPARE(takeAll(budget), 100);
    QCOMPARE(budget.usedThisMinute(), 100);
    QCOMPARE(budget.take(), 40500ms); // to 10:16:00.5
    clock.set(kMinute + 60s);
    QCOMPARE(budget.usedThisMinute(), 0);
    QCOMPARE(takeAll(budget), 100);
}

void TestRequestBudget::zero_means_unlimited_but_is_counted()
{
    TestClock clock(kMinute);
    RequestBudget budget(clock, {QStringLiteral("b"), 0, {}});
    QCOMPARE(takeAll(budget), 10'000);
    QCOMPARE(budget.usedThisMinute(), 10'000);
}

void TestRequestBudget::practices_have_budgets_of_their_own()
{
    TestClock clock(kMinute);
    RequestBudget one(clock, {QStringLiteral("https://x/AAA"), 5, m_folder.path()});
    RequestBudget other(clock, {QStringLiteral("https://x/BBB"), 5, m_folder.path()});
    QCOMPARE(takeAll(one), 5);
    QCOMPARE(takeAll(other), 5);
}

void TestRequestBudget::a_throttled_minute_is_closed_for_all()
{
    TestClock clock(kMinute + 10s);
    RequestBudget one(clock, {QStringLiteral("c"), 100, m_folder.path()});
    RequestBudget other(clock, {QStringLiteral("c"), 100, m_folder.path()});
    QCOMPARE(one.take(), 0ms);
    one.closeThisMinute();
    QCOMPARE(other.take(), 50500ms);
    QCOMPARE(other.usedThisMinute(), 100);
    clock.set(kMinute + 60s);
    QCOMPARE(other.take(), 0ms);
}

void TestRequestBudget::threads_share_one_object()
{
    TestClock clock(kMinute);
    RequestBudget budget(clock, {QStringLiteral("threads"), 1000, m_folder.path()});
    std::atomic<int> granted = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { granted += takeAll(budget); });
    }
    QCOMPARE(granted.load(), 1000);
}

void TestRequestBudget::processes_share_one_file()
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < 2; ++i) {
        children.push_back(std::make_unique<QProcess>());
        children.back()->start(
            QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), m_folder.path()});
    }
    TestClock clock(kMinute + 20s);
    RequestBudget budget(clock, {QStringLiteral("practice"), 500, m_folder.path()});
    int granted = takeAll(budget);
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(10000));
        granted += child->readAllStandardOutput().trimmed().toInt();
    }
    QCOMPARE(granted, 500);
}

void TestRequestBudget::works_without_a_usable_folder()
{
    TestClock clock(kMinute);
    RequestBudget budget(clock, {QStringLiteral("d"), 7, QStringLiteral("/proc/no/such/place")});
    QCOMPARE(takeAll(budget), 7);
    const QString fresh = m_folder.filePath(QStringLiteral("made/by/us"));
    RequestBudget made(clock, {QStringLiteral("d"), 7, fresh});
    QCOMPARE(takeAll(made), 7);
    QCOMPARE(QFileInfo(fresh).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QString file = QDir(fresh).entryList(QDir::Files).value(0);
    QVERIFY(
        !file.contains(QLatin1Char('d')) || file.startsWith(QStringLiteral("requests-"))); // no practice name
    QCOMPARE(QFileInfo(QDir(fresh).filePath(file)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void TestRequestBudget::a_clock_that_is_set_back_starts_anew() // F-113
{
    TestClock clock(kMinute + 24h);
    RequestBudget budget(clock, {QStringLiteral("e"), 3, m_folder.path()});
    QCOMPARE(takeAll(budget), 3);
    clock.set(kMinute);
    QCOMPARE(takeAll(budget), 3);
}

void TestRequestBudget::a_damaged_file_does_no_harm()
{
    const QString folder = m_folder.filePath(QStringLiteral("damaged"));
    TestClock clock(kMinute);
    {
        RequestBudget budget(clock, {QStringLiteral("f"), 3, folder});
        QCOMPARE(takeAll(budget), 3);
    }
    const QString file = QDir(folder).filePath(QDir(folder).entryList(QDir::Files).value(0));
    QVERIFY(QFile::resize(file, 5));
    RequestBudget budget(clock, {QStringLiteral("f"), 3, folder});
    QCOMPARE(takeAll(budget), 3);
}

void TestRequestBudget::a_transport_waits_for_its_budget()
{
    LoopbackServer server;
    server.answer("/", test::json("{}"));
    TestClock clock(kMinute + 59s + 900ms);
    RequestBudget budget(clock, {QStringLiteral("g"), 3, {}});
    const auto transport = makeBudgetedTransport(makeQtTransport(), budget);
    QObject context;
    int done = 0;
    for (int i = 0; i < 5; ++i)
        transport->send(test::get(server.url(QStringLiteral("/"))), &context,
            [&done](const Result<Response> &) { ++done; });
    QTRY_COMPARE(done, 3);
    QTest::qWait(50);
    QCOMPARE(done, 3);
    QCOMPARE(server.requests().size(), 3);
    clock.set(kMinute + 60s); // they ask again by themselves
    QTRY_COMPARE(done, 5);
}

void TestRequestBudget::only_the_practices_own_origin_counts() // files on another host are free
{
    LoopbackServer fhir;
    LoopbackServer files;
    fhir.answer("/", test::json("{}"));
    files.answer("/", test::json("{}"));
    TestClock clock(kMinute);
    RequestBudget budget(clock, {QStringLiteral("h"), 100, {}});
    const auto transport =
        makeBudgetedTransport(makeQtTransport(), budget, {originOf(fhir.url(QStringLiteral("/")))});
    QVERIFY(test::ask(*transport, test::get(fhir.url(QStringLiteral("/")))));
    QVERIFY(test::ask(*transport, test::get(files.url(QStringLiteral("/")))));
    QCOMPARE(budget.usedThisMinute(), 1);
}

void TestRequestBudget::a_429_without_a_word_closes_the_minute() // EC-005, F-021
{
    LoopbackServer server;
    server.answer("/", test::json("{}", 429));
    TestClock clock(kMinute);
    RequestBudget budget(clock, {QStringLiteral("i"), 100, {}});
    const auto transport = makeBudgetedTransport(makeQtTransport(), budget);
    QVERIFY(test::ask(*transport, test::get(server.url(QStringLiteral("/")))));
    QVERIFY(budget.take() > 0ms);
    clock.set(kMinute + 60s);
    test::Answer polite = test::json("{}", 429);
    polite.headers.append(test::Field{"Retry-After", "3"});
    server.answer("/", polite);
    QVERIFY(test::ask(*transport, test::get(server.url(QStringLiteral("/")))));
    QCOMPARE(budget.take(), 0ms); // the caller knows what to do
}

void TestRequestBudget::waiting_requests_can_be_cancelled()
{
    LoopbackServer server;
    server.answer("/", test::json("{}"));
    TestClock clock(kMinute + 59s + 900ms);
    RequestBudget budget(clock, {QStringLiteral("j"), 1, {}});
    QCOMPARE(budget.take(), 0ms);
    QObject context;
    int called = 0;
    const auto count = [&called](const Result<Response> &) { ++called; };
    {
        const auto transport = makeBudgetedTransport(makeQtTransport(), budget);
        auto call = transport->send(test::get(server.url(QStringLiteral("/"))), &context, count);
        transport->send(
            test::get(server.url(QStringLiteral("/"))), &context, count); // its transport goes first
        call.cancel();
    }
    clock.set(kMinute + 60s);
    QTest::qWait(700);
    QCOMPARE(called, 0);
    QVERIFY(server.requests().isEmpty());
    QVERIFY(context.children().isEmpty());
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--child") == 0)
        return childMain(QString::fromLocal8Bit(argv[2]));
    const QCoreApplication application(argc, argv);
    TestRequestBudget test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_request_budget.moc"
