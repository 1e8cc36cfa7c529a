// SPDX-License-Identifier: Apache-2.0
#include "app/auth/auth_fixture.h"
#include "auth/authorized_transport.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"
#include "support/quoted.h"

#include <QTest>

#include <atomic>

using namespace waybill;
using namespace waybill::auth;
using namespace waybill::test;
using namespace std::chrono_literals;

namespace {

class Collector final : public http::BodySink
{
public:
    Result<> begin(const http::ResponseHead &head) override
    {
        statuses.append(head.status);
        return {};
    }
    Result<> take(QByteArrayView bytes) override
    {
        body += bytes.toByteArray();
        return {};
    }
    QList<int> statuses;
    QByteArray body;
};

http::Request get(const QUrl &url)
{
    http::Request request;
    request.url = url;
    return request;
}

} // namespace

/// AuthorizedTransport with a real token source and a real server.
class TestAuthorizedTransport : public QObject
{
    Q_OBJECT
    struct Bench {
        LoopbackServer server;
        std::atomic<int> issued = 0;
        SystemClock clock;
        std::unique_ptr<http::Transport> plain = http::makeQtTransport();
        std::unique_ptr<TokenSource> tokens;
        std::unique_ptr<AuthorizedTransport> transport;
        QObject context;
        std::optional<Result<http::Response>> got;
        http::Call call;

        explicit Bench(const keys::KeyPair &key)
        {
            server.answer("/token", [this](const SeenRequest &) {
                return json(quoted("{'access_token':'t" + QByteArray::number(++issued)
                    + "','token_type':'bearer','expires_in':300}"));
            });
            tokens = std::make_unique<TokenSource>(
                TokenSource::Deps{*plain, clock}, settings(server.url(QStringLiteral("/token"))), key);
            transport = std::make_unique<AuthorizedTransport>(AuthorizedTransport::Deps{*plain, *tokens},
                trustedOrigins(server.url(QStringLiteral("/fhir")), {}));
        }

        void send(const http::Request &request)
        {
            got.reset();
            call = transport->send(
                request, &context, [this](Result<http::Response> answer) { got = std::move(answer); });
        }

        bool wait()
        {
            return QTest::qWaitFor([this] { return got.has_value(); }, 10'000);
        }

        QList<QByteArray> sent(const QByteArray &path) const
        {
            QList<QByteArray> all;
            for (const SeenRequest &seen : server.requests(path))
                all.append(seen.header("Authorization"));
            return all;
        }
    };
    const keys::KeyPair m_key = newKey();

private Q_SLOTS:
    void requestsCarryTheToken() // SB-061
    {
        Bench bench(m_key);
        bench.server.answer("/fhir/Group", json("{}"));
        bench.send(get(bench.server.url(QStringLiteral("/fhir/Group?page=2"))));
        QVERIFY(!bench.got.has_value()); // never from inside send()
        QVERIFY(bench.wait());
        QCOMPARE((*bench.got)->head.status, 200);
        QCOMPARE(bench.sent("/fhir/Group"), QList<QByteArray>{"Bearer t1"});
        QCOMPARE(bench.server.requests("/fhir/Group")[0].query, QByteArray("page=2"));
        bench.send(get(bench.server.url(QStringLiteral("/fhir/Group"))));
        QVERIFY(bench.wait());
        QCOMPARE(bench.issued.load(), 1);
    }

    void aRefusedTokenIsReplacedOnce() // reliability row 10
    {
        Bench bench(m_key);
        bench.server.answer("/fhir/x", [](const SeenRequest &seen) {
            return json("{}", seen.header("Authorization") == "Bearer t1" ? 401 : 202);
        });
        http::Request request = get(bench.server.url(QStringLiteral("/fhir/x")));
        request.method = "DELETE";
        request.mayBeRepeated = false;
        bench.send(request);
        QVERIFY(bench.wait());
        QCOMPARE((*bench.got)->head.status, 202);
        QCOMPARE(bench.sent("/fhir/x"), (QList<QByteArray>{"Bearer t1", "Bearer t2"}));
        QCOMPARE(bench.server.requests("/fhir/x")[1].method, QByteArray("DELETE"));
    }

    void aSecondRefusalIsTheAnswer() // reliability row 10: never a storm
    {
        Bench bench(m_key);
        bench.server.answer("/fhir/x", json(quoted("{'resourceType':'OperationOutcome'}"), 401));
        bench.send(get(bench.server.url(QStringLiteral("/fhir/x"))));
        QVERIFY(bench.wait());
        QCOMPARE((*bench.got)->head.status, 401);
        QVERIFY((*bench.got)->body.contains("OperationOutcome"));
        QCOMPARE(bench.sent("/fhir/x").size(), 2);
        QCOMPARE(bench.issued.load(), 2);
    }

    void otherAnswersAreNotRepeated()
    {
        Bench bench(m_key);
        bench.server.answer("/fhir/x", json("{}", 403));
        bench.send(get(bench.server.url(QStringLiteral("/fhir/x"))));
        QVERIFY(bench.wait());
        QCOMPARE((*bench.got)->head.status, 403);
        QCOMPARE(bench.sent("/fhir/x").size(), 1);
    }

    void strangersNeverSeeTheToken_data() // HT-21, HT-24
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("another name") << QStringLiteral("localhost");
        QTest::newRow("another port") << QString();
    }

    void strangersNeverSeeTheToken()
    {
        QFETCH(QString, host);
        Bench bench(m_key);
        LoopbackServer other;
        const QUrl url = host.isEmpty() ? other.url(QStringLiteral("/fhir/x"))
                                        : bench.server.url(QStringLiteral("/fhir/x"), host);
        QVERIFY(!bench.transport->trusts(url));
        bench.send(get(url));
        QVERIFY(!bench.got.has_value());
        QVERIFY(bench.wait());
        QVERIFY(!*bench.got);
        QCOMPARE(bench.got->error().code, ErrorCode::Unauthorized);
        QVERIFY2(bench.got->error().what.contains(http::originOf(url).toString()),
            qPrintable(bench.got->error().what));
        QCOMPARE(bench.server.requests().size() + other.requests().size(), 0);
    }

    void credentialsOfOthersAreRefused() // SB-061
    {
        Bench bench(m_key);
        http::Request request = get(bench.server.url(QStringLiteral("/fhir/x")));
        request.headers.add("authorization", "Basic eDp5");
        bench.send(request);
        QVERIFY(bench.wait());
        QVERIFY(!*bench.got);
        QCOMPARE(bench.server.requests().size(), 0);
    }

    void aMissingTokenIsTheAnswer()
    {
        Bench bench(m_key);
        bench.server.answer("/token", json(quoted("{'error':'invalid_scope'}"), 400));
        bench.send(get(bench.server.url(QStringLiteral("/fhir/x"))));
        QVERIFY(bench.wait());
        QVERIFY(!*bench.got);
        QCOMPARE(refusalOf(bench.got->error())->error, QStringLiteral("invalid_scope"));
        QCOMPARE(bench.sent("/fhir/x").size(), 0);
    }

    void aFilesFirst401NeverReachesTheSink()
    {
        Bench bench(m_key);
        bench.server.answerInTurn("/fhir/file", {json("{\"no\":1}", 401), json("{\"line\":1}\n")});
        Collector sink;
        std::optional<Result<http::ResponseHead>> head;
        bench.transport->stream(get(bench.server.url(QStringLiteral("/fhir/file"))), sink, &bench.context,
            [&head](Result<http::ResponseHead> answer) { head = std::move(answer); });
        QTRY_VERIFY(head.has_value());
        QVERIFY(head->has_value());
        QCOMPARE(sink.statuses, QList<int>{200});
        QCOMPARE(sink.body, QByteArray("{\"line\":1}\n"));
        QCOMPARE(bench.sent("/fhir/file"), (QList<QByteArray>{"Bearer t1", "Bearer t2"}));
    }

    void aFilesSecond401IsShownToTheSink()
    {
        Bench bench(m_key);
        bench.server.answer("/fhir/file", json("{}", 401));
        Collector sink;
        std::optional<Result<http::ResponseHead>> head;
        bench.transport->stream(get(bench.server.url(QStringLiteral("/fhir/file"))), sink, &bench.context,
            [&head](Result<http::ResponseHead> answer) { head = std::move(answer); });
        QTRY_VERIFY(head.has_value());
        QCOMPARE((*head)->status, 401);
        QCOMPARE(sink.statuses, QList<int>{401});
    }

    void cancellingSilencesEveryStage_data()
    {
        QTest::addColumn<QByteArray>("slow");
        QTest::newRow("waiting for the token") << QByteArray("/token");
        QTest::newRow("waiting for the answer") << QByteArray("/fhir/x");
    }

    void cancellingSilencesEveryStage()
    {
        QFETCH(QByteArray, slow);
        Bench bench(m_key);
        Answer answer = json(quoted("{'access_token':'t','expires_in':300}"));
        answer.delay = 500ms;
        bench.server.answer("/fhir/x", json("{}"));
        bench.server.answer(slow, answer);
        bench.send(get(bench.server.url(QStringLiteral("/fhir/x"))));
        QTRY_VERIFY(!bench.server.requests(slow).isEmpty());
        bench.call.cancel();
        QTest::qWait(700);
        QVERIFY(!bench.got.has_value());
        QVERIFY(slow == "/fhir/x" || bench.server.requests("/fhir/x").isEmpty());
    }

    void nobodyIsCalledAfterItsEnd()
    {
        Bench bench(m_key);
        Answer answer = json("{}");
        answer.delay = 500ms;
        bench.server.answer("/fhir/x", answer);
        bench.send(get(bench.server.url(QStringLiteral("/fhir/x"))));
        QTRY_VERIFY(!bench.server.requests("/fhir/x").isEmpty());
        bench.transport.reset();
        QTest::qWait(700);
        QVERIFY(!bench.got.has_value());
    }

    void trustedOriginsAreTheBaseAndTheList()
    {
        const auto origins = trustedOrigins(QUrl(QStringLiteral("https://fhir.example/r4/X")),
            {QStringLiteral(" https://files.example:8443/a/b "), QStringLiteral("https://FHIR.example:443"),
                QStringLiteral("http://plain.example"), QStringLiteral("files.example"), QString(),
                QStringLiteral("http://127.0.0.1:99")});
        QStringList names;
        for (const http::Origin &origin : origins)
            names.append(origin.toString());
        QCOMPARE(names,
            QStringList({QStringLiteral("https://fhir.example"), QStringLiteral("https://files.example:8443"),
                QStringLiteral("http://127.0.0.1:99")}));
    }
};

QTEST_GUILESS_MAIN(TestAuthorizedTransport)
#include "tst_authorized_transport.moc"
