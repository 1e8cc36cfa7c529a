// SPDX-License-Identifier: Apache-2.0
#include "app/downloads/run_queue.h"

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::downloads;
using namespace std::chrono_literals;
using test::Answer;
using test::file;
using test::LoopbackServer;
using test::patients;
using test::QueueRun;
using test::SeenRequest;
using test::sha256;

// A disk that fails when told. These take the place of the C library's functions in this program; the
// product's code calls them without knowing.
namespace {

std::atomic<bool> armed = false;
std::atomic<int> calls = 0;
std::atomic<int> failing = 0; ///< the how-manieth call fails, from 1
std::atomic<int> failure_ = EIO;
std::atomic<int> locked = 0; ///< so many new names are refused because somebody has the file open
std::atomic<bool> losesData = false; ///< a failed sync leaves zeros where the bytes were, and says so once

bool failsNow()
{
    if (!armed || ++calls != failing)
        return false;
    errno = failure_;
    return true;
}

template <class Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    struct stat about {
    };
    const bool isFile = armed && ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    if (isFile && !losesData && failsNow())
        return -1;
    return real<ssize_t (*)(int, const void *, size_t)>("write")(file, bytes, size);
}

int fdatasync(int file)
{
    if (failsNow()) {
        const QByteArray zeros(1 << 20, '\0');
        struct stat about {
        };
        if (losesData && ::fstat(file, &about) == 0) { // pwrite refuses to go back in a file opened to append
            const QByteArray path = "/proc/self/fd/" + QByteArray::number(file);
            const int other = ::open(path.constData(), O_WRONLY | O_CLOEXEC);
            (void)!::pwrite(other, zeros.constData(), 1 << 20, about.st_size / 2);
            ::close(other);
            errno = EIO;
        }
        return -1;
    }
    return real<int (*)(int)>("fdatasync")(file);
}

int fsync(int file)
{
    return failsNow() ? -1 : real<int (*)(int)>("fsync")(file);
}

int ftruncate(int file, off_t size) noexcept
{
    return failsNow() ? -1 : real<int (*)(int, off_t)>("ftruncate")(file, size);
}

int renameat(int from, const char *name, int to, const char *next) noexcept
{
    return failsNow() ? -1
                      : real<int (*)(int, const char *, int, const char *)>("renameat")(from, name, to, next);
}

int renameat2(int from, const char *name, int to, const char *next, unsigned flags) noexcept
{
    using Rename = int (*)(int, const char *, int, const char *, unsigned);
    if (locked.fetch_sub(1) > 0) {
        errno = EBUSY;
        return -1;
    }
    return failsNow() ? -1 : real<Rename>("renameat2")(from, name, to, next, flags);
}

int openat(int folder, const char *name, int flags, ...)
{
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
        if (failsNow())
            return -1;
    }
    return real<int (*)(int, const char *, int, mode_t)>("openat")(folder, name, flags, mode);
}
}

/// Every call to the disk fails once: nothing wrong ever has a final name, and the queue goes on afterwards.
class TestFailingDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { armed = false; }
    void every_call_may_fail_once_data();
    void every_call_may_fail_once();
    void what_a_sync_refused_is_not_trusted();
    void a_locked_file_gets_its_name_when_it_is_free();
};

void TestFailingDisk::every_call_may_fail_once_data()
{
    QTest::addColumn<int>("error");
    QTest::newRow("F-104 EIO") << EIO;
    QTest::newRow("F-100 ENOSPC") << ENOSPC;
}

void TestFailingDisk::every_call_may_fail_once() // F-100, F-104, BD-143
{
    QFETCH(int, error);
    const QByteArray content = patients(2000);
    LoopbackServer server;
    server.answer("/f", [&content](const SeenRequest &request) {
        Answer answer = file(request, content);
        if (!request.has("Range"))
            answer.cutAfter = content.size() / 2;
        return answer;
    });
    int points = 0;
    for (bool wasHit = true; wasHit; ++points) {
        QVERIFY(points < 100);
        QueueRun run(server);
        calls = 0;
        failing = points + 1;
        failure_ = error;
        losesData = false;
        armed = true;
        const auto &queue = run.make();
        connect(&queue, &DownloadQueue::diskFull, this, [&run, &content] {
            const QString name = QStringLiteral("001.Patient.ndjson");
            if (run.names().contains(name)) // only its folder could not be synced
                QCOMPARE(run.content(name), content);
            QMetaObject::invokeMethod(
                run.queue.get(), [&run] { run.queue->resume(); }, Qt::QueuedConnection);
        });
        run.queue->start({run.task(QStringLiteral("/f"))});
        QVERIFY2(run.wait(), qPrintable(QString::number(points)));
        wasHit = calls >= failing;
        armed = false;
        QVERIFY2(run.status().state == FileState::Verified,
            qPrintable(QString::number(points) + run.status().reason));
        QCOMPARE(run.status().sha256, sha256(content));
        QCOMPARE(run.content(), content);
        QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
    }
    qInfo("%d calls to the disk", points - 1);
    QVERIFY(points > 10);
}

void TestFailingDisk::what_a_sync_refused_is_not_trusted() // F-104: the kernel says it once, then forgets
{
    QByteArray content;
    const QByteArray filler(60'000, 'x');
    for (int i = 0; content.size() < 70 << 20; ++i)
        content += R"({"resourceType":"Patient","id":")" + QByteArray::number(i) + R"(","text":")" + filler
            + "\"}\n";
    LoopbackServer server;
    server.answer("/f", [&content](const SeenRequest &request) { return file(request, content); });
    QueueRun run(server);
    calls = 0;
    failing = 2; // the file is created, then comes the checkpoint after 64 MiB
    losesData = true;
    armed = true;
    run.make().start({run.task(QStringLiteral("/f"))});
    QTRY_VERIFY_WITH_TIMEOUT(run.storage.has_value() || run.settled, 30'000);
    QVERIFY2(run.storage.has_value(), qPrintable(QString::number(calls)));
    QCOMPARE(run.storage->code, ErrorCode::Storage);
    run.queue->resume();
    QVERIFY(run.wait());
    QVERIFY2(run.status().state == FileState::Verified, qPrintable(run.status().reason));
    QCOMPARE(run.status().sha256, sha256(content));
}

void TestFailingDisk::a_locked_file_gets_its_name_when_it_is_free() // F-103
{
    const QByteArray content = patients(100);
    LoopbackServer server;
    server.answer("/f", [&content](const SeenRequest &request) { return file(request, content); });
    QueueRun run(server);
    locked = 2;
    QVERIFY(run.run({run.task(QStringLiteral("/f"))}));
    QCOMPARE(run.status().state, FileState::Verified);
    QCOMPARE(run.content(), content);
    QCOMPARE(server.requests().size(), 1); // nothing was fetched again
    QCOMPARE(run.names(), QStringList{QStringLiteral("001.Patient.ndjson")});
}

QTEST_GUILESS_MAIN(TestFailingDisk)
#include "tst_failing_disk.moc"
