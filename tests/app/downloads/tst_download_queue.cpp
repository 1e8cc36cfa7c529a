// SPDX-License-Identifier: Apache-2.0
#include "app/downloads/run_queue.h"

#include <QTest>

#include <atomic>

using namespace waybill;
using namespace waybill::downloads;
using namespace std::chrono_literals;
using test::Answer;
using test::file;
using test::lines;
using test::LoopbackServer;
using test::patients;
using test::QueueRun;
using test::SeenRequest;
using test::sha256;

namespace {

TokenAccess tokensInTurn(QList<QByteArray> values, std::shared_ptr<QList<QByteArray>> refused)
{
    auto left = std::make_shared<QList<QByteArray>>(std::move(values));
    TokenAccess access;
    access.ask = [left](QObject *context, std::function<void(Result<auth::AccessToken>)> done) {
        auth::AccessToken token;
        token.value = std::make_shared<SecretBytes>(left->first());
        QMetaObject::invokeMethod(
            context, [done, token] { done(token); }, Qt::QueuedConnection);
    };
    access.refused = [left, refused](const auth::AccessToken &token) {
        refused->append(token.value->view().toByteArray());
        if (left->size() > 1)
            left->removeFirst();
    };
    return access;
}

Answer withStatus(int status, const QByteArray &body = "sorry")
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

/// All files of a run over real HTTP: tokens, links, throttling, one dead file, pause (BD-130 to BD-148).
class TestDownloadQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void files_arrive_byte_for_byte_under_our_names();
    void an_empty_list_is_settled();
    void the_token_goes_with_protected_files_only();
    void an_untrusted_server_never_sees_the_token();
    void a_refused_token_is_replaced_once_per_file();
    void redirects_are_followed_without_credentials();
    void an_expired_link_is_replaced_once();
    void without_a_new_link_the_file_is_missing();
    void one_dead_file_of_forty_leaves_the_others_alone();
    void throttling_is_obeyed();
    void server_errors_are_tried_again();
    void no_more_than_the_limit_at_once();
    void pausing_keeps_what_is_there();
    void cancelling_leaves_the_part_and_is_silent();
    void destroying_in_the_middle_is_quick_and_safe();
    void cookies_of_the_run_are_sent();
    void requests_count_against_the_budget();
    void a_listener_may_answer_at_once();
    void signed_links_are_nowhere_on_disk();
    void hundreds_of_small_files();
    void an_id_in_two_files_is_noted_and_a_second_attempt_is_not();
};

void TestDownloadQueue::files_arrive_byte_for_byte_under_our_names() // BD-134, BD-135, BD-143, BD-146
{
    LoopbackServer server;
    const QByteArray one = patients(1000);
    const QByteArray two =
        "{\"resourceType\":\"Patient\",\"id\":\"x\",\"v\":1.10,\"n\":12345678901234567890}\r\n";
    server.answerAnything([&one](const SeenRequest &) { return lines(one); });
    server.answer("/two", lines(two));
    QueueRun run(server);
    QList<FileStatus> seen;
    FileTask second = run.task(QStringLiteral("/two"), 2);
    second.name = QStringLiteral("error/002.Patient.ndjson");
    FileTask first = run.task(QStringLiteral("/..%2f..%2fetc/passwd"));
    first.expectedCount = 1000;
    run.make();
    connect(run.queue.get(), &DownloadQueue::fileChanged, this,
        [&seen](const FileStatus &status) { seen.append(status); });
    run.queue->start({first, second});
    QVERIFY(run.wait());
    QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
    QCOMPARE(run.content(), one);
    QCOMPARE(run.content(QStringLiteral("error/002.Patient.ndjson")), two);
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.status().sha256, sha256(one));
    QCOMPARE(run.status().lines, 1000);
    QCOMPARE(run.status().received.value, one.size());
    QCOMPARE(run.status(2).sha256, sha256(two));
    QCOMPARE(run.status().findings->lines.resources.value(QStringLiteral("Patient")), 1000);
    QVERIFY(seen.size() >= 4);
    QCOMPARE(run.queue->statuses().size(), 2);
    const SeenRequest request = server.requests("/two").first();
    QCOMPARE(request.header("Accept"), QByteArray("application/fhir+ndjson"));
    QCOMPARE(request.header("Accept-Encoding"), QByteArray("gzip"));
    QVERIFY(!request.has("Authorization") && !request.has("Range"));
}

void TestDownloadQueue::an_empty_list_is_settled() // BD-109
{
    LoopbackServer server;
    QueueRun run(server);
    QVERIFY(run.run({}));
}

void TestDownloadQueue::the_token_goes_with_protected_files_only() // BD-130, BD-131, F-077
{
    LoopbackServer server;
    server.answer("/open", lines(patients(1)));
    server.answer("/closed", lines(patients(1)));
    QueueRun run(server);
    run.tokens = tokensInTurn({"one"}, std::make_shared<QList<QByteArray>>());
    FileTask closed = run.task(QStringLiteral("/closed"), 2);
    closed.needsToken = true;
    QVERIFY(run.run({run.task(QStringLiteral("/open")), closed}));
    QVERIFY(!server.requests("/open").first().has("Authorization"));
    QCOMPARE(server.requests("/closed").first().header("Authorization"), QByteArray("Bearer one"));
}

void TestDownloadQueue::an_untrusted_server_never_sees_the_token() // BD-132, F-054
{
    LoopbackServer server;
    LoopbackServer evil;
    evil.answer("/x", lines(patients(1)));
    QueueRun run(server);
    run.tokens = tokensInTurn({"one"}, std::make_shared<QList<QByteArray>>());
    FileTask task = run.task(QStringLiteral("/x"));
    task.url = evil.url(QStringLiteral("/x?sig=SECRET"));
    task.needsToken = true;
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Failed);
    QCOMPARE(run.status().problem->code, ErrorCode::Unauthorized);
    QVERIFY2(
        run.status().reason.contains(http::originOf(task.url).toString()), qPrintable(run.status().reason));
    QVERIFY(evil.requests().isEmpty());
    QVERIFY(!describe(*run.status().problem).contains(QStringLiteral("SECRET")));
}

void TestDownloadQueue::a_refused_token_is_replaced_once_per_file() // BD-133
{
    LoopbackServer server;
    const auto guarded = [](const SeenRequest &request) {
        return request.header("Authorization") == "Bearer new" ? lines(patients(1)) : withStatus(401);
    };
    server.answer("/a", guarded);
    server.answer("/b", withStatus(401));
    QueueRun run(server);
    run.settings.parallel = 1;
    const auto refused = std::make_shared<QList<QByteArray>>();
    run.tokens = tokensInTurn({"old", "new"}, refused);
    FileTask a = run.task(QStringLiteral("/a"));
    FileTask b = run.task(QStringLiteral("/b"), 2);
    a.needsToken = true;
    b.needsToken = true;
    QVERIFY(run.run({a, b}));
    QCOMPARE(run.status(1).state, FileState::Verified);
    QCOMPARE(run.status(2).state, FileState::Failed);
    QCOMPARE(run.status(2).problem->code, ErrorCode::Unauthorized);
    QCOMPARE(server.requests("/a").size(), 2);
    QCOMPARE(server.requests("/b").size(), 2);
    QCOMPARE(*refused, (QList<QByteArray>{"old", "new"}));
}

void TestDownloadQueue::redirects_are_followed_without_credentials() // HT-27, BD-131
{
    LoopbackServer server;
    LoopbackServer storage;
    storage.answer("/object", lines(patients(3)));
    server.answer("/file", test::redirect(307, storage.url(QStringLiteral("/object?sig=SECRET"))));
    server.answer("/loop", test::redirect(302, server.url(QStringLiteral("/loop"))));
    QueueRun run(server);
    run.tokens = tokensInTurn({"one"}, std::make_shared<QList<QByteArray>>());
    FileTask task = run.task(QStringLiteral("/file"));
    task.needsToken = true;
    QVERIFY(run.run({task, run.task(QStringLiteral("/loop"), 2)}));
    QCOMPARE(run.content(), patients(3));
    QVERIFY(server.requests("/file").first().has("Authorization"));
    QVERIFY(!storage.requests().first().has("Authorization"));
    QCOMPARE(run.status(2).state, FileState::Failed);
    QVERIFY(run.status(2).reason.contains(QStringLiteral("circle")));
}

void TestDownloadQueue::an_expired_link_is_replaced_once() // BD-118, F-074
{
    LoopbackServer server;
    server.answer("/old", withStatus(403, "<Error>Request has expired</Error>"));
    server.answer("/new", lines(patients(2)));
    server.answer("/gone", withStatus(410));
    server.answer("/also-gone", withStatus(404));
    QueueRun run(server);
    run.newLink = [&server](int id) {
        return server.url(id == 1 ? QStringLiteral("/new") : QStringLiteral("/also-gone"));
    };
    QVERIFY(run.run({run.task(QStringLiteral("/old")), run.task(QStringLiteral("/gone"), 2)}));
    QCOMPARE(run.status(1).state, FileState::Verified);
    QCOMPARE(run.status(2).state, FileState::Missing);
    QCOMPARE(run.status(2).problem->httpStatus, std::optional(404));
    QCOMPARE(run.expired.size(), 2);
    QCOMPARE(server.requests().size(), 4);
}

void TestDownloadQueue::without_a_new_link_the_file_is_missing()
{
    LoopbackServer server;
    server.answer("/gone", withStatus(404));
    QueueRun run(server);
    run.newLink = [](int) { return QUrl(); };
    QVERIFY(run.run({run.task(QStringLiteral("/gone"))}));
    QCOMPARE(run.status().state, FileState::Missing);
    QVERIFY(run.names().isEmpty());
}

void TestDownloadQueue::one_dead_file_of_forty_leaves_the_others_alone() // F-079
{
    LoopbackServer server;
    server.answerAnything([](const SeenRequest &) { return lines(patients(5)); });
    server.answer("/7", withStatus(500));
    QueueRun run(server);
    run.settings.parallel = 4;
    QList<FileTask> tasks;
    for (int i = 1; i <= 40; ++i)
        tasks.append(run.task(QStringLiteral("/%1").arg(i), i));
    QVERIFY(run.run(tasks));
    QCOMPARE(run.names().size(), 39);
    QCOMPARE(run.status(7).state, FileState::Failed);
    QCOMPARE(run.status(7).attempts, 5);
    QCOMPARE(run.status(7).problem->serverText, QStringLiteral("sorry"));
    QCOMPARE(server.requests("/7").size(), 5);
}

void TestDownloadQueue::throttling_is_obeyed() // HT-08
{
    LoopbackServer server;
    Answer busy = withStatus(429);
    busy.headers.append(test::Field{"Retry-After", "1"});
    server.answerInTurn("/a", {busy, lines(patients(1))});
    server.answer("/b", lines(patients(1)));
    QueueRun run(server);
    run.settings.parallel = 1;
    QVERIFY(run.run({run.task(QStringLiteral("/a")), run.task(QStringLiteral("/b"), 2)}));
    QCOMPARE(run.status(1).state, FileState::Verified);
    QVERIFY(server.requests("/a").at(1).at - server.requests("/a").at(0).at >= 990ms);
    QVERIFY(
        server.requests("/b").at(0).at - server.requests("/a").at(0).at >= 990ms); // nobody asks meanwhile
}

void TestDownloadQueue::server_errors_are_tried_again()
{
    LoopbackServer server;
    Answer gone;
    gone.hangUp = true;
    server.answerInTurn("/a", {withStatus(503), withStatus(502), withStatus(408), gone, lines(patients(4))});
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/a"))}));
    QCOMPARE(run.status().state, FileState::Verified);
    QVERIFY(run.status().attempts >= 4); // Qt repeats a GET without an answer by itself
    QVERIFY(run.status().reason.isEmpty() && !run.status().problem);
}

void TestDownloadQueue::no_more_than_the_limit_at_once() // BD-145
{
    LoopbackServer server;
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    server.answerAnything([&](const SeenRequest &) {
        const int current = ++now;
        int seen = most.load();
        while (seen < current && !most.compare_exchange_weak(seen, current)) { }
        Answer answer = lines("");
        answer.chunked = true;
        answer.generate = [&now, sent = 0](qint64) mutable {
            QTest::qSleep(10);
            if (sent++ < 3)
                return patients(1, sent);
            --now;
            return QByteArray();
        };
        return answer;
    });
    QueueRun run(server);
    run.settings.parallel = 3;
    QList<FileTask> tasks;
    for (int i = 1; i <= 12; ++i)
        tasks.append(run.task(QStringLiteral("/%1").arg(i), i));
    QVERIFY(run.run(tasks));
    QCOMPARE(run.names().size(), 12);
    QCOMPARE(most.load(), 3);
}

void TestDownloadQueue::pausing_keeps_what_is_there() // F-080
{
    LoopbackServer server;
    const QByteArray content = patients(2000);
    server.answer("/slow", [&content](const SeenRequest &request) {
        Answer answer = file(request, content);
        if (!request.has("Range")) {
            answer.piece = 2000;
            answer.every = 10ms;
        }
        return answer;
    });
    QueueRun run(server);
    run.make().start({run.task(QStringLiteral("/slow"))});
    QTRY_VERIFY(run.status().received.value > 10'000);
    QCOMPARE(run.status().total, std::optional(ByteCount{content.size()}));
    run.queue->pause();
    QCOMPARE(run.status().state, FileState::Paused);
    QVERIFY(run.queue->isPaused());
    QTest::qWait(150);
    QVERIFY(run.names().contains(QStringLiteral("001.Patient.ndjson.part")));
    const auto kept = run.content(QStringLiteral("001.Patient.ndjson.part")).size();
    QVERIFY(kept > 10'000 && kept < content.size());
    run.queue->resume();
    QVERIFY(run.wait());
    QCOMPARE(run.content(), content);
    QCOMPARE(run.status().sha256, sha256(content));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().header("Range"), "bytes=" + QByteArray::number(kept) + '-');
    QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
}

void TestDownloadQueue::cancelling_leaves_the_part_and_is_silent()
{
    LoopbackServer server;
    Answer slow = lines(patients(2000));
    slow.piece = 1000;
    slow.every = 10ms;
    server.answer("/slow", slow);
    QueueRun run(server);
    run.make().start({run.task(QStringLiteral("/slow")), run.task(QStringLiteral("/slow"), 2),
        run.task(QStringLiteral("/slow"), 3)});
    QTRY_VERIFY(run.status().received.value > 5000);
    run.queue->cancel();
    run.queue->resume();
    QTest::qWait(200);
    QVERIFY(!run.settled);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(run.names().filter(QStringLiteral(".part")).size(), 2);
    QVERIFY(run.names().filter(QStringLiteral("ndjson")).size()
        == run.names().filter(QStringLiteral(".part")).size());
}

void TestDownloadQueue::destroying_in_the_middle_is_quick_and_safe() // F-111
{
    LoopbackServer server;
    Answer endless = lines("");
    endless.chunked = true;
    endless.every = 5ms; // at full speed four of them starve everything else on a busy machine
    endless.generate = [](qint64 offset) { return patients(500, static_cast<int>(offset / 50)); };
    server.answerAnything([&endless](const SeenRequest &) { return endless; });
    QueueRun run(server);
    run.settings.parallel = 4;
    QList<FileTask> tasks;
    for (int i = 1; i <= 10; ++i)
        tasks.append(run.task(QStringLiteral("/%1").arg(i), i));
    run.make().start(tasks);
    QTRY_VERIFY_WITH_TIMEOUT(run.status(4).received.value > 100'000, 20'000);
    QElapsedTimer clock;
    clock.start();
    run.queue.reset();
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    for (const QString &name : run.names())
        QVERIFY2(name.contains(QStringLiteral(".part")), qPrintable(name));
}

void TestDownloadQueue::cookies_of_the_run_are_sent() // BD-148, F-081
{
    LoopbackServer server;
    Answer sets = lines(patients(1));
    sets.headers.append(test::Field{"Set-Cookie", "affinity=node7; Path=/"});
    server.answerInTurn("/a", {sets});
    server.answer("/b", lines(patients(1)));
    QueueRun run(server);
    run.settings.parallel = 1;
    run.cookies = http::makeCookieJar();
    QVERIFY(run.run({run.task(QStringLiteral("/a")), run.task(QStringLiteral("/b"), 2)}));
    QCOMPARE(server.requests("/b").first().header("Cookie"), QByteArray("affinity=node7"));
}

void TestDownloadQueue::requests_count_against_the_budget() // EC-004, BD-145
{
    LoopbackServer server;
    LoopbackServer elsewhere;
    server.answerAnything([](const SeenRequest &) { return lines(patients(1)); });
    elsewhere.answerAnything([](const SeenRequest &) { return lines(patients(1)); });
    QueueRun run(server);
    http::RequestBudget budget(run.clock, {QStringLiteral("practice"), 10'000, {}});
    run.budget = &budget;
    QList<FileTask> tasks;
    for (int i = 1; i <= 5; ++i)
        tasks.append(run.task(QStringLiteral("/%1").arg(i), i));
    tasks[4].url = elsewhere.url(QStringLiteral("/5"));
    QVERIFY(run.run(tasks));
    QVERIFY(budget.usedThisMinute() <= 4); // the minute may have changed in between
    QCOMPARE(server.requests().size(), 4);
    QCOMPARE(elsewhere.requests().size(), 1);
    run.queue.reset();
}

void TestDownloadQueue::a_listener_may_answer_at_once()
{
    LoopbackServer server;
    server.answerAnything([](const SeenRequest &) { return lines(patients(1)); });
    QueueRun run(server);
    run.make();
    connect(run.queue.get(), &DownloadQueue::fileChanged, run.queue.get(), [&run](const FileStatus &status) {
        if (status.state == FileState::Verified && status.id == 2)
            run.queue->pause(); // from inside the queue's own signal
    });
    run.queue->start({run.task(QStringLiteral("/1")), run.task(QStringLiteral("/2"), 2),
        run.task(QStringLiteral("/3"), 3), run.task(QStringLiteral("/4"), 4)});
    QTRY_VERIFY(run.queue->isPaused());
    run.queue->resume();
    QVERIFY(run.wait());
    QCOMPARE(run.names().size(), 4);

    run.make();
    connect(run.queue.get(), &DownloadQueue::settled, run.queue.get(),
        [&run] { run.queue.release()->deleteLater(); });
    run.queue->start({run.task(QStringLiteral("/9"), 9)});
    QTRY_VERIFY(run.settled);
}

void TestDownloadQueue::signed_links_are_nowhere_on_disk() // BD-220
{
    LoopbackServer server;
    const QByteArray content = patients(3000);
    server.answer("/f", [&content](const SeenRequest &request) {
        Answer answer = file(request, content);
        answer.cutAfter = 50'000;
        return answer;
    });
    QueueRun run(server);
    run.settings.attempts = 1;
    run.tokens = tokensInTurn({"TOKENSECRET"}, std::make_shared<QList<QByteArray>>());
    FileTask task = run.task(QStringLiteral("/f?X-Amz-Signature=LINKSECRET"));
    task.needsToken = true;
    run.make().start({task});
    QTRY_VERIFY(run.names().contains(QStringLiteral("001.Patient.ndjson.part.resume")));
    run.queue->pause();
    for (const QString &name : run.names()) {
        QVERIFY2(!run.content(name).contains("LINKSECRET"), qPrintable(name));
        QVERIFY2(!run.content(name).contains("TOKENSECRET"), qPrintable(name));
    }
}

void TestDownloadQueue::hundreds_of_small_files()
{
    LoopbackServer server;
    server.answerAnything(
        [](const SeenRequest &request) { return lines(patients(2, request.path.mid(1).toInt())); });
    QueueRun run(server);
    run.settings.parallel = 6;
    QList<FileTask> tasks;
    for (int i = 1; i <= 300; ++i)
        tasks.append(run.task(QStringLiteral("/%1").arg(i), i));
    QVERIFY(run.run(tasks));
    QCOMPARE(run.names().size(), 300);
    QCOMPARE(run.content(QStringLiteral("300.Patient.ndjson")), patients(2, 300));
    QVERIFY2(server.connectionCount() <= 12, qPrintable(QString::number(server.connectionCount())));
}

void TestDownloadQueue::an_id_in_two_files_is_noted_and_a_second_attempt_is_not() // BD-171
{
    const QByteArray first = patients(1000);
    const QByteArray second = patients(1000, 900);
    LoopbackServer server;
    server.answer("/1", [&first](const SeenRequest &request) {
        Answer answer = file(request, first);
        if (!request.has("Range"))
            answer.cutAfter = first.size() / 2;
        return answer;
    });
    server.answer("/2", lines(second));
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/1"), 1), run.task(QStringLiteral("/2"), 2)}));
    qint64 again = 0;
    for (const FileStatus &status : run.queue->statuses()) {
        QVERIFY2(status.state == FileState::Verified, qPrintable(status.reason));
        again += status.findings->lines.byKind.value(ndjson::ProblemKind::DuplicateId);
    }
    QCOMPARE(again, 100);
}

QTEST_GUILESS_MAIN(TestDownloadQueue)
#include "tst_download_queue.moc"
