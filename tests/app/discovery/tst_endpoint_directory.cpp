// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_cache.h"
#include "discovery/directory_import.h"
#include "support/quoted.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::quoted;

namespace {

EndpointDirectory directory(int from, int count, const QByteArray &suffix = {})
{
    QByteArray csv = "name,url,city,state,zip,status,alias\n";
    for (int i = from; i < from + count; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "Caf\xC3\xA9 &amp; Clinic " + n + suffix + ",https://fhir4.eclinicalworks.com/fhir/r4/P" + n
            + ",Duluth,MN,55802,active,Old Name\n";
    }
    auto list = importDirectory(csv, {QStringLiteral("list.csv"), QStringLiteral("2026-06-24T03:14:07Z")});
    if (!list)
        qFatal("the fixture is wrong");
    return *list;
}

} // namespace

/// The list as a value: refreshing it, and keeping the last good one.
class TestEndpointDirectory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefreshTellsWhatCameAndWent() // EC-028
    {
        auto after = directory(1, 10);
        after.entries[0].rawName = QStringLiteral("Renamed");
        const auto change = acceptRefresh(directory(0, 10), after);
        QVERIFY(change);
        QCOMPARE(change->added, QStringList{QStringLiteral("P10")});
        QCOMPARE(change->removed, QStringList{QStringLiteral("P0")});
        QCOMPARE(change->changed, QStringList{QStringLiteral("P1")});
    }

    void aMuchShorterListIsRefused_data() // EC-028: more than 20 %
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("one less") << 99 << true;
        QTest::newRow("just 20 % less") << 80 << true;
        QTest::newRow("more than 20 % less") << 79 << false;
        QTest::newRow("one left") << 1 << false;
        QTest::newRow("longer") << 150 << true;
    }
    void aMuchShorterListIsRefused()
    {
        QFETCH(int, count);
        QFETCH(bool, accepted);
        const auto change = acceptRefresh(directory(0, 100), directory(0, count));
        QCOMPARE(change.has_value(), accepted);
        if (accepted)
            return;
        QVERIFY(change.error().what.contains(QString::number(count)));
        QVERIFY(change.error().what.contains(QLatin1String("100")));
        QVERIFY(change.error().next.contains(QLatin1String("kept")));
    }

    void aRepeatedCodeIsOneChange()
    {
        auto after = directory(0, 2);
        after.entries.append(after.entries.first());
        QCOMPARE(changeBetween(directory(0, 2), after).added, QStringList());
    }

    void flagsAreNamed()
    {
        const EntryFlags flags = EntryFlags(EntryFlag::BadAddress) | EntryFlag::TestLike;
        QCOMPARE(flagsOf(flags), QList<EntryFlag>({EntryFlag::TestLike, EntryFlag::BadAddress}));
        for (const EntryFlag flag : flagsOf(EntryFlags(EntryFlags::Int(0x7f))))
            QVERIFY(!flagLabel(flag).isEmpty());
        QCOMPARE(formatName(DirectoryFormat::Lantern), QStringLiteral("Lantern list"));
    }

    void theSavedListIsTheSame() // EC-028, EC-030
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("lists/practices.json"));
        auto list = importDirectory(quoted("[{'name':'Elm &amp; "
                                           "Oak','url':'https://fhir4.healow.com/fhir/r4/"
                                           "ELM1','status':'off','city':'X'},'http://bad.example/r4/B']"),
            {QStringLiteral("host.example/list"), QStringLiteral("2026-06-24T03:14:07Z")});
        QVERIFY(list);
        list->etag = QStringLiteral("W/\"5\"");
        list->entries[0].fhirVersion = QStringLiteral("4.0.1");
        QVERIFY(saveDirectory(*list, path));
        const auto loaded = loadDirectory(path);
        QVERIFY(loaded);
        QCOMPARE(*loaded, *list);

        const auto big = directory(0, 3000);
        QVERIFY(saveDirectory(big, path));
        QCOMPARE(*loadDirectory(path), big);
    }

    void flagsOfAssertedFactsSurvive()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("list.json"));
        const auto list = importDirectory(
            quoted("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Endpoint','id':"
                   "'1','name':'N','address':'https://a.example/x',"
                   "'status':'active','connectionType':{'code':'ihe-xds'},'extension':[{'url':'x/"
                   "endpoint-fhir-version','valueCode':'1.0.2'}]}},"
                   "{'resource':{'resourceType':'Organization','id':'o','name':'O','active':false,"
                   "'endpoint':[{'reference':'Endpoint/1'}]}}]}"),
            {QStringLiteral("s"), {}});
        QVERIFY(list);
        QVERIFY(saveDirectory(*list, path));
        QCOMPARE(loadDirectory(path)->entries, list->entries);
        QCOMPARE(list->hidden, 1);
    }

    void damageIsNamedAndTheOldOneStays()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("list.json"));
        QCOMPARE(loadDirectory(path).error().code, ErrorCode::NotFound);
        QVERIFY(saveDirectory(directory(0, 3), path));

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        for (const qsizetype length : {qsizetype{0}, whole.size() / 2, whole.size() - 1}) {
            QVERIFY(file.resize(0) && file.seek(0));
            file.write(whole.first(length));
            file.flush();
            QCOMPARE(loadDirectory(path).error().code, ErrorCode::ProtocolMismatch);
        }
        const auto unwritable = saveDirectory(directory(0, 3), QStringLiteral("/proc/nowhere/list.json"));
        QVERIFY(!unwritable);
        QCOMPARE(unwritable.error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestEndpointDirectory)
#include "tst_endpoint_directory.moc"
