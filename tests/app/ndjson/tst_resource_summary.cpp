// SPDX-License-Identifier: Apache-2.0
#include "ndjson/resource_summary.h"
#include "support/shared_sample.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace waybill::ndjson;

namespace {

/// JSON written with single quotes.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

/// "Who=Anna Müller; Born=1980-01-02"
QString said(const QByteArray &json)
{
    QStringList words;
    for (const SummaryField &field : summarise(JsonTree::parse(json)))
        words.append(QStringLiteral("%1=%2").arg(field.label, field.value)
            + (field.reference.isEmpty() ? QString() : QStringLiteral(" ->") + field.reference));
    return words.join(QStringLiteral("; "));
}

} // namespace

class TestResourceSummary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aResourceIsSaidInAFewWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("patient") << quoted(
            "{'resourceType':'Patient','id':'1','name':[{'family':'Müller','given':['Anna','Eva']}],'"
            "birthDate':'1980-01-02','gender':'female'}")
                                 << QStringLiteral("Who=Anna Eva Müller; Born=1980-01-02; Sex=female");
        QTest::newRow("observation keeps the digits")
            << quoted("{'resourceType':'Observation','subject':{'reference':'Patient/"
                      "77'},'code':{'coding':[{'system':'http://loinc.org','code':'8867-4','display':'Heart "
                      "rate'}]},'valueQuantity':{'value':5.40,'unit':'mg/"
                      "dL'},'effectiveDateTime':'2024-01-01T10:00:00+02:00','status':'final'}")
            << QStringLiteral("Who=Patient/77 ->Patient/77; What=Heart rate "
                              "(8867-4); Value=5.40 mg/dL; "
                              "When=2024-01-01T10:00:00+02:00; Status=final");
        QTest::newRow("a flag is a state")
            << quoted("{'resourceType':'Patient','id':'1','gender':'female','active':true}")
            << QStringLiteral("Sex=female; Status=Active");
        QTest::newRow("a flag that is off")
            << quoted("{'resourceType':'Organization','name':'O','active':false}")
            << QStringLiteral("What=O; Status=Inactive");
        QTest::newRow("period and reason") << quoted(
            "{'resourceType':'Encounter','subject':{'reference':'Patient/"
            "1','display':'A'},'period':{'start':'2024-01-01'},'class':{'system':'s','code':'AMB'}}")
                                           << QStringLiteral("Who=A · Patient/1 ->Patient/1; Kind=AMB; "
                                                             "When=2024-01-01 – …");
        QTest::newRow("attachment by its size") << quoted(
            "{'resourceType':'DocumentReference','content':[{'attachment':{'contentType':'text/"
            "plain','data':'QUJDREVG'}}]}") << QStringLiteral("Attachment=text/plain, 6 bytes");
        QTest::newRow("an unknown type by the shape of its values")
            << quoted("{'resourceType':'Basic','code':{'text':'x'},'created':'2020'}")
            << QStringLiteral("What=x; When=2020");
        QTest::newRow("long lists are cut") << quoted(
            "{'resourceType':'Basic','category':[{'text':'a'},{'text':'b'},{'text':'c'},{'text':'d'},{'text':"
            "'e'},{'text':'f'}]}") << QStringLiteral("Kind=a, b, c, d, +2");
        QTest::newRow("controls cannot play tricks")
            << quoted("{'resourceType':'Basic','title':'a\\u202eb\\nc'}")
            << QStringLiteral("What=a\uFFFDb\u240Ac");
        QTest::newRow("not an object") << QByteArray("[1]") << QString();
        QTest::newRow("wrong shapes everywhere") << quoted(
            "{'resourceType':'Patient','name':5,'birthDate':{},'gender':[[]],'subject':{'reference':7}}")
                                                 << QStringLiteral("Who=7; Who=5");
    }

    void aResourceIsSaidInAFewWords()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        QCOMPARE(said(json), words);
    }

    void onlyLiteralReferencesAreFollowed_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("name");
        QTest::newRow("relative") << QStringLiteral("Patient/77") << QStringLiteral("Patient 77");
        QTest::newRow("absolute") << QStringLiteral("https://x.example/fhir/Patient/a-1.b")
                                  << QStringLiteral("Patient a-1.b");
        QTest::newRow("version") << QStringLiteral("Patient/77/_history/2") << QStringLiteral("Patient 77");
        for (const char *none : {"#contained", "urn:uuid:1b2ce4a9", "Practitioner?identifier=a|b", "77",
                 "Patient/", "patient/77", "Patient/7 7", ""})
            QTest::newRow(none) << QString::fromLatin1(none) << QString();
    }

    void onlyLiteralReferencesAreFollowed()
    {
        QFETCH(QString, reference);
        QFETCH(QString, name);
        const auto parsed = parseReference(reference);
        QCOMPARE(parsed ? parsed->type + QLatin1Char(' ') + parsed->id : QString(), name);
    }

    void everyLineOfTheSampleExportSaysSomething()
    {
        const auto folder = waybill::support::sharedSample();
        if (!folder)
            return;
        for (const QString &name : folder->entryList({QStringLiteral("*.000.ndjson")})) {
            QFile file(folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (int line = 0; line < 50 && !file.atEnd(); ++line)
                QVERIFY2(summarise(JsonTree::parse(file.readLine())).size() >= 2, qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestResourceSummary)
#include "tst_resource_summary.moc"
