// SPDX-License-Identifier: Apache-2.0
// The list of 17 000 practices (requirements 3.3).
#include "app/sandbox/practice_client.h"
#include "support/sandbox_process.h"

#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace waybill::test;

class TestPracticeList : public QObject
{
    Q_OBJECT
private:
    SandboxProcess m_sandbox;
    HttpAnswer m_list;
    QStringList m_keys;
    QJsonArray m_entries;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isListening(), qPrintable(m_sandbox.problem()));
        m_list = request("GET", m_sandbox.practiceList().toString());
        const QJsonObject bundle = m_list.json();
        m_keys = bundle.keys();
        m_entries = bundle.value(QLatin1String("entry")).toArray();
    }

    void itIsABundleOfPairsInEcwsShape()
    {
        QCOMPARE(m_list.status, 200);
        QCOMPARE(m_keys, QStringList({QStringLiteral("entry"), QStringLiteral("resourceType")}));
        QCOMPARE(m_entries.size(), 2 * 17'000);
        QVERIFY(m_list.body.size() > 12'000'000);
        for (qsizetype i = 0; i < 200; i += 2) {
            const QJsonObject endpoint = m_entries[i][QLatin1String("resource")].toObject();
            const QJsonObject organization = m_entries[i + 1][QLatin1String("resource")].toObject();
            QCOMPARE(endpoint.value(QLatin1String("resourceType")).toString(), QStringLiteral("Endpoint"));
            QCOMPARE(
                organization.value(QLatin1String("resourceType")).toString(), QStringLiteral("Organization"));
            const QString code = endpoint.value(QLatin1String("id")).toString();
            QCOMPARE(organization.value(QLatin1String("id")).toString(), code);
            QCOMPARE(organization.value(QLatin1String("name")), endpoint.value(QLatin1String("name")));
            QCOMPARE(organization.value(QLatin1String("endpoint"))[0][QLatin1String("reference")].toString(),
                QStringLiteral("Endpoint/") + code);
            QVERIFY(endpoint.value(QLatin1String("address")).isString());
            QVERIFY(organization.value(QLatin1String("address")).isArray());
            QVERIFY(!organization.contains(QLatin1String("identifier")));
            QVERIFY(!organization.contains(QLatin1String("active")));
            QVERIFY(m_entries[i][QLatin1String("fullUrl")].toString().endsWith(
                QStringLiteral("/Endpoint/") + code));
        }
    }

    void theLivePracticesAreAmongThem()
    {
        QMap<QString, QString> addresses;
        for (qsizetype i = 0; i < m_entries.size(); i += 2) {
            const QJsonObject endpoint = m_entries[i][QLatin1String("resource")].toObject();
            addresses.insert(endpoint.value(QLatin1String("id")).toString(),
                endpoint.value(QLatin1String("address")).toString());
        }
        QCOMPARE(addresses.size(), 17'000); // every code once
        QCOMPARE(addresses.value(QStringLiteral("FFBJCD")), m_sandbox.ecw().fhirBaseUrl.toString());
        QCOMPARE(addresses.value(QStringLiteral("OAKHILL")), m_sandbox.generic().fhirBaseUrl.toString());
    }

    void namesAreAsUnrulyAsRealOnes() // EC-023 to EC-026
    {
        QMap<QString, int> names;
        int odd = 0;
        int off = 0;
        for (qsizetype i = 0; i < m_entries.size(); i += 2) {
            const QJsonObject endpoint = m_entries[i][QLatin1String("resource")].toObject();
            ++names[endpoint.value(QLatin1String("name")).toString()];
            static const QRegularExpression kUsual(QStringLiteral("^[A-J]{6}$"));
            odd += kUsual.match(endpoint.value(QLatin1String("id")).toString()).hasMatch() ? 0 : 1;
            off += endpoint.value(QLatin1String("status")).toString() == QLatin1String("active") ? 0 : 1;
        }
        QVERIFY(odd > 20 && odd < 1000); // EC-012
        QVERIFY(off > 20 && off < 1000);
        QVERIFY(names.value(QStringLiteral("TEST DO NOT USE")) > 0);
        QVERIFY(names.size() < 16'900); // names are shared
        const QByteArray &body = m_list.body;
        QVERIFY(body.contains("&amp;"));
        QVERIFY(body.contains("Casta\xc3\xb1"
                              "er"));
    }

    void itIsKeptAndKnownByItsTag() // EC-028
    {
        const QByteArray etag = m_list.headers.value("etag");
        QVERIFY(etag.startsWith("W/\""));
        const QString url = m_sandbox.practiceList().toString();
        const HttpAnswer unchanged = request("GET", url, {{"If-None-Match", etag}});
        QCOMPARE(unchanged.status, 304);
        QVERIFY(unchanged.body.isEmpty());
        QCOMPARE(request("GET", url, {{"If-None-Match", "W/\"0\""}}).body, m_list.body);
    }
};

QTEST_GUILESS_MAIN(TestPracticeList)
#include "tst_practice_list.moc"
