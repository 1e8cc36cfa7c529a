// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_import.h"
#include "processor_time.h"
#include "shared_data.h"
#include "support/quoted.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace waybill;
using namespace waybill::discovery;
using test::quoted;

namespace {

ImportContext context()
{
    return {QStringLiteral("list.txt"), QStringLiteral("2026-06-24T03:14:07Z")};
}

Result<EndpointDirectory> imported(const QByteArray &bytes)
{
    return importDirectory(bytes, context());
}

QByteArray bundle(const QByteArray &entries)
{
    return quoted("{'resourceType':'Bundle','entry':[") + entries + "]}";
}

/// The pair of entries as eCW publishes it; property order is arbitrary (requirements 3.3).
QByteArray ecwPair(const QByteArray &code, const QByteArray &name)
{
    const QByteArray base = "https://fhir4.eclinicalworks.com/fhir/r4/" + code;
    return quoted("{'resource':{'period':{'start':'2022-12-08T17:28:28.000-05:00'},'address':'") + base
        + quoted("','payloadType':[{'text':'FHIR R4 facade'}],'name':'") + name + quoted("','id':'") + code
        + quoted("','payloadMimeType':['application/fhir+json','application/json+fhir','application/"
                 "xml+fhir','application/fhir+xml'],"
                 "'connectionType':{'system':'http://terminology.hl7.org/CodeSystem/"
                 "endpoint-connection-type','code':'hl7-fhir-rest'},"
                 "'resourceType':'Endpoint','status':'active'},'fullUrl':'")
        + base + "/Endpoint/" + code + quoted("'},{'resource':{'endpoint':[{'reference':'Endpoint/") + code
        + quoted("'}],'address':[{'line':['4727 Hiawatha Ave, Minneapolis,','Mn - Minnesota, Usa, "
                 "55406'],'city':'Minneapolis','state':'MN',"
                 "'postalCode':'55406','country':'US'}],'name':'")
        + name + quoted("','id':'") + code + quoted("','resourceType':'Organization'},'fullUrl':'") + base
        + "/Organization/" + code + quoted("'}");
}

} // namespace

class TestDirectoryImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBundleOfPairsIsJoined() // EC-020 (a), EC-023
    {
        const auto list = imported(bundle(ecwPair("AACJCD", "Pointcare &amp; Medical")));
        QVERIFY(list);
        QCOMPARE(list->format, DirectoryFormat::FhirBundle);
        QCOMPARE(list->entries.size(), 1);
        const EndpointEntry &entry = list->entries.first();
        QCOMPARE(entry.name, QStringLiteral("Pointcare & Medical"));
        QCOMPARE(entry.rawName, QStringLiteral("Pointcare &amp; Medical"));
        QCOMPARE(entry.code, QStringLiteral("AACJCD"));
        QCOMPARE(entry.city, QStringLiteral("Minneapolis"));
        QCOMPARE(entry.state, QStringLiteral("MN"));
        QCOMPARE(entry.postalCode, QStringLiteral("55406"));
        QCOMPARE(entry.host, QStringLiteral("fhir4.eclinicalworks.com"));
        QCOMPARE(entry.status, QStringLiteral("active"));
        QCOMPARE(entry.periodStart, QStringLiteral("2022-12-08T17:28:28.000-05:00"));
        QCOMPARE(entry.flags, EntryFlags());
        QCOMPARE(list->source, QStringLiteral("list.txt"));
        QCOMPARE(list->notes, QStringList());
    }

    void organizationsFindTheirEndpoints_data() // EC-022
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<QString>("name");
        const QByteArray endpoint =
            quoted("{'resourceType':'Endpoint','id':'e1','status':'active','name':'tech','"
                   "address':'https://a.example/r4/X'");
        QTest::newRow("by Type/id") << QByteArray("{\"resource\":" + endpoint
            + quoted(
                "}},{'resource':{'resourceType':'Organization','id':'o','name':'Org','endpoint':[{'reference'"
                ":'Endpoint/e1'}]}}"))
                                    << QStringLiteral("Org");
        QTest::newRow("organization first") << QByteArray(
            quoted(
                "{'resource':{'resourceType':'Organization','id':'o','name':'Org','endpoint':[{'reference':'"
                "Endpoint/e1'}]}},{'resource':")
            + endpoint + "}}") << QStringLiteral("Org");
        QTest::newRow("by absolute URL") << QByteArray(
            quoted("{'fullUrl':'https://b.example/fhir/Endpoint/e1','resource':") + endpoint
            + quoted("}},{'resource':{'resourceType':'Organization','id':'o','name':'Org','endpoint':[{'"
                     "reference':'https://b.example/fhir/Endpoint/e1/_history/2'}]}}"))
                                         << QStringLiteral("Org");
        QTest::newRow("by urn:uuid") << QByteArray(quoted("{'fullUrl':'urn:uuid:1b2c','resource':") + endpoint
            + quoted(
                "}},{'resource':{'resourceType':'Organization','id':'o','name':'Org','endpoint':[{'reference'"
                ":'urn:uuid:1b2c'}]}}"))
                                     << QStringLiteral("Org");
        QTest::newRow("contained") << QByteArray(
            quoted("{'resource':{'resourceType':'Organization','id':'o','name':'Org','contained':[")
            + endpoint + quoted("}],'endpoint':[{'reference':'#e1'}]}}"))
                                   << QStringLiteral("Org");
        QTest::newRow("by managingOrganization") << QByteArray(
            quoted("{'resource':{'resourceType':'Organization','id':'o','name':'Org'}},{'resource':")
            + endpoint + quoted(",'managingOrganization':{'reference':'Organization/o'}}}"))
                                                 << QStringLiteral("Org");
        QTest::newRow("portal of a brand") << QByteArray("{\"resource\":" + endpoint
            + quoted(
                "}},{'resource':{'resourceType':'Organization','id':'o','name':'Org','extension':[{'url':'"
                "http://hl7.org/fhir/StructureDefinition/"
                "organization-portal','extension':[{'url':'portalEndpoint','valueReference':{'reference':'"
                "Endpoint/e1'}}]}]}}")) << QStringLiteral("Org");
        QTest::newRow("an orphan keeps its own name")
            << QByteArray("{\"resource\":" + endpoint + "}}") << QStringLiteral("tech");
    }
    void organizationsFindTheirEndpoints()
    {
        QFETCH(QByteArray, entries);
        QFETCH(QString, name);
        const auto list = imported(bundle(entries));
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 1);
        QCOMPARE(list->entries.first().name, name);
        QCOMPARE(list->entries.first().url, QStringLiteral("https://a.example/r4/X"));
        QCOMPARE(list->entries.first().code, QStringLiteral("X"));
    }

    void relativeReferencesStayOnTheirOwnServer()
    {
        const auto list = imported(bundle(
            quoted("{'fullUrl':'https://a.example/Endpoint/"
                   "1','resource':{'resourceType':'Endpoint','id':'1','address':'https://a.example/r4/A'}},"
                   "{'fullUrl':'https://b.example/Endpoint/"
                   "1','resource':{'resourceType':'Endpoint','id':'1','address':'https://b.example/r4/B'}},"
                   "{'fullUrl':'https://b.example/Organization/"
                   "1','resource':{'resourceType':'Organization','id':'1','name':'Second','endpoint':[{'"
                   "reference':'Endpoint/1'}]}}")));
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 2);
        QCOMPARE(list->entries.first().name, QStringLiteral("Second"));
        QCOMPARE(list->entries.first().code, QStringLiteral("B"));
    }

    void aBrandWithTwoEndpointsIsTwoRows() // requirements 3.6, EC-020 (b)
    {
        const auto list = imported(quoted(
            "{'resourceType':'Bundle','type':'collection','timestamp':'2026-01-01T00:00:00Z','entry':["
            "{'fullUrl':'https://x.example/Organization/"
            "b','resource':{'resourceType':'Organization','id':'b','active':true,'name':'Brand','alias':['"
            "Old Name','Brand'],"
            "'address':[{'state':'MN'},{'city':'Duluth','state':'MN','postalCode':55802}],'endpoint':[{'"
            "reference':'Endpoint/r4'},{'reference':'Endpoint/dstu2'}]}},"
            "{'resource':{'resourceType':'Endpoint','id':'r4','status':'active','address':'https://"
            "x.example/r4','connectionType':{'code':'hl7-fhir-rest'},"
            "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
            "endpoint-fhir-version','valueCode':'4.0.1'}]}},"
            "{'resource':{'resourceType':'Endpoint','id':'dstu2','status':'off','address':'https://"
            "x.example/dstu2','connectionType':{'code':'ihe-xds'},"
            "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"
            "endpoint-fhir-version','valueCode':'1.0.2'}]}}]}"));
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 2);
        QCOMPARE(list->entries[0].aliases, QStringList{QStringLiteral("Old Name")});
        QCOMPARE(list->entries[0].city, QStringLiteral("Duluth"));
        QCOMPARE(list->entries[0].postalCode, QStringLiteral("55802"));
        QCOMPARE(list->entries[0].fhirVersion, QStringLiteral("4.0.1"));
        QCOMPARE(list->entries[0].flags, EntryFlags(EntryFlag::OtherHost));
        QCOMPARE(list->entries[1].flags,
            EntryFlags(EntryFlag::OtherHost) | EntryFlag::Inactive | EntryFlag::NonFhir | EntryFlag::NonR4);
        QCOMPARE(list->hidden, 1); // EC-025: hidden, not dropped
        QCOMPARE(list->counts.value(EntryFlag::NonR4), 1);
    }

    void oddEntriesAreKeptAndBadged() // F-127, EC-025, EC-027
    {
        const auto list = imported(bundle(
            quoted("{'resource':{'resourceType':'Endpoint','id':'a','name':'In an "
                   "array','address':['https://fhir4.eclinicalworks.com/fhir/r4/A1']}},"
                   "{'resource':{'resourceType':'Endpoint','id':'b','name':'Plain "
                   "http','address':'http://fhir4.eclinicalworks.com/fhir/r4/B1'}},"
                   "{'resource':{'resourceType':'Endpoint','id':'c','name':'No address'}},"
                   "{'resource':{'resourceType':'Endpoint','id':'d','address':'https://fhir4.healow.com/"
                   "fhir/r4/D1'}},"
                   "{'resource':{'resourceType':'Endpoint','id':'e','name':'Test "
                   "Facility','address':'https://fhir4.healow.com/fhir/r4/D1'}},"
                   "{'resource':{'resourceType':'Location','id':'l'}},{'search':{'mode':'match'}}")));
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 5);
        QCOMPARE(list->entries[0].code, QStringLiteral("A1"));
        QCOMPARE(list->entries[1].flags, EntryFlags(EntryFlag::BadAddress));
        QCOMPARE(list->entries[2].flags, EntryFlags(EntryFlag::BadAddress));
        QCOMPARE(list->entries[3].name, QStringLiteral("D1"));
        QCOMPARE(list->entries[3].flags, EntryFlags(EntryFlag::PatientHost));
        QCOMPARE(list->entries[4].flags, EntryFlags(EntryFlag::PatientHost) | EntryFlag::TestLike);
        QCOMPARE(list->notes.size(), 3); // orphans, other types, repeated address
    }

    void lanternFiles() // EC-020 (c)
    {
        const auto list = imported(quoted(
            "{'Endpoints':[{'URL':'https://fhir4.eclinicalworks.com/fhir/r4/"
            "DGIACA','OrganizationName':'Surgical Assoicates','NPIID':'','OrganizationZipCode':'59101'}]}"));
        QVERIFY(list);
        QCOMPARE(list->format, DirectoryFormat::Lantern);
        QCOMPARE(list->entries.first().postalCode, QStringLiteral("59101"));
        QCOMPARE(list->entries.first().code, QStringLiteral("DGIACA"));
    }

    void arraysOfObjectsAndOfAddresses()
    {
        const auto objects = imported(
            quoted("[{'id':'sandbox_healow','name':'Healow "
                   "Sandbox','url':'https://fhir4.healow.com/fhir/r4/JAFJCD'},{'name':'no address'}]"));
        QVERIFY(objects);
        QCOMPARE(objects->format, DirectoryFormat::JsonArray);
        QCOMPARE(objects->entries.size(), 1);
        QCOMPARE(objects->entries.first().code, QStringLiteral("JAFJCD"));
        QCOMPARE(objects->notes.size(), 1);
        QCOMPARE(imported(quoted("['https://a.example/r4/A','https://a.example/r4/B']"))->entries.size(), 2);
        QCOMPARE(
            imported(quoted("{'practices':[{'name':'P','url':'https://a.example/r4/A'}]}"))->entries.size(),
            1);
    }

    void csvTables_data() // EC-020 (d)
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("commas") << QByteArray(
            "name,url,city,state,zip\nElm Street,https://a.example/r4/ELM,Portland,OR,97201\n");
        QTest::newRow("semicolons, other names, other order")
            << QByteArray("Zip Code;Practice Name;State;City;FHIR Base URL\r\n97201;Elm "
                          "Street;OR;Portland;https://a.example/r4/ELM\r\n");
        QTest::newRow("tabs, old Mac line ends")
            << QByteArray("organization_name\tendpoint\tcity\tstate\tpostal\rElm "
                          "Street\thttps://a.example/r4/ELM\tPortland\tOR\t97201\r");
        QTest::newRow("quotes") << QByteArray("\xEF\xBB\xBFname,url,city,state,zip\n\"Elm Street\" , "
                                              "\"https://a.example/r4/ELM\",\"Portland\",OR,\"97201\"");
        QTest::newRow("a code column") << QByteArray(
            "name,code,url,city,state,zip\nElm Street,ELM,https://a.example/fhir,Portland,OR,97201\n");
    }
    void csvTables()
    {
        QFETCH(QByteArray, csv);
        const auto list = imported(csv);
        QVERIFY(list);
        QCOMPARE(list->format, DirectoryFormat::Csv);
        QCOMPARE(list->entries.size(), 1);
        const EndpointEntry &entry = list->entries.first();
        QCOMPARE(entry.name, QStringLiteral("Elm Street"));
        QCOMPARE(entry.code, QStringLiteral("ELM"));
        QCOMPARE(entry.city, QStringLiteral("Portland"));
        QCOMPARE(entry.state, QStringLiteral("OR"));
        QCOMPARE(entry.postalCode, QStringLiteral("97201"));
    }

    void quotedFieldsHoldSeparatorsQuotesAndLineBreaks()
    {
        const auto list = imported("url,name\nhttps://a.example/r4/A,\"Smith, Jones "
                                   "\"\"and\"\"\nPartners\"\n,nobody\nhttps://a.example/r4/B,Casta\xF1"
                                   "er\n");
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 2);
        QCOMPARE(list->entries[0].name, QStringLiteral("Smith, Jones \"and\" Partners"));
        QCOMPARE(list->entries[1].name, QStringLiteral("Casta\u00F1er")); // Latin-1 from an old spreadsheet
        QCOMPARE(list->notes.size(), 1);
    }

    void plainAddressLists() // EC-020 (e)
    {
        const auto list =
            imported("# ours\nhttps://a.example/r4/A\r\n\n  https://a.example/r4/B  Elm Street\nnonsense\n");
        QVERIFY(list);
        QCOMPARE(list->format, DirectoryFormat::UrlList);
        QCOMPARE(list->entries.size(), 2);
        QCOMPARE(list->entries[1].name, QStringLiteral("Elm Street"));
        QCOMPARE(list->notes.size(), 1);
    }

    void whatIsNoListIsNamed_data() // F-127
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &bytes, const char *says) {
            QTest::newRow(name) << bytes << QString::fromLatin1(says);
        };
        row("nothing", {}, "empty");
        row("spaces", " \r\n\t", "empty");
        row("only a BOM", "\xEF\xBB\xBF", "empty");
        row("a web page", "\n<!DOCTYPE html><html></html>", "web page");
        row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), "UTF-16");
        row("gzip", "\x1F\x8B\x08", "compressed");
        row("zip", "PK\x03\x04", "compressed");
        row("cut in an entry", bundle(ecwPair("A1", "x")).chopped(40), "ends in the middle");
        row("cut in a string", quoted("[{'name':'El"), "ends in the middle");
        row("not JSON", "[{name: 1}]", "not valid JSON");
        row("no entries", bundle({}), "no practice");
        row("empty Lantern", quoted("{'Endpoints':[]}"), "no practice");
        row("empty array", "[]", "no practice");
        row("another resource", quoted("{'resourceType':'CapabilityStatement'}"), "CapabilityStatement");
        row("an error", quoted("{'resourceType':'OperationOutcome'}"), "OperationOutcome");
        row("other JSON", quoted("{'a':1}"), "no list of practices");
        row("a table without addresses", "name,city\nElm,Portland\n", "its columns are: name, city");
        row("prose", "There is nothing here.", "no column for the address");
        row("header only", "name,url\n", "no practice");
        row("an open quotation", "url,name\nhttps://a.example/r4/A,\"Elm\n", "inside a quotation");
        row("bad UTF-8 in JSON", "[{\"name\":\"\xFF\xFE\"}]", "not UTF-8");
    }
    void whatIsNoListIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto list = imported(bytes);
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::ProtocolMismatch);
        QVERIFY2(list.error().what.contains(says), qPrintable(list.error().what));
        QVERIFY(list.error().next.contains(QLatin1String("FHIR Bundle"))); // what was expected
        QCOMPARE(list.error().where, QStringLiteral("list.txt"));
    }

    void everyCutOfABundleIsRefusedOrHarmless()
    {
        const QByteArray whole = bundle(ecwPair("A1", "x"));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!imported(whole.first(length)), qPrintable(QString::number(length)));
        QVERIFY(imported(whole));
    }

    void aListOfSeventeenThousandIsQuick() // EC-021
    {
        QByteArrayList pairs;
        for (int i = 0; i < 17229; ++i)
            pairs.append(ecwPair("C" + QByteArray::number(100000 + i), "Practice " + QByteArray::number(i)));
        const QByteArray bytes = bundle(pairs.join(','));
        const test::ProcessorTime time;
        const auto list = imported(bytes);
        qInfo("%lld bytes in %ld ms", static_cast<long long>(bytes.size()), time.milliseconds());
        QVERIFY(time.milliseconds() < 3000 || !test::kTimesCount);
        QVERIFY(list);
        QCOMPARE(list->entries.size(), 17229);
        QCOMPARE(list->entries.last().code, QStringLiteral("C117228"));
    }

    void aStopIsObeyed()
    {
        std::stop_source source;
        source.request_stop();
        ImportContext stopped = context();
        stopped.stop = source.get_token();
        const auto list = importDirectory("https://a.example/r4/A\n", stopped);
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Cancelled);
    }

    void filesAreReadOrNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.pdf")); // by content, not by name
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("https://a.example/r4/A\n");
        file.close();
        QCOMPARE(importDirectoryFile(path, context())->entries.size(), 1);
        const auto missing = importDirectoryFile(folder.filePath(QStringLiteral("none")), context());
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Storage);
    }

    void theRealListsAreRead() // requirements 3.3, 3.4
    {
        const QByteArray healow = test::sharedDocument(QStringLiteral("healow-practices-6919.json"));
        if (healow.isEmpty())
            return;
        const auto practices = imported(healow);
        QVERIFY(practices);
        QCOMPARE(practices->entries.size(), 6919);
        QCOMPARE(practices->counts.value(EntryFlag::PatientHost), 6919);
        const auto tests = practices->counts.value(EntryFlag::TestLike);
        QVERIFY2(tests >= 38 && tests <= 42, qPrintable(QString::number(tests)));
        for (const EndpointEntry &entry : practices->entries)
            QVERIFY(!entry.name.contains(QLatin1String("&amp;")));

        QMap<QString, int> names;
        QMap<QString, int> codes;
        for (const EndpointEntry &entry : practices->entries) {
            ++names[entry.rawName.toCaseFolded()];
            ++codes[QUrl(entry.url).path().section(QLatin1Char('/'), -1)];
        }
        QCOMPARE(std::count_if(names.cbegin(), names.cend(), [](int times) { return times > 1; }), 25);
        QCOMPARE(names.value(QStringLiteral("test facility")), 10);
        QCOMPARE(codes.value(QStringLiteral("JAFJCD")), 2);
        QVERIFY(std::any_of(practices->entries.cbegin(), practices->entries.cend(),
            [](const EndpointEntry &entry) { return entry.name.contains(QStringLiteral("Castañer")); }));

        const auto lantern = imported(test::sharedDocument(QStringLiteral("lantern-endpoints-2541.json")));
        QVERIFY(lantern);
        QCOMPARE(lantern->entries.size(), 2541);
        QCOMPARE(lantern->counts.value(EntryFlag::OtherHost), 0);
        QCOMPARE(lantern->counts.value(EntryFlag::BadAddress), 0);
        QMap<QString, int> lanternNames;
        int withoutZip = 0;
        int withDash = 0;
        int alsoInHealow = 0;
        for (const EndpointEntry &entry : lantern->entries) {
            ++lanternNames[entry.rawName];
            withoutZip += entry.postalCode.isEmpty() ? 1 : 0;
            withDash += entry.postalCode.size() == 10 && entry.postalCode.at(5) == QLatin1Char('-') ? 1 : 0;
            alsoInHealow += codes.contains(QUrl(entry.url).path().section(QLatin1Char('/'), -1)) ? 1 : 0;
        }
        QCOMPARE(std::count(lanternNames.cbegin(), lanternNames.cend(), 2), 3);
        QCOMPARE(withoutZip, 314);
        QCOMPARE(withDash, 38);
        QCOMPARE(alsoInHealow, 2459); // codes do disappear

        const auto three = imported(test::sharedDocument(QStringLiteral("practice-list-bundle-3.json")));
        QVERIFY(three);
        QCOMPARE(three->entries.size(), 3);
        QCOMPARE(three->entries[1].city, QStringLiteral("Rochester Hills"));
    }
};

QTEST_GUILESS_MAIN(TestDirectoryImport)
#include "tst_directory_import.moc"
