// SPDX-License-Identifier: Apache-2.0
#include "ndjson/file_session.h"
#include "ndjson/hit_lines.h"
#include "ndjson/line_density.h"
#include "ndjson/line_saver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ndjson;

/// Lines taken out of a file: saved as they are, filtered to the hits, told roughly where they lie.
class TestLineSaver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lines_areSavedByteForByte();
    void hits_areSavedAlone();
    void source_isNeverWrittenOver();
    void missingFolder_isSaid();
    void stoppedSave_leavesNothing();
    void filter_showsHitsWithTheirNumbers();
    void density_keepsPlacesWhateverTheLength();

private:
    std::shared_ptr<FileSession> open(const QByteArray &bytes);
    QByteArray saved() const;
    std::vector<Hit> hitsOf(const FileSession &session, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
};

void TestLineSaver::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(QStringLiteral("saved.ndjson"));
}

std::shared_ptr<FileSession> TestLineSaver::open(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(QStringLiteral("a.ndjson")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    file.close();
    auto session = FileSession::open(file.fileName());
    if (!session || !(*session)->index([] {}, {}))
        qFatal("cannot open");
    return *session;
}

QByteArray TestLineSaver::saved() const
{
    QFile file(m_target);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

std::vector<Hit> TestLineSaver::hitsOf(const FileSession &session, const QString &text)
{
    const auto pattern = SearchPattern::compile({text, false, true, false});
    std::vector<Hit> hits;
    findInFile(session.reader()->file(), session.extent().bytes, *pattern,
        [&hits](const FindBatch &batch) { hits.insert(hits.end(), batch.hits.begin(), batch.hits.end()); },
        {});
    return hits;
}

void TestLineSaver::lines_areSavedByteForByte()
{
    const auto session = open("one\r\ntwo \xFF\n\nfour 1.10\nopen");
    const auto save = [&](int first, int last) {
        const auto count = saveLines(*session->reader(), {first}, {last}, m_target);
        return count ? *count : -1;
    };
    QCOMPARE(save(0, 0), 1);
    QCOMPARE(saved(), QByteArray("one\r\n"));
    QCOMPARE(save(0, 3), 4);
    QCOMPARE(saved(), QByteArray("one\r\ntwo \xFF\n\nfour 1.10\n"));
    QCOMPARE(save(3, 4), 2);
    QCOMPARE(saved(), QByteArray("four 1.10\nopen\n")); // a line of NDJSON ends (BD-161)
    QCOMPARE(QFile::permissions(m_target) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), 0);
    QCOMPARE(save(9, 9), -1);
}

void TestLineSaver::hits_areSavedAlone()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += "line " + QByteArray::number(i) + "\n";
    const auto session = open(bytes);
    const auto hits = hitsOf(*session, QStringLiteral("77"));
    QCOMPARE(hits.size(), 19U);
    const auto count = saveHits(*session->reader(), hits, m_target);
    QVERIFY(count);
    QCOMPARE(*count, 19);
    QCOMPARE(saved().count('\n'), 19);
    QVERIFY(saved().startsWith("line 77\nline 177\n"));
}

void TestLineSaver::source_isNeverWrittenOver()
{
    const auto session = open("one\ntwo\n");
    const QString own = m_folder->filePath(QStringLiteral("a.ndjson"));
    const QString other = m_folder->filePath(QStringLiteral("link.ndjson"));
    QVERIFY(QFile::link(own, other));
    for (const QString &path : {own, other}) {
        const auto refused = saveLines(*session->reader(), {0}, {0}, path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
    }
    QFile file(own);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one\ntwo\n"));
}

void TestLineSaver::missingFolder_isSaid()
{
    const auto session = open("one\n");
    const auto refused =
        saveLines(*session->reader(), {0}, {0}, m_folder->filePath(QStringLiteral("none/x.ndjson")));
    QVERIFY(!refused);
    QVERIFY(!refused.error().next.isEmpty());
}

void TestLineSaver::stoppedSave_leavesNothing()
{
    const auto session = open(QByteArray("line\n").repeated(1000));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(saveLines(*session->reader(), {0}, {999}, m_target, stop.get_token()));
    QCOMPARE(saved(), QByteArray("nothing"));
}

void TestLineSaver::filter_showsHitsWithTheirNumbers()
{
    QByteArray bytes;
    for (int i = 0; i < 500; ++i)
        bytes += "line " + QByteArray::number(i)
            + (i % 100 == 7 ? " long" + QByteArray(10'000, 'x') : QByteArray()) + "\r\n";
    const auto session = open(bytes + "line 500 long");
    auto hits = hitsOf(*session, QStringLiteral("long"));
    const HitLines lines(session->reader(), hits);
    QCOMPARE(lines.lineCount(), 6);
    const auto shown = lines.lines({1}, 100, {0, 8});
    QCOMPARE(shown.size(), 5);
    QCOMPARE(shown.first().number.value, 107);
    QCOMPARE(shown.first().bytes, QByteArray("line 107"));
    QCOMPARE(shown.first().length, 10'013);
    QVERIFY(!shown.last().ended);
    QCOMPARE(lines.numberOf(2).value, 207);
    QCOMPARE(lines.rowOf({207}), 2);
    QCOMPARE(lines.rowOf({208}), 3); // the next one
    QCOMPARE(lines.rowOf({100'000}), 5);
    hits.clear();
    QCOMPARE(lines.lineCount(), 0);
    QCOMPARE(lines.lines({0}, 10, {}).size(), 0);
    QCOMPARE(lines.numberOf(0).value, -1);
}

void TestLineSaver::density_keepsPlacesWhateverTheLength()
{
    LineDensity density;
    QVERIFY(density.isEmpty());
    const QList<std::int64_t> places{0, 5, 2047, 2048, 1'000'000, 3'000'000'000};
    for (const std::int64_t line : places)
        density.add({line});
    for (const std::int64_t line : places)
        QVERIFY(density.has(line / density.linesPerStretch()));
    QVERIFY(!density.has(2'000'000'000 / density.linesPerStretch()));
}

QTEST_GUILESS_MAIN(TestLineSaver)
#include "tst_line_saver.moc"
