// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest.h"
#include "flows/export_changes.h"
#include "flows/resource_ids.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;

namespace {

const QString kPatient = QStringLiteral("Patient");
const QString kCondition = QStringLiteral("Condition");

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsGoneFromABaselineIsListed() // deletions may never be announced (BD-202)
    {
        ChangesCase given = baseline();
        given.earlier = {{kPatient, {write("b/1", {"a", "b"}), write("d/1", {"c", "b"})}},
            {kCondition, {write("b/2", {"x", "y"})}}};
        given.files = {{kPatient, {write("n/1", {"a"}), write("n/2", {"d"})}},
            {kCondition, {write("n/3", {"x", "y", "z"})}}};
        const auto changes = findChanges(given);
        QVERIFY(changes);
        QCOMPARE(changes->vanished, (QMap<QString, std::int64_t>{{kPatient, 2}})); // b once, although twice
        const QByteArray listed = bytes(given.folder + QStringLiteral("/changes/vanished.ndjson"));
        QVERIFY(listed.contains("{\"resourceType\":\"Patient\",\"id\":\"b\"}"));
        QVERIFY(listed.contains("{\"resourceType\":\"Patient\",\"id\":\"c\"}"));
        QCOMPARE(listed.count('\n'), 2);
        QVERIFY(notesOn(*changes).first().contains(QStringLiteral("2 Patient")));
        QCOMPARE(toJson(*changes)[QLatin1String("vanished")][kPatient].toInt(), 2);
    }

    void aTypeThatIsWhollyGoneIsListedToo()
    {
        ChangesCase given = baseline();
        given.earlier = {{kCondition, {write("b/2", {"x", "y"})}}};
        QCOMPARE(findChanges(given)->vanished.value(kCondition), std::int64_t{2});
    }

    void whatIsDeletedAndExportedIsSaid() // BD-201
    {
        ChangesCase given = baseline();
        given.base = QUrl(QStringLiteral("https://h.example/fhir"));
        given.files = {{kPatient, {write("n/1", {"a", "b"})}}, {kCondition, {write("n/2", {"a"})}}};
        QFile deleted(m_folder->filePath(QStringLiteral("deleted")));
        QVERIFY(deleted.open(QIODevice::WriteOnly));
        deleted.write(
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
            "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/b\"}},"
            "{\"request\":{\"method\":\"DELETE\",\"url\":\"https://h.example/fhir/Condition/z\"}}]}");
        deleted.close();
        given.deleted = {deleted.fileName()};
        const auto changes = findChanges(given);
        QCOMPARE(changes->contradictions, std::int64_t{1});
        QVERIFY(notesOn(*changes).first().contains(QStringLiteral("as deleted")));
        QCOMPARE(toJson(*changes).value(QStringLiteral("deletedAndExported")).toInt(), 1);
    }

    void organizedFilesAreLookedThroughByType() // BD-044, BD-202
    {
        const QString before = writeLines("b/1",
            {"{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"header\"}]}",
                "{\"id\":\"a\",\"resourceType\":\"Patient\"}", "{\"resourceType\":\"Patient\",\"id\":\"b\"}",
                "{\"resourceType\":\"Condition\",\"id\":\"a\"}"});
        const QString now = writeLines("n/1",
            {"{\"resourceType\":\"Patient\",\"id\":\"a\"}", "{\"resourceType\":\"Condition\",\"id\":\"b\"}"});
        const QMap<QString, std::int64_t> gone{{kPatient, 1}, {kCondition, 1}};

        ChangesCase given = withRoster("roster");
        given.isBaseline = true;
        given.earlierMixed = {{kPatient, {before}}, {kCondition, {before}}};
        given.mixedFiles = {now};
        QCOMPARE(findChanges(given)->vanished, gone);
        QCOMPARE(bytes(given.nextRoster), QByteArray("a\n")); // or all would be new the next time

        given.earlierMixed = {{exports::kUnknownType, {before}}}; // an export of all types
        QCOMPARE(findChanges(given)->vanished, gone);

        given.earlierMixed = {};
        given.earlier = {{kPatient, {write("b/2", {"a", "b"})}}}; // the baseline before came by type
        QCOMPARE(findChanges(given)->vanished, (QMap<QString, std::int64_t>{{kPatient, 1}}));

        given.earlier = {};
        given.earlierMixed = {{exports::kUnknownType, {m_folder->filePath(QStringLiteral("nowhere"))}}};
        QCOMPARE(findChanges(given)->notComparable, QStringList{exports::kUnknownType});
    }

    void aDeltaShowsNothingGone() // what did not change is not in it
    {
        ChangesCase given = baseline();
        given.isBaseline = false;
        given.earlier = {{kCondition, {write("b/2", {"x", "y"})}}};
        QVERIFY(findChanges(given)->vanished.isEmpty());
    }

    void earlierFilesThatAreGoneAreSaidAndNotGuessed()
    {
        ChangesCase given = baseline();
        given.earlier = {{kPatient, {m_folder->filePath(QStringLiteral("nowhere"))}}};
        given.files = {{kPatient, {write("n/1", {"a"})}}};
        const auto changes = findChanges(given);
        QVERIFY(changes->vanished.isEmpty());
        QCOMPARE(changes->notComparable, QStringList{kPatient});
        QVERIFY(notesOn(*changes).first().contains(QStringLiteral("cannot be told for Patient")));
    }

    void aNewPatientOfTheGroupIsNoticed() // BD-185
    {
        ChangesCase given = withRoster("roster");
        given.isBaseline = true;
        given.files = {{kPatient, {write("b/1", {"a", "b"})}}};
        QVERIFY(!findChanges(given)->newPatients); // the first baseline: all are new, nobody is missing
        QVERIFY(QFile::rename(given.nextRoster, given.roster)); // the run counted

        given.isBaseline = false;
        given.files = {{kPatient, {write("d/1", {"b", "c"})}}};
        const auto changes = findChanges(given);
        QCOMPARE(changes->newPatients.value_or(-1), std::int64_t{1});
        QCOMPARE(bytes(given.folder + QStringLiteral("/changes/new-patients.ndjson")),
            QByteArray("{\"resourceType\":\"Patient\",\"id\":\"c\"}\n"));
        QVERIFY(notesOn(*changes).first().contains(QStringLiteral("baseline")));
        QFile::remove(given.roster);
        QVERIFY(QFile::rename(given.nextRoster, given.roster));
        QCOMPARE(findChanges(given)->newPatients.value_or(-1), std::int64_t{0}); // told once
    }

    void withoutARosterADeltaTellsNothing()
    {
        ChangesCase given = withRoster("none");
        given.files = {{kPatient, {write("d/1", {"b"})}}};
        QVERIFY(!findChanges(given)->newPatients);
        QVERIFY(!QFile::exists(given.nextRoster));
    }

    void idsAreReadWhereverTheyStand()
    {
        const QString path = m_folder->filePath(QStringLiteral("odd.ndjson"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"contained\":[{\"id\":\"no\"}],\"meta\":{\"id\":\"no\"},\"id\":\"yes\","
                   "\"resourceType\":\"Patient\"}"
                   "\r\n\n"
                   "{\"resourceType\":\"Patient\"}"
                   "\nnot json\n"
                   "{\"id\":7}"
                   "\n"
                   "{\"id\":\"last\"}");
        file.close();
        QStringList ids;
        QVERIFY(forEachId(path, [&ids](QByteArrayView id) { ids << QString::fromUtf8(id); }));
        QCOMPARE(ids, (QStringList{QStringLiteral("yes"), QStringLiteral("last")}));
    }

    void aLineTooLongToBeHeldStillTellsItsId() // else it would be listed as vanished
    {
        QFile file(m_folder->filePath(QStringLiteral("long.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray filler(1 << 20, 'x');
        file.write("{\"id\":\"early\",\"text\":\"");
        for (int i = 0; i < 65; ++i)
            file.write(filler);
        file.write("\",\"id\":\"late\"}\n{\"id\":\"next\"}\n");
        file.close();
        QStringList ids;
        QVERIFY(forEachId(file.fileName(), [&ids](QByteArrayView id) { ids << QString::fromUtf8(id); }));
        QCOMPARE(ids, (QStringList{QStringLiteral("early"), QStringLiteral("next")}));
    }

    void itStopsWhenTold()
    {
        std::stop_source stop;
        stop.request_stop();
        ChangesCase given = baseline();
        given.earlier = {{kPatient, {write("b/1", {"a"})}}};
        given.files = {{kPatient, {write("n/1", {"a"})}}};
        QVERIFY(!findChanges(given, stop.get_token()));
    }

private:
    QString write(const char *name, const QList<QByteArray> &ids) const
    {
        QList<QByteArray> lines;
        for (const QByteArray &id : ids)
            lines.append("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"active\":true}");
        return writeLines(name, lines);
    }
    QString writeLines(const char *name, const QList<QByteArray> &lines) const
    {
        const QString path = m_folder->filePath(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (const QByteArray &line : lines)
            file.write(line + '\n');
        return path;
    }
    ChangesCase baseline() const
    {
        ChangesCase given;
        given.folder = m_folder->filePath(QStringLiteral("run"));
        given.isBaseline = true;
        return given;
    }
    ChangesCase withRoster(const char *name) const
    {
        ChangesCase given = baseline();
        given.isBaseline = false;
        given.roster = m_folder->filePath(QStringLiteral("state/patients/") + QString::fromLatin1(name));
        given.nextRoster = given.roster + QStringLiteral(".next");
        return given;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestExportChanges)
#include "tst_export_changes.moc"
