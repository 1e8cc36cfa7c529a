// SPDX-License-Identifier: Apache-2.0
#include "shell/tour.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace waybill;
using namespace waybill::ui;

namespace {

void write(const QString &path, const QByteArray &bytes = "x")
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QJsonObject reportIn(const QString &directory)
{
    QFile file(directory + QStringLiteral("/tour.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

TourStep step(const QString &name, bool works)
{
    TourStep made;
    made.name = name;
    made.doing = name;
    made.patience = std::chrono::seconds{0};
    made.seen = [works] { return works ? std::optional<QString>(QStringLiteral("seen")) : std::nullopt; };
    return made;
}

} // namespace

class TestTour : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewOrEmptyFolderIsTakenAsItIs()
    {
        const QTemporaryDir dir;
        QVERIFY(makeRoomForTour(dir.path()));
        QVERIFY(makeRoomForTour(dir.filePath(QStringLiteral("not-there-yet"))));
    }

    void aFolderWithOtherThingsIsRefusedAndLeftAlone()
    {
        const QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("thesis.odt")));
        const auto room = makeRoomForTour(dir.path());
        QVERIFY(!room);
        QCOMPARE(room.error().code, ErrorCode::InvalidInput);
        QCOMPARE(room.error().where, dir.path());
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("thesis.odt"))));
    }

    void whatAnEarlierTourLeftGoesAndNothingElse()
    {
        const QTemporaryDir dir;
        const QStringList gone{QStringLiteral("01-welcome.png"), QStringLiteral("runner.log"),
            QStringLiteral("home/state/store.sqlite"), QStringLiteral("waybill/waybill.json")};
        const QStringList kept{QStringLiteral("notes.txt"), QStringLiteral("holiday.png")};
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("home/state")));
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("waybill")));
        for (const QString &name : gone + kept + QStringList{QStringLiteral("tour.json")})
            write(dir.filePath(name));
        QVERIFY(makeRoomForTour(dir.path()));
        for (const QString &name : gone)
            QVERIFY2(!QFile::exists(dir.filePath(name)), qPrintable(name));
        for (const QString &name : kept)
            QVERIFY2(QFile::exists(dir.filePath(name)), qPrintable(name));
    }

    void aTourThatWasCutShortLeavesAFolderForTheNextOne()
    {
        const QTemporaryDir dir;
        QWidget window;
        Tour tour(window, dir.path(), {step(QStringLiteral("first"), true)});
        tour.start();
        QCOMPARE(reportIn(dir.path()).value(QStringLiteral("verified")), QJsonValue(false));
        QVERIFY(makeRoomForTour(dir.path()));
    }

    void everyStepIsSeenAndPictured()
    {
        const QTemporaryDir dir;
        QWidget window;
        window.resize(40, 30);
        Tour tour(
            window, dir.path(), {step(QStringLiteral("first"), true), step(QStringLiteral("second"), true)});
        QSignalSpy finished(&tour, &Tour::finished);
        tour.start();
        QVERIFY(finished.wait());
        QVERIFY(finished.first().at(0).toBool());
        QCOMPARE(reportIn(dir.path()).value(QStringLiteral("verified")), QJsonValue(true));
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("01-first.png"))));
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("02-second.png"))));
    }

    void theTourEndsAtTheFirstStepThatIsNotSeen()
    {
        const QTemporaryDir dir;
        QWidget window;
        window.resize(40, 30);
        bool reached = false;
        TourStep last = step(QStringLiteral("last"), true);
        last.act = [&reached] { reached = true; };
        Tour tour(window, dir.path(), {step(QStringLiteral("lost"), false), last});
        QSignalSpy finished(&tour, &Tour::finished);
        tour.start();
        QVERIFY(finished.wait());
        QVERIFY(!finished.first().at(0).toBool());
        QVERIFY(!reached);
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("01-lost-not-verified.png"))));
    }
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
