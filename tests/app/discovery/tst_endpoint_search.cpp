// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_import.h"
#include "discovery/endpoint_search.h"
#include "processor_time.h"
#include "shared_data.h"
#include "support/quoted.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;

namespace {

EndpointSearch searchIn(const QByteArray &list)
{
    auto directory = importDirectory(list, {QStringLiteral("list"), {}});
    if (!directory)
        qFatal("the fixture is wrong: %s", qPrintable(directory.error().what));
    return EndpointSearch(std::make_shared<const EndpointDirectory>(*directory));
}

EndpointSearch town()
{
    return searchIn("name,url,city,state,zip,alias\n"
                    "Family Medical Center,https://a.example/r4/AAAAAA,Portland,OR,97201,\n"
                    "Family Medical Center,https://a.example/r4/BBBBBB,Duluth,MN,55802-1234,\n"
                    "Médica Castañer,https://a.example/r4/CCCCCC,San Juan,PR,00901,Klinik Größe\n"
                    "O'Brien & Søn PLLC,https://a.example/r4/WELLMED,Portland,ME,04101,\n"
                    "Portland Pediatrics,https://a.example/r4/DDDDDD,Beaverton,OR,97005,\n"
                    "Test Facility,https://a.example/r4/EEEEEE,Portland,OR,97201,\n");
}

QStringList found(const EndpointSearch &search, const char *text, const SearchOptions &options = {})
{
    QStringList codes;
    for (const qsizetype row : search.find(QString::fromUtf8(text), options).rows)
        codes.append(search.directory().entries[row].code);
    return codes;
}

} // namespace

class TestEndpointSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsFolded_data() // EC-024
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const auto row = [](const QString &text, const char *plain) {
            QTest::newRow(plain) << text << QString::fromLatin1(plain);
        };
        row(QStringLiteral("Médica CASTAÑER"), "medica castaner");
        row(QStringLiteral("  Größe--Straße  "), "grosse strasse");
        row(QStringLiteral("O'Brien & Søn"), "obrien son");
        row(QStringLiteral("O\u2019Brien"), "obrien");
        row(QStringLiteral("Łódź Æther"), "lodz aether");
        row(QStringLiteral("ﬁne №5"), "fine no5"); // compatibility forms
        row(QStringLiteral("..."), "");
    }
    void textIsFolded()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QCOMPARE(folded(text), plain);
    }

    void everyWordMustBeFoundSomewhere_data() // EC-024
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *text, const char *codes) {
            QTest::newRow(text) << QByteArray(text)
                                << QString::fromLatin1(codes).split(u' ', Qt::SkipEmptyParts);
        };
        row("family", "AAAAAA BBBBBB");
        row("FAMILY duluth", "BBBBBB"); // names are not unique: city tells them apart (EC-023)
        row("center family mn", "BBBBBB");
        row("castaner", "CCCCCC");
        row("grosse", "CCCCCC"); // an alias
        row("obrien", "WELLMED");
        row("o'brien", "WELLMED");
        row("son", "WELLMED");
        row("wellm", "WELLMED");
        row("bbbbbb", "BBBBBB");
        row("bbb", "BBBBBB");
        row("558", "BBBBBB");
        row("558021", "BBBBBB");
        row("972", "AAAAAA");
        row("201", ""); // a postal code is found by its beginning
        row("portland", "DDDDDD AAAAAA WELLMED"); // a name's beginning before a city
        row("portland or", "DDDDDD AAAAAA");
        row("edical", "AAAAAA BBBBBB"); // inside a word
        row("nowhere", "");
        row("https://a.example/r4/CCCCCC/", "CCCCCC"); // pasted
    }
    void everyWordMustBeFoundSomewhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, codes);
        QCOMPARE(found(town(), text.constData()), codes);
    }

    void theBestPlaceComesFirst()
    {
        const auto search = searchIn("name,url,city\n"
                                     "The Elm Clinic,https://a.example/r4/A1,X\n"
                                     "Helmsley Care,https://a.example/r4/A2,X\n"
                                     "Oak Care,https://a.example/r4/A3,Elmira\n"
                                     "Elm Street,https://a.example/r4/A4,X\n"
                                     "Pine,https://a.example/r4/ELM01,X\n"
                                     "Ash,https://a.example/r4/ELM,X\n");
        QCOMPARE(found(search, "elm"),
            QStringList({QStringLiteral("ELM"), QStringLiteral("ELM01"), QStringLiteral("A4"),
                QStringLiteral("A1"), QStringLiteral("A3"), QStringLiteral("A2")}));
    }

    void nothingTypedListsAllByName()
    {
        const auto search = town();
        const SearchHits hits = search.find({});
        QCOMPARE(hits.matches, 5);
        QCOMPARE(hits.hidden, 1);
        QCOMPARE(search.directory().entries[hits.rows.first()].name, QStringLiteral("Family Medical Center"));
        QCOMPARE(search.directory().entries[hits.rows.last()].name, QStringLiteral("Portland Pediatrics"));
    }

    void hiddenOnesAreCountedAndShownOnRequest() // EC-025
    {
        const auto search = town();
        QCOMPARE(search.find(QStringLiteral("test")).matches, 0);
        QCOMPARE(search.find(QStringLiteral("test")).hidden, 1);
        QCOMPARE(found(search, "test", {.hide = {}}), QStringList{QStringLiteral("EEEEEE")});
    }

    void aLimitKeepsTheBest()
    {
        const auto search = town();
        const SearchHits hits = search.find(QStringLiteral("portland"), {.limit = 1});
        QCOMPARE(hits.matches, 3);
        QCOMPARE(hits.rows.size(), 1);
        QCOMPARE(search.directory().entries[hits.rows.first()].code, QStringLiteral("DDDDDD"));
    }

    void aKeystrokeOverSeventeenThousandIsQuick() // EC-024
    {
        QByteArray list = "name,url,city,state,zip\n";
        for (int i = 0; i < 17229; ++i) {
            const QByteArray n = QByteArray::number(i);
            list += "Family Medical Center " + n + ",https://a.example/r4/C" + n + ",City"
                + QByteArray::number(i % 900) + ",MN," + QByteArray::number(10000 + i) + '\n';
        }
        const auto search = searchIn(list);
        for (const char *text : {"f", "fam", "family medical", "center 17 city8", "zzz", ""}) {
            const test::ProcessorTime time;
            for (int i = 0; i < 10; ++i)
                QVERIFY(search.find(QString::fromLatin1(text), {.limit = 500}).rows.size() <= 500);
            const long each = time.milliseconds() / 10;
            qInfo("\"%s\": %ld ms", text, each);
            QVERIFY(each < 50 || !test::kTimesCount);
        }
    }

    void theRealListIsSearched()
    {
        const QByteArray bytes = test::sharedDocument(QStringLiteral("healow-practices-6919.json"));
        if (bytes.isEmpty())
            return;
        const auto search = searchIn(bytes);
        QCOMPARE(found(search, "aacjcd"), QStringList{QStringLiteral("AACJCD")});
        QVERIFY(search.find(QStringLiteral("castaner")).matches >= 1);
        QVERIFY(search.find(QStringLiteral("test facility")).hidden >= 10);
    }
};

QTEST_GUILESS_MAIN(TestEndpointSearch)
#include "tst_endpoint_search.moc"
