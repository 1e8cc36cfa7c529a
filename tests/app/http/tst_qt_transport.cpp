// SPDX-License-Identifier: Apache-2.0
#include "app/http/ask.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"

#include <QTest>
#include <QThread>

using namespace waybill;
using namespace waybill::http;
using namespace std::chrono_literals;
using test::Answer;
using test::ask;
using test::LoopbackServer;
using test::Tls;

namespace {

/// Counts what it gets; can be slow, and can refuse.
class Counter final : public BodySink
{
public:
    Result<> begin(const ResponseHead &head) override
    {
        status = head.status;
        return refuseHead ? failure(ErrorCode::Storage, QStringLiteral("no.")) : Result<>();
    }
    Result<> take(QByteArrayView bytes) override
    {
        largest = std::max<qint64>(largest, bytes.size());
        total += bytes.size();
        if (onTake)
            onTake();
        if (refuseAfter >= 0 && total > refuseAfter)
            return failure(ErrorCode::DiskFull, QStringLiteral("full."));
        return {};
    }
    int status = 0;
    qint64 total = 0;
    qint64 largest = 0;
    qint64 refuseAfter = -1;
    bool refuseHead = false;
    std::function<void()> onTake;
};

Result<ResponseHead> stream(Transport &transport, const Request &request, BodySink &sink)
{
    QObject context;
    std::optional<Result<ResponseHead>> got;
    transport.stream(request, sink, &context, [&got](Result<ResponseHead> r) { got = std::move(r); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20000))
        return failure(ErrorCode::Internal, QStringLiteral("the test waited too long"));
    return std::move(*got);
}

qint64 residentKib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/// The promises of Transport, kept by QNetworkAccessManager against its habits (QT-01 to QT-10).
class TestQtTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void says_who_it_is_and_what_it_takes();
    void sends_method_body_and_headers_as_told();
    void any_status_is_a_value_data();
    void any_status_is_a_value();
    void redirects_are_answers();
    void equal_fields_are_told_apart();
    void an_incomplete_answer_is_an_error_data();
    void an_incomplete_answer_is_an_error();
    void nothing_is_repeated_behind_our_back_data();
    void nothing_is_repeated_behind_our_back();
    void an_answer_that_ends_with_its_connection_is_whole();
    void a_kick_off_is_sent_once_whatever_happens_data();
    void a_kick_off_is_sent_once_whatever_happens();
    void idempotent_requests_use_a_connection_again();
    void a_dead_kept_connection_costs_one_counted_repeat();
    void a_connection_kept_for_long_is_not_used();
    void time_limits_are_told_apart();
    void a_slow_drip_survives_the_idle_limit();
    void a_flood_of_headers_ends();
    void plain_http_and_passwords_in_addresses_are_refused();
    void answers_are_decoded_and_bounded();

    void callbacks_come_later_and_once();
    void nobody_is_called_after_cancel_or_when_the_context_is_gone();
    void a_transport_may_go_with_requests_running();
    void a_sink_may_refuse();
    void a_request_may_be_cancelled_from_inside_its_sink();
    void a_slow_sink_slows_the_connection();
    void many_at_once_do_not_wait_for_each_other();

private:
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<Transport> m_transport;
};

void TestQtTransport::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_transport = makeQtTransport();
}

void TestQtTransport::says_who_it_is_and_what_it_takes() // HT-43, BD-135, QT-09
{
    m_server->answer("/", test::json("{}"));
    QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/")))));
    const auto seen = m_server->requests().first();
    QCOMPARE(seen.header("User-Agent"), QByteArray("Waybill/" WAYBILL_VERSION));
    QCOMPARE(seen.header("Accept-Encoding"), QByteArray("gzip"));
    QCOMPARE(seen.header("Accept-Language"), QByteArray("en"));
    QVERIFY(!seen.has("Referer") && !seen.has("Cookie") && !seen.has("Authorization"));
    QVERIFY(!seen.has("Upgrade")); // HTTP/1.1 only
}

void TestQtTransport::sends_method_body_and_headers_as_told()
{
    m_server->answer("/x", test::json("{}", 202));
    for (const bool repeatable : {true, false}) {
        for (const char *method : {"GET", "POST", "DELETE", "HEAD"}) {
            Request request =
                test::get(m_server->url(QStringLiteral("/x?_since=2026-01-01T00%3A00%3A00%2B05%3A00")));
            request.method = method;
            request.mayBeRepeated = repeatable;
            request.headers.add("Prefer", "respond-async");
            request.headers.add("Accept-Encoding", "identity");
            if (request.method == "POST") {
                request.headers.add("Content-Type", "application/fhir+json");
                request.body = "{\"a\":1}";
            }
            const auto answer = ask(*m_transport, request);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
            QCOMPARE(answer->head.status, 202);
            const auto seen = m_server->requests().last();
            QCOMPARE(seen.method, QByteArray(method));
            QCOMPARE(seen.target, QByteArray("/x?_since=2026-01-01T00%3A00%3A00%2B05%3A00")); // QT-05
            QCOMPARE(seen.header("Prefer"), QByteArray("respond-async"));
            QCOMPARE(seen.header("Accept-Encoding"), QByteArray("identity"));
            QCOMPARE(seen.body, request.body);
        }
    }
}

void TestQtTransport::any_status_is_a_value_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 206, 300, 304, 400, 401, 403, 404, 405, 408, 409, 410, 413, 416,
             418, 422, 429, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void TestQtTransport::any_status_is_a_value()
{
    QFETCH(int, status);
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : QByteArray(200'000, 'b');
    Answer answer = test::json(body, status);
    answer.headers.append(test::Field{"WWW-Authenticate", "Bearer realm=\"fhir\", error=\"invalid_token\""});
    m_server->answer("/", answer);
    Request request = test::get(m_server->url(QStringLiteral("/")));
    request.headers.add("Authorization", "Bearer x");
    const auto got = ask(*m_transport, request);
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(got->head.status, status);
    QCOMPARE(got->body, body);
    QCOMPARE(got->head.headers.value("content-TYPE"), QByteArray("application/json"));
    QCOMPARE(got->head.url, request.url);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestQtTransport::redirects_are_answers() // HT-20
{
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *method : {"GET", "POST", "DELETE"}) {
            Answer answer = test::redirect(status, m_server->url(QStringLiteral("/to")));
            answer.body = "moved";
            m_server->answer("/from", answer);
            Request request = test::get(m_server->url(QStringLiteral("/from")));
            request.method = method;
            const auto got = ask(*m_transport, request);
            QVERIFY2(got, got ? "" : qPrintable(got.error().what));
            QCOMPARE(got->head.status, status);
            QCOMPARE(got->body, QByteArray("moved"));
            QCOMPARE(got->head.headers.value("Location"), m_server->url(QStringLiteral("/to")).toEncoded());
        }
    }
    QVERIFY(m_server->requests("/to").isEmpty());
}

void TestQtTransport::equal_fields_are_told_apart() // HT-07
{
    Answer answer;
    answer.headers = {
        {"Retry-After", "60"}, {"Retry-After", "120"}, {"Set-Cookie", "a=b"}, {"Set-Cookie", "c=d"}};
    m_server->answer("/", answer);
    const auto got = ask(*m_transport, test::get(m_server->url(QStringLiteral("/"))));
    QVERIFY(got);
    QCOMPARE(got->head.headers.values("retry-after"), (QList<QByteArray>{"60", "120"}));
    QCOMPARE(got->head.headers.values("set-cookie"), (QList<QByteArray>{"a=b", "c=d"}));
}

void TestQtTransport::an_incomplete_answer_is_an_error_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const Answer &answer, ErrorCode code = ErrorCode::Network) {
        QTest::newRow(name) << answer << int(code);
    };
    Answer cut;
    cut.body = QByteArray(1'000'000, 'x');
    cut.cutAfter = 5000;
    row("BD-139 short body", cut);
    cut.cutAfter = 0;
    row("no body at all", cut);
    cut.cutAfter = 999'999;
    row("the last byte is missing", cut);
    cut.status = 500;
    row("short error body", cut);
    Answer chunks;
    chunks.body = "abc";
    chunks.chunkedWithoutEnd = true;
    row("QT-04 chunked without end", chunks);
    Answer gone;
    gone.hangUp = true;
    row("no answer", gone);
    const auto raw = [](const QByteArray &bytes) {
        Answer answer;
        answer.raw = bytes;
        return answer;
    };
    row("not HTTP", raw("SSH-2.0-OpenSSH\r\n"));
    row("cut in the head", raw("HTTP/1.1 200 OK\r\nContent-Le"));
    row("two lengths", raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"),
        ErrorCode::ProtocolMismatch);
    row("early hints instead of an answer", raw("HTTP/1.1 103 Early\r\n\r\n"), ErrorCode::ProtocolMismatch);
    Answer packed;
    packed.headers = {{"Content-Encoding", "gzip"}};
    packed.body = "not gzip";
    row("wrong coding", packed, ErrorCode::ProtocolMismatch);
    packed.headers = {{"Content-Encoding", "br"}};
    row("unknown coding", packed, ErrorCode::ProtocolMismatch);
}

void TestQtTransport::an_incomplete_answer_is_an_error()
{
    QFETCH(Answer, answer);
    QFETCH(int, code);
    m_server->answer("/f", answer);
    for (const bool repeatable : {true, false}) {
        Request request = test::get(m_server->url(QStringLiteral("/f?sig=SECRET")));
        request.mayBeRepeated = repeatable;
        const auto got = ask(*m_transport, request);
        QVERIFY(!got);
        QCOMPARE(int(got.error().code), code);
        QVERIFY2(got.error().what.endsWith(QLatin1Char('.')), qPrintable(got.error().what));
        QVERIFY2(got.error().where.contains(QStringLiteral("127.0.0.1")), qPrintable(got.error().where));
        QVERIFY(!describe(got.error()).contains(QStringLiteral("SECRET")));
    }
}

void TestQtTransport::nothing_is_repeated_behind_our_back_data()
{
    QTest::addColumn<Answer>("answer");
    Answer cut;
    cut.body = QByteArray(200'000, 'x');
    cut.cutAfter = 20'000;
    QTest::newRow("QT-04 cut before its length") << cut;
    cut.chunked = true;
    cut.piece = 5000;
    QTest::newRow("QT-04 cut between chunks") << cut;
    Answer inChunk;
    inChunk.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4e20\r\n" + QByteArray(9000, 'x');
    QTest::newRow("QT-04 cut in a chunk") << inChunk;
    Answer gone;
    gone.hangUp = true;
    QTest::newRow("QT-09 no answer") << gone;
}

void TestQtTransport::nothing_is_repeated_behind_our_back() // QT-04, QT-09
{
    // With QNetworkAccessManager::get() every second of these was repeated, or called complete, or both.
    QFETCH(Answer, answer);
    m_server->answer("/f", answer);
    for (int i = 1; i <= 30; ++i) {
        Request request = test::get(m_server->url(QStringLiteral("/f")));
        request.timesSent = std::make_shared<int>(0);
        request.idleTimeout = 2s; // one in a thousand is forgotten by Qt, and ends by our own limit
        Counter sink;
        const auto got = stream(*m_transport, request, sink);
        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Network);
        QCOMPARE(m_server->requests().size(), i);
        QCOMPARE(*request.timesSent, 1);
        QVERIFY(sink.total <= 20'000);
    }
}

void TestQtTransport::an_answer_that_ends_with_its_connection_is_whole()
{
    Answer open;
    open.body = QByteArray(100'000, 'x');
    open.withoutLength = true;
    m_server->answer("/open", open);
    open.withoutLength = false;
    open.closeAfter = true;
    m_server->answer("/length", open);
    open.chunked = true;
    m_server->answer("/chunked", open);
    for (int i = 0; i < 30; ++i) {
        for (const char *path : {"/open", "/length", "/chunked"}) {
            const auto got = ask(*m_transport, test::get(m_server->url(QLatin1String(path))));
            QVERIFY2(got, got ? "" : qPrintable(got.error().what));
            QCOMPARE(got->body, open.body);
        }
    }
    QCOMPARE(m_server->requests().size(), 90);
}

void TestQtTransport::a_kick_off_is_sent_once_whatever_happens_data()
{
    QTest::addColumn<Answer>("answer");
    Answer gone;
    gone.hangUp = true;
    QTest::newRow("closed without an answer") << gone;
    Answer garbage;
    garbage.raw = "garbage\r\n\r\n";
    QTest::newRow("garbage") << garbage;
    Answer late = gone;
    late.delay = 50ms;
    QTest::newRow("closed a little later") << late;
}

void TestQtTransport::a_kick_off_is_sent_once_whatever_happens() // QT-09, BD-016, SB-063
{
    QFETCH(Answer, answer);
    m_server->answer("/once", answer);
    m_server->answer("/warm", test::json("{}"));
    for (const char *method : {"GET", "POST"}) {
        QVERIFY(ask(
            *m_transport, test::get(m_server->url(QStringLiteral("/warm"))))); // leaves an idle connection
        m_server->forgetRequests();
        Request request = test::get(m_server->url(QStringLiteral("/once")));
        request.method = method;
        request.mayBeRepeated = false;
        request.mayHaveArrived = std::make_shared<bool>(false);
        if (request.method == "POST") {
            request.body = "assertion";
            request.headers.add("Content-Type", "text/plain");
        }
        const auto got = ask(*m_transport, request);
        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Network);
        QCOMPARE(m_server->requests("/once").size(), 1);
        QVERIFY(*request.mayHaveArrived);
    }
}

void TestQtTransport::idempotent_requests_use_a_connection_again()
{
    m_server->answer("/", test::json("{}"));
    for (int i = 0; i < 5; ++i)
        QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/")))));
    QVERIFY(m_server->connectionCount() < 5); // one, unless this machine was very busy meanwhile
    m_server->dropConnections(); // an idle connection that died is no error
    QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/")))));
}

void TestQtTransport::a_dead_kept_connection_costs_one_counted_repeat() // HT-32, QT-09
{
    std::atomic<int> asked = 0;
    m_server->answer("/", [&asked](const test::SeenRequest &) {
        Answer answer = test::json("{}");
        answer.hangUp = ++asked % 2 == 0; // keeps its connection, but does not answer on it
        return answer;
    });
    Request request = test::get(m_server->url(QStringLiteral("/")));
    request.timesSent = std::make_shared<int>(0);
    QVERIFY(ask(*m_transport, request));
    QCOMPARE(*request.timesSent, 1);
    QVERIFY(ask(*m_transport, request)); // second request unanswered, third on a fresh connection
    QCOMPARE(*request.timesSent, 3);
    QCOMPARE(asked.load(), 3);
    Request change = test::get(m_server->url(QStringLiteral("/")));
    change.method = "DELETE";
    QVERIFY(!ask(*m_transport, change)); // what it did is not known: its caller decides
    QCOMPARE(asked.load(), 4);
}

void TestQtTransport::a_connection_kept_for_long_is_not_used() // QT-09
{
    m_server->answer("/", test::json("{}"));
    QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/")))));
    QTest::qWait(1100); // a poll comes after seconds at the earliest
    QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/")))));
    QCOMPARE(m_server->connectionCount(), 2);
}

void TestQtTransport::time_limits_are_told_apart() // HT-33, QT-10
{
    Answer silent;
    silent.silent = true;
    m_server->answer("/silent", silent);
    Answer stalls;
    stalls.body = QByteArray(1000, 'x');
    stalls.cutAfter = 100;
    stalls.stallInsteadOfCut = true;
    m_server->answer("/stalls", stalls);
    for (const bool repeatable : {true, false}) {
        Request request = test::get(m_server->url(QStringLiteral("/silent")));
        request.mayBeRepeated = repeatable;
        request.firstByteTimeout = 400ms;
        request.mayHaveArrived = std::make_shared<bool>(false);
        auto got = ask(*m_transport, request);
        QVERIFY(!got);
        QVERIFY2(got.error().what.contains(QStringLiteral("did not answer within 0.4 s")),
            qPrintable(got.error().what));
        QVERIFY(*request.mayHaveArrived);

        request.url = m_server->url(QStringLiteral("/stalls"));
        request.firstByteTimeout = 5s;
        request.idleTimeout = 400ms;
        got = ask(*m_transport, request);
        QVERIFY(!got);
        QVERIFY2(got.error().what.contains(QStringLiteral("stopped sending")), qPrintable(got.error().what));
    }
}

void TestQtTransport::a_slow_drip_survives_the_idle_limit() // HT-33, F-080
{
    Answer drip;
    drip.body = QByteArray(12, 'x');
    drip.piece = 1;
    drip.every = 150ms;
    m_server->answer("/drip", drip);
    Request request = test::get(m_server->url(QStringLiteral("/drip")));
    request.idleTimeout = 1s;
    const auto got = ask(*m_transport, request);
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(got->body.size(), 12);
}

void TestQtTransport::a_flood_of_headers_ends() // HT-34
{
    Answer large;
    large.headers = {{"X-Large", QByteArray(70'000, 'x')}};
    m_server->answer("/large", large);
    auto got = ask(*m_transport, test::get(m_server->url(QStringLiteral("/large"))));
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::ProtocolMismatch);

    Answer endless;
    endless.endlessHeaders = true;
    endless.every = 5ms; // Qt reads heads byte by byte: a faster flood keeps its thread busy for long after
    m_server->answer("/endless", endless);
    Request request = test::get(m_server->url(QStringLiteral("/endless")));
    request.firstByteTimeout = 300ms;
    got = ask(*m_transport, request);
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::Network);
}

void TestQtTransport::plain_http_and_passwords_in_addresses_are_refused() // BD-001, F-053
{
    for (const char *url : {"http://fhir.example.org/", "https://user:pass@fhir.example.org/",
             "file:///etc/passwd", "", "ftp://127.0.0.1/"}) {
        const auto got = ask(*m_transport, test::get(QUrl(QString::fromLatin1(url))));
        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::InvalidInput);
        QVERIFY(!describe(got.error()).contains(QStringLiteral("pass@")));
    }
}

void TestQtTransport::answers_are_decoded_and_bounded() // F-020
{
    Answer packed;
    packed.headers = {{"Content-Encoding", "gzip"}};
    packed.body = QByteArray::fromHex("1f8b08000000000000034bcc4b29010027a0d5d403000000").left(0);
    // "hello" as gzip(1) writes it
    packed.body = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
    m_server->answer("/gz", packed);
    auto got = ask(*m_transport, test::get(m_server->url(QStringLiteral("/gz"))));
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(got->body, QByteArray("hello"));

    m_server->answer("/big", test::json(QByteArray(2000, ' ')));
    Request request = test::get(m_server->url(QStringLiteral("/big")));
    request.maxBodyBytes = 1999;
    got = ask(*m_transport, request);
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::ProtocolMismatch);
}

void TestQtTransport::callbacks_come_later_and_once()
{
    m_server->answer("/", test::json("{}"));
    QObject context;
    int calls = 0;
    QThread *in = nullptr;
    const auto count = [&](const Result<Response> &) {
        ++calls;
        in = QThread::currentThread();
    };
    m_transport->send(test::get(QUrl(QStringLiteral("http://refused.example/"))), &context, count);
    QCOMPARE(calls, 0); // also for what is refused at once
    m_transport->send(test::get(m_server->url(QStringLiteral("/"))), &context, count);
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 2);
    QTest::qWait(30);
    QCOMPARE(calls, 2);
    QCOMPARE(in, QThread::currentThread());
}

void TestQtTransport::nobody_is_called_after_cancel_or_when_the_context_is_gone()
{
    Answer slow = test::json("{}");
    slow.delay = 500ms;
    m_server->answer("/slow", slow);
    m_server->answer("/fast", test::json("{}"));
    int calls = 0;
    const auto count = [&calls](const Result<Response> &) { ++calls; };
    QObject context;
    auto call = m_transport->send(test::get(m_server->url(QStringLiteral("/slow"))), &context, count);
    QTRY_COMPARE(m_server->requests().size(), 1);
    call.cancel();
    call.cancel();
    {
        QObject shortLived;
        m_transport->send(test::get(m_server->url(QStringLiteral("/slow"))), &shortLived, count);
        QTRY_COMPARE(m_server->requests().size(), 2);
    }
    // Cancelled when the answer is there, but not yet delivered.
    auto late =
        m_transport->send(test::get(QUrl(QStringLiteral("http://refused.example/"))), &context, count);
    late.cancel();
    QTest::qWait(700);
    QCOMPARE(calls, 0);
    QVERIFY(ask(*m_transport, test::get(m_server->url(QStringLiteral("/fast"))))); // still of use
}

void TestQtTransport::a_transport_may_go_with_requests_running()
{
    Answer slow;
    slow.silent = true;
    m_server->answer("/slow", slow);
    QObject context;
    int calls = 0;
    auto call = m_transport->send(test::get(m_server->url(QStringLiteral("/slow"))), &context,
        [&calls](const Result<Response> &) { ++calls; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_transport.reset();
    call.cancel();
    QTest::qWait(30);
    QCOMPARE(calls, 0);
}

void TestQtTransport::a_sink_may_refuse()
{
    m_server->answer("/", test::json(QByteArray(3'000'000, 'x')));
    Counter headRefuser;
    headRefuser.refuseHead = true;
    auto got = stream(*m_transport, test::get(m_server->url(QStringLiteral("/"))), headRefuser);
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::Storage);
    QCOMPARE(headRefuser.total, 0);
    Counter full;
    full.refuseAfter = 1'000'000;
    got = stream(*m_transport, test::get(m_server->url(QStringLiteral("/"))), full);
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::DiskFull);
    QVERIFY(full.total < 3'000'000);
}

void TestQtTransport::a_request_may_be_cancelled_from_inside_its_sink()
{
    m_server->answer("/", test::json(QByteArray(3'000'000, 'x')));
    Counter sink;
    QObject context;
    Call call;
    bool called = false;
    sink.onTake = [&call] { call.cancel(); };
    call = m_transport->stream(test::get(m_server->url(QStringLiteral("/"))), sink, &context,
        [&called](const Result<ResponseHead> &) { called = true; });
    QTRY_VERIFY(sink.total > 0);
    const qint64 then = sink.total;
    QTest::qWait(50);
    QCOMPARE(sink.total, then);
    QVERIFY(!called);
}

void TestQtTransport::a_slow_sink_slows_the_connection() // gui-testing.md §4 trap 2
{
    constexpr qint64 kSize = qint64{120} << 20;
    const QByteArray block(1 << 20, 'x');
    std::atomic<qint64> sent = 0;
    Answer large;
    large.headers = {{"Content-Length", QByteArray::number(kSize)}};
    large.generate = [&](qint64 offset) {
        sent = offset;
        return offset < kSize ? block : QByteArray();
    };
    m_server->answer("/large", large);
    Counter sink;
    qint64 furthestAhead = 0;
    sink.onTake = [&] {
        furthestAhead = std::max(furthestAhead, sent.load() - sink.total);
        if (sink.total < 20 << 20)
            QThread::msleep(4);
    };
    const qint64 before = residentKib();
    const auto got = stream(*m_transport, test::get(m_server->url(QStringLiteral("/large"))), sink);
    QVERIFY2(got, got ? "" : qPrintable(got.error().what));
    QCOMPARE(sink.total, kSize);
    // The kernel alone may hold 32 MiB for a fast sender; what counts is what piles up here.
    QVERIFY2(furthestAhead < 80 << 20, qPrintable(QString::number(furthestAhead)));
    QVERIFY(sink.largest <= 1 << 20);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    (void)before; // a sanitizer keeps what was freed
#else
    QVERIFY2(residentKib() - before < 30 * 1024, qPrintable(QString::number(residentKib() - before)));
#endif
}

void TestQtTransport::many_at_once_do_not_wait_for_each_other()
{
    // Qt alone opens six connections to a host and lets the others wait unseen, their time limits running.
    std::atomic<int> here = 0;
    m_server->answer("/slow", [&here](const test::SeenRequest &) {
        ++here;
        for (int i = 0; i < 2000 && here < 10; ++i) // nobody is answered before all have asked
            QThread::msleep(2);
        return test::json("{}", here < 10 ? 500 : 200);
    });
    QObject context;
    int good = 0;
    for (int i = 0; i < 10; ++i) {
        m_transport->send(test::get(m_server->url(QStringLiteral("/slow"))), &context,
            [&good](const Result<Response> &r) { good += r && r->head.status == 200 ? 1 : 0; });
    }
    QTRY_COMPARE(good, 10);
}

QTEST_GUILESS_MAIN(TestQtTransport)
#include "tst_qt_transport.moc"
