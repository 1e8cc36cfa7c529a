// SPDX-License-Identifier: Apache-2.0
// The file under the store when things went wrong with it (F-105, reliability 5.23).
#include "practices/migrations.h"
#include "practices/store.h"
#include "practices/store_file.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::practices;

namespace {

const WatermarkKey kKey{QStringLiteral("https://h.example/fhir"), QStringLiteral("g1")};
const QString kValue = QStringLiteral("2026-06-24T03:14:07.000Z");

Result<> fill(const QString &folder)
{
    auto store = Store::open(folder);
    if (!store)
        return failure(store.error());
    return (*store)->moveWatermark(
        kKey, {QStringLiteral("Patient"), kValue, {}, {}}, QStringLiteral("test"), QStringLiteral("test"));
}

void overwrite(const QString &path, const QByteArray &bytes, qint64 at = -1)
{
    QFile file(path);
    QVERIFY(file.open(at < 0 ? QIODevice::WriteOnly | QIODevice::Truncate : QIODevice::ReadWrite));
    if (at >= 0)
        file.seek(at);
    QCOMPARE(file.write(bytes), bytes.size());
}

void sql(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

QStringList damagedIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("waybill.sqlite.damaged-*")});
}

} // namespace

class TestStoreFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void damageIsAnErrorWithoutAGoodCopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no bytes") << QByteArray("");
        QTest::newRow("garbage") << QByteArray(5000, 'x');
        QTest::newRow("half a header") << QByteArray("SQLite for");
        QTest::newRow("header and garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 'x');
        QTest::newRow("header and zeros") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\0');
    }
    void damageIsAnErrorWithoutAGoodCopy()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        overwrite(storePath(folder.path()), bytes);
        const auto store = Store::open(folder.path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Storage);
        QFile file(storePath(folder.path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes); // untouched: somebody may still rescue it
        QVERIFY(!Store::open(folder.path())); // and it stays an error
    }

    void damageGivesWayToTheLastGoodCopy_data() { damageIsAnErrorWithoutAGoodCopy_data(); }
    void damageGivesWayToTheLastGoodCopy()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        QVERIFY(Store::keepGoodCopy(folder.path()));
        overwrite(storePath(folder.path()), bytes);
        {
            const auto store = Store::open(folder.path());
            QVERIFY2(store, qPrintable(store ? QString() : describe(store.error())));
            QVERIFY((*store)->notice());
            QCOMPARE((*store)->watermarks(kKey)->first().value, kValue);
            QCOMPARE(damagedIn(folder.path()).size(), 1);
        }
        const auto again = Store::open(folder.path());
        QVERIFY(again);
        QVERIFY(!(*again)->notice()); // said once
    }

    void aVanishedFileIsNotAnEmptyOne()
    {
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        QVERIFY(Store::keepGoodCopy(folder.path()));
        QVERIFY(QFile::remove(storePath(folder.path())));
        const auto store = Store::open(folder.path());
        QVERIFY(store);
        QVERIFY((*store)->notice());
        QCOMPARE((*store)->watermarks(kKey)->first().value, kValue);
    }

    void noFlippedByteMakesItSilentlyEmpty()
    {
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        QFile original(storePath(folder.path()));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray good = original.readAll();
        QRandomGenerator random(1);
        for (int round = 0; round < 150; ++round) {
            QByteArray bad = good;
            for (int flips = 0; flips < 20; ++flips)
                bad[random.bounded(bad.size())] = static_cast<char>(random.bounded(256));
            const QTemporaryDir other;
            overwrite(storePath(other.path()), bad);
            const auto store = Store::open(other.path());
            if (!store)
                continue; // said so
            const auto marks = (*store)->watermarks(kKey);
            QVERIFY2(!marks || !marks->isEmpty(), qPrintable(QString::number(round)));
        }
    }

    void aNewerFileIsLeftAlone() // F-105, F-120
    {
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        sql(storePath(folder.path()), QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion() + 1));
        const auto store = Store::open(folder.path());
        QVERIFY(!store);
        QVERIFY(store.error().what.contains(QStringLiteral("newer")));
        QVERIFY(damagedIn(folder.path()).isEmpty());
    }

    void aFailedMigrationLeavesTheFileAsItWas()
    {
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        // As if of the version before the first: its tables are in the way of the first step.
        sql(storePath(folder.path()), QStringLiteral("PRAGMA user_version=0"));
        QVERIFY(!Store::open(folder.path()));
        sql(storePath(folder.path()), QStringLiteral("PRAGMA user_version=1"));
        const auto store = Store::open(folder.path());
        QVERIFY(store);
        QCOMPARE((*store)->watermarks(kKey)->first().value, kValue);
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const auto store = Store::open(QStringLiteral("/proc/nowhere"));
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Storage);
    }

    void nothingTemporaryIsLeft()
    {
        const QTemporaryDir folder;
        QVERIFY(fill(folder.path()));
        QVERIFY(Store::keepGoodCopy(folder.path()));
        QVERIFY(Store::keepGoodCopy(folder.path()));
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.new-*")}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_store_file.moc"
