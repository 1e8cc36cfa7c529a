// SPDX-License-Identifier: Apache-2.0
#include "flows/durable_file.h"
#include "flows/export_log.h"
#include "flows/run_facts.h"
#include "flows/run_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::flows;

namespace {

const exports::ManifestOptions kOptions{QUrl(QStringLiteral("https://h.example/status/1")), false};

QByteArray page(const QByteArray &file, const QByteArray &next = {})
{
    QByteArray json =
        "{\"transactionTime\":\"2026-06-24T03:14:07Z\",\"requiresAccessToken\":true,\"output\":[{\"type\":"
        "\"Patient\",\"url\":\""
        + file + "\"}]";
    if (!next.isEmpty())
        json += ",\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}]";
    return json + "}";
}

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
}

bool isPrivate(const QString &path)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return !(QFileInfo(path).permissions() & others);
}

} // namespace

class TestRunFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void everythingIsPrivate() // BD-221
    {
        const RunFolder folder(m_temporary->filePath(QStringLiteral("out/run")));
        QVERIFY(folder.make());
        QVERIFY(folder.writeRun({}));
        QVERIFY(folder.writeManifest(1, "{}"));
        for (const QString &name : {QString(), QStringLiteral("error"), QStringLiteral("deleted"),
                 QStringLiteral("run.json"), QStringLiteral("manifest.json")})
            QVERIFY2(isPrivate(folder.filePath(name)), qPrintable(name));
        QVERIFY(isPrivate(m_temporary->filePath(QStringLiteral("out"))));
    }

    void theManifestIsKeptByteForByte() // BD-100
    {
        const RunFolder folder(m_temporary->path());
        const QByteArray odd = " {\"b\":1.10,\n\"a\":12345678901234567890} ";
        QVERIFY(folder.writeManifest(1, odd));
        QCOMPARE(bytes(folder.filePath(QStringLiteral("manifest.json"))), odd);
    }

    void pagesAreReadAsOne() // BD-113
    {
        const RunFolder folder(m_temporary->path());
        QVERIFY(folder.writeManifest(1, page("/a", "https://h.example/pages/2")));
        QVERIFY(folder.writeManifest(2, page("b")));
        const auto manifest = folder.readManifest(kOptions);
        QVERIFY(manifest);
        QCOMPARE(manifest->files.size(), 2);
        QCOMPARE(manifest->files.at(1).number, 2);
        QCOMPARE(manifest->files.at(1).url,
            QUrl(QStringLiteral("https://h.example/pages/b"))); // from its own page
    }

    void anEarlierManifestsPagesDoNotStay()
    {
        const RunFolder folder(m_temporary->path());
        QVERIFY(folder.writeManifest(1, page("/a", "/2")));
        QVERIFY(folder.writeManifest(2, page("/b")));
        QVERIFY(folder.writeManifest(1, page("/a")));
        QCOMPARE(folder.readManifest(kOptions)->files.size(), 1);
    }

    void aMissingOrBrokenManifestIsAnError()
    {
        const RunFolder folder(m_temporary->path());
        QVERIFY(!folder.readManifest(kOptions));
        QVERIFY(folder.writeManifest(1, page("/a").left(30)));
        QVERIFY(!folder.readManifest(kOptions));
    }

    void namesAreOurs() // BD-146, F-063
    {
        exports::ManifestFile file;
        file.number = 7;
        file.type = QStringLiteral("Patient");
        file.url = QUrl(QStringLiteral("https://h.example/..%2f..%2fetc/passwd"));
        QCOMPARE(RunFolder::nameOf(file), QStringLiteral("007.Patient.ndjson"));
        file.kind = practices::FileKind::Error;
        file.type = QStringLiteral("OperationOutcome");
        QCOMPARE(RunFolder::nameOf(file), QStringLiteral("error/007.OperationOutcome.ndjson"));
        file.kind = practices::FileKind::Deleted;
        file.type = QStringLiteral("Bundle");
        file.number = 12345;
        QCOMPARE(RunFolder::nameOf(file), QStringLiteral("deleted/12345.Bundle.ndjson"));
    }

    void keptAnswersHaveAFittingName()
    {
        const RunFolder folder(m_temporary->path());
        QVERIFY(folder.keepAnswer(QStringLiteral("answer"), "<html>"));
        QVERIFY(folder.keepAnswer(QStringLiteral("answer"), " {}"));
        QVERIFY(folder.keepAnswer(QStringLiteral("answer"), "hello"));
        QCOMPARE(QDir(m_temporary->path()).entryList({QStringLiteral("answer.*")}).size(), 3);
    }

    void aFileIsOldOrNewButNeverHalf() // reliability 6
    {
        const QString path = m_temporary->filePath(QStringLiteral("f"));
        const QByteArray before(100'000, 'a');
        const QByteArray after(100'000, 'b');
        for (int wait = 0; wait < 20; ++wait) {
            QVERIFY(writeDurably(path, before));
            const pid_t child = ::fork();
            if (child == 0) {
                static_cast<void>(writeDurably(path, after).has_value());
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(wait) * 200);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const QByteArray now = bytes(path);
            QVERIFY(now == before || now == after);
        }
    }

    void aFullDiskIsSaidAndTheOldFileStays() // F-100
    {
        const QString path = m_temporary->filePath(QStringLiteral("f"));
        QVERIFY(writeDurably(path, "old"));
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{1000, 1000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto written = writeDurably(path, QByteArray(5000, 'x'));
            ::_exit(!written && written.error().code == ErrorCode::DiskFull ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(bytes(path), QByteArray("old"));
        QCOMPARE(QDir(m_temporary->path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatCannotBeMadeIsSaid() { QVERIFY(!makePrivateFolder(QStringLiteral("/proc/nowhere"))); }

    void theLogIsOneObjectALineAndSurvivesACutOne() // BD-224
    {
        const QString path = m_temporary->filePath(QStringLiteral("log.ndjson"));
        const Instant at{std::chrono::milliseconds{1'782'270'900'123}};
        {
            ExportLog log(path, QStringLiteral("run-1"));
            log.write(at, QStringLiteral("kickoff"), {{QStringLiteral("exportUrl"), QStringLiteral("u")}});
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"half\":"); // a crash
        file.close();
        {
            ExportLog log(path, QStringLiteral("run-1"));
            log.write(at, QStringLiteral("export_complete"), {});
        }
        QList<QByteArray> lines = bytes(path).split('\n');
        QCOMPARE(lines.size(), 4); // two rows, the cut one, nothing behind the last newline
        const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
        QCOMPARE(first.keys(),
            (QStringList{QStringLiteral("eventDetail"), QStringLiteral("eventId"), QStringLiteral("exportId"),
                QStringLiteral("timestamp")}));
        QCOMPARE(
            first.value(QStringLiteral("timestamp")).toString(), QStringLiteral("2026-06-24T03:15:00.123Z"));
        QCOMPARE(QJsonDocument::fromJson(lines.at(2)).object().value(QStringLiteral("eventId")).toString(),
            QStringLiteral("export_complete"));
        QVERIFY(isPrivate(path));
    }

    void plannedRunsSortInTheOrderTheyRun()
    {
        ExportPlan plan;
        plan.profile.fhirBaseUrl = QUrl(QStringLiteral("https://h.example/fhir"));
        plan.profile.group.value = QStringLiteral("g");
        plan.outputDirectory = QStringLiteral("/out");
        plan.jobs = {{{QStringLiteral("Patient")}, {}},
            {{QStringLiteral("Condition")}, QStringLiteral("2026-06-01T00:00:00.10+05:30")}};
        const auto runs = recordsFor(plan, Instant{std::chrono::milliseconds{1'782'270'900'999}});
        QCOMPARE(runs.size(), 2);
        QVERIFY(runs.at(0).id < runs.at(1).id);
        QCOMPARE(runs.at(1).batch, runs.at(0).id);
        QCOMPARE(runs.at(0).directory, QStringLiteral("/out/") + runs.at(0).id);
        QCOMPARE(typesOf(runs.at(1)), QStringList{QStringLiteral("Condition")});
        QCOMPARE(sinceOf(runs.at(1)), QStringLiteral("2026-06-01T00:00:00.10+05:30")); // byte for byte
        QVERIFY(exports::stateFromJson(runs.at(0).state));
        const auto request = exports::kickOffRequest(requestOf(plan.profile, runs.at(1)));
        QVERIFY(request->url.toEncoded().endsWith("_type=Condition&_since=2026-06-01T00:00:00.10%2B05:30"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
};

QTEST_GUILESS_MAIN(TestRunFolder)
#include "tst_run_folder.moc"
