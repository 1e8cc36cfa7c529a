// SPDX-License-Identifier: Apache-2.0
// How files go out: lengths, gzip, ranges, chunks, and in constant memory.
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QTest>

#include <httplib.h>

using namespace waybill::test;

class TestFileDelivery : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox{{QStringLiteral("--patients"), QStringLiteral("100")}};
    SigningKey m_key{SigningKey::Type::Rsa};
    QString m_url; ///< a signed link: no token is needed
    QByteArray m_whole;

    static QJsonObject exported(SandboxProcess &sandbox, const SigningKey &key, const QString &path)
    {
        const QString id = sandbox.registerClient(
            QStringLiteral("app"), {QStringLiteral("OAKHILL")}, key.jwkSet(QStringLiteral("k1")));
        PracticeClient app(sandbox.generic().fhirBaseUrl.toString(), id, key);
        (void)app.signIn(QStringLiteral("system/*.rs"));
        const HttpAnswer accepted = app.kickOff(path);
        return app.finish(QString::fromLatin1(accepted.headers.value("content-location"))).json();
    }
    HttpAnswer part(const QByteArray &range, const HttpHeaders &more = {}) const
    {
        HttpHeaders headers{{"Range", range}};
        return request("GET", m_url, headers + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        const QJsonObject manifest =
            exported(m_sandbox, m_key, QStringLiteral("/Patient/$export?_type=Encounter"));
        m_url = manifest.value(QLatin1String("output"))[0][QLatin1String("url")].toString();
        const HttpAnswer answer = request("GET", m_url);
        QCOMPARE(answer.status, 200);
        m_whole = answer.body;
        QVERIFY(m_whole.size() > 300'000);
        QCOMPARE(answer.headers.value("content-length").toLongLong(), m_whole.size());
        QCOMPARE(answer.headers.value("accept-ranges"), QByteArray("bytes"));
        QVERIFY(answer.headers.value("etag").startsWith('"'));
    }

    void theSameLinkGivesTheSameBytes() { QCOMPARE(request("GET", m_url).body, m_whole); }

    void headSendsNoBody()
    {
        const HttpAnswer head = request("HEAD", m_url);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length").toLongLong(), m_whole.size());
        QVERIFY(head.body.isEmpty());
    }

    void gzipIsSentWhenItIsAccepted() // BD-135, BD-136
    {
        const HttpAnswer answer = request("GET", m_url, {{"Accept-Encoding", "gzip"}});
        QCOMPARE(answer.headers.value("content-encoding"), QByteArray("gzip"));
        QCOMPARE(answer.headers.value("content-length").toLongLong(), answer.body.size());
        QVERIFY(answer.body.size() < m_whole.size() / 3);
        QCOMPARE(inflated(answer.body), m_whole);
        QVERIFY(answer.headers.value("etag") != request("HEAD", m_url).headers.value("etag"));
    }

    void rangesAreHonoured_data() // BD-144
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last"); // -1 = the end
        QTest::newRow("the beginning") << QByteArray("bytes=0-99") << qint64{0} << qint64{99};
        QTest::newRow("the middle") << QByteArray("bytes=70000-200000") << qint64{70'000} << qint64{200'000};
        QTest::newRow("the rest") << QByteArray("bytes=250000-") << qint64{250'000} << qint64{-1};
        QTest::newRow("too far") << QByteArray("bytes=100-99999999") << qint64{100} << qint64{-1};
    }
    void rangesAreHonoured()
    {
        QFETCH(QByteArray, range);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        if (last < 0)
            last = m_whole.size() - 1;
        const HttpAnswer answer = part(range);
        QCOMPARE(answer.status, 206);
        QCOMPARE(answer.headers.value("content-range"),
            "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/'
                + QByteArray::number(m_whole.size()));
        QCOMPARE(answer.headers.value("content-length").toLongLong(), last - first + 1);
        QCOMPARE(answer.body, m_whole.mid(first, last - first + 1));
    }

    void theEndCanBeAskedFor() { QCOMPARE(part("bytes=-500").body, m_whole.right(500)); }

    void aRangeBehindTheEndIs416()
    {
        const HttpAnswer answer = part("bytes=99999999-");
        QCOMPARE(answer.status, 416);
        QCOMPARE(answer.headers.value("content-range"), "bytes */" + QByteArray::number(m_whole.size()));
    }

    void ifRangeWithTheSameTagGoesOnElseStartsOver() // F-075
    {
        const QByteArray etag = request("HEAD", m_url).headers.value("etag");
        QCOMPARE(part("bytes=1000-", {{"If-Range", etag}}).body, m_whole.mid(1000));
        const HttpAnswer changed = part("bytes=1000-", {{"If-Range", "\"other\""}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body, m_whole);
    }

    void aRangeOfTheGzipStreamIsOverItsEncodedBytes()
    {
        const HttpHeaders gzip{{"Accept-Encoding", "gzip"}};
        const QByteArray whole = request("GET", m_url, gzip).body;
        QCOMPARE(part("bytes=5000-", gzip).body, whole.mid(5000));
    }

    void anErrorForARangeComesWhole()
    {
        QString forged = m_url;
        forged += QLatin1Char('0');
        const HttpAnswer answer = request("GET", forged, {{"Range", "bytes=5000-6000"}});
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.endsWith("</Error>"));
    }

    void aHundredThousandPatientsAreStreamedInConstantMemory()
    {
        SandboxProcess large({QStringLiteral("--patients"), QStringLiteral("100000")});
        const QJsonObject manifest = exported(large, m_key,
            QStringLiteral("/Patient/$export?_type=Patient,Observation,AllergyIntolerance,Procedure"));
        const qint64 planned = large.peakMemoryKiB();
        QList<QJsonObject> observations;
        qint64 lines = 0;
        for (const QJsonValue &entry : manifest.value(QLatin1String("output")).toArray()) {
            if (entry[QLatin1String("type")].toString() == QLatin1String("Observation")) {
                observations.append(entry.toObject());
                QVERIFY(entry[QLatin1String("count")].toInt() <= 100'000);
                lines += entry[QLatin1String("count")].toInt();
            }
        }
        QVERIFY2(observations.size() > 10, "several files of one type");
        QVERIFY(lines > 1'500'000);
        // Some 24 MB of a file of 120 MB, then the client goes away.
        const QUrl url(observations.at(3).value(QLatin1String("url")).toString());
        httplib::Client client(url.toString(QUrl::RemovePath | QUrl::RemoveQuery).toStdString());
        qint64 received = 0;
        bool chunked = false;
        const auto result = client.Get(
            url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString(),
            [&](const httplib::Response &response) {
                chunked = response.get_header_value("Transfer-Encoding") == "chunked";
                return true;
            },
            [&](const char *, std::size_t size) {
                received += static_cast<qint64>(size);
                return received < 24'000'000;
            });
        QVERIFY(chunked);
        QVERIFY(received >= 24'000'000);
        QVERIFY2(large.peakMemoryKiB() < planned + 20'000, "what is streamed is not held");
        QVERIFY2(planned < 150'000, "nor is what is planned");
    }
};

QTEST_GUILESS_MAIN(TestFileDelivery)
#include "tst_file_delivery.moc"
