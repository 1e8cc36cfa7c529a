// SPDX-License-Identifier: Apache-2.0
#include "ndjson/background_check.h"
#include "ndjson/background_find.h"
#include "ndjson/opened_file.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>
#include <zlib.h>

using namespace waybill;
using namespace waybill::ndjson;
using Phase = OpenedState::Phase;

namespace {

constexpr int kPatience = 30'000; ///< ms: a busy machine is no failure

QByteArray lines(int count, int from = 0)
{
    QByteArray bytes;
    for (int i = from; i < from + count; ++i)
        bytes += "{\"resourceType\":\"Patient\",\"id\":\"" + QByteArray::number(i) + "\"}\n";
    return bytes;
}

void put(const QString &path, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    if (!file.open(mode) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test file");
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, '\0');
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray lineOf(const OpenedFile &file, qint64 number)
{
    const QList<LineText> found = file.reader()->lines({number}, 1, {});
    return found.isEmpty() ? QByteArray("(none)") : found.first().bytes;
}

} // namespace

class TestOpenedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void file_isIndexedInTheBackground();
    void file_thatIsMissing_fails();
    void gzip_isUnpackedToANamelessFile();
    void gzip_ofSeveralMembers_isReadWhole();
    void gzip_thatIsCut_showsItsLinesAndSaysSo();
    void index_canBeCancelledAndGoneOnWith();
    void file_thatGrows_isFollowed();
    void file_thatShrinks_isReadAnew();
    void file_thatIsRewrittenInPlace_isReadAnew();
    void file_thatIsReplaced_isReadAnew();
    void file_thatVanishes_staysReadable();
    void file_thatGrewByAnotherText_isReadAnew();
    void find_deliversHitsAndCancels();
    void find_badExpression_isAState();
    void check_goesOnWhereTheFileGrew();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestOpenedFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("Patient.ndjson"));
}

void TestOpenedFile::file_isIndexedInTheBackground()
{
    put(m_path, lines(100'000));
    OpenedFile file;
    QSignalSpy states(&file, &OpenedFile::stateChanged);
    file.open(m_path);
    QCOMPARE(file.state().phase, Phase::Opening);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(file.state().lines, 100'000);
    QCOMPARE(file.state().progress, 1.0);
    QCOMPARE(file.state().recognised.kind, FileKind::Ndjson);
    QVERIFY(!file.state().lastLineOpen);
    QVERIFY(states.size() >= 3);
    QCOMPARE(lineOf(file, 99'999), QByteArray("{\"resourceType\":\"Patient\",\"id\":\"99999\"}"));
}

void TestOpenedFile::file_thatIsMissing_fails()
{
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Failed, kPatience);
    QCOMPARE(file.state().problem->code, ErrorCode::NotFound);
    QVERIFY(!file.reader());
}

void TestOpenedFile::gzip_isUnpackedToANamelessFile()
{
    const QByteArray temporary = qgetenv("TMPDIR");
    QTemporaryDir scratch;
    qputenv("TMPDIR", scratch.path().toLocal8Bit());
    m_path += QStringLiteral(".gz");
    put(m_path, gzipped(lines(50'000)));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QVERIFY(file.state().compressed);
    QCOMPARE(file.state().recognised.kind, FileKind::Ndjson);
    QCOMPARE(file.state().lines, 50'000);
    QCOMPARE(lineOf(file, 49'999), QByteArray("{\"resourceType\":\"Patient\",\"id\":\"49999\"}"));
    // Nothing of the content can be found by name, and nothing is left after a crash.
    QCOMPARE(QDir(scratch.path()).entryList(QDir::Files | QDir::Hidden | QDir::System), QStringList());
    temporary.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary);
}

void TestOpenedFile::gzip_ofSeveralMembers_isReadWhole()
{
    put(m_path, gzipped(lines(1000)) + gzipped(lines(1000, 1000)) + QByteArray(512, '\0'));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(file.state().lines, 2000);
}

void TestOpenedFile::gzip_thatIsCut_showsItsLinesAndSaysSo()
{
    QByteArray bytes = gzipped(lines(100'000));
    bytes.chop(20'000);
    put(m_path, bytes);
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Failed, kPatience);
    QCOMPARE(file.state().problem->code, ErrorCode::ProtocolMismatch);
    QVERIFY(file.state().lines > 10'000);
    QCOMPARE(lineOf(file, 0), QByteArray("{\"resourceType\":\"Patient\",\"id\":\"0\"}"));
}

void TestOpenedFile::index_canBeCancelledAndGoneOnWith()
{
    put(m_path, QByteArray(1000, 'x').append('\n').repeated(200'000)); // 200 MB
    OpenedFile file;
    connect(&file, &OpenedFile::stateChanged, &file, [&file](const OpenedState &state) {
        if (state.phase == Phase::Indexing && state.lines > 0)
            file.cancelIndexing();
    });
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Cancelled, kPatience);
    const qint64 partial = file.state().lines;
    QVERIFY(partial > 0 && partial <= 200'000);
    QCOMPARE(lineOf(file, 10).size(), 1000);
    QTest::qWait(50);
    QCOMPARE(file.state().phase, Phase::Cancelled); // stays cancelled
    disconnect(&file, &OpenedFile::stateChanged, nullptr, nullptr);
    file.continueIndexing();
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(file.state().lines, 200'000);
}

void TestOpenedFile::file_thatGrows_isFollowed()
{
    put(m_path, lines(10) + "{\"unfinished\":");
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(file.state().lines, 11);
    QVERIFY(file.state().lastLineOpen);
    put(m_path, "1}\n" + lines(5), QIODevice::Append);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().lines, 16, kPatience);
    QVERIFY(file.state().grew);
    QVERIFY(!file.state().lastLineOpen);
    QCOMPARE(file.state().reloads, 0);
    QCOMPARE(lineOf(file, 10), QByteArray("{\"unfinished\":1}"));
}

// F-098
void TestOpenedFile::file_thatShrinks_isReadAnew()
{
    put(m_path, lines(1000));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(::truncate(QFile::encodeName(m_path).constData(), 370), 0);
    file.reader()->lines({0}, 1000, {}); // between the cut and our noticing
    QTRY_COMPARE_WITH_TIMEOUT(file.state().reloads, 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(file.state().textBytes, 370);
}

void TestOpenedFile::file_thatIsRewrittenInPlace_isReadAnew()
{
    put(m_path, "aaaa\nbbbb\n");
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QTest::qWait(20); // another modification time
    put(m_path, "aaaaaaaa\n\n", QIODevice::ReadWrite);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().reloads, 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(lineOf(file, 0), QByteArray("aaaaaaaa"));
}

void TestOpenedFile::file_thatIsReplaced_isReadAnew()
{
    put(m_path, lines(3));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    put(m_path + QStringLiteral("~"), lines(7));
    QCOMPARE(std::rename(QFile::encodeName(m_path + QStringLiteral("~")).constData(),
                 QFile::encodeName(m_path).constData()),
        0);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().reloads, 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().lines, 7, kPatience);
}

void TestOpenedFile::file_thatVanishes_staysReadable()
{
    put(m_path, lines(3));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QVERIFY(QFile::remove(m_path));
    QTRY_VERIFY_WITH_TIMEOUT(file.state().vanished, kPatience);
    QCOMPARE(file.state().phase, Phase::Ready);
    QCOMPARE(lineOf(file, 2), QByteArray("{\"resourceType\":\"Patient\",\"id\":\"2\"}"));
    put(m_path, lines(5));
    QTRY_COMPARE_WITH_TIMEOUT(file.state().lines, 5, kPatience);
    QVERIFY(!file.state().vanished);
}

void TestOpenedFile::file_thatGrewByAnotherText_isReadAnew()
{
    put(m_path, "old\nold\n");
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    put(m_path, "new text\nin place\n", QIODevice::ReadWrite);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().reloads, 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    QCOMPARE(lineOf(file, 0), QByteArray("new text"));
}

void TestOpenedFile::find_deliversHitsAndCancels()
{
    put(m_path, lines(100'000));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    BackgroundFind find;
    QSignalSpy added(&find, &BackgroundFind::hitsAdded);
    find.start(file.reader(), file.state().textBytes, {QStringLiteral("7\"}"), false, true, false});
    QVERIFY(find.state().running);
    QTRY_VERIFY_WITH_TIMEOUT(!find.state().running, kPatience);
    QCOMPARE(find.state().hitCount, 10'000);
    QCOMPARE(find.state().progress, 1.0);
    QCOMPARE(find.hits().at(1).line.value, 17);
    QVERIFY(!added.isEmpty());
    find.start(file.reader(), file.state().textBytes, {QStringLiteral("id"), false, true, false});
    find.cancel();
    QVERIFY(!find.state().running && find.state().cancelled);
    const auto count = find.state().hitCount;
    QTest::qWait(100);
    QCOMPARE(find.state().hitCount, count); // cancel stays cancelled
}

void TestOpenedFile::find_badExpression_isAState()
{
    put(m_path, lines(1));
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    BackgroundFind find;
    find.start(file.reader(), file.state().textBytes, {QStringLiteral("(a"), true, true, false});
    QVERIFY(!find.state().running);
    QCOMPARE(find.state().problem->code, ErrorCode::InvalidInput);
}

void TestOpenedFile::check_goesOnWhereTheFileGrew()
{
    put(m_path, lines(10) + "bad\n");
    OpenedFile file;
    file.open(m_path);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().phase, Phase::Ready, kPatience);
    BackgroundCheck check;
    check.reset(file.reader(), {});
    check.checkTo(file.state().textBytes);
    QTRY_VERIFY_WITH_TIMEOUT(!check.state().running, kPatience);
    QCOMPARE(check.state().summary.problemCount, 1);
    QCOMPARE(check.state().summary.lines, 11);
    put(m_path, lines(10) + "[]\n", QIODevice::Append);
    QTRY_COMPARE_WITH_TIMEOUT(file.state().lines, 22, kPatience);
    check.checkTo(file.state().textBytes);
    QTRY_VERIFY_WITH_TIMEOUT(!check.state().running, kPatience);
    QCOMPARE(check.state().summary.problemCount, 2);
    QCOMPARE(check.state().summary.problems.last().line.shown(), 22);
    QCOMPARE(check.state().summary.byKind.value(ProblemKind::DuplicateId), 10);
}

QTEST_GUILESS_MAIN(TestOpenedFile)
#include "tst_opened_file.moc"
