// SPDX-License-Identifier: Apache-2.0
#include "support/loopback_server.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace waybill::test;

namespace {

QByteArray conversation(QTcpSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray all;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(3000))
        all += socket.readAll();
    return all + socket.readAll();
}

QByteArray ask(const LoopbackServer &server, const QByteArray &target)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(server.port()));
    if (!socket.waitForConnected(3000))
        return "no connection";
    return conversation(socket, "GET " + target + " HTTP/1.1\r\nHost: x\r\nX-Mark: 7\r\n\r\n");
}

} // namespace

/// The server that the other tests trust.
class TestLoopbackServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_what_it_was_told_and_remembers_who_asked();
    void can_be_as_rude_as_a_broken_server();
    void serves_ranges_of_a_file();
    void answers_in_turn_and_keeps_the_last();
    void stops_while_it_is_silent();
    void speaks_TLS_with_a_certificate_of_its_own_authority();
    void speaks_TLS_badly_on_request_data();
    void speaks_TLS_badly_on_request();
};

void TestLoopbackServer::says_what_it_was_told_and_remembers_who_asked()
{
    LoopbackServer server;
    Answer answer = json("{}", 202);
    answer.closeAfter = true;
    server.answer("/a", answer);
    const QByteArray got = ask(server, "/a?b=c");
    QVERIFY(got.startsWith("HTTP/1.1 202 "));
    QVERIFY(got.contains("\r\nContent-Length: 2\r\n"));
    QVERIFY(got.endsWith("\r\n\r\n{}"));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests("/a").first().query, QByteArray("b=c"));
    QCOMPARE(server.requests().first().header("x-mark"), QByteArray("7"));
    QVERIFY(!server.requests().first().has("Authorization"));
}

void TestLoopbackServer::can_be_as_rude_as_a_broken_server()
{
    LoopbackServer server;
    Answer cut;
    cut.body = "0123456789";
    cut.cutAfter = 4;
    server.answer("/cut", cut);
    QVERIFY(ask(server, "/cut").endsWith("Content-Length: 10\r\n\r\n0123"));

    Answer unended;
    unended.body = "abc";
    unended.chunkedWithoutEnd = true;
    server.answer("/unended", unended);
    QVERIFY(ask(server, "/unended").endsWith("\r\n\r\n3\r\nabc\r\n"));

    Answer dripped;
    dripped.body = "abcd";
    dripped.piece = 1;
    dripped.every = std::chrono::milliseconds(20);
    dripped.chunked = true;
    dripped.closeAfter = true;
    server.answer("/drip", dripped);
    QVERIFY(ask(server, "/drip").endsWith("1\r\na\r\n1\r\nb\r\n1\r\nc\r\n1\r\nd\r\n0\r\n\r\n"));

    Answer made;
    made.withoutLength = true;
    made.generate = [](qint64 offset) { return offset < 9 ? QByteArray("xyz") : QByteArray(); };
    server.answer("/made", made);
    QVERIFY(ask(server, "/made").endsWith("\r\n\r\nxyzxyzxyz"));

    Answer raw;
    raw.raw = "SSH-2.0-nonsense\r\n";
    server.answer("/raw", raw);
    QCOMPARE(ask(server, "/raw"), raw.raw);

    Answer gone;
    gone.hangUp = true;
    server.answer("/gone", gone);
    QCOMPARE(ask(server, "/gone"), QByteArray());
}

void TestLoopbackServer::serves_ranges_of_a_file()
{
    SeenRequest request;
    QCOMPARE(file(request, "0123456789").status, 200);
    request.headers = {{"range", "bytes=4-"}, {"If-Range", "\"one\""}};
    QCOMPARE(file(request, "0123456789").body, QByteArray("456789"));
    QCOMPARE(file(request, "0123456789").headers.last().second, QByteArray("bytes 4-9/10"));
    QCOMPARE(file(request, "0123456789", "\"two\"").status, 200);
    QCOMPARE(file(request, "0123").status, 416);
}

void TestLoopbackServer::answers_in_turn_and_keeps_the_last()
{
    LoopbackServer server;
    Answer first;
    first.status = 503;
    first.closeAfter = true;
    Answer last = first;
    last.status = 200;
    server.answerInTurn("/x", {first, last});
    QVERIFY(ask(server, "/x").startsWith("HTTP/1.1 503"));
    QVERIFY(ask(server, "/x").startsWith("HTTP/1.1 200"));
    QVERIFY(ask(server, "/x").startsWith("HTTP/1.1 200"));
    QCOMPARE(server.connectionCount(), 3);
}

void TestLoopbackServer::stops_while_it_is_silent()
{
    LoopbackServer server;
    Answer silent;
    silent.silent = true;
    server.answer("/s", silent);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(server.port()));
    QVERIFY(socket.waitForConnected(3000));
    socket.write("GET /s HTTP/1.1\r\n\r\n");
    QVERIFY(socket.waitForBytesWritten(3000));
    while (server.requests().isEmpty())
        QTest::qWait(1);
    server.stop();
    QTcpSocket refused;
    refused.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(server.port()));
    QVERIFY(!refused.waitForConnected(3000));
}

void TestLoopbackServer::speaks_TLS_with_a_certificate_of_its_own_authority()
{
    LoopbackServer server(Tls::Good);
    Answer bye;
    bye.body = "bye";
    bye.closeAfter = true;
    server.answer("/", bye);
    QSslSocket socket;
    auto settings = QSslConfiguration::defaultConfiguration();
    settings.addCaCertificates(server.caFile());
    socket.setSslConfiguration(settings);
    socket.connectToHostEncrypted(QStringLiteral("localhost"), static_cast<quint16>(server.port()));
    QVERIFY2(socket.waitForEncrypted(5000), qPrintable(socket.errorString()));
    QVERIFY(conversation(socket, "GET / HTTP/1.1\r\n\r\n").endsWith("bye"));
}

void TestLoopbackServer::speaks_TLS_badly_on_request_data()
{
    QTest::addColumn<Tls>("tls");
    QTest::addColumn<int>("error");
    QTest::newRow("self-signed") << Tls::SelfSigned << int(QSslError::SelfSignedCertificate);
    QTest::newRow("expired") << Tls::Expired << int(QSslError::CertificateExpired);
    QTest::newRow("wrong host") << Tls::WrongHost << int(QSslError::HostNameMismatch);
    QTest::newRow("TLS 1.1") << Tls::OldProtocol << int(QSslError::NoError);
}

void TestLoopbackServer::speaks_TLS_badly_on_request()
{
    QFETCH(Tls, tls);
    QFETCH(int, error);
    LoopbackServer server(tls);
    QSslSocket socket;
    auto settings = QSslConfiguration::defaultConfiguration();
    if (tls != Tls::SelfSigned)
        settings.addCaCertificates(server.caFile());
    socket.setSslConfiguration(settings);
    socket.connectToHostEncrypted(QStringLiteral("localhost"), static_cast<quint16>(server.port()));
    QVERIFY(!socket.waitForEncrypted(5000));
    QList<int> errors;
    for (const QSslError &one : socket.sslHandshakeErrors())
        errors.append(one.error());
    QVERIFY2(error == QSslError::NoError ? errors.isEmpty() : errors.contains(error),
        qPrintable(socket.errorString()));
}

QTEST_GUILESS_MAIN(TestLoopbackServer)
#include "tst_loopback_server.moc"
