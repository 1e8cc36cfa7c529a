// SPDX-License-Identifier: Apache-2.0
#include "discovery/capability_statement.h"
#include "discovery/vendor_preset.h"
#include "shared_data.h"
#include "support/quoted.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::quoted;

namespace {

QByteArray statement(const QByteArray &more, const QByteArray &rest)
{
    return quoted("{'resourceType':'CapabilityStatement','fhirVersion':'4.0.1','software':{'name':'Server','"
                  "version':'7'},'format':['json']")
        + more + quoted(",'rest':[{'mode':'client','resource':[{'type':'Basic'}]},{'mode':'server'") + rest
        + "}]}";
}

const QByteArray kGroupExport = quoted(
    ",'resource':[{'type':'Group','interaction':[{'code':'search-type'}],'searchParam':[{'name':'page'}],"
    "'operation':[{'name':'$export'}]},{'type':'Patient','interaction':[{'code':'read'}]},{'type':'"
    "OperationDefinition'}]");

} // namespace

class TestCapabilityStatement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAServerSaysIsRead()
    {
        const auto found = parseCapabilityStatement(statement({}, kGroupExport));
        QVERIFY(found);
        QCOMPARE(found->softwareName, QStringLiteral("Server"));
        QCOMPARE(found->softwareVersion, QStringLiteral("7"));
        QCOMPARE(found->fhirVersion, QStringLiteral("4.0.1"));
        QCOMPARE(found->formats, QStringList{QStringLiteral("json")});
        QCOMPARE(found->resources.size(), 3); // not the client's
        QVERIFY(found->groupExport);
        QVERIFY(!found->patientExport && !found->systemExport);
        QCOMPARE(found->resource(QStringLiteral("Group"))->operations, QStringList{QStringLiteral("export")});
        QCOMPARE(found->groupSearchParameters(), QStringList{QStringLiteral("page")});
        QCOMPARE(found->exportableTypes(), QStringList({QStringLiteral("Group"), QStringLiteral("Patient")}));
        QVERIFY(!looksLikeEcw(*found));
    }

    void exportsAreFoundByNameAndByDefinition_data()
    {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<bool>("isExport");
        QTest::newRow("export") << quoted("{'name':'export'}") << true;
        QTest::newRow("group-export") << quoted("{'name':'group-export'}") << true;
        QTest::newRow("by definition") << quoted(
            "{'name':'x','definition':'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export'}")
                                       << true;
        QTest::newRow("another") << quoted("{'name':'everything'}") << false;
        QTest::newRow("no name") << quoted("{}") << false;
    }
    void exportsAreFoundByNameAndByDefinition()
    {
        QFETCH(QByteArray, operation);
        QFETCH(bool, isExport);
        const QByteArray operations = quoted(",'operation':[") + operation + "]";
        QCOMPARE(parseCapabilityStatement(
                     statement({}, quoted(",'resource':[{'type':'Group'") + operations + "}]"))
                     ->groupExport,
            isExport);
        QCOMPARE(parseCapabilityStatement(
                     statement({}, quoted(",'resource':[{'type':'Patient'") + operations + "}]"))
                     ->patientExport,
            isExport);
        QCOMPARE(parseCapabilityStatement(statement({}, operations))->systemExport, isExport);
    }

    void theVersionIsGuessedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("version");
        const auto row = [](const char *name, const char *more, const QByteArray &rest, const char *version) {
            QTest::newRow(name) << quoted(more) << rest << QString::fromLatin1(version);
        };
        row("named 1",
            ",'instantiates':['http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data|1.0.1']",
            kGroupExport, "1.0.1");
        row("named 2",
            ",'instantiates':['http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data|2.0.0']", {},
            "2.0.0");
        row("named 3 by the guide",
            ",'implementationGuide':['http://hl7.org/fhir/uv/bulkdata/ImplementationGuide/"
            "hl7.fhir.uv.bulkdata|3.0.0']",
            kGroupExport, "3.0.0");
        row("named 4",
            ",'instantiates':['http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data|4.0.0-ballot']",
            kGroupExport, "4.0.0-ballot");
        row("offered without a version", "", kGroupExport, "2.0.0");
        row("eCW without a version",
            ",'publisher':'eClinicalWorks','instantiates':['http://hl7.org/fhir/uv/bulkdata/"
            "CapabilityStatement/bulk-data']",
            kGroupExport, "1.0.1");
        row("nothing about it", "", {}, "");
    }
    void theVersionIsGuessedWithAReason()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, rest);
        QFETCH(QString, version);
        const auto found = parseCapabilityStatement(statement(more, rest));
        QVERIFY(found);
        QCOMPARE(found->bulkDataVersion, version);
        QVERIFY(!found->bulkDataReason.isEmpty());
    }

    void theTokenEndpointIsFoundInTheExtension() // SB-006
    {
        const auto found = parseCapabilityStatement(statement({},
            quoted(",'security':{'extension':[{'url':'other'},{'url':'http://fhir-registry.smarthealthit.org/"
                   "StructureDefinition/oauth-uris',"
                   "'extension':[{'url':'token','valueUri':' https://a.example/token "
                   "'},{'url':'authorize','valueUri':'https://a.example/auth'}]}]}")));
        QCOMPARE(found->tokenUrl, QUrl(QStringLiteral("https://a.example/token")));
        QCOMPARE(found->authorizeUrl, QUrl(QStringLiteral("https://a.example/auth")));
    }

    void whatIsNoStatementIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("web page") << QByteArray("<html></html>") << QStringLiteral("web page");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("not a CapabilityStatement");
        QTest::newRow("another resource")
            << quoted("{'resourceType':'Patient'}") << QStringLiteral("not a CapabilityStatement");
        QTest::newRow("an outcome") << quoted(
            "{'resourceType':'OperationOutcome','issue':[{'diagnostics':'no such practice'}]}")
                                    << QStringLiteral("no such practice");
    }
    void whatIsNoStatementIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto found = parseCapabilityStatement(body);
        QVERIFY(!found);
        QVERIFY2(found.error().what.contains(says), qPrintable(found.error().what));
    }

    void anEmptyStatementIsReadWithANote()
    {
        const auto found = parseCapabilityStatement(quoted("{'resourceType':'CapabilityStatement'}"));
        QVERIFY(found);
        QCOMPARE(found->notes.size(), 1);
        QVERIFY(found->bulkDataVersion.isEmpty());
    }

    void ecwIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("software");
        QTest::addColumn<bool>("isEcw");
        QTest::newRow("the facade") << QByteArray("eCW FHIR Facade") << true;
        QTest::newRow("the sandbox") << QByteArray("Waybill sandbox (eCW-like)") << true;
        QTest::newRow("in full") << QByteArray("eClinicalWorks") << true;
        QTest::newRow("inside a word") << QByteArray("Recwood") << false;
    }
    void ecwIsRecognised()
    {
        QFETCH(QByteArray, software);
        QFETCH(bool, isEcw);
        const auto found = parseCapabilityStatement(
            quoted("{'resourceType':'CapabilityStatement','software':{'name':'").replace('\'', '"') + software
            + "\"}}");
        QVERIFY(found);
        QCOMPARE(looksLikeEcw(*found), isEcw);
    }

    void theRealStatementIsRead() // requirements 3.1
    {
        const QByteArray bytes = test::sharedDocument(QStringLiteral("capabilitystatement.json"));
        if (bytes.isEmpty())
            return;
        const auto found = parseCapabilityStatement(bytes);
        QVERIFY(found);
        QCOMPARE(found->softwareName, QStringLiteral("eCW FHIR Facade"));
        QCOMPARE(found->softwareVersion, QStringLiteral("1.6"));
        QCOMPARE(found->resources.size(), 36);
        QVERIFY(found->groupExport);
        QVERIFY(!found->patientExport);
        QVERIFY(found->systemExport); // listed, though not documented
        QCOMPARE(found->groupSearchParameters(), QStringList{QStringLiteral("page")});
        QCOMPARE(found->resource(QStringLiteral("Group"))->interactions,
            QStringList{QStringLiteral("search-type")});
        QCOMPARE(found->bulkDataVersion, QStringLiteral("1.0.1"));
        QCOMPARE(found->tokenUrl.host(), QStringLiteral("oauthserver.eclinicalworks.com"));
        QVERIFY(looksLikeEcw(*found));
        QCOMPARE(found->exportableTypes().size(), 35);
        QVERIFY(!found->exportableTypes().contains(QStringLiteral("OperationDefinition")));
    }

    void presets() // EC-001
    {
        const VendorPreset ecw = presetFor(QStringLiteral("eclinicalworks"));
        QCOMPARE(ecw.bulkDataVersion, QStringLiteral("1.0.1"));
        QCOMPARE(ecw.algorithms, QStringList{QStringLiteral("RS384")});
        QCOMPARE(ecw.scopeDialect, auth::ScopeDialect::EcwMixed);
        QCOMPARE(ecw.requestsPerMinute, 100);
        QCOMPARE(ecw.minimumPoll, std::chrono::seconds{30});
        QCOMPARE(ecw.requestTimeout, std::chrono::seconds{120});
        QVERIFY(ecw.groupByIdentifier && ecw.groupScopeAlways && ecw.throttleUntilMinute
            && !ecw.optionalParameters);
        QVERIFY(ecw.groupHelp.contains(QLatin1String("Registry")));
        QVERIFY(!ecw.membershipHelp.isEmpty()); // EC-011
        QCOMPARE(presetFor(QStringLiteral("anything")).id, QStringLiteral("generic"));
        QVERIFY(presetFor(QStringLiteral("generic")).optionalParameters);
    }
};

QTEST_GUILESS_MAIN(TestCapabilityStatement)
#include "tst_capability_statement.moc"
