// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_fetch.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::LoopbackServer;

class TestDirectoryFetch : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();

    Result<DirectoryDownload> fetch(const QUrl &url, const QString &etag = {})
    {
        std::optional<Result<DirectoryDownload>> answer;
        fetchDirectory(
            *m_transport, url, etag, this, [&](const Result<DirectoryDownload> &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10000))
            return failure(ErrorCode::Internal, QStringLiteral("no answer"));
        return *answer;
    }

private Q_SLOTS:
    void aListComesWithItsTag() // EC-028
    {
        LoopbackServer server;
        test::Answer list = test::json("[]");
        list.headers.append(test::Field("ETag", "W/\"7\""));
        server.answer("/list", list);
        const auto found = fetch(server.url(QStringLiteral("/list?pageId=1")));
        QVERIFY(found);
        QCOMPARE(found->bytes, QByteArray("[]"));
        QCOMPARE(found->etag, QStringLiteral("W/\"7\""));
        QVERIFY(found->source.endsWith(QLatin1String("/list"))); // no query
        QVERIFY(!server.requests().first().has("If-None-Match"));
        QVERIFY(!server.requests().first().has("Authorization"));
    }

    void anUnchangedListIsNotSentAgain()
    {
        LoopbackServer server;
        server.answer("/list", [](const test::SeenRequest &seen) {
            return seen.header("If-None-Match") == "W/\"7\"" ? test::Answer{304} : test::json("[]");
        });
        const auto found = fetch(server.url(QStringLiteral("/list")), QStringLiteral("W/\"7\""));
        QVERIFY(found);
        QVERIFY(found->unchanged);
        QVERIFY(found->bytes.isEmpty());
    }

    void redirectsAreFollowed()
    {
        LoopbackServer server;
        server.answer("/old", test::redirect(301, server.url(QStringLiteral("/new"))));
        server.answer("/new", test::json("[1]"));
        QCOMPARE(fetch(server.url(QStringLiteral("/old")))->bytes, QByteArray("[1]"));
    }

    void refusalsAreNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("gone") << 404 << static_cast<int>(ErrorCode::NotFound);
        QTest::newRow("forbidden") << 403 << static_cast<int>(ErrorCode::Unauthorized);
        QTest::newRow("busy") << 503 << static_cast<int>(ErrorCode::Throttled);
        QTest::newRow("broken") << 500 << static_cast<int>(ErrorCode::ServerFailure);
    }
    void refusalsAreNamed()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        LoopbackServer server;
        server.answer("/list",
            test::json(
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"why\"}]}", status));
        const auto found = fetch(server.url(QStringLiteral("/list?key=secret")));
        QVERIFY(!found);
        QCOMPARE(static_cast<int>(found.error().code), code);
        QCOMPARE(*found.error().httpStatus, status);
        QCOMPARE(found.error().serverText, QStringLiteral("why"));
        QVERIFY(!describe(found.error()).contains(QLatin1String("secret")));
    }
};

QTEST_GUILESS_MAIN(TestDirectoryFetch)
#include "tst_directory_fetch.moc"
