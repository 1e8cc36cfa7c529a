// SPDX-License-Identifier: Apache-2.0
#include "base/free_space.h"
#include "downloads/disk_guard.h"
#include "downloads/part_file.h"
#include "downloads/storage_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::downloads;

namespace {

const QString kName = QStringLiteral("001.Patient.ndjson");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

mode_t modeOf(const QString &path)
{
    struct stat about {
    };
    return ::stat(QFile::encodeName(path).constData(), &about) == 0 ? about.st_mode & 0777 : 0;
}

} // namespace

/// BD-143, BD-146, BD-221, reliability.md §6.
class TestPartFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void a_file_gets_its_name_at_the_end();
    void nothing_is_ever_replaced();
    void folders_and_files_are_for_their_owner_only();
    void names_never_leave_the_folder_data();
    void names_never_leave_the_folder();
    void a_path_that_is_too_long_is_said();
    void links_are_not_followed();
    void an_earlier_part_is_found_again();
    void refused_files_are_kept_as_bad();
    void the_note_is_replaced_as_a_whole();
    void a_folder_that_cannot_be_used_is_an_error();
    void a_file_that_may_not_grow_is_named();
    void errno_says_who_is_concerned();
    void the_disk_guard_adds_up();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPartFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPartFile::a_file_gets_its_name_at_the_end()
{
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file && file->create() && file->write("one") && file->write("two"));
    QCOMPARE(file->size(), 6);
    QVERIFY(!file->finalExists());
    QCOMPARE(contentOf(path(kName + QStringLiteral(".part"))), QByteArray("onetwo"));
    QVERIFY(file->truncate(4) && file->write("!"));
    const auto copy = file->duplicate();
    QVERIFY(copy && *copy >= 0);
    QByteArray seen(16, '\0');
    seen.truncate(::pread(*copy, seen.data(), 16, 2));
    QCOMPARE(::close(*copy), 0);
    QCOMPARE(seen, QByteArray("et!"));
    QVERIFY(file->publish());
    QVERIFY(file->finalExists());
    QCOMPARE(contentOf(path(kName)), QByteArray("onet!"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{kName});
}

void TestPartFile::nothing_is_ever_replaced()
{
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file && file->create() && file->write("new"));
    QFile existing(path(kName));
    QVERIFY(existing.open(QIODevice::WriteOnly) && existing.write("old") == 3);
    existing.close();
    const auto published = file->publish();
    QVERIFY(!published);
    QCOMPARE(published.error().code, ErrorCode::InvalidInput);
    QCOMPARE(contentOf(path(kName)), QByteArray("old"));
}

void TestPartFile::folders_and_files_are_for_their_owner_only() // BD-221
{
    const QString deep = path(QStringLiteral("exports/run"));
    auto file = PartFile::at(deep, QStringLiteral("error/001.OperationOutcome.ndjson"));
    QVERIFY(file && file->create() && file->write("x") && file->writeNote("{}") && file->publish());
    QCOMPARE(modeOf(deep), mode_t{0700});
    QCOMPARE(modeOf(deep + QStringLiteral("/error")), mode_t{0700});
    QCOMPARE(modeOf(deep + QStringLiteral("/error/001.OperationOutcome.ndjson")), mode_t{0600});
}

void TestPartFile::names_never_leave_the_folder_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "..", "../x", "a/../../x", "/etc/passwd", "a//b", ".hidden", "a/.b", "a\\b"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPartFile::names_never_leave_the_folder() // BD-146
{
    QFETCH(QString, name);
    const auto file = PartFile::at(m_folder->path(), name);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::InvalidInput);
}

void TestPartFile::a_path_that_is_too_long_is_said() // F-101
{
    const auto deep = PartFile::at(path(QString(300, QLatin1Char('d'))), kName);
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, ErrorCode::InvalidInput);
    QVERIFY(deep.error().what.contains(QStringLiteral("export folder")));
    auto file = PartFile::at(m_folder->path(), QString(255, QLatin1Char('n')));
    QVERIFY(file);
    QCOMPARE(file->create().error().code, ErrorCode::InvalidInput); // this name only, not every file
}

void TestPartFile::links_are_not_followed()
{
    QTemporaryDir elsewhere;
    QFile victim(elsewhere.filePath(QStringLiteral("victim")));
    QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("precious") == 8);
    victim.close();
    QVERIFY(QFile::link(victim.fileName(), path(kName + QStringLiteral(".part"))));
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file);
    const auto existing = file->openExisting();
    QVERIFY(existing && !*existing); // out of the way
    QVERIFY(file->create() && file->write("data"));
    QCOMPARE(contentOf(victim.fileName()), QByteArray("precious"));

    QVERIFY(QFile::link(elsewhere.path(), path(QStringLiteral("error"))));
    QVERIFY(!PartFile::at(m_folder->path(), QStringLiteral("error/001.ndjson")));

    const QString second = path(QStringLiteral("002.ndjson.part")); // a second name for the victim
    QCOMPARE(
        ::link(QFile::encodeName(victim.fileName()).constData(), QFile::encodeName(second).constData()), 0);
    auto other = PartFile::at(m_folder->path(), QStringLiteral("002.ndjson"));
    const auto linked = other->openExisting();
    QVERIFY(linked && !*linked);
    QCOMPARE(contentOf(victim.fileName()), QByteArray("precious"));
}

void TestPartFile::an_earlier_part_is_found_again()
{
    {
        auto file = PartFile::at(m_folder->path(), kName);
        QVERIFY(file && file->create() && file->write("first"));
    }
    auto file = PartFile::at(m_folder->path(), kName);
    const auto size = file->openExisting();
    QVERIFY(size && *size);
    QCOMPARE(**size, 5);
    QVERIFY(file->write(" second") && file->publish());
    QCOMPARE(contentOf(path(kName)), QByteArray("first second"));
    auto again = PartFile::at(m_folder->path(), kName);
    QVERIFY(again->finalExists());
    QCOMPARE(*again->openFinal(), 12);
    QVERIFY(again->confirmFinal());
    const auto none = again->openExisting();
    QVERIFY(none && !*none);
}

void TestPartFile::refused_files_are_kept_as_bad()
{
    for (const QByteArray content : {"bad one", "bad two"}) {
        auto file = PartFile::at(m_folder->path(), kName);
        QVERIFY(file && file->create() && file->write(content) && file->reject());
        QCOMPARE(contentOf(path(kName + QStringLiteral(".bad"))), content);
        QVERIFY(!file->finalExists());
    }
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file->create() && file->write("was good") && file->publish() && file->rejectFinal());
    QCOMPARE(contentOf(path(kName + QStringLiteral(".bad"))), QByteArray("was good"));
}

void TestPartFile::the_note_is_replaced_as_a_whole()
{
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file->readNote().isEmpty());
    QVERIFY(file->writeNote("one") && file->writeNote("two, longer"));
    QCOMPARE(file->readNote(), QByteArray("two, longer"));
    QVERIFY(file->create()); // a new part has no old note
    QVERIFY(file->readNote().isEmpty());
    QVERIFY(file->writeNote("three") && file->discard());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestPartFile::a_folder_that_cannot_be_used_is_an_error() // F-100, F-102
{
    QFile inTheWay(path(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto file = PartFile::at(path(QStringLiteral("file")), kName);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Storage);
    QVERIFY(!file.error().where.isEmpty());

    auto vanished = PartFile::at(path(QStringLiteral("run")), kName);
    QVERIFY(vanished && QDir(path(QStringLiteral("run"))).removeRecursively());
    const auto created = vanished->create();
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::Storage);
}

void TestPartFile::a_file_that_may_not_grow_is_named() // F-100: quotas of another kind
{
    auto file = PartFile::at(m_folder->path(), kName);
    QVERIFY(file && file->create());
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{4096, before.rlim_max};
    (void)std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = file->write(QByteArray(8192, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidInput);
    QCOMPARE(file->size(), 4096); // what did fit is known
}

void TestPartFile::errno_says_who_is_concerned()
{
    const auto codeOf = [](int number) {
        return storageFailure(
            number, QStringLiteral("The file could not be written."), QStringLiteral("place"))
            .value()
            .code;
    };
    QCOMPARE(codeOf(ENOSPC), ErrorCode::DiskFull);
    QCOMPARE(codeOf(EDQUOT), ErrorCode::DiskFull);
    for (const int all : {EIO, EROFS, EACCES, ENOENT, ESTALE, ENOTCONN})
        QCOMPARE(codeOf(all), ErrorCode::Storage);
    for (const int one : {EFBIG, ENAMETOOLONG, EEXIST, ELOOP})
        QCOMPARE(codeOf(one), ErrorCode::InvalidInput);
    const Error error = storageFailure(EIO, QStringLiteral("The file could not be written."), {}).value();
    QVERIFY2(
        error.what.startsWith(QStringLiteral("The file could not be written: ")), qPrintable(error.what));
    QVERIFY(error.what.endsWith(QLatin1Char('.')));
}

void TestPartFile::the_disk_guard_adds_up() // F-100
{
    FileTask known;
    known.expectedBytes = std::int64_t{10} << 30;
    FileTask unknown;
    QCOMPARE(forecast(m_folder->path(), {known, known}).needed, std::int64_t{22} << 30);
    QCOMPARE(forecast(m_folder->path(), {unknown}).needed, std::int64_t{1} << 30);
    QCOMPARE(forecast(m_folder->path(), {}).needed, 0);
    const auto nested = freeBytes(path(QStringLiteral("not/there/yet")));
    QVERIFY(nested > 0);
    DiskForecast tight{2000, 1000};
    QVERIFY(tight.isTight() && !tight.warning().isEmpty());
    DiskForecast roomy{1000, 2000};
    QVERIFY(!roomy.isTight() && roomy.warning().isEmpty());
    QVERIFY((DiskForecast{1000, -1}.warning().isEmpty())); // not known is not tight
}

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_part_file.moc"
