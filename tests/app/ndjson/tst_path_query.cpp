// SPDX-License-Identifier: Apache-2.0
#include "ndjson/fhir_date.h"
#include "ndjson/line_search.h"

#include <QElapsedTimer>
#include <QTest>

using namespace waybill;
using namespace waybill::ndjson;
using Outcome = SearchPattern::Outcome;

namespace {

/// Written with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray kObservation =
    json("{'resourceType':'Observation','id':'o1','status':'final','code':{'coding':[{'system':'http:\\/\\/"
         "loinc.org',"
         "'code':'8867-4','display':'Heart rate'},{'code':'HR'}],'text':'Heart \\'rate\\' \\u00e4'},"
         "'subject':{'reference':'Patient\\/77'},'effectiveDateTime':'2026-05-12T08:30:00-05:00',"
         "'valueQuantity':{'value':60.50,'unit':'/"
         "min'},'note':[{'text':'M\xC3\xBCller'}],'nothing':null,'empty':[],"
         "'flag':true,'component':[{'valueQuantity':{'value':120}},{'valueQuantity':{'value':80}}],"
         "'meta':{'lastUpdated':'2026-06-01T00:00:00.123Z'}}");

Outcome ask(const QString &query, const QByteArray &line, bool caseSensitive = false)
{
    const auto parsed = PathQuery::parse(query, caseSensitive);
    if (!parsed)
        return Outcome::Limit;
    return parsed->find(line).outcome;
}

} // namespace

class TestPathQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_hold_data();
    void conditions_hold();
    void conditions_doNotHold_data();
    void conditions_doNotHold();
    void hit_isTheValueThatDecided();
    void case_isFoldedUnlessAskedFor();
    void badQueries_areSaid_data();
    void badQueries_areSaid();
    void filter_letsEveryMatchingLineThrough();
    void queries_areRecognisedAsTyped();
    void hostileExpression_isGivenUp();
    void brokenJson_isHarmless();
    void deepAndWide_isQuick();
    void dates_data();
    void dates();
    void quickLookAtADate_agreesWithTheReader();
};

void TestPathQuery::conditions_hold_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
        {"code.coding.code = 8867-4", "code.coding.code == HR", "subject.reference ends /77",
            "subject.reference = Patient/77", "Observation.status = final", "status != amended",
            "code.coding[0].code = 8867-4", "code.coding[1].code = HR", "valueQuantity.value = 60.5",
            "valueQuantity.value > 60", "valueQuantity.value <= 60.50",
            "component.valueQuantity.value >= 120", "value[x].value < 61", "code.text contains rate",
            "code.text starts 'Heart \"'", "code.text ends ä", "note.text = müller", "flag = true",
            "code.* ends ä", "**.code = HR", "**.reference ends 77", "** = Müller",
            "effectiveDateTime = 2026-05", "effectiveDateTime = 2026-05-12", "effectiveDateTime > 2026-05-11",
            "effectiveDateTime < 2026-05-13", "effectiveDateTime >= 2026-05-12",
            "meta.lastUpdated < 2026-06-01T01:00:00+00:30", "id exists", "nothing missing", "empty missing",
            "code.text exists", "not status = amended", "status = final and code.coding.code = HR",
            "status = x or status = final", "status = x and id = y or flag = true",
            "(status = x or flag = true) and id = o1", "not (status = x)", "id matches ^o[0-9]$",
            "id ~ ^(o|p)1$", "code.coding.display contains heart rate",
            "code.coding.display = \"Heart rate\" and id = o1", "STATUS exists or id exists"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void TestPathQuery::conditions_hold()
{
    QFETCH(QString, query);
    QCOMPARE(ask(query, kObservation), Outcome::Yes);
}

void TestPathQuery::conditions_doNotHold_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"code.code = 8867-4", "Patient.status = final", "status != final", "id missing",
             "missing exists", "code.coding[2].code exists", "valueQuantity.value > 60.5",
             "valueQuantity.value = 60.55", "effectiveDateTime > 2026-05-12",
             "effectiveDateTime = 2026-05-13", "effectiveDateTime < 2026-05-12T13:30:00Z", "nothing exists",
             "status > 3", "status contains finals", "status = final and status = x", "not id exists",
             "absent != 1", "id ~ ^x", "** = muller", "value[x] exists and valu[x] missing and id = q"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void TestPathQuery::conditions_doNotHold()
{
    QFETCH(QString, query);
    QCOMPARE(ask(query, kObservation), Outcome::No);
}

void TestPathQuery::hit_isTheValueThatDecided()
{
    const auto match = [](const char *query) {
        const auto parsed = PathQuery::parse(QString::fromUtf8(query), false);
        const PathQuery::Match found = parsed->find(kObservation);
        return kObservation.mid(found.begin, found.length);
    };
    QCOMPARE(match("code.coding.code = hr"), QByteArray("HR"));
    QCOMPARE(match("valueQuantity.value > 1"), QByteArray("60.50"));
    QCOMPARE(match("subject.reference ends /77"), QByteArray("Patient\\/77"));
    QCOMPARE(match("nothing missing and status = final"), QByteArray("final"));
    QCOMPARE(match("nothing missing"), QByteArray());
}

void TestPathQuery::case_isFoldedUnlessAskedFor()
{
    QCOMPARE(ask(QStringLiteral("status = FINAL"), kObservation), Outcome::Yes);
    QCOMPARE(ask(QStringLiteral("status = FINAL"), kObservation, true), Outcome::No);
    QCOMPARE(ask(QStringLiteral("note.text = MÜLLER"), kObservation), Outcome::Yes);
    QCOMPARE(ask(QStringLiteral("note.text = MÜLLER"), kObservation, true), Outcome::No);
    QCOMPARE(ask(QStringLiteral("note.text contains ÜLL"), kObservation), Outcome::Yes);
}

void TestPathQuery::badQueries_areSaid_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"", " ", "status", "status =", "= final", "a..b = 1", "a[ = 1", "a[b] = 1",
             "a[-1] = 1", "(a = 1", "a = 1)", "a = 'open", "a = 1 and", "a = 1 or or b = 2", "not",
             "a like b", "**.a.**.b = 1", "a ~ (", "a exists b"})
        QTest::newRow(query) << QString::fromUtf8(query);
    QTest::newRow("brackets") << QString(1000, QLatin1Char('(')) + QStringLiteral("a = 1");
    QTest::newRow("nots") << QStringLiteral("not ").repeated(100'000) + QStringLiteral("a = 1");
    QTest::newRow("parts") << QStringLiteral("a.").repeated(500) + QStringLiteral("b = 1");
}

void TestPathQuery::badQueries_areSaid()
{
    QFETCH(QString, query);
    const auto parsed = PathQuery::parse(query, false);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
    QVERIFY(!parsed.error().what.isEmpty());
}

// The filter is only a shortcut: whatever it refuses must not match.
void TestPathQuery::filter_letsEveryMatchingLineThrough()
{
    const QList<QByteArray> lines{kObservation, R"({"subject":{"reference":"Patient/77"}})",
        R"({"subject":{"reference":"\u0050atient/77"},"st\u0061tus":"x"})",
        R"({"code":{"coding":[{"code":"8867\u002d4"}]}})", R"({"a":1})", R"({})",
        R"({"valueQuantity":{"value":6.05e1}})", R"({"status":"\u0066inal"})"};
    for (const char *text : {"subject.reference = Patient/77", "code.coding.code = 8867-4", "status = final",
             "valueQuantity.value = 60.5", "id missing", "not status exists", "status = x or a = 1",
             "subject.reference ends /77 and status = final", "a > 0", "status ~ ^f", "** = final",
             "*.reference contains 77", "status = ab"}) {
        const QString query = QString::fromLatin1(text);
        const auto search = LineSearch::compile({query, false, false, false, true});
        QVERIFY(search);
        for (const QByteArray &line : lines) {
            if (search->query->find(line).outcome == Outcome::Yes)
                QVERIFY2(search->pattern.find(line, 0, line.size()).outcome == Outcome::Yes,
                    qPrintable(query + QStringLiteral(" on ") + QString::fromUtf8(line)));
        }
    }
}

void TestPathQuery::queries_areRecognisedAsTyped()
{
    QVERIFY(PathQuery::looksLikeQuery(QStringLiteral("code.coding.code = 8867-4")));
    QVERIFY(PathQuery::looksLikeQuery(QStringLiteral("subject.reference ends /77")));
    QVERIFY(PathQuery::looksLikeQuery(QStringLiteral("status=final")));
    for (const char *text : {"Heart rate", "8867-4", "\"code\":\"8867-4\"", "a", "", "x = ", "Patient/77",
             "it ends", "what = this and that"})
        QVERIFY2(!PathQuery::looksLikeQuery(QString::fromLatin1(text)), text);
}

void TestPathQuery::hostileExpression_isGivenUp()
{
    const QByteArray line = "{\"text\":\"" + QByteArray(200'000, 'a') + "!\"}";
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(ask(QStringLiteral("text ~ (a+)+$"), line), Outcome::Limit);
    QVERIFY2(timer.elapsed() < 1000, "one line may not take long"); // some 60 ms when nothing else runs
}

void TestPathQuery::brokenJson_isHarmless()
{
    for (qsizetype length = 0; length <= kObservation.size(); ++length) {
        for (const char *query :
            {"**.code = nowhere", "code.coding.code = nowhere", "valueQuantity.value > 1000"})
            QCOMPARE(ask(QLatin1String(query), kObservation.first(length)), Outcome::No);
    }
    for (const char *line :
        {"", "x", "[", "{\"a\"", "{\"a\":", "{\"a\":[1,", "{\"a\" 1}", "]}", "{,}", "\"", "{\"a\":\"\\"})
        QCOMPARE(ask(QStringLiteral("a = nowhere or **.b = nowhere"), line), Outcome::No);
}

void TestPathQuery::deepAndWide_isQuick()
{
    const QByteArray deep = QByteArray(500'000, '[') + QByteArray(500'000, ']');
    QByteArray nested;
    for (int i = 0; i < 5000; ++i)
        nested += "{\"a\":";
    nested += '1' + QByteArray(5000, '}');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(ask(QStringLiteral("**.a = 2"), deep), Outcome::No);
    QCOMPARE(ask(QStringLiteral("**.a = 2"), nested), Outcome::No);
    QCOMPARE(ask(QStringLiteral("a.a.a exists"), nested), Outcome::Yes);
    QVERIFY(timer.elapsed() < 5000);
}

void TestPathQuery::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("legal");
    const auto row = [](const char *text, bool legal) { QTest::newRow(text) << QByteArray(text) << legal; };
    for (const char *text : {"2026", "2026-05", "2026-05-12", "2024-02-29", "2026-05-12T08:30:00Z",
             "2026-05-12T08:30:00.123456789+14:00", "2026-05-12T23:59:60-05:00", "0001"})
        row(text, true);
    for (const char *text : {"", "26", "2026-13", "2026-00", "2026-02-29", "2026-5-1", "2026-05-12T08:30Z",
             "2026-05-12T08:30:00", "2026-05-12 08:30:00Z", "2026-05-12T24:00:00Z",
             "2026-05-12T08:30:00+15:00", "2026-05-12T08:30:00.Z", "2026-05-12T", "20260512", "2026-05-12Z",
             "0000", "2026-05-12T08:61:00Z"})
        row(text, false);
}

void TestPathQuery::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, legal);
    const auto date = parseFhirDate(text);
    QCOMPARE(date.has_value(), legal);
    QCOMPARE(isFhirDate(text), legal);
    if (date)
        QVERIFY(date->end > date->begin);
    QVERIFY(parseFhirDate("2026-05-12T00:30:00+02:00")->isBefore(*parseFhirDate("2026-05-12")));
    QVERIFY(parseFhirDate("2026-05-12T22:30:00Z")->isWithin(*parseFhirDate("2026-05")));
}

void TestPathQuery::quickLookAtADate_agreesWithTheReader()
{
    for (const QByteArray sound : {"2026-06-24T03:14:07.000Z", "1999-12-28T23:59:59-05:30",
             "0001-01-01T00:00:00Z", "2024-02-29T08:30:60.1+14:00"}) {
        QVERIFY(isFhirDate(sound));
        for (qsizetype at = 0; at < sound.size(); ++at) {
            QCOMPARE(isFhirDate(sound.first(at)), parseFhirDate(sound.first(at)).has_value());
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray other = sound;
                other[at] = static_cast<char>(byte);
                QVERIFY2(isFhirDate(other) == parseFhirDate(other).has_value(), other.constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestPathQuery)
#include "tst_path_query.moc"
