// SPDX-License-Identifier: Apache-2.0
#include "presenters/viewer_presenter.h"
#include "support/event_loop_watchdog.h"
#include "support/shared_sample.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace waybill;
using namespace waybill::ui;
using Phase = ndjson::OpenedState::Phase;

namespace {

constexpr int kPatience = 30'000; ///< ms: a busy machine is no failure

QByteArray patients(int count, int from = 0)
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

/// The presenter with what a view would do: a requested line becomes the current one.
struct Viewer {
    ViewerPresenter presenter;
    Viewer()
    {
        QObject::connect(&presenter, &ViewerPresenter::lineRequested, &presenter,
            [this](LineNumber line) { presenter.setCurrentLine(line); });
    }
    const ViewerState &state() const { return presenter.state(); }
    bool ready() const { return state().opened.phase == Phase::Ready && !state().checking; }
    bool found() const { return !state().find.running; }
};

} // namespace

class TestViewerPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void file_opensIndexesAndIsChecked();
    void files_canBeChosen();
    void folder_groupsFilesByType();
    void emptyFolder_isSaid();
    void line_showsItsTree();
    void badLine_saysWhere();
    void longLine_isParsedAside();
    void goToLine_staysInside();
    void hits_goRound();
    void search_followsAFileThatWasNotReadYet();
    void badExpression_isInTheState();
    void problems_areGoneThrough();
    void arrayFile_isSaidToBeNoNdjson();
    void growingFile_isFollowed();
    void search_goesOnWhereTheFileGrows();
    void attachment_isSavedDecoded();
    void danglingReferences_areNotesOnceTheRunWasCounted();
    void openLine_isReadAgainWhenItEnds();
    void changedFile_forgetsWhatWasKnown();
    void close_forgetsEverything();
    void reference_isFollowedAndBack();
    void reference_thatLeadsNowhereIsSaid();
    void sample_opensAsAFolder();
    void sample_referencesAreFollowed();
    void pathSearch_findsValues();
    void searchTabs_keepTheirExpressions();
    void filter_showsOnlyHits();
    void marks_stayWithTheirFile();
    void typedPlace_isALineOrAnId();
    void selectedLines_areSaved();
    void window_neverStalls();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestViewerPresenter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("Patient.ndjson"));
}

void TestViewerPresenter::file_opensIndexesAndIsChecked()
{
    put(m_path, patients(1000) + "bad\n{\"resourceType\":\"Group\",\"id\":\"g\"}\n" + patients(1));
    Viewer viewer;
    QSignalSpy sources(&viewer.presenter, &ViewerPresenter::sourceChanged);
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().opened.lines, 1003);
    QCOMPARE(viewer.state().problemCount, 2); // not JSON, and a Group in a file called Patient
    QCOMPARE(viewer.state().noteCount, 1); // a duplicate id
    QVERIFY(viewer.state().looksLikeNdjson);
    QVERIFY(viewer.state().remarks.isEmpty());
    QVERIFY(!sources.isEmpty());
    const auto mark = [&viewer](std::int64_t line) {
        return viewer.presenter.markOf(viewer.presenter.lines()->lines({line}, 1, {}).first()).kind;
    };
    QCOMPARE(mark(0), ndjson::LineMark::Kind::Good);
    QCOMPARE(mark(1000), ndjson::LineMark::Kind::Problem);
    QCOMPARE(mark(1001), ndjson::LineMark::Kind::Problem);
}

void TestViewerPresenter::files_canBeChosen()
{
    put(m_path, patients(5));
    const QString other = m_folder->filePath(QStringLiteral("Other.ndjson"));
    put(other, patients(9));
    Viewer viewer;
    viewer.presenter.openFiles({m_path, other});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().files.size(), 2);
    QCOMPARE(viewer.state().opened.lines, 5);
    viewer.presenter.chooseFile(1);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().opened.lines, 9, kPatience);
    QCOMPARE(viewer.state().chosen, 1);
    viewer.presenter.chooseFile(7);
    QCOMPARE(viewer.state().chosen, 1);
}

void TestViewerPresenter::folder_groupsFilesByType()
{
    QDir(m_folder->path()).mkdir(QStringLiteral("error"));
    put(m_folder->filePath(QStringLiteral("002.Patient.ndjson")), patients(1));
    put(m_folder->filePath(QStringLiteral("001.Condition.ndjson")), patients(1));
    put(m_folder->filePath(QStringLiteral("error/001.OperationOutcome.ndjson")), patients(1));
    put(m_folder->filePath(QStringLiteral("log.ndjson")), "{}\n");
    put(m_folder->filePath(QStringLiteral("run.json")), "{}\n");
    Viewer viewer;
    viewer.presenter.openRunFolder(m_folder->path());
    QStringList names;
    for (const flows::RunFile &file : viewer.state().files)
        names.append(file.name + QLatin1Char(' ') + file.type);
    QCOMPARE(names,
        (QStringList{QStringLiteral("001.Condition.ndjson Condition"),
            QStringLiteral("002.Patient.ndjson Patient"),
            QStringLiteral("error/001.OperationOutcome.ndjson OperationOutcome")}));
    QCOMPARE(viewer.state().chosen, 0);
    QVERIFY(!viewer.state().folder.contains(QLatin1Char('/')));
}

void TestViewerPresenter::emptyFolder_isSaid()
{
    Viewer viewer;
    viewer.presenter.openFiles({m_folder->path()});
    QCOMPARE(viewer.state().opened.phase, Phase::Failed);
    QCOMPARE(viewer.state().opened.problem->code, ErrorCode::NotFound);
}

void TestViewerPresenter::line_showsItsTree()
{
    put(m_path, "{\"resourceType\":\"Patient\",\"id\":\"1\",\"n\":1.10}\r\n" + patients(3));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QSignalSpy trees(&viewer.presenter, &ViewerPresenter::treeChanged);
    viewer.presenter.setCurrentLine({0});
    QCOMPARE(trees.size(), 1);
    const auto tree = viewer.presenter.tree();
    QCOMPARE(tree->raw(tree->children(0)[2]), QByteArrayView("1.10"));
    QCOMPARE(viewer.state().currentLength, 44);
    QCOMPARE(viewer.state().treeProblem, QString());
    viewer.presenter.setCurrentLine({0});
    QCOMPARE(trees.size(), 1); // the same line: nothing happens
}

void TestViewerPresenter::badLine_saysWhere()
{
    put(m_path, "{\"a\":1,}\n{\"a\":1}{\n\n{\"open\":");
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({0});
    QVERIFY2(viewer.state().treeProblem.contains(QStringLiteral("byte 8")),
        qPrintable(viewer.state().treeProblem));
    viewer.presenter.setCurrentLine({1});
    QVERIFY2(viewer.state().treeProblem.contains(QStringLiteral("byte 8")),
        qPrintable(viewer.state().treeProblem));
    viewer.presenter.setCurrentLine({2});
    QVERIFY(!viewer.state().treeProblem.isEmpty());
    viewer.presenter.setCurrentLine({3});
    QVERIFY(viewer.state().treeProblem.contains(QStringLiteral("not finished")));
}

void TestViewerPresenter::longLine_isParsedAside()
{
    put(m_path, "{\"a\":[" + QByteArray("1,").repeated(100'000) + "1]}\n" + patients(1));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({0});
    QVERIFY(viewer.state().treeLoading);
    QVERIFY(!viewer.presenter.tree());
    QTRY_VERIFY_WITH_TIMEOUT(!viewer.state().treeLoading, kPatience);
    QCOMPARE(viewer.presenter.tree()->size(), 100'003);
    viewer.presenter.setCurrentLine({1});
    viewer.presenter.setCurrentLine({0});
    viewer.presenter.setCurrentLine({1}); // a late tree of another line must not come
    QTest::qWait(100);
    QCOMPARE(viewer.presenter.tree()->rootText("id"), QStringLiteral("0"));
}

void TestViewerPresenter::goToLine_staysInside()
{
    put(m_path, patients(10));
    Viewer viewer;
    viewer.presenter.goToLine(5); // nothing is open: nothing happens
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.goToLine(7);
    QCOMPARE(viewer.state().currentLine, 6);
    viewer.presenter.goToLine(4'000'000'000);
    QCOMPARE(viewer.state().currentLine, 9);
    viewer.presenter.goToLine(-3);
    QCOMPARE(viewer.state().currentLine, 0);
}

void TestViewerPresenter::hits_goRound()
{
    put(m_path, patients(100));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.nextHit(); // no search: nothing happens
    viewer.presenter.previousHit();
    viewer.presenter.setCurrentLine({50});
    viewer.presenter.find({QStringLiteral("3\"}"), false, true, false});
    QVERIFY(viewer.presenter.pattern());
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    QCOMPARE(viewer.state().find.hitCount, 10);
    viewer.presenter.nextHit();
    QCOMPARE(viewer.state().currentLine, 53);
    QCOMPARE(viewer.state().currentHit, 5);
    for (int i = 0; i < 5; ++i)
        viewer.presenter.nextHit();
    QCOMPARE(viewer.state().currentLine, 3); // round the end
    viewer.presenter.previousHit();
    QCOMPARE(viewer.state().currentLine, 93);
    viewer.presenter.setCurrentLine({4});
    QCOMPARE(viewer.state().currentHit, -1);
    viewer.presenter.find({});
    QCOMPARE(viewer.state().find.hitCount, 0);
    QVERIFY(!viewer.presenter.pattern());
}

void TestViewerPresenter::search_followsAFileThatWasNotReadYet()
{
    put(m_path, patients(60'000));
    Viewer viewer;
    bool asked = false;
    connect(&viewer.presenter, &ViewerPresenter::linesGrew, &viewer.presenter, [&] {
        if (!asked)
            viewer.presenter.find({QStringLiteral("99\"}"), false, true, false});
        asked = true;
    });
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready() && asked && viewer.found(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().find.hitCount, 600, kPatience);
}

void TestViewerPresenter::badExpression_isInTheState()
{
    put(m_path, patients(3));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.find({QStringLiteral("(a"), true, true, false});
    QCOMPARE(viewer.state().find.problem->code, ErrorCode::InvalidInput);
    QVERIFY(!viewer.presenter.pattern());
}

void TestViewerPresenter::problems_areGoneThrough()
{
    put(m_path, patients(10) + "bad\n" + patients(10, 10) + "[]\n" + patients(1, 50));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.nextProblem();
    QCOMPARE(viewer.state().currentLine, 10);
    viewer.presenter.nextProblem();
    QCOMPARE(viewer.state().currentLine, 21);
    viewer.presenter.nextProblem();
    QCOMPARE(viewer.state().currentLine, 10);
}

// F-093
void TestViewerPresenter::arrayFile_isSaidToBeNoNdjson()
{
    put(m_path, "[\n  {\"a\": 1}\n]\n");
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QVERIFY(!viewer.state().looksLikeNdjson);
    QCOMPARE(viewer.state().remarks.size(), 1);
    QCOMPARE(viewer.state().opened.lines, 3); // shown nevertheless
}

void TestViewerPresenter::growingFile_isFollowed()
{
    put(m_path, patients(10));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({4});
    const auto source = viewer.presenter.lines();
    put(m_path, patients(5, 10) + "{}\n", QIODevice::Append);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().opened.lines, 16, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().problemCount, 1, kPatience);
    QCOMPARE(viewer.presenter.lines(), source);
    QCOMPARE(viewer.state().currentLine, 4);
}

void TestViewerPresenter::search_goesOnWhereTheFileGrows()
{
    put(m_path, patients(20) + "{\"resourceType\":\"Patient\",\"id\":\"7");
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.find({QStringLiteral("\"id\":\"7"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    QCOMPARE(viewer.state().find.hitCount, 2); // also in the open line
    viewer.presenter.setFiltered(true);
    viewer.presenter.setCurrentLine({7});
    put(m_path, "7\"}\n" + patients(60, 20), QIODevice::Append);
    QTRY_VERIFY_WITH_TIMEOUT(
        viewer.ready() && viewer.found() && viewer.state().opened.lines == 81, kPatience);
    QCOMPARE(viewer.state().find.hitCount, 12); // 7, 77 and 70 to 79
    QCOMPARE(viewer.presenter.hits().hits().size(), 12U);
    QVERIFY(viewer.state().filtered); // nothing began anew
    QCOMPARE(viewer.state().currentLine, 7);
    QCOMPARE(viewer.presenter.shownLines()->lineCount(), 12);
    QCOMPARE(viewer.presenter.hits().hits().at(1).line.value, 20);
}

void TestViewerPresenter::attachment_isSavedDecoded()
{
    put(m_path,
        "{\"resourceType\":\"DocumentReference\",\"id\":\"1\",\"content\":[{\"attachment\":{\"contentType\":"
        "\"text/"
        "plain\",\"data\":\"SGVs "
        "bG8g\\/w==\"}},{\"attachment\":{\"contentType\":\"image/png\",\"data\":\"!\"}}]}\n");
    const QString target = m_folder->filePath(QStringLiteral("out.txt"));
    Viewer viewer;
    QSignalSpy saved(&viewer.presenter, &ViewerPresenter::attachmentSaved);
    QSignalSpy failed(&viewer.presenter, &ViewerPresenter::saveFailed);
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({0});
    QCOMPARE(viewer.state().attachments.size(), 2);
    QCOMPARE(ndjson::nameFor(viewer.state().attachments.at(1), {0}), QStringLiteral("attachment-line-1.png"));
    viewer.presenter.saveAttachment(0, target);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kPatience);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("Hello \xFF"));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), 0);
    viewer.presenter.saveAttachment(1, target); // no base64
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
    viewer.presenter.setHidden(true);
    viewer.presenter.saveAttachment(0, target);
    QCOMPARE(failed.size(), 2);
    viewer.presenter.saveAttachment(7, target);
    QCOMPARE(saved.size(), 1);
}

void TestViewerPresenter::danglingReferences_areNotesOnceTheRunWasCounted()
{
    put(m_folder->filePath(QStringLiteral("001.Patient.ndjson")), patients(3));
    put(m_folder->filePath(QStringLiteral("002.Condition.ndjson")),
        "{\"resourceType\":\"Condition\",\"id\":\"1\",\"subject\":{\"reference\":\"Patient/1\"}}\n"
        "{\"resourceType\":\"Condition\",\"id\":\"2\",\"subject\":{\"reference\":\"Patient/99\"}}\n");
    Viewer viewer;
    viewer.presenter.openRunFolder(m_folder->path());
    viewer.presenter.chooseFile(0); // Condition comes before Patient
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().noteCount, 0);
    viewer.presenter.overview().start();
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().noteCount, 1, kPatience);
    QCOMPARE(viewer.presenter.notes().first().kind, ndjson::ProblemKind::DanglingReference);
    QVERIFY(!viewer.presenter.notes().first().message.contains(QStringLiteral("99")));
    viewer.presenter.nextProblem();
    QCOMPARE(viewer.state().currentLine, 1);
    viewer.presenter.chooseFile(1);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready() && viewer.state().opened.lines == 3, kPatience);
    QCOMPARE(viewer.state().noteCount, 0);
}

void TestViewerPresenter::openLine_isReadAgainWhenItEnds()
{
    put(m_path, patients(2) + "{\"resourceType\":\"Patient\",");
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({2});
    QVERIFY(viewer.state().treeProblem.contains(QStringLiteral("not finished")));
    put(m_path, "\"id\":\"z\"}\n", QIODevice::Append);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().treeProblem, QString(), kPatience);
    QCOMPARE(viewer.presenter.tree()->rootText("id"), QStringLiteral("z"));
}

// F-098
void TestViewerPresenter::changedFile_forgetsWhatWasKnown()
{
    put(m_path, patients(10) + "bad\n");
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().problemCount, 1);
    const auto source = viewer.presenter.lines();
    viewer.presenter.setCurrentLine({2});
    viewer.presenter.find({QStringLiteral("\"1\""), false, true, false});
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().find.hitCount, 1, kPatience);
    put(m_path, patients(3) + patients(2));
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().opened.reloads == 1 && viewer.ready(), kPatience);
    QCOMPARE(viewer.state().opened.lines, 5);
    QCOMPARE(viewer.state().currentLine, 2); // the place is kept, and what is looked for
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().find.hitCount, 2, kPatience);
    QCOMPARE(viewer.state().problemCount, 0);
    QVERIFY(viewer.presenter.lines() != source);
}

void TestViewerPresenter::close_forgetsEverything()
{
    put(m_path, patients(10));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.find({QStringLiteral("id"), false, true, false});
    viewer.presenter.setCurrentLine({4});
    viewer.presenter.close();
    ViewerState nothing;
    nothing.searches = {ndjson::FindOptions{}}; // one tab, empty
    QCOMPARE(viewer.state(), nothing);
    QVERIFY(!viewer.presenter.lines());
    QVERIFY(!viewer.presenter.tree());
}

void TestViewerPresenter::reference_isFollowedAndBack()
{
    // The id stands in other lines too, as a reference and as the id of another type.
    put(m_path,
        patients(500) + "{\"resourceType\":\"Group\",\"id\":\"p77\"}\n"
            + "{\"resourceType\":\"Patient\",\"id\":\"p77\"}\n" + patients(3, 600));
    put(m_folder->filePath(QStringLiteral("Condition.ndjson")),
        patients(2)
            + "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p77\"},"
              "\"evidence\":[{\"id\":\"p77\"}]}\n");
    Viewer viewer;
    viewer.presenter.openRunFolder(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    const int condition = viewer.state().chosen;
    QCOMPARE(viewer.state().files.at(condition).type, QStringLiteral("Condition"));
    viewer.presenter.setCurrentLine({2});
    QVERIFY(!viewer.state().summary.isEmpty());
    QCOMPARE(viewer.state().summary.first().reference, QStringLiteral("Patient/p77"));
    viewer.presenter.follow(QStringLiteral("Patient/p77"));
    QVERIFY(viewer.state().following);
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().currentLine, 501, kPatience);
    QCOMPARE(viewer.state().files.at(viewer.state().chosen).type, QStringLiteral("Patient"));
    QVERIFY(viewer.state().canGoBack && !viewer.state().following);
    viewer.presenter.goBack();
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().currentLine, 2, kPatience);
    QCOMPARE(viewer.state().chosen, condition);
    QVERIFY(!viewer.state().canGoBack);
    viewer.presenter.goBack(); // nowhere to go
    QCOMPARE(viewer.state().currentLine, 2);
}

void TestViewerPresenter::reference_thatLeadsNowhereIsSaid()
{
    put(m_path, patients(3));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setCurrentLine({1});
    viewer.presenter.follow(QStringLiteral("Patient/99"));
    QTRY_VERIFY_WITH_TIMEOUT(!viewer.state().following, kPatience);
    QVERIFY(viewer.state().followNote.contains(QStringLiteral("Patient/99")));
    QCOMPARE(viewer.state().currentLine, 1);
    QVERIFY(!viewer.state().canGoBack);
    viewer.presenter.follow(QStringLiteral("#contained")); // nothing to look for
    QVERIFY(!viewer.state().following);
}

void TestViewerPresenter::sample_referencesAreFollowed()
{
    const auto sample = support::sharedSample();
    if (!sample)
        return;
    Viewer viewer;
    viewer.presenter.openRunFolder(sample->path());
    for (int index = 0; index < viewer.state().files.size(); ++index) {
        if (viewer.state().files.at(index).type != QLatin1String("Condition"))
            continue;
        viewer.presenter.chooseFile(index);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
        viewer.presenter.setCurrentLine({100});
        const QString reference = viewer.state().summary.value(0).reference;
        QVERIFY(reference.startsWith(QLatin1String("Patient/")));
        viewer.presenter.follow(reference);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.presenter.tree() != nullptr && viewer.state().canGoBack
                && viewer.presenter.tree()->rootText("resourceType") == QLatin1String("Patient")
                && reference.endsWith(viewer.presenter.tree()->rootText("id")),
            kPatience);
        return;
    }
}

void TestViewerPresenter::sample_opensAsAFolder()
{
    const auto sample = support::sharedSample();
    if (!sample)
        return;
    Viewer viewer;
    viewer.presenter.openRunFolder(sample->path());
    QVERIFY(viewer.state().files.size() > 5);
    for (int index = 0; index < viewer.state().files.size(); ++index) {
        viewer.presenter.chooseFile(index);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
        QFile file(viewer.state().files.at(index).path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(viewer.state().opened.lines, bytes.count('\n') + (bytes.endsWith('\n') ? 0 : 1));
        QCOMPARE(viewer.state().problemCount, 0);
        viewer.presenter.setCurrentLine({0});
        QCOMPARE(viewer.presenter.tree()->rootText("resourceType"), viewer.state().files.at(index).type);
        QCOMPARE(viewer.state().treeProblem, QString());
    }
}

void TestViewerPresenter::window_neverStalls()
{
    put(m_path, QByteArray(patients(1000)).repeated(300)); // 300 000 lines, 12 MB
    Viewer viewer;
    support::EventLoopWatchdog watchdog;
    watchdog.start();
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().opened.lines > 0, kPatience);
    viewer.presenter.find({QStringLiteral("\"9"), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready() && viewer.found(), kPatience);
    watchdog.stop();
    QVERIFY2(watchdog.longestWork() <= support::EventLoopWatchdog::kLimit,
        qPrintable(QString::number(watchdog.longestWork().count())));
    QCOMPARE(viewer.state().find.hitCount, 111 * 300);
}

// Issue 5, find: `path op value`, and the value is the hit.
void TestViewerPresenter::pathSearch_findsValues()
{
    put(m_path, patients(500));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.find(
        {QStringLiteral("id ends 77 and resourceType = Patient"), false, false, false, true});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    QCOMPARE(viewer.state().find.hitCount, 5);
    QVERIFY(!viewer.presenter.pattern());
    viewer.presenter.nextHit();
    QCOMPARE(viewer.state().currentLine, 77);
    const auto hit = viewer.presenter.hitsIn({77}, 0, 1000);
    QCOMPARE(hit.size(), 1U);
    QCOMPARE(hit.front().second, 2);
    QVERIFY(viewer.presenter.hitsIn({78}, 0, 1000).empty());
    QCOMPARE(viewer.presenter.hitsIn({77}, hit.front().first + 1, 1000).front(),
        (std::pair<qsizetype, qsizetype>{0, 1}));
    viewer.presenter.find({QStringLiteral("id ends"), false, false, false, true});
    QVERIFY(viewer.state().find.problem);
    QVERIFY(!viewer.state().find.problem->next.isEmpty());
}

void TestViewerPresenter::searchTabs_keepTheirExpressions()
{
    put(m_path, patients(300));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().searches.size(), 1);
    const ndjson::FindOptions first{QStringLiteral("\"7\""), false, true, false};
    const ndjson::FindOptions second{QStringLiteral("id = 8"), false, false, false, true};
    viewer.presenter.find(first);
    viewer.presenter.addSearch();
    QVERIFY(viewer.state().wanted.text.isEmpty());
    QCOMPARE(viewer.state().find.hitCount, 0);
    viewer.presenter.find(second);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    QCOMPARE(viewer.state().find.hitCount, 1);
    viewer.presenter.chooseSearch(0);
    QCOMPARE(viewer.state().wanted, first);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    viewer.presenter.nextHit();
    QCOMPARE(viewer.state().currentLine, 7);
    viewer.presenter.chooseFile(0); // another file keeps them, too
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    QCOMPARE(viewer.state().searches, (QList<ndjson::FindOptions>{first, second}));
    viewer.presenter.closeSearch(0);
    QCOMPARE(viewer.state().wanted, second);
    viewer.presenter.closeSearch(0); // the last one stays
    QCOMPARE(viewer.state().searches.size(), 1);
    viewer.presenter.chooseSearch(4);
    QCOMPARE(viewer.state().search, 0);
}

void TestViewerPresenter::filter_showsOnlyHits()
{
    put(m_path, patients(500));
    Viewer viewer;
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.setFiltered(true); // nothing is looked for
    QVERIFY(!viewer.state().filtered);
    viewer.presenter.find({QStringLiteral("7\""), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    viewer.presenter.setCurrentLine({100});
    viewer.presenter.setFiltered(true);
    QVERIFY(viewer.state().filtered);
    QCOMPARE(viewer.presenter.shownLines()->lineCount(), 50);
    QCOMPARE(viewer.presenter.shownLines()->lines({1}, 1, {}).first().number.value, 17);
    QCOMPARE(viewer.presenter.lines()->lineCount(), 500);
    viewer.presenter.goToLine(28); // a hit: the filter stays
    QVERIFY(viewer.state().filtered);
    viewer.presenter.goToLine(30); // is none: somebody wants to see it
    QVERIFY(!viewer.state().filtered);
    QCOMPARE(viewer.state().currentLine, 29);
    viewer.presenter.setFiltered(true);
    viewer.presenter.setFiltered(false);
    QCOMPARE(viewer.presenter.shownLines()->lineCount(), 500);
    viewer.presenter.setFiltered(true);
    viewer.presenter.find({}); // no hits, no filter
    QVERIFY(!viewer.state().filtered);
    QCOMPARE(viewer.presenter.shownLines()->lineCount(), 500);
}

void TestViewerPresenter::marks_stayWithTheirFile()
{
    put(m_path, patients(50));
    const QString other = m_folder->filePath(QStringLiteral("Other.ndjson"));
    put(other, patients(9));
    Viewer viewer;
    viewer.presenter.openFiles({m_path, other});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    for (const int line : {5, 20, 30}) {
        viewer.presenter.setCurrentLine({line});
        viewer.presenter.toggleMark();
    }
    viewer.presenter.toggleMark(); // 30 again
    QCOMPARE(viewer.state().marks, (std::set<std::int64_t>{5, 20}));
    viewer.presenter.nextMark(1);
    QCOMPARE(viewer.state().currentLine, 5); // round the end
    viewer.presenter.nextMark(-1);
    QCOMPARE(viewer.state().currentLine, 20);
    viewer.presenter.chooseFile(1);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready() && viewer.state().opened.lines == 9, kPatience);
    QVERIFY(viewer.state().marks.empty());
    viewer.presenter.chooseFile(0);
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready() && viewer.state().opened.lines == 50, kPatience);
    QCOMPARE(viewer.state().marks, (std::set<std::int64_t>{5, 20}));
}

void TestViewerPresenter::typedPlace_isALineOrAnId()
{
    put(m_path, patients(200) + "{\"resourceType\":\"Patient\",\"id\":\"ab-7\"}\n");
    const QString groups = m_folder->filePath(QStringLiteral("Group.ndjson"));
    put(groups, "{\"resourceType\":\"Group\",\"id\":\"150\"}\n{\"resourceType\":\"Group\",\"id\":\"g1\"}\n");
    Viewer viewer;
    viewer.presenter.openFiles({m_path, groups});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.goTo(QStringLiteral("1,0"));
    QCOMPARE(viewer.state().currentLine, 9);
    viewer.presenter.goTo(QStringLiteral(" #150 ")); // in the open file first
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().currentLine, 150, kPatience);
    viewer.presenter.goTo(QStringLiteral("ab-7"));
    QTRY_COMPARE_WITH_TIMEOUT(viewer.state().currentLine, 200, kPatience);
    viewer.presenter.goTo(QStringLiteral("g1"));
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().chosen == 1 && viewer.state().currentLine == 1, kPatience);
    viewer.presenter.goBack();
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().chosen == 0 && viewer.state().currentLine == 200, kPatience);
    viewer.presenter.goTo(QStringLiteral("Group/150"));
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().chosen == 1 && viewer.state().currentLine == 0, kPatience);
    viewer.presenter.goTo(QStringLiteral("nobody"));
    QTRY_VERIFY_WITH_TIMEOUT(viewer.state().followNote.contains(QLatin1String("nobody")), kPatience);
}

void TestViewerPresenter::selectedLines_areSaved()
{
    put(m_path, patients(100));
    const QString target = m_folder->filePath(QStringLiteral("saved.ndjson"));
    Viewer viewer;
    QSignalSpy saved(&viewer.presenter, &ViewerPresenter::linesSaved);
    QSignalSpy failed(&viewer.presenter, &ViewerPresenter::saveFailed);
    viewer.presenter.openFiles({m_path});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.ready(), kPatience);
    viewer.presenter.saveLines({3}, {5}, target);
    QVERIFY(viewer.state().saving);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kPatience);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), patients(3, 3));
    viewer.presenter.find({QStringLiteral("7\""), false, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(viewer.found(), kPatience);
    viewer.presenter.setFiltered(true);
    viewer.presenter.saveLines({7}, {27}, target);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 2, kPatience);
    QCOMPARE(saved.last().first().toLongLong(), 3);
    viewer.presenter.saveLines({7}, {27}, m_path); // never over the file itself
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatience);
}

QTEST_GUILESS_MAIN(TestViewerPresenter)
#include "tst_viewer_presenter.moc"
