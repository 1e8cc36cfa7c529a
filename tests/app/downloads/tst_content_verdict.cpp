// SPDX-License-Identifier: Apache-2.0
#include "downloads/answer_trouble.h"
#include "downloads/content_verdict.h"
#include "downloads/resume_note.h"

#include <QTest>

using namespace waybill;
using namespace waybill::downloads;
using namespace std::chrono_literals;

namespace {

FileTask taskOf(const char *type = "Patient")
{
    FileTask task;
    task.type = QString::fromLatin1(type);
    task.name = QStringLiteral("001.Patient.ndjson");
    task.url = QUrl(QStringLiteral("https://files.example/1?sig=SECRET"));
    return task;
}

ArrivedContent content(const QByteArray &bytes, const FileTask &task)
{
    ndjson::Expectation expectation;
    if (!task.type.isEmpty())
        expectation.resourceType = task.type;
    ndjson::LineChecker checker(expectation);
    checker.add(bytes);
    ArrivedContent arrived;
    arrived.lines = checker.finish();
    arrived.start = bytes.left(kStartBytes);
    arrived.contentType = "application/fhir+ndjson";
    return arrived;
}

const QByteArray kTwo =
    "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n{\"resourceType\":\"Patient\",\"id\":\"2\"}\n";

http::ResponseHead headWith(int status, const QList<http::Header> &headers)
{
    http::ResponseHead head;
    head.status = status;
    head.url = QUrl(QStringLiteral("https://files.example/1?sig=SECRET"));
    head.receivedAt = toInstant(QDateTime(QDate(2026, 11, 23), QTime(10, 0, 20), Qt::UTC));
    for (const auto &header : headers)
        head.headers.add(header.name, header.value);
    return head;
}

} // namespace

/// What is the file, and what only looks like it: F-072 to F-078, F-093, BD-107, BD-108, BD-140 to BD-142.
class TestContentVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_promised_file_is_accepted();
    void anything_else_is_refused_in_words_data();
    void anything_else_is_refused_in_words();
    void counts_and_sizes_are_compared();
    void an_end_nobody_announced_must_be_a_whole_line();
    void oddities_become_notes();
    void answers_have_a_meaning_data();
    void answers_have_a_meaning();
    void waits_come_from_the_server();
    void links_are_checked_before_they_are_asked_data();
    void links_are_checked_before_they_are_asked();
    void validators_must_be_strong_data();
    void validators_must_be_strong();
    void content_ranges_are_read_strictly();
    void notes_survive_a_round_trip_and_hold_no_link();
};

void TestContentVerdict::the_promised_file_is_accepted()
{
    QVERIFY(!contentProblem(taskOf(), content(kTwo, taskOf())));
    QVERIFY(!contentProblem(taskOf(), content(kTwo.chopped(1), taskOf()))); // BD-162: noted
    QVERIFY(!contentProblem(taskOf(), content("", taskOf()))); // F-078
    QVERIFY(!contentProblem(taskOf("unknown"), content(kTwo, taskOf(""))));
    QVERIFY(contentNotes(taskOf(), content(kTwo, taskOf())).isEmpty());
}

void TestContentVerdict::anything_else_is_refused_in_words_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("BD-140 a page") << QByteArray("  <!DOCTYPE html><html></html>")
                                   << QStringLiteral("web page");
    QTest::newRow("BD-140 a page behind a BOM")
        << QByteArray("\xef\xbb\xbf\n<html>") << QStringLiteral("web page");
    QTest::newRow("F-076 XML error") << QByteArray("<?xml version=\"1.0\"?><Error/>")
                                     << QStringLiteral("web page");
    QTest::newRow("BD-142 OperationOutcome")
        << QByteArray("{\"resourceType\":\"OperationOutcome\",\"issue\":[]}\n")
        << QStringLiteral("OperationOutcome instead");
    QTest::newRow("F-093 array") << QByteArray("[{\"resourceType\":\"Patient\"}]")
                                 << QStringLiteral("JSON array");
    QTest::newRow("F-093 pretty") << QByteArray("{\n  \"resourceType\": \"Patient\"\n}\n")
                                  << QStringLiteral("pretty-printed");
    QTest::newRow("BD-166 another type") << kTwo + "{\"resourceType\":\"Condition\",\"id\":\"1\"}\n"
                                         << QStringLiteral("line 3");
    QTest::newRow("F-090 not UTF-8") << QByteArray("{\"resourceType\":\"Patient\",\"a\":\"\xe9\"}\n")
                                     << QStringLiteral("line 1");
    QTest::newRow("F-071 cut line") << kTwo.chopped(10) << QStringLiteral("line 2");
    QTest::newRow("plain text") << QByteArray("Service unavailable") << QStringLiteral("line 1");
}

void TestContentVerdict::anything_else_is_refused_in_words()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto problem = contentProblem(taskOf(), content(bytes, taskOf()));
    QVERIFY(problem);
    QVERIFY2(problem->what.contains(words), qPrintable(problem->what));
    QVERIFY(!problem->next.isEmpty());
    QCOMPARE(problem->where, QStringLiteral("001.Patient.ndjson"));
    ArrivedContent declared = content(kTwo, taskOf());
    declared.declaredHtml = true;
    QVERIFY(contentProblem(taskOf(), declared));
}

void TestContentVerdict::counts_and_sizes_are_compared() // BD-107, BD-108
{
    FileTask task = taskOf();
    for (const auto &[count, bytes, good] :
        std::initializer_list<std::tuple<int, QByteArray, bool>>{{2, kTwo, true}, {3, kTwo, false},
            {0, kTwo, false}, {0, "", true}, {1, "", false}, {2, kTwo + "\n\n", true}}) {
        task.expectedCount = count;
        QCOMPARE(!contentProblem(task, content(bytes, task)), good);
    }
    task.expectedCount.reset();
    task.expectedBytes = kTwo.size();
    QVERIFY(!contentProblem(task, content(kTwo, task)));
    task.expectedBytes = kTwo.size() + 1;
    QVERIFY(contentProblem(task, content(kTwo, task)));
}

void TestContentVerdict::an_end_nobody_announced_must_be_a_whole_line()
{
    ArrivedContent open = content(kTwo.chopped(1), taskOf());
    open.endIsProven = false;
    QVERIFY(contentProblem(taskOf(), open));
    FileTask counted = taskOf();
    counted.expectedCount = 2;
    QVERIFY(!contentProblem(counted, open));
    ArrivedContent whole = content(kTwo, taskOf());
    whole.endIsProven = false;
    QVERIFY(!contentProblem(taskOf(), whole));
    QCOMPARE(contentNotes(taskOf(), whole).size(), 1);
}

void TestContentVerdict::oddities_become_notes() // BD-141, F-055
{
    ArrivedContent arrived = content(kTwo, taskOf());
    for (const char *type :
        {"application/ndjson", "application/octet-stream", "text/plain", "application/json"}) {
        arrived.contentType = type;
        QCOMPARE(contentNotes(taskOf(), arrived).size(), 1);
    }
    arrived.contentType.clear();
    QVERIFY(contentNotes(taskOf(), arrived).isEmpty());
    QCOMPARE(contentNotes(taskOf("unknown"), arrived).size(), 1);
}

void TestContentVerdict::answers_have_a_meaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("trouble");
    const auto row = [](int status, Trouble trouble) {
        QTest::addRow("%d", status) << status << int(trouble);
    };
    row(400, Trouble::Refused);
    row(401, Trouble::Unauthorized);
    for (const int status : {403, 404, 410})
        row(status, Trouble::LinkExpired);
    row(408, Trouble::Transient);
    row(429, Trouble::Throttled);
    for (const int status : {500, 502, 503, 504})
        row(status, Trouble::Transient);
    row(204, Trouble::Refused);
    row(406, Trouble::Refused);
}

void TestContentVerdict::answers_have_a_meaning() // F-074
{
    QFETCH(int, status);
    QFETCH(int, trouble);
    const auto failed = troubleOfStatus(headWith(status, {}), "sorry \x1b[31m", 0.5);
    QCOMPARE(int(failed.trouble), trouble);
    QCOMPARE(failed.error.httpStatus, std::optional(status));
    QVERIFY(failed.error.serverText.startsWith(QStringLiteral("sorry")));
    QVERIFY(!failed.error.serverText.contains(QChar(0x1b)));
    QVERIFY(!describe(failed.error).contains(QStringLiteral("SECRET")));
}

void TestContentVerdict::waits_come_from_the_server() // HT-08, EC-005
{
    QCOMPARE(troubleOfStatus(headWith(429, {{"Retry-After", "30"}}), {}, 0.0).serverPause, 30'000ms);
    QCOMPARE(troubleOfStatus(headWith(429, {}), {}, 0.0).serverPause, 41'000ms); // 10:00:20 to 10:01:01
    QCOMPARE(troubleOfStatus(headWith(503, {{"Retry-After", "30"}}), {}, 0.0).trouble, Trouble::Throttled);
    QCOMPARE(troubleOfStatus(headWith(500, {{"Retry-After", "30"}}), {}, 0.0).serverPause, 30'000ms);
    QCOMPARE(troubleOfStatus(headWith(500, {{"Retry-After", "30"}}), {}, 0.0).trouble, Trouble::Transient);
    QCOMPARE(troubleOfStatus(headWith(503, {}), {}, 0.0).serverPause, 0ms);
}

void TestContentVerdict::links_are_checked_before_they_are_asked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("needsToken");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *url, bool token, bool good) {
        QTest::addRow("%s%s", url, token ? " with token" : "") << QString::fromLatin1(url) << token << good;
    };
    row("https://fhir.example.org/1", true, true);
    row("https://files.example/1?sig=x", false, true);
    row("https://files.example/1", true, false); // BD-132
    row("http://fhir.example.org/1", false, false);
    row("file:///etc/passwd", false, false);
    row("ftp://fhir.example.org/1", false, false);
    row("", false, false);
    row("https://user:pw@fhir.example.org/1", false, false);
    row("http://127.0.0.1:8080/1", false, false);
    row("https://localhost/1", false, false);
    row("https://169.254.169.254/latest", false, false);
    row("https://10.0.0.1/1", false, false);
}

void TestContentVerdict::links_are_checked_before_they_are_asked() // F-053, F-054
{
    QFETCH(QString, url);
    QFETCH(bool, needsToken);
    QFETCH(bool, good);
    FileTask task = taskOf();
    task.url = QUrl(url);
    task.needsToken = needsToken;
    const auto problem =
        linkProblem(task, {http::originOf(QUrl(QStringLiteral("https://fhir.example.org")))});
    QCOMPARE(!problem, good);
    if (problem) {
        QVERIFY(!problem->next.isEmpty());
        QVERIFY(!describe(*problem).contains(QStringLiteral("pw@")));
    }
    // A practice that is itself inside may point inside.
    task.url = QUrl(QStringLiteral("https://10.0.0.1/1"));
    task.needsToken = false;
    QVERIFY(!linkProblem(task, {http::originOf(QUrl(QStringLiteral("https://192.168.1.5:8443")))}));
}

void TestContentVerdict::validators_must_be_strong_data()
{
    QTest::addColumn<QList<QByteArray>>("fields"); // name, value, name, value
    QTest::addColumn<QByteArray>("validator");
    const QByteArray date = "Mon, 23 Nov 2026 10:00:20 GMT";
    const QByteArray older = "Mon, 23 Nov 2026 09:00:00 GMT";
    QTest::newRow("strong ETag") << QList<QByteArray>{"Accept-Ranges", "bytes", "ETag", "\"a\""}
                                 << QByteArray("\"a\"");
    QTest::newRow("weak ETag") << QList<QByteArray>{"Accept-Ranges", "bytes", "ETag", "W/\"a\"",
        "Last-Modified", older, "Date", date}
                               << QByteArray();
    QTest::newRow("ETag without quotes")
        << QList<QByteArray>{"Accept-Ranges", "bytes", "ETag", "a"} << QByteArray();
    QTest::newRow("no Accept-Ranges") << QList<QByteArray>{"ETag", "\"a\""} << QByteArray();
    QTest::newRow("Accept-Ranges: none")
        << QList<QByteArray>{"Accept-Ranges", "none", "ETag", "\"a\""} << QByteArray();
    QTest::newRow("compressed") << QList<QByteArray>{"Accept-Ranges", "bytes", "ETag", "\"a\"",
        "Content-Encoding", "gzip"}
                                << QByteArray();
    QTest::newRow("date") << QList<QByteArray>{"Accept-Ranges", "bytes", "Last-Modified", older, "Date", date}
                          << older;
    QTest::newRow("date without clock")
        << QList<QByteArray>{"Accept-Ranges", "bytes", "Last-Modified", older} << QByteArray();
    QTest::newRow("date too young") << QList<QByteArray>{"Accept-Ranges", "bytes", "Last-Modified", date,
        "Date", date} << QByteArray();
    QTest::newRow("nothing") << QList<QByteArray>{"Accept-Ranges", "bytes"} << QByteArray();
}

void TestContentVerdict::validators_must_be_strong() // BD-144
{
    QFETCH(QList<QByteArray>, fields);
    QFETCH(QByteArray, validator);
    QList<http::Header> headers;
    for (qsizetype i = 0; i + 1 < fields.size(); i += 2)
        headers.append({fields.at(i), fields.at(i + 1)});
    QCOMPARE(validatorOf(headWith(200, headers)), validator);
}

void TestContentVerdict::content_ranges_are_read_strictly() // F-075
{
    const auto read = [](const QByteArray &value) {
        http::Headers headers;
        headers.add("Content-Range", value);
        return contentRange(headers);
    };
    QCOMPARE(read("bytes 200-999/1000"), std::optional(ContentRange{200, 999, 1000}));
    QCOMPARE(read("BYTES 200-999/*"), std::optional(ContentRange{200, 999, -1}));
    for (const char *bad : {"", "bytes", "bytes */1000", "bytes 200-/1000", "bytes -200/1000",
             "bytes 999-200/1000", "bytes 200-1000/1000", "lines 200-999/1000", "bytes 200-999",
             "bytes 2x0-999/1000", "bytes 200-999/x", "bytes 99999999999999999999-1/2", "bytes +1-2/3"})
        QVERIFY2(!read(bad), bad);
    QVERIFY(!contentRange({}));
}

void TestContentVerdict::notes_survive_a_round_trip_and_hold_no_link()
{
    const QUrl url(QStringLiteral("https://files.example/path/1?sig=SECRET"));
    const ResumeNote note{"\"e\\tag\"", hashOfPlace(url), std::int64_t{5} << 32, std::int64_t{9} << 32};
    QCOMPARE(ResumeNote::fromJson(note.toJson()), std::optional(note));
    QVERIFY(!note.toJson().contains("SECRET") && !note.toJson().contains("files.example"));
    for (const QByteArray &bad : {QByteArray(), QByteArray("{}"), QByteArray("[]"), note.toJson().chopped(5),
             QByteArray(R"({"validator":"\"a\"","place":"x","committed":-1})")})
        QVERIFY(!ResumeNote::fromJson(bad));
    // A fresh signature is the same file; another path is another one.
    QCOMPARE(
        hashOfPlace(url), hashOfPlace(QUrl(QStringLiteral("https://FILES.example:443/path/1?sig=other"))));
    QVERIFY(hashOfPlace(url) != hashOfPlace(QUrl(QStringLiteral("https://files.example/path/2?sig=SECRET"))));
}

QTEST_APPLESS_MAIN(TestContentVerdict)
#include "tst_content_verdict.moc"
