// SPDX-License-Identifier: Apache-2.0
#include "flows/job_downloads.h"
#include "support/loopback_server.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::flows;
using test::LoopbackServer;

/// The files of a job as the store keeps them.
class TestJobDownloads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProblemsOfManyBadFilesAreCountedAndNotAllKept() // a report of twenty thousand files is read too
    {
        constexpr int kFiles = 110;
        constexpr int kProblems = 120;
        LoopbackServer server;
        test::Answer answer;
        answer.headers = {{"Content-Type", "application/fhir+ndjson"}};
        answer.body = "{\"resourceType\":\"Patient\",\"id\":\"p\"}\n" + QByteArray(kProblems, '\n');
        server.answerAnything([answer](const test::SeenRequest &) { return answer; });
        const QTemporaryDir home;
        const RunFolder folder(home.filePath(QStringLiteral("run")));
        QVERIFY(folder.make());
        exports::Manifest manifest;
        manifest.requiresAccessToken = false;
        for (int i = 1; i <= kFiles; ++i) {
            exports::ManifestFile file;
            file.number = i;
            file.type = QStringLiteral("Patient");
            file.url = server.url(QStringLiteral("/%1").arg(i));
            manifest.files.append(file);
        }
        const SystemClock clock;
        downloads::DownloadQueue::Deps deps{clock};
        deps.trusted = {http::originOf(server.url(QStringLiteral("/")))};
        JobDownloads downloads(deps, folder, {5, true, server.url(QStringLiteral("/"))});
        QSignalSpy ended(&downloads, &JobDownloads::ended);
        downloads.start(manifest, {});
        QVERIFY(ended.wait(30000));
        qsizetype kept = 0;
        for (int i = 0; i < kFiles; ++i) {
            const practices::FileRecord record = downloads.record(i);
            QVERIFY2(record.problemCount == kProblems, qPrintable(record.reason));
            const qsizetype ofFile = record.details.value(QStringLiteral("problems")).toArray().size();
            QVERIFY(ofFile <= 100);
            kept += ofFile;
            downloads.written(i);
            QVERIFY(downloads.record(i).details.isEmpty());
        }
        QCOMPARE(kept, 10'000);
    }
};

QTEST_GUILESS_MAIN(TestJobDownloads)
#include "tst_job_downloads.moc"
