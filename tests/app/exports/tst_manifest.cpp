// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace waybill;
using namespace waybill::exports;
using practices::FileKind;

namespace {

const ManifestOptions kOptions{QUrl(QStringLiteral("https://h.example/fhir/status/1?job=2")), false};

/// JSON that can be read: ' stands for ", @ for the server.
QByteArray js(const char *text)
{
    return QByteArray(text).replace('\'', '"').replace("@", "https://h.example/");
}

Manifest parsed(const QByteArray &json, const ManifestOptions &options = kOptions)
{
    const auto manifest = readManifest(json, options);
    if (!manifest)
        qFatal("%s", qPrintable(manifest.error().what));
    return *manifest;
}

QByteArray withUrl(const QByteArray &jsonUrl)
{
    return js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':true,'output':[{'type':'"
              "Patient','url':")
        + jsonUrl + js("},{'type':'Patient','url':'@ok'}],'error':[]}");
}

QByteArray without(const QByteArray &field)
{
    QJsonObject object = QJsonDocument::fromJson(
        js("{'transactionTime':'2026-01-01T00:00:00Z','request':'@r','requiresAccessToken':false,"
           "'output':[{'type':'Patient','url':'@1'}],'error':[]}"))
                             .object();
    object.remove(QString::fromLatin1(field));
    return QJsonDocument(object).toJson();
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOrdinaryOneIsReadWhole()
    {
        const Manifest manifest =
            parsed(js("{'transactionTime':'2026-06-24T03:14:07.123456789+05:30','request':'@fhir/$export',"
                      "'requiresAccessToken':false,'output':["
                      "{'type':'Patient','url':'@p?sig=a%2Bb','count':3,'fileSize':99},"
                      "{'type':'Observation','url':'@o1'},{'type':'Observation','url':'@o2'}],"
                      "'deleted':[{'type':'Bundle','url':'@d'}],"
                      "'error':[{'type':'OperationOutcome','url':'@e'}],'unknown':{'x':[1]}}"));
        QCOMPARE(manifest.transactionTime, QStringLiteral("2026-06-24T03:14:07.123456789+05:30"));
        QCOMPARE(manifest.requiresAccessToken, std::optional(false));
        QCOMPARE(manifest.count(FileKind::Output), 3);
        QCOMPARE(manifest.count(FileKind::Error), 1);
        QCOMPARE(manifest.count(FileKind::Deleted), 1);
        QCOMPARE(manifest.files.at(0).count, std::optional<std::int64_t>(3));
        QCOMPARE(manifest.files.at(0).fileSize, std::optional<std::int64_t>(99));
        QCOMPARE(manifest.files.at(0).url.toEncoded(), QByteArray("https://h.example/p?sig=a%2Bb"));
        QCOMPARE(manifest.files.at(2).number, 3);
        QCOMPARE(manifest.files.at(3).kind, FileKind::Error);
        QCOMPARE(manifest.files.at(4).kind, FileKind::Deleted);
        QVERIFY(manifest.notes.isEmpty());
        QVERIFY(manifest.next.isEmpty());
    }

    void versionFourIsReadToo() // BD-101, BD-110, F-059, F-060
    {
        const Manifest manifest = parsed(js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':"
                                            "true,'outputOrganizedBy':'Patient',"
                                            "'output':[{'url':'@1'}],'outcome':[{'url':'@o'}],"
                                            "'deleted':[{'url':'@d'}],'extension':[{'url':'x'}]}"));
        QCOMPARE(manifest.files.at(0).type, QStringLiteral("unknown"));
        QCOMPARE(manifest.files.at(1).type, QStringLiteral("OperationOutcome"));
        QCOMPARE(manifest.files.at(2).type, QStringLiteral("Bundle"));
        QCOMPARE(manifest.organizedBy, QStringLiteral("Patient"));
        QVERIFY(manifest.hasExtensions);
        QVERIFY(manifest.notes.isEmpty());
    }

    void anExtensionMayBeAnObjectOrAListAnywhere_data() // BD-102
    {
        QTest::addColumn<QByteArray>("ofManifest");
        QTest::addColumn<QByteArray>("ofFile");
        QTest::newRow("objects, as in 1 to 3") << QByteArray("{'x':1}") << QByteArray("{'y':'z'}");
        QTest::newRow("lists, as in 4") << QByteArray("[{'url':'x'}]") << QByteArray("[{'url':'y'}]");
    }
    void anExtensionMayBeAnObjectOrAListAnywhere()
    {
        QFETCH(QByteArray, ofManifest);
        QFETCH(QByteArray, ofFile);
        for (const bool isAtTheFile : {false, true}) {
            const QByteArray extension = ",'extension':" + (isAtTheFile ? ofFile : ofManifest);
            const QByteArray text =
                "{'transactionTime':'2026-01-01T00:00:00Z','request':'@r','requiresAccessToken':true,"
                "'unknown':{'a':[1]},'output':[{'type':'Patient','url':'@1','more':2"
                + (isAtTheFile ? extension : QByteArray()) + "}],'error':[]"
                + (isAtTheFile ? QByteArray() : extension) + '}';
            const Manifest manifest = parsed(js(text.constData()));
            QCOMPARE(manifest.files.size(), 1);
            QVERIFY(manifest.hasExtensions);
            QCOMPARE(manifest.notes, QStringList());
        }
    }

    void aMissingFieldIsSaidAndTheRestIsRead_data() // BD-101
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("transactionTime") << QByteArray("transactionTime") << true;
        QTest::newRow("requiresAccessToken") << QByteArray("requiresAccessToken") << true;
        QTest::newRow("output") << QByteArray("output") << true;
        QTest::newRow("request") << QByteArray("request") << false;
        QTest::newRow("error") << QByteArray("error") << false;
    }
    void aMissingFieldIsSaidAndTheRestIsRead()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, isNoted);
        const Manifest manifest = parsed(without(field));
        QCOMPARE(!manifest.notes.isEmpty(), isNoted);
        QCOMPARE(manifest.hasOutput, field != "output");
        QCOMPARE(manifest.transactionTime.isEmpty(), field == "transactionTime");
        QCOMPARE(manifest.requiresAccessToken.has_value(), field != "requiresAccessToken");
    }

    void theTokenFlagMustBeABoolean_data() // BD-103, F-051
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("expected"); // -1: not said
        QTest::newRow("true") << QByteArray("true") << 1;
        QTest::newRow("false") << QByteArray("false") << 0;
        QTest::newRow("text true") << QByteArray("\"true\"") << 1;
        QTest::newRow("text False") << QByteArray("\"False\"") << 0;
        QTest::newRow("number") << QByteArray("0") << -1;
        QTest::newRow("null") << QByteArray("null") << -1;
    }
    void theTokenFlagMustBeABoolean()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, expected);
        const Manifest manifest = parsed(
            js("{'transactionTime':'2026-01-01T00:00:00Z','output':[],'requiresAccessToken':") + value + "}");
        QCOMPARE(manifest.requiresAccessToken ? int(*manifest.requiresAccessToken) : -1, expected);
        QCOMPARE(manifest.notes.isEmpty(), value == "true" || value == "false");
    }

    void aBadLinkSpoilsItsOwnEntryOnly_data() // BD-104, F-052, F-053
    {
        QTest::addColumn<QByteArray>("jsonUrl");
        QTest::addColumn<QString>("url"); // empty: unusable
        QTest::newRow("absolute") << QByteArray("\"https://h.example/a\"") << "https://h.example/a";
        QTest::newRow("relative") << QByteArray("\"../files/1\"") << "https://h.example/fhir/files/1";
        QTest::newRow("root") << QByteArray("\"/files/1\"") << "https://h.example/files/1";
        QTest::newRow("another host")
            << QByteArray("\"https://s3.example/a?X-Sig=1\"") << "https://s3.example/a?X-Sig=1";
        QTest::newRow("loopback http") << QByteArray("\"http://127.0.0.1:1/a\"") << "http://127.0.0.1:1/a";
        QTest::newRow("http") << QByteArray("\"http://h.example/a\"") << "";
        QTest::newRow("file") << QByteArray("\"file:///etc/passwd\"") << "";
        QTest::newRow("ftp") << QByteArray("\"ftp://h.example/a\"") << "";
        QTest::newRow("javascript") << QByteArray("\"javascript:alert(1)\"") << "";
        QTest::newRow("password") << QByteArray("\"https://u:p@h.example/a\"") << "";
        QTest::newRow("empty") << QByteArray("\"\"") << "";
        QTest::newRow("missing") << QByteArray("null") << "";
        QTest::newRow("number") << QByteArray("7") << "";
        QTest::newRow("huge") << '"' + QByteArray("https://h.example/") + QByteArray(20000, 'x') + '"' << "";
        QTest::newRow("traversal stays a link") << QByteArray("\"https://h.example/..%2f..%2fetc/passwd\"")
                                                << "https://h.example/..%2f..%2fetc/passwd";
    }
    void aBadLinkSpoilsItsOwnEntryOnly()
    {
        QFETCH(QByteArray, jsonUrl);
        QFETCH(QString, url);
        const Manifest manifest = parsed(withUrl(jsonUrl));
        QCOMPARE(manifest.files.size(), 2);
        QCOMPARE(manifest.files.at(0).url, QUrl::fromEncoded(url.toLatin1()));
        QCOMPARE(manifest.files.at(0).problem.isEmpty(), !url.isEmpty());
        QCOMPARE(manifest.files.at(1).url, QUrl(QStringLiteral("https://h.example/ok")));
    }

    void entriesThatAreNoObjectsCountButFail() // F-052
    {
        const Manifest manifest = parsed(js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':"
                                            "true,'output':[null,7,{'type':'Patient','url':'@1'}]}"));
        QCOMPARE(manifest.files.size(), 3);
        QVERIFY(!manifest.files.at(0).problem.isEmpty());
        QCOMPARE(manifest.files.at(2).number, 3);
    }

    void escapedAmpersandsAreReadOnlyWhereTheyAreKnown() // BD-105
    {
        const QByteArray json = withUrl("\"https://h.example/f?a=1&amp;b=2\"");
        ManifestOptions ecw = kOptions;
        ecw.ecw = true;
        QCOMPARE(parsed(json, ecw).files.at(0).url.toEncoded(), QByteArray("https://h.example/f?a=1&b=2"));
        QCOMPARE(parsed(json, ecw).notes.size(), 1);
        QCOMPARE(parsed(json).files.at(0).url.toEncoded(), QByteArray("https://h.example/f?a=1&amp;b=2"));
    }

    void countsAreNumbersOrNothing_data() // BD-107, F-056
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("number") << QByteArray("3") << qint64(3) << false;
        QTest::newRow("zero") << QByteArray("0") << qint64(0) << false;
        QTest::newRow("text") << QByteArray("\"3\"") << qint64(3) << true;
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1) << true;
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1) << true;
        QTest::newRow("word") << QByteArray("\"many\"") << qint64(-1) << true;
        QTest::newRow("huge") << QByteArray("1e300") << qint64(-1) << true;
    }
    void countsAreNumbersOrNothing()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, count);
        QFETCH(bool, isNoted);
        const Manifest manifest = parsed(js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':"
                                            "true,'output':[{'type':'Patient','url':'@1','count':")
            + value + "}]}");
        QCOMPARE(manifest.files.at(0).count.value_or(-1), count);
        QCOMPARE(!manifest.notes.isEmpty(), isNoted);
    }

    void typesAreNamesOrUnknown_data() // BD-106, F-055
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("read");
        QTest::newRow("known") << QByteArray("\"Patient\"") << "Patient";
        QTest::newRow("new one") << QByteArray("\"BrandNewType\"") << "BrandNewType";
        QTest::newRow("lower case") << QByteArray("\"patient\"") << "unknown";
        QTest::newRow("path") << QByteArray("\"../../x\"") << "unknown";
        QTest::newRow("missing") << QByteArray("null") << "unknown";
    }
    void typesAreNamesOrUnknown()
    {
        QFETCH(QByteArray, type);
        QFETCH(QString, read);
        const Manifest manifest = parsed(js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':"
                                            "true,'output':[{'url':'@1','type':")
            + type + "}]}");
        QCOMPARE(manifest.files.at(0).type, read);
    }

    void whatIsNoManifestIsRefusedWithItsReason_data() // BD-068, BD-119, BD-120, F-028
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("html") << QByteArray(" \n<!DOCTYPE html>");
        QTest::newRow("outcome") << js("{'resourceType':'OperationOutcome','issue':[]}");
        QTest::newRow("gateway") << js("{'error':'unavailable'}");
        QTest::newRow("half") << js("{'transactionTime':'2026-01-01T00:00:00Z','outp");
        QTest::newRow("deep") << js("{'output':") + QByteArray(100, '[') + QByteArray(100, ']') + "}";
        QTest::newRow("very deep") << js("{'output':") + QByteArray(1000000, '[');
    }
    void whatIsNoManifestIsRefusedWithItsReason()
    {
        QFETCH(QByteArray, body);
        const auto manifest = readManifest(body, kOptions);
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().code, ErrorCode::ProtocolMismatch);
        QVERIFY(!manifest.error().what.isEmpty());
    }

    void theSameLinkTwiceIsTwoFilesAndANote() // BD-147, F-063
    {
        const Manifest manifest = parsed(withUrl("\"https://h.example/ok\""));
        QCOMPARE(manifest.files.size(), 2);
        QCOMPARE(manifest.notes.size(), 1);
    }

    void aRequestOfAnotherPracticeIsNoticed_data() // BD-122
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("mismatches");
        const QString path = QStringLiteral("https://h.example/fhir/r4/AAA/Group/1/$export");
        QTest::newRow("the same") << path + QStringLiteral("?_type=Patient,Condition") << 0;
        QTest::newRow("another order") << path + QStringLiteral("?_type=Condition%2CPatient") << 0;
        QTest::newRow("without types") << path << 0;
        QTest::newRow("another practice")
            << "https://h.example/fhir/r4/BBB/Group/1/$export?_type=Patient,Condition" << 1;
        QTest::newRow("another group") << "https://h.example/fhir/r4/AAA/Group/2/$export" << 1;
        QTest::newRow("other types") << path + QStringLiteral("?_type=Patient") << 1;
        QTest::newRow("missing") << "" << 0;
        QTest::newRow("nonsense") << "n/a" << 0;
    }
    void aRequestOfAnotherPracticeIsNoticed()
    {
        QFETCH(QString, said);
        QFETCH(int, mismatches);
        Manifest manifest;
        manifest.request = said;
        const QUrl asked(
            QStringLiteral("https://h.example/fhir/r4/AAA/Group/1/$export?_type=Patient,Condition"));
        QCOMPARE(requestMismatches(manifest, asked).size(), mismatches);
    }

    void aHundredThousandFilesAreReadInAMoment() // F-064
    {
        QByteArray json =
            js("{'transactionTime':'2026-01-01T00:00:00Z','requiresAccessToken':true,'output':[");
        for (int i = 0; i < 100'000; ++i)
            json += (i > 0 ? "," : "") + QByteArray(js("{'type':'Patient','url':'@")) + QByteArray::number(i)
                + "\"}";
        json += "]}";
        QElapsedTimer timer;
        timer.start();
        const Manifest manifest = parsed(json);
        QCOMPARE(manifest.files.size(), 100'000);
        QCOMPARE(manifest.files.last().number, 100'000);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
