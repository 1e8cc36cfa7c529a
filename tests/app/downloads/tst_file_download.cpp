// SPDX-License-Identifier: Apache-2.0
#include "app/downloads/run_queue.h"

#include <QProcess>
#include <QTest>

#include <sys/mount.h>

using namespace waybill;
using namespace waybill::downloads;
using namespace std::chrono_literals;
using test::Answer;
using test::file;
using test::gzipped;
using test::lines;
using test::LoopbackServer;
using test::patients;
using test::QueueRun;
using test::SeenRequest;
using test::sha256;

namespace {

const QByteArray kContent = patients(3000);

/// A small file system of its own, so that it can be full. Needs the right to mount.
class SmallDisk
{
public:
    SmallDisk()
        : m_mounted(::mount("none", path().constData(), "tmpfs", 0, "size=1m") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    bool isMounted() const { return m_mounted; }
    bool grow() const { return ::mount("none", path().constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0; }
    QString directory() const { return m_folder.path(); }

private:
    QByteArray path() const { return QFile::encodeName(m_folder.path()); }
    QTemporaryDir m_folder;
    bool m_mounted;
};

} // namespace

/// One file against servers of every kind: codings, cuts, ranges, wrong content, full disks.
class TestFileDownload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codings_are_undone_data();
    void codings_are_undone();
    void a_broken_coding_is_fetched_again_without_it();
    void a_bomb_is_stopped();
    void a_connection_that_drops_at_every_tenth_is_resumed();
    void without_a_validator_it_starts_over();
    void a_cut_compressed_file_is_asked_for_uncompressed();
    void odd_answers_to_a_range_data();
    void odd_answers_to_a_range();
    void the_next_process_goes_on_where_this_one_stopped();
    void a_tampered_or_foreign_part_is_not_glued();
    void wrong_content_is_kept_as_bad_data();
    void wrong_content_is_kept_as_bad();
    void blank_lines_are_problems_where_somebody_wants_that();
    void odd_but_right_content_is_accepted();
    void a_file_that_has_its_name_is_verified_on_disk();
    void a_full_disk_pauses_and_goes_on();
    void a_known_size_that_does_not_fit_is_not_started();
    void a_folder_that_vanishes_pauses();
};

void TestFileDownload::codings_are_undone_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("notes");
    QTest::newRow("BD-136 gzip") << QByteArray("gzip") << gzipped(kContent) << 0;
    QTest::newRow("BD-136 x-gzip") << QByteArray("X-GZIP") << gzipped(kContent) << 0;
    QTest::newRow("BD-136 twice") << QByteArray("gzip, gzip") << gzipped(gzipped(kContent)) << 0;
    QTest::newRow("BD-137 many members")
        << QByteArray("gzip") << gzipped(kContent.left(5)) + gzipped(kContent.mid(5)) << 0;
    QTest::newRow("BD-138 not announced") << QByteArray() << gzipped(kContent) << 1;
    QTest::newRow("not compressed") << QByteArray() << kContent << 0;
}

void TestFileDownload::codings_are_undone()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(int, notes);
    LoopbackServer server;
    Answer answer = lines(body);
    if (!header.isEmpty())
        answer.headers.append(test::Field{"Content-Encoding", header});
    server.answer("/f", answer);
    QueueRun run(server);
    FileTask task = run.task(QStringLiteral("/f"));
    task.expectedCount = 3000;
    task.expectedBytes = kContent.size();
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.content(), kContent);
    QCOMPARE(run.status().sha256, sha256(kContent));
    QCOMPARE(run.status().received.value, kContent.size());
    QCOMPARE(run.status().findings->notes.size(), notes);
    QCOMPARE(server.requests().size(), 1);
}

void TestFileDownload::a_broken_coding_is_fetched_again_without_it() // F-072, QT-03
{
    LoopbackServer server;
    QByteArray badCrc = gzipped(kContent);
    badCrc[badCrc.size() - 6] = static_cast<char>(~badCrc.at(badCrc.size() - 6));
    for (const QByteArray &broken :
        {gzipped(kContent).chopped(8), badCrc, gzipped(kContent) + "junk", kContent}) {
        server.answer("/f", [broken](const SeenRequest &request) {
            if (request.header("Accept-Encoding") == "identity")
                return lines(kContent);
            Answer answer = lines(broken);
            answer.headers.append(test::Field{"Content-Encoding", "gzip"});
            return answer;
        });
        server.forgetRequests();
        QueueRun run(server);
        QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
        QCOMPARE(run.status().state, FileState::Verified);
        QCOMPARE(run.content(), kContent);
        QCOMPARE(server.requests().size(), 2);
    }
    Answer always = lines(gzipped(kContent).chopped(8));
    always.headers.append(test::Field{"Content-Encoding", "gzip"});
    server.answer("/f", always);
    QueueRun run(server);
    run.settings.attempts = 2;
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.status().state, FileState::Failed);
    QVERIFY2(run.status().reason.contains(QStringLiteral("too early")), qPrintable(run.status().reason));
    QVERIFY(!run.names().contains(QStringLiteral("001.Patient.ndjson")));
}

void TestFileDownload::a_bomb_is_stopped() // F-073
{
    LoopbackServer server;
    Answer bomb = lines(gzipped(QByteArray(40 << 20, ' ')));
    bomb.headers.append(test::Field{"Content-Encoding", "gzip"});
    server.answer("/f", bomb);
    QueueRun run(server);
    run.settings.attempts = 1;
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.status().state, FileState::Failed);
    QVERIFY(run.status().reason.contains(QStringLiteral("bomb")));
    const auto part = run.content(QStringLiteral("001.Patient.ndjson.part"));
    QVERIFY(part.size() < 24 << 20);
}

void TestFileDownload::a_connection_that_drops_at_every_tenth_is_resumed() // F-070, BD-144
{
    LoopbackServer server;
    server.answer("/f", [](const SeenRequest &request) {
        Answer answer = file(request, kContent);
        answer.cutAfter = kContent.size() / 10 + 7; // in the middle of a line
        return answer;
    });
    QueueRun run(server);
    FileTask task = run.task(QStringLiteral("/f"));
    task.expectedCount = 3000;
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.content(), kContent);
    QCOMPARE(run.status().sha256, sha256(kContent));
    const auto requests = server.requests();
    QVERIFY2(requests.size() >= 10 && requests.size() <= 12, qPrintable(QString::number(requests.size())));
    QVERIFY(!requests.first().has("Range"));
    qint64 last = 0;
    for (const auto &request : requests.sliced(1)) {
        QCOMPARE(request.header("If-Range"), QByteArray("\"one\""));
        QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
        const qint64 from = request.header("Range").mid(6).chopped(1).toLongLong();
        QVERIFY(from > last);
        last = from;
    }
}

void TestFileDownload::without_a_validator_it_starts_over() // BD-144
{
    LoopbackServer server;
    Answer cut = lines(kContent);
    cut.cutAfter = kContent.size() / 2;
    server.answerInTurn("/f", {cut, cut, lines(kContent)});
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.content(), kContent);
    for (const auto &request : server.requests())
        QVERIFY(!request.has("Range"));
    QCOMPARE(server.requests().size(), 3);
}

void TestFileDownload::a_cut_compressed_file_is_asked_for_uncompressed()
{
    LoopbackServer server;
    server.answer("/f", [](const SeenRequest &request) {
        if (request.header("Accept-Encoding") == "identity")
            return file(request, kContent);
        Answer answer = lines(gzipped(kContent));
        answer.headers = {{"Content-Encoding", "gzip"}, {"ETag", "\"gz\""}, {"Accept-Ranges", "bytes"}};
        answer.cutAfter = answer.body.size() / 2;
        return answer;
    });
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.content(), kContent);
    QVERIFY(!server.requests().last().has("Range")); // never a range over encoded bytes
}

void TestFileDownload::odd_answers_to_a_range_data()
{
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<int>("status");
    QTest::newRow("200 to a Range request") << QByteArray() << 200;
    QTest::newRow("416") << QByteArray("bytes */10") << 416;
    QTest::newRow("206 that starts elsewhere") << QByteArray("bytes 0-99/100") << 206;
    QTest::newRow("206 that ends early") << QByteArray("bytes %1-%2/999999") << 206;
    QTest::newRow("206 without Content-Range") << QByteArray() << 206;
    QTest::newRow("206 with nonsense") << QByteArray("bytes soon") << 206;
}

void TestFileDownload::odd_answers_to_a_range() // F-075
{
    QFETCH(QByteArray, contentRange);
    QFETCH(int, status);
    LoopbackServer server;
    server.answer("/f", [&, asked = 0](const SeenRequest &request) mutable {
        ++asked;
        Answer answer = file(request, kContent);
        if (asked == 1) {
            answer.cutAfter = kContent.size() / 2;
        } else if (request.has("Range")) {
            answer = lines(kContent); // the whole file, whatever was asked
            answer.status = status;
            QByteArray field = contentRange;
            field.replace("%1", request.header("Range").mid(6).chopped(1)).replace("%2", "99999");
            if (!field.isEmpty())
                answer.headers.append(test::Field{"Content-Range", field});
        }
        return answer;
    });
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.content(), kContent);
    QVERIFY(server.requests().at(1).has("Range"));
    QCOMPARE(server.requests().size(), status == 200 ? 2 : 3);
    QVERIFY(!server.requests().last().has("Range") || status == 200);
}

void TestFileDownload::the_next_process_goes_on_where_this_one_stopped() // F-110
{
    LoopbackServer server;
    server.answer("/f", [](const SeenRequest &request) {
        Answer answer = file(request, kContent);
        if (!request.has("Range")) {
            answer.piece = 4000;
            answer.every = 10ms;
        }
        return answer;
    });
    QueueRun run(server);
    run.make().start({run.task(QStringLiteral("/f?sig=first"))});
    QTRY_VERIFY(run.status().received.value > 20'000);
    run.queue.reset();
    QVERIFY(run.names().contains(QStringLiteral("001.Patient.ndjson.part.resume")));
    // The manifest was fetched again: another signature, the same file.
    QVERIFY(run.run({run.task(QStringLiteral("/f?sig=second"))}));
    QCOMPARE(run.content(), kContent);
    QCOMPARE(run.status().sha256, sha256(kContent));
    QCOMPARE(run.status().lines, 3000);
    QVERIFY(server.requests().last().header("Range").mid(6).chopped(1).toLongLong() > 20'000 - 4000);
    QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
}

void TestFileDownload::a_tampered_or_foreign_part_is_not_glued()
{
    LoopbackServer server;
    server.answer("/f", [](const SeenRequest &request) { return file(request, kContent); });
    server.answer("/other", [](const SeenRequest &request) { return file(request, patients(10, 50)); });
    const auto write = [](const QString &path, const QByteArray &bytes) {
        QFile one(path);
        return one.open(QIODevice::WriteOnly) && one.write(bytes) == bytes.size();
    };
    for (const QByteArray &note : {QByteArray(), QByteArray("not json"),
             QByteArray(R"({"validator":"\"one\"","place":"of another file","committed":10,"total":-1})")}) {
        QueueRun run(server);
        server.forgetRequests();
        QVERIFY(write(run.folder.filePath(QStringLiteral("001.Patient.ndjson.part")), "garbage garbage"));
        if (!note.isEmpty())
            QVERIFY(write(run.folder.filePath(QStringLiteral("001.Patient.ndjson.part.resume")), note));
        QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
        QCOMPARE(run.content(), kContent);
        QVERIFY(!server.requests().first().has("Range"));
        QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
    }
}

void TestFileDownload::wrong_content_is_kept_as_bad_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Answer &answer, const char *words, qint64 count = -1) {
        QTest::newRow(name) << answer << count << QString::fromLatin1(words);
    };
    Answer page;
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    page.body = "<!DOCTYPE html><title>Sign in</title>";
    row("F-076 page", page, "web page");
    row("F-076 OperationOutcome", lines("{\"resourceType\":\"OperationOutcome\"}"), "OperationOutcome");
    row("F-093 array", lines("[" + patients(1) + "]"), "array");
    row("BD-107 too few", lines(patients(2)), "promised 3", 3);
    row("F-078 empty, but promised", lines(""), "promised 3", 3);
    row("F-078 not empty, but promised empty", lines(patients(1)), "promised 0", 0);
    Answer small = lines(patients(10));
    small.headers.append(test::Field{"Content-Length", QByteArray::number(patients(10).size() - 5)});
    row("F-071 Content-Length too small", small, "line 10");
    Answer open = lines(patients(10).chopped(1));
    open.withoutLength = true;
    row("an end nobody announced", open, "incomplete");
    Answer latin = lines("{\"resourceType\":\"Patient\",\"id\":\"1\",\"x\":\"M\xfcller\"}\n");
    row("F-090 Latin-1", latin, "line 1");
}

void TestFileDownload::wrong_content_is_kept_as_bad()
{
    QFETCH(Answer, answer);
    QFETCH(qint64, count);
    QFETCH(QString, words);
    LoopbackServer server;
    server.answer("/f", answer);
    QueueRun run(server);
    FileTask task = run.task(QStringLiteral("/f"));
    if (count >= 0)
        task.expectedCount = count;
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Failed);
    QVERIFY2(run.status().reason.contains(words), qPrintable(run.status().reason));
    QVERIFY(run.status().findings);
    QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson.bad")});
    QVERIFY(answer.body.startsWith(run.content(QStringLiteral("001.Patient.ndjson.bad"))));
    QCOMPARE(server.requests().size(), 1); // the same bytes would come again
}

void TestFileDownload::blank_lines_are_problems_where_somebody_wants_that() // BD-163
{
    LoopbackServer server;
    server.answer("/f", lines(patients(2) + "\n\n" + patients(1, 7)));
    QueueRun run(server);
    FileTask task = run.task(QStringLiteral("/f"));
    task.expectedCount = 3;
    task.blankLinesAreProblems = true;
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().problemCount, 2);
    QCOMPARE(run.status().lines, 3);
}

void TestFileDownload::odd_but_right_content_is_accepted()
{
    LoopbackServer server;
    Answer plain;
    plain.headers = {{"Content-Type", "text/plain"}};
    plain.body = "\xef\xbb\xbf" + patients(2) + "\r\n\n" + patients(1, 7).chopped(1);
    server.answer("/f", plain);
    Answer open = lines(patients(3));
    open.withoutLength = true;
    server.answer("/open", open);
    Answer latin = lines(patients(1));
    latin.headers = {{"Content-Type", "application/fhir+ndjson; charset=iso-8859-1"}};
    server.answer("/latin", latin);
    QueueRun run(server);
    FileTask task = run.task(QStringLiteral("/f"));
    task.expectedCount = 3;
    QVERIFY(run.run({task, run.task(QStringLiteral("/open"), 2), run.task(QStringLiteral("/latin"), 3)}));
    QCOMPARE(run.status(1).state, FileState::Verified);
    QCOMPARE(run.content(), plain.body); // byte for byte, with BOM, blank lines and all (BD-168)
    QCOMPARE(run.status(1).findings->notes.size(), 2);
    QCOMPARE(run.status(1).problemCount, 0);
    QCOMPARE(run.status(2).state, FileState::Verified);
    QCOMPARE(run.status(3).state, FileState::Failed); // HT-45
}

void TestFileDownload::a_file_that_has_its_name_is_verified_on_disk()
{
    // Killed between the rename and the store's row: nothing is fetched twice.
    LoopbackServer server;
    server.answer("/f", lines(kContent));
    QueueRun run(server);
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    server.forgetRequests();
    FileTask task = run.task(QStringLiteral("/f"));
    task.expectedCount = 3000;
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.status().sha256, sha256(kContent));
    QVERIFY(server.requests().isEmpty());
    // Somebody shortened it: put aside and fetched again.
    QVERIFY(QFile::resize(run.folder.filePath(task.name), 1000));
    QVERIFY(run.run({task}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.content(), kContent);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(run.names(), (QStringList{task.name, task.name + QStringLiteral(".bad")}));
}

void TestFileDownload::a_full_disk_pauses_and_goes_on() // F-100
{
    const SmallDisk disk;
    if (!disk.isMounted()) {
        qInfo("no right to mount a small disk: not tried here");
        return;
    }
    LoopbackServer server;
    const QByteArray large = patients(40'000);
    server.answer("/f", [&large](const SeenRequest &request) {
        Answer answer = file(request, large);
        answer.chunked = true; // no length: the disk is found to be full in the middle
        return answer;
    });
    QueueRun run(server);
    run.settings.directory = disk.directory();
    run.make().start({run.task(QStringLiteral("/f")), run.task(QStringLiteral("/f"), 2)});
    QTRY_VERIFY(run.storage.has_value());
    QCOMPARE(run.storage->code, ErrorCode::DiskFull);
    QVERIFY(run.queue->isPaused());
    QCOMPARE(run.status().state, FileState::Paused);
    QVERIFY(QFile::exists(disk.directory() + QStringLiteral("/001.Patient.ndjson.part")));
    const auto before = server.requests().size();
    QTest::qWait(100);
    QCOMPARE(server.requests().size(), before);
    QVERIFY(disk.grow());
    run.queue->resume();
    QVERIFY(run.wait());
    QCOMPARE(run.status(1).sha256, sha256(large));
    QCOMPARE(run.status(2).sha256, sha256(large));
    const auto after = server.requests().sliced(before); // one of the two had taken most of the disk
    QVERIFY(std::any_of(after.begin(), after.end(), [](const SeenRequest &r) { return r.has("Range"); }));
}

void TestFileDownload::a_known_size_that_does_not_fit_is_not_started() // F-100
{
    const SmallDisk disk;
    if (!disk.isMounted())
        return;
    LoopbackServer server;
    server.answer("/f", lines(patients(40'000)));
    QueueRun run(server);
    run.settings.directory = disk.directory();
    run.make().start({run.task(QStringLiteral("/f"))});
    QTRY_VERIFY(run.storage.has_value());
    QCOMPARE(run.storage->code, ErrorCode::DiskFull);
    QVERIFY2(run.storage->what.contains(QStringLiteral("needs")), qPrintable(run.storage->what));
    QCOMPARE(QFileInfo(disk.directory() + QStringLiteral("/001.Patient.ndjson.part")).size(), 0);
}

void TestFileDownload::a_folder_that_vanishes_pauses() // F-102
{
    LoopbackServer server;
    server.answer("/f", lines(patients(1)));
    QueueRun run(server);
    QFile inTheWay(run.folder.filePath(QStringLiteral("run")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    run.settings.directory = inTheWay.fileName();
    run.make().start({run.task(QStringLiteral("/f"))});
    QTRY_VERIFY(run.storage.has_value());
    QCOMPARE(run.storage->code, ErrorCode::Storage);
    QVERIFY(run.queue->isPaused());
    QVERIFY(inTheWay.remove()); // the share is back
    run.queue->resume();
    QVERIFY(run.wait());
    QCOMPARE(run.status().state, FileState::Verified);
}

QTEST_GUILESS_MAIN(TestFileDownload)
#include "tst_file_download.moc"
