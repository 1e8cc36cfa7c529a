// SPDX-License-Identifier: Apache-2.0
#include "downloads/content_follower.h"

#include <QCryptographicHash>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>
#include <vector>

using namespace waybill;
using namespace waybill::downloads;

namespace {

QByteArray patients(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += R"({"resourceType":"Patient","id":"p)" + QByteArray::number(i) + "\"}\n";
    return text;
}

/// Few lines, many bytes: judged quickly also without optimisation.
QByteArray megabytes(int count)
{
    QByteArray line = R"({"resourceType":"Patient","id":"p","text":")" + QByteArray(1 << 20, 'x');
    line.truncate((1 << 20) - 3);
    return (line + "\"}\n").repeated(count);
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A file that grows, and its reader.
struct GrowingFile {
    GrowingFile()
    {
        if (!file.open())
            qFatal("no temporary file");
    }
    int reader() { return ::open(qPrintable(file.fileName()), O_RDONLY | O_CLOEXEC); }
    std::int64_t append(const QByteArray &bytes)
    {
        file.write(bytes);
        file.flush();
        return file.size();
    }
    QTemporaryFile file;
};

} // namespace

/// What is judged behind the writer's back is what was written, however it grew.
class TestContentFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_growing_file_is_judged_to_its_end();
    void an_empty_file_is_judged_at_once();
    void files_take_turns();
    void the_writer_waits_for_a_slow_judge();
    void a_file_that_is_read_again_holds_no_other_up();
    void the_last_line_is_judged_when_nothing_more_comes();
    void a_file_that_is_shorter_is_noticed();
    void a_file_that_cannot_be_read_is_noticed();
    void a_dropped_file_says_nothing_more();
    void ids_are_compared_across_files_but_not_with_a_failed_attempt();
};

void TestContentFollower::a_growing_file_is_judged_to_its_end()
{
    const QByteArray whole = patients(30'000); // several steps
    GrowingFile file;
    ContentFollower follower;
    ndjson::Expectation wanted;
    wanted.resourceType = QStringLiteral("Patient");
    const auto followed = follower.follow(file.reader(), wanted, false);
    for (qsizetype at = 0; at < whole.size(); at += 100'003) // cuts lines anywhere
        follower.grow(followed, file.append(whole.mid(at, 100'003)));
    int calls = 0;
    follower.whenEnded(followed, this, [&calls] { ++calls; });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(followed->judged(), whole.size());
    QCOMPARE(followed->lines(), 30'000);
    QCOMPARE(followed->problemCount(), 0);
    QCOMPARE(followed->readError(), 0);
    QVERIFY(!followed->isShort());
    QCOMPARE(followed->start(), whole.left(4096));
    QCOMPARE(followed->sha256(), sha256(whole));
    const auto &summary = followed->lineSummary();
    QCOMPARE(summary.lines, 30'000);
    QCOMPARE(summary.bytes, whole.size());
    QTest::qWait(20);
    QCOMPARE(calls, 1);
    follower.drop(followed);
}

void TestContentFollower::an_empty_file_is_judged_at_once()
{
    GrowingFile file;
    ContentFollower follower;
    const auto followed = follower.follow(file.reader(), {}, false);
    bool isDone = false;
    follower.whenEnded(followed, this, [&isDone] { isDone = true; });
    QVERIFY(!isDone); // later, never from inside
    QTRY_VERIFY(isDone);
    QCOMPARE(followed->sha256(), sha256({}));
    follower.drop(followed);
}

void TestContentFollower::files_take_turns()
{
    constexpr int kFiles = 5;
    std::vector<GrowingFile> files(kFiles);
    std::vector<QByteArray> contents;
    std::vector<std::shared_ptr<FollowedFile>> followed;
    ContentFollower follower;
    int done = 0;
    for (int i = 0; i < kFiles; ++i) {
        contents.push_back(patients(1000 * (i + 1)));
        followed.push_back(follower.follow(files.at(static_cast<std::size_t>(i)).reader(), {}, false));
    }
    for (qsizetype at = 0; at < contents.back().size(); at += 4000) {
        for (std::size_t i = 0; i < kFiles; ++i)
            follower.grow(followed.at(i), files.at(i).append(contents.at(i).mid(at, 4000)));
    }
    for (const auto &one : followed)
        follower.whenEnded(one, this, [&done] { ++done; });
    QTRY_COMPARE(done, kFiles);
    for (std::size_t i = 0; i < kFiles; ++i) {
        QCOMPARE(followed.at(i)->sha256(), sha256(contents.at(i)));
        QCOMPARE(followed.at(i)->lineSummary().lines, 1000 * static_cast<int>(i + 1));
        follower.drop(followed.at(i));
    }
}

void TestContentFollower::the_writer_waits_for_a_slow_judge()
{
    const QByteArray block = megabytes(8);
    GrowingFile file;
    ContentFollower follower;
    const auto followed = follower.follow(file.reader(), {}, false);
    for (int i = 0; i < 5; ++i) {
        const std::int64_t size = file.append(block);
        follower.grow(followed, size);
        follower.waitForJudge(followed);
        QVERIFY(size - followed->judged() <= std::int64_t{8} << 20);
    }
    follower.drop(followed);
    follower.waitForJudge(followed); // what was dropped is waited for by nobody
}

void TestContentFollower::a_file_that_is_read_again_holds_no_other_up()
{
    GrowingFile large;
    GrowingFile small;
    ContentFollower follower;
    const auto resumed = follower.follow(large.reader(), {}, false);
    const auto received = follower.follow(small.reader(), {}, false);
    const std::int64_t size = large.append(megabytes(200));
    follower.grow(resumed, size);
    follower.grow(received, small.append(megabytes(1)));
    follower.waitForJudge(received);
    QVERIFY(size - resumed->judged() > std::int64_t{8} << 20);
    follower.drop(resumed);
    follower.drop(received);
}

/// By its judge: its id is compared with those of files that are judged at the same time.
void TestContentFollower::the_last_line_is_judged_when_nothing_more_comes()
{
    QByteArray content = patients(20'000);
    content.chop(1); // no newline at the end
    GrowingFile file;
    GrowingFile other;
    ContentFollower follower;
    const auto followed = follower.follow(file.reader(), {}, true);
    follower.grow(followed, file.append(content.first(content.size() - 5)));
    bool isJudged = false;
    follower.whenJudged(followed, this, [&isJudged] { isJudged = true; });
    QTRY_VERIFY(isJudged);
    QCOMPARE(followed->lines(), 19'999); // more may come, as behind what an earlier attempt left
    follower.grow(followed, file.append(content.last(5)));
    const auto second = follower.follow(other.reader(), {}, true);
    follower.grow(second, other.append(patients(20'000)));
    int ended = 0;
    follower.whenEnded(followed, this, [&ended] { ++ended; });
    follower.whenEnded(second, this, [&ended] { ++ended; });
    QTRY_COMPARE(ended, 2);
    QCOMPARE(followed->lineSummary().lines, 20'000);
    QVERIFY(!followed->lineSummary().endsWithNewline);
    QCOMPARE(followed->sha256(), sha256(content));
    const auto duplicates = [](const auto &one) {
        return one->lineSummary().byKind.value(ndjson::ProblemKind::DuplicateId);
    };
    QCOMPARE(duplicates(followed) + duplicates(second), 20'000); // BD-171, whoever was first
    follower.drop(followed);
    follower.drop(second);
}

void TestContentFollower::a_file_that_is_shorter_is_noticed()
{
    GrowingFile file;
    ContentFollower follower;
    const auto followed = follower.follow(file.reader(), {}, false);
    const std::int64_t size = file.append(patients(10));
    follower.grow(followed, size + 40'000'000);
    bool isDone = false;
    follower.whenEnded(followed, this, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY(followed->isShort());
    QCOMPARE(followed->judged(), size);
    follower.waitForJudge(followed);
    follower.grow(followed, size + 90'000'000); // too late, and no reason to wait
    follower.waitForJudge(followed);
    follower.drop(followed);
}

void TestContentFollower::a_file_that_cannot_be_read_is_noticed()
{
    ContentFollower follower;
    const auto followed = follower.follow(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC), {}, false);
    follower.grow(followed, 10);
    bool isDone = false;
    follower.whenEnded(followed, this, [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(followed->readError(), EISDIR);
    follower.drop(followed);
}

void TestContentFollower::a_dropped_file_says_nothing_more()
{
    const QByteArray block = megabytes(10);
    for (int i = 0; i < 5; ++i) {
        GrowingFile file;
        ContentFollower follower;
        const auto followed = follower.follow(file.reader(), {}, false);
        follower.grow(followed, file.append(block));
        bool isDone = false;
        {
            QObject context;
            follower.whenEnded(followed, &context, [&isDone] { isDone = true; });
            QTest::qWait(i);
            follower.drop(followed);
        }
        follower.waitForJudge(followed);
        follower.grow(followed, file.append(block));
        QTest::qWait(2);
        QVERIFY(!isDone || i > 0);
    }
}

void TestContentFollower::ids_are_compared_across_files_but_not_with_a_failed_attempt() // BD-171
{
    const QByteArray content = patients(2500);
    ContentFollower follower;
    const auto judged = [&](bool isAccepted) {
        GrowingFile file;
        const auto followed = follower.follow(file.reader(), {}, true);
        follower.grow(followed, file.append(content));
        bool isDone = false;
        follower.whenEnded(followed, this, [&isDone] { isDone = true; });
        if (!QTest::qWaitFor([&isDone] { return isDone; }))
            qFatal("never judged");
        if (isAccepted)
            follower.keepIds(followed);
        follower.drop(followed);
        return followed->lineSummary().byKind.value(ndjson::ProblemKind::DuplicateId);
    };
    QCOMPARE(judged(false), 0);
    QCOMPARE(judged(false), 0); // the first attempt failed: this is the same file again
    QCOMPARE(judged(true), 0);
    QCOMPARE(judged(true), 2500); // another file with the same resources
    QCOMPARE(judged(false), 2500);
}

QTEST_GUILESS_MAIN(TestContentFollower)
#include "tst_content_follower.moc"
