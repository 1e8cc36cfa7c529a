// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_panel.h"
#include "presenters/viewer_presenter.h"
#include "support/widget_checks.h"
#include "widgets/line_view.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

/// A real file of three thousand million lines, 9 GB: line numbers beyond 2^31 from the disk to the picture.
/// Only where WAYBILL_MANY_LINES names a folder with so much room; it takes some minutes.
class TestManyLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lineBeyondTwoThousandMillion_isReadAndFound();
};

namespace {

constexpr std::int64_t kLines = 3'000'000'000;
constexpr std::int64_t kSpeaking = 20; ///< the last lines say their number
constexpr std::int64_t kWanted = 2'999'999'990; ///< 1-based
constexpr int kPatience = 240'000; ///< ms

bool write(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    constexpr std::int64_t kAtOnce = 1'000'000;
    const QByteArray block = QByteArray("{}\n").repeated(kAtOnce);
    for (std::int64_t left = kLines - kSpeaking; left > 0; left -= kAtOnce) {
        const QByteArray piece = block.first(3 * std::min(left, kAtOnce));
        if (file.write(piece) != piece.size())
            return false;
    }
    for (std::int64_t line = kLines - kSpeaking + 1; line <= kLines; ++line)
        file.write("{\"n\":" + QByteArray::number(static_cast<qlonglong>(line)) + "}\n");
    return file.flush();
}

std::int64_t residentMiB()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    constexpr std::int64_t kPage = 4096;
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * kPage >> 20
                                            : 0;
}

} // namespace

void TestManyLines::lineBeyondTwoThousandMillion_isReadAndFound()
{
    const QString place = qEnvironmentVariable("WAYBILL_MANY_LINES");
    if (place.isEmpty()) {
        qInfo("WAYBILL_MANY_LINES names no folder with 9 GB of room");
        return;
    }
    const QTemporaryDir folder(place + QStringLiteral("/many-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("many.ndjson"));
    QVERIFY(write(path));
    ViewerPresenter presenter;
    ViewerPanel panel(presenter);
    panel.resize(1280, 800);
    panel.show();
    auto *view = panel.findChild<LineView *>();
    QElapsedTimer timer;
    timer.start();
    presenter.openFiles({path});
    QTRY_VERIFY_WITH_TIMEOUT(presenter.state().opened.phase == ndjson::OpenedState::Phase::Ready, kPatience);
    qInfo("indexed in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(presenter.state().opened.lines, kLines);
    presenter.goToLine(kWanted);
    QCOMPARE(view->currentLine().shown(), kWanted);
    QVERIFY(presenter.tree());
    QCOMPARE(presenter.tree()->size(), 2); // the object and its number
    QCOMPARE(presenter.tree()->raw(1), QByteArrayView("2999999990"));
    const auto &shown = view->visibleLines();
    const auto is = [](const ndjson::LineText &line) { return line.number.shown() == kWanted; };
    QCOMPARE(std::count_if(shown.begin(), shown.end(), is), 1);
    support::takePicture(panel, QStringLiteral("viewer-many-lines"));
    timer.start();
    presenter.find({QStringLiteral("299999999[0-9]"), true, true, false});
    QTRY_VERIFY_WITH_TIMEOUT(!presenter.state().find.running, kPatience);
    qInfo("searched in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(presenter.state().find.hitCount, 10);
    presenter.goToLine(1);
    presenter.nextHit();
    QCOMPARE(view->currentLine().shown(), kWanted);
    qInfo("%lld MiB resident", static_cast<long long>(residentMiB()));
    QVERIFY(residentMiB() < 200);
}

QTEST_MAIN(TestManyLines)
#include "tst_many_lines.moc"
