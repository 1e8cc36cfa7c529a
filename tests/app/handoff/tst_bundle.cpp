// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle.h"
#include "handoff/bundle_context.h"
#include "handoff/verify_bundle.h"
#include "support/quoted.h"
#include "waybill_fixture.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::handoff;
using test::fullWaybill;
using test::quoted;

namespace {

const Instant kNow = toInstant(QDateTime::fromString(QStringLiteral("2026-07-01T00:00:00Z"), Qt::ISODate));
const QByteArray kJwks = quoted("{'keys':[{'kty':'RSA','n':'"
                                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxu"
                                "hDR1L6tSoc','e':'AQAB','alg':'RS384','kid':'kid-1','use':'sig'}]}\n");
const QByteArray kEncrypted =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFNTBfBgkqhkiG9w0BBQ0wUjAxBgkqhkiG9w0BBQwwJAQQ\n-----END "
    "ENCRYPTED PRIVATE KEY-----\n";

BundleInput input()
{
    BundleInput bundle;
    bundle.waybill = fullWaybill();
    bundle.jwksJson = kJwks;
    bundle.now = kNow;
    for (const char *id : {"discovery", "jwks", "token", "group"})
        bundle.evidence.append({QLatin1String(id), QLatin1String(id), true,
            QStringLiteral("2026-06-30T00:00:00Z"), QStringLiteral("seen")});
    return bundle;
}

QMap<QString, QByteArray> filesOf(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Runs a program of the machine; nullopt when it is not installed.
std::optional<QByteArray> output(
    const QString &program, const QStringList &arguments, const QString &folder, int *exitCode = nullptr)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        qInfo("%s is not installed; its part of the test is left out", qPrintable(program));
        return std::nullopt;
    }
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(30000);
    if (exitCode != nullptr)
        *exitCode = process.exitCode();
    return process.readAll();
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingOpsNeedIsThere()
    {
        const QTemporaryDir home;
        const auto written = writeBundle(input(), home.path());
        QVERIFY2(written, written ? "" : qPrintable(describe(written.error())));
        QVERIFY(written->validated);
        QCOMPARE(QFileInfo(written->folder).fileName(), QStringLiteral("elm-street-nightly-ffbjcd"));
        const auto files = filesOf(written->folder);
        QCOMPARE(files.keys(),
            QStringList({QStringLiteral("README.md"), QStringLiteral("SHA256SUMS"),
                QStringLiteral("jwks.json"), QStringLiteral("kubernetes/cronjob.yaml"),
                QStringLiteral("systemd/waybill-elm-street-nightly-ffbjcd.service"),
                QStringLiteral("systemd/waybill-elm-street-nightly-ffbjcd.timer"),
                QStringLiteral("validation.json"), QStringLiteral("waybill.json")}));
        QCOMPARE(readWaybill(files[QStringLiteral("waybill.json")])->waybill, fullWaybill());
        QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
            1); // nothing left behind

        const auto verified = verifyBundle(written->folder);
        QVERIFY(verified);
        QVERIFY(verified->validated);
        QCOMPARE(verified->sha256, written->sha256);
        QCOMPARE(verified->notes, QStringList());
    }

    void theServicesOwnUserMayReadIt()
    {
        const QTemporaryDir home;
        const QString folder = writeBundle(input(), home.path())->folder;
        for (const char *name :
            {"", "/systemd", "/waybill.json", "/systemd/waybill-elm-street-nightly-ffbjcd.timer"})
            QVERIFY2(QFileInfo(folder + QLatin1String(name)).permission(QFile::ReadOther), name);
        QVERIFY(QFileInfo(folder).permission(QFile::ExeOther));
        QVERIFY(!QFileInfo(folder).permission(QFile::WriteOther));
    }

    void sameInputSameBytes() // OP-003
    {
        const QTemporaryDir home;
        const auto first = writeBundle(input(), home.filePath(QStringLiteral("a")));
        const auto second = writeBundle(input(), home.filePath(QStringLiteral("b")));
        QCOMPARE(filesOf(first->folder), filesOf(second->folder));
        QCOMPARE(first->sha256, second->sha256);
    }

    void theChecksumsAreOnesThatSha256sumTakes()
    {
        const QTemporaryDir home;
        const auto written = writeBundle(input(), home.path());
        int code = -1;
        const auto said = output(QStringLiteral("sha256sum"),
            {QStringLiteral("--strict"), QStringLiteral("-c"), QStringLiteral("SHA256SUMS")}, written->folder,
            &code);
        QVERIFY2(!said || code == 0, said ? said->constData() : "");
    }

    void theReadmeSaysWhatOpsMustKnow() // OP-002, OP-004, OP-008
    {
        const QTemporaryDir home;
        const QByteArray readme =
            filesOf(writeBundle(input(), home.path())->folder).value(QStringLiteral("README.md"));
        for (const char *needed :
            {"# Waybill: Elm Street, nightly", "`kid-1`", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                "the runner owns the watermarks", "2026-06-24T03:14:07.123456789Z", "| 75 | try again later",
                "| 70 | internal fault", "| 4 | finished", "/etc/waybill/elm-street-nightly-ffbjcd/key.pem",
                "waybill-run check", "sha256sum -c SHA256SUMS", "report.json"})
            QVERIFY2(readme.contains(needed), needed);
        QVERIFY(!readme.contains("NOT VALIDATED"));

        BundleInput other = input();
        other.watermarkOwner = WatermarkOwner::Desktop;
        other.waybill.watermarks.clear();
        other.waybill.client.clockOffset = 0;
        other.waybill.name = QStringLiteral("Other");
        const QByteArray second =
            filesOf(writeBundle(other, home.path())->folder).value(QStringLiteral("README.md"));
        QVERIFY(second.contains("The desktop keeps the watermarks"));
        QVERIFY(second.contains("the first run exports everything"));
        QVERIFY(readme.contains("Shifted clock") && readme.contains("-600 s")); // SB-045
        QVERIFY(!second.contains("Shifted clock"));
    }

    void staleOrMissingChecksMarkIt_data() // OP-001
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("validated");
        QTest::newRow("fresh") << 0 << true << QStringLiteral("2026-06-30T00:00:00Z") << true;
        QTest::newRow("seven days") << 1 << true << QStringLiteral("2026-06-24T00:00:00Z") << true;
        QTest::newRow("more than seven days") << 1 << true << QStringLiteral("2026-06-23T23:59:59Z") << false;
        QTest::newRow("red") << 2 << false << QStringLiteral("2026-06-30T00:00:00Z") << false;
        QTest::newRow("no time") << 3 << true << QString() << false;
        QTest::newRow("missing") << -1 << true << QString() << false;
    }
    void staleOrMissingChecksMarkIt()
    {
        QFETCH(int, which);
        QFETCH(bool, ok);
        QFETCH(QString, at);
        QFETCH(bool, validated);
        BundleInput bundle = input();
        if (which < 0) {
            bundle.evidence.removeFirst();
        } else {
            bundle.evidence[which].ok = ok;
            bundle.evidence[which].at = at;
        }
        QCOMPARE(whyNotValidated(bundle).isEmpty(), validated);
        const QTemporaryDir home;
        const auto written = writeBundle(bundle, home.path());
        QVERIFY(written);
        QCOMPARE(written->validated, validated);
        QCOMPARE(written->folder.endsWith(QLatin1String("-NOT-VALIDATED")), !validated);
        const auto files = filesOf(written->folder);
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (it.key().startsWith(QLatin1String("systemd/"))
                || it.key().startsWith(QLatin1String("kubernetes/"))
                || it.key() == QLatin1String("README.md"))
                QCOMPARE(it.value().contains("NOT VALIDATED"), !validated);
        }
        QCOMPARE(QJsonDocument::fromJson(files[QStringLiteral("validation.json")])[QLatin1String("validated")]
                     .toBool(),
            validated);
        QCOMPARE(verifyBundle(written->folder)->validated, validated);
    }

    void systemLevelNeedsNoGroupCheck()
    {
        BundleInput bundle = input();
        bundle.waybill.exports.level = practices::Level::System;
        bundle.evidence.removeLast();
        QCOMPARE(whyNotValidated(bundle), QStringList());
    }

    void noSecretEverGetsIn_data() // OP-002: a canary in every place a person can write to
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("PEM") << QStringLiteral("-----BEGIN RSA PRIVATE KEY----- MIIE");
        QTest::newRow("encrypted PEM in a field") << QStringLiteral("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        QTest::newRow("JWT") << QStringLiteral("eyJhbGciOiJSUzM4NCJ9.eyJpc3MiOiJjIn0.c2lnbmF0dXJl");
        QTest::newRow("bearer") << QStringLiteral("Authorization: Bearer abcdefghijklmnopqrstuvwxyz");
        QTest::newRow("token") << QStringLiteral("access_token=abc");
        QTest::newRow("client secret") << QStringLiteral("client_secret: abc");
        QTest::newRow("password in an address") << QStringLiteral("https://me:hunter2@proxy.example");
    }
    void noSecretEverGetsIn()
    {
        QFETCH(QString, secret);
        QVERIFY(!secretIn(secret.toUtf8()).isEmpty());
        const QTemporaryDir home;
        const auto refused = [&](const std::function<void(BundleInput &)> &plant) {
            BundleInput bundle = input();
            plant(bundle);
            const auto written = writeBundle(bundle, home.path());
            return !written && !describe(written.error()).contains(secret)
                && QDir(home.path())
                       .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                       .isEmpty();
        };
        QVERIFY(refused([&](BundleInput &b) { b.waybill.name = secret; }));
        QVERIFY(refused([&](BundleInput &b) { b.waybill.practice.name = secret; }));
        QVERIFY(refused([&](BundleInput &b) { b.waybill.client.clientId = secret; }));
        QVERIFY(refused([&](BundleInput &b) { b.waybill.unknown.insert(QStringLiteral("note"), secret); }));
        QVERIFY(refused([&](BundleInput &b) { b.evidence[0].detail = secret; }));
    }

    void privateKeySetsAreRefused() // SB-026, F-043
    {
        const QTemporaryDir home;
        for (const char *jwks : {"{'keys':[{'kty':'RSA','n':'a','e':'AQAB','d':'x'}]}",
                 "{'keys':[{'kty':'oct','k':'abc'}]}", "{'keys':[]}", "[]", ""}) {
            BundleInput bundle = input();
            bundle.jwksJson = quoted(jwks);
            QVERIFY2(!writeBundle(bundle, home.path()), jwks);
        }
        QVERIFY(!secretIn(quoted("{'d' : '") + QByteArray(64, 'x') + "\"}").isEmpty());
        QVERIFY(secretIn(kJwks).isEmpty());
    }

    void anEncryptedKeyGoesInOnRequestOnly() // OP-002
    {
        const QTemporaryDir home;
        BundleInput bundle = input();
        bundle.encryptedKeyPem = kEncrypted;
        QVERIFY(!writeBundle(bundle, home.path())); // the waybill looks elsewhere
        bundle.waybill.client.key = {practices::KeyReference::Kind::File, QStringLiteral("key.pem")};
        const auto written = writeBundle(bundle, home.path());
        QVERIFY2(written, written ? "" : qPrintable(describe(written.error())));
        QCOMPARE(filesOf(written->folder).value(QStringLiteral("key.pem")), kEncrypted);
        const auto mode = QFileInfo(written->folder + QStringLiteral("/key.pem")).permissions();
        QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QVERIFY(verifyBundle(written->folder));

        for (const QByteArray &clear :
            {QByteArray("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"), QByteArray("{}"),
                kEncrypted + "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"}) {
            bundle.encryptedKeyPem = clear;
            QVERIFY(!writeBundle(bundle, home.path(), true));
        }
        bundle.encryptedKeyPem = kEncrypted;
        for (const char *name : {"../key.pem", "/etc/key.pem", "waybill.json", ".key"}) {
            bundle.waybill.client.key.value = QString::fromLatin1(name);
            QVERIFY2(!writeBundle(bundle, home.path(), true), name);
        }
    }

    void anExistingBundleIsReplacedOnlyOnRequest()
    {
        const QTemporaryDir home;
        const auto first = writeBundle(input(), home.path());
        QVERIFY(first);
        BundleInput changed = input();
        changed.waybill.exports.types.append(QStringLiteral("Observation"));
        const auto refused = writeBundle(changed, home.path());
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QCOMPARE(filesOf(first->folder).value(QStringLiteral("waybill.json")), writeWaybill(input().waybill));
        overwrite(first->folder + QStringLiteral("/left-over"), "x");
        const auto second = writeBundle(changed, home.path(), true);
        QVERIFY(second);
        QCOMPARE(second->folder, first->folder);
        QVERIFY(!filesOf(second->folder).contains(QStringLiteral("left-over")));
        QCOMPARE(
            filesOf(second->folder).value(QStringLiteral("waybill.json")), writeWaybill(changed.waybill));
        QCOMPARE(
            QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void aWaybillThatIsNotValidIsNotWritten()
    {
        const QTemporaryDir home;
        BundleInput bundle = input();
        bundle.waybill.exports.groupId.clear();
        QCOMPARE(writeBundle(bundle, home.path()).error().where, QStringLiteral("export.groupId"));
        QCOMPARE(writeBundle(input(), QStringLiteral("/proc/nowhere")).error().code, ErrorCode::Storage);
    }

    void damageIsFound_data() // F-126
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("changed waybill") << QStringLiteral("waybill.json") << QByteArray("{}");
        QTest::newRow("changed readme") << QStringLiteral("README.md") << QByteArray("x");
        QTest::newRow("empty sums") << QStringLiteral("SHA256SUMS") << QByteArray();
        QTest::newRow("sums of nonsense") << QStringLiteral("SHA256SUMS") << QByteArray("hello\n");
        QTest::newRow("a way out") << QStringLiteral("SHA256SUMS")
                                   << QByteArray(QByteArray(64, 'a') + "  ../../etc/passwd\n");
    }
    void damageIsFound()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        const QTemporaryDir home;
        const auto written = writeBundle(input(), home.path());
        overwrite(written->folder + u'/' + file, bytes);
        const auto verified = verifyBundle(written->folder);
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, ErrorCode::InvalidInput);
    }

    void missingAndAddedFilesAreToldApart()
    {
        const QTemporaryDir home;
        const auto written = writeBundle(input(), home.path());
        overwrite(written->folder + QStringLiteral("/key.pem"), "theirs");
        QCOMPARE(verifyBundle(written->folder)->notes.size(), 1);
        QVERIFY(QFile::remove(written->folder + QStringLiteral("/jwks.json")));
        QCOMPARE(verifyBundle(written->folder).error().where, QStringLiteral("jwks.json"));
        QVERIFY(!verifyBundle(home.filePath(QStringLiteral("none"))));
    }

    void systemdTakesTheUnits_data() // OP-006
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<practices::KeyReference>("key");
        QTest::addColumn<QString>("directory");
        using Kind = practices::KeyReference::Kind;
        const practices::KeyReference credential{Kind::Credential, QStringLiteral("waybill-key")};
        QTest::newRow("plain") << QStringLiteral("Elm") << credential << QStringLiteral("exports");
        QTest::newRow("hard name") << QStringLiteral("100% '\"`$HOME %n {} \\") << credential
                                   << QStringLiteral("exports");
        QTest::newRow("key file") << QStringLiteral("Elm")
                                  << practices::KeyReference{Kind::File, QStringLiteral("key.pem")}
                                  << QStringLiteral("exports");
        QTest::newRow("variable") << QStringLiteral("Elm")
                                  << practices::KeyReference{Kind::EnvironmentVariable, QStringLiteral("KEY")}
                                  << QStringLiteral("exports");
        QTest::newRow("own folder") << QStringLiteral("Elm") << credential
                                    << QStringLiteral("/srv/100% \"exports\" $x");
    }
    void systemdTakesTheUnits()
    {
        QFETCH(QString, name);
        QFETCH(practices::KeyReference, key);
        QFETCH(QString, directory);
        BundleInput bundle = input();
        bundle.waybill.name = name;
        bundle.waybill.client.key = key;
        bundle.waybill.outputDirectory = directory;
        const QTemporaryDir home;
        const auto written = writeBundle(bundle, home.path());
        QVERIFY2(written, written ? "" : qPrintable(describe(written.error())));
        const QString units = written->folder + QStringLiteral("/systemd");
        QStringList arguments{
            QStringLiteral("verify"), QStringLiteral("--man=no"), QStringLiteral("--recursive-errors=no")};
        for (const QString &unit : QDir(units).entryList(QDir::Files)) {
            // The runner and its user are not on this machine: put something there that is.
            QFile file(units + u'/' + unit);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray text = file.readAll()
                                        .replace("/usr/bin/waybill-run", "/bin/true")
                                        .replace("User=waybill", "User=root")
                                        .replace("Group=waybill", "Group=root");
            QVERIFY(file.resize(0) && file.seek(0));
            file.write(text);
            arguments.append(file.fileName());
        }
        const auto said = output(QStringLiteral("systemd-analyze"), arguments, units);
        QVERIFY2(!said || said->trimmed().isEmpty(), said ? said->constData() : "");
    }

    void calendarsAreTranslated_data()
    {
        QTest::addColumn<QString>("calendar");
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("onCalendar");
        QTest::newRow("daily") << QStringLiteral("02:30 America/New_York") << QStringLiteral("30 2 * * *")
                               << QStringLiteral("OnCalendar=*-*-* 02:30:00 America/New_York\n");
        QTest::newRow("weekdays") << QStringLiteral("Mon..Fri 23:05 UTC")
                                  << QStringLiteral("5 23 * * 1,2,3,4,5")
                                  << QStringLiteral("OnCalendar=Mon..Fri *-*-* 23:05:00 UTC\n");
        QTest::newRow("over the week's end")
            << QStringLiteral("Fri..Mon,Wed 00:00") << QStringLiteral("0 0 * * 0,1,3,5,6")
            << QStringLiteral("OnCalendar=Fri..Mon,Wed *-*-* 00:00:00\n");
        QTest::newRow("none chosen") << QString() << QStringLiteral("30 2 * * *")
                                     << QStringLiteral("OnCalendar=*-*-* 02:30:00 UTC\n");
    }
    void calendarsAreTranslated()
    {
        QFETCH(QString, calendar);
        QFETCH(QString, cron);
        QFETCH(QString, onCalendar);
        BundleInput bundle = input();
        bundle.waybill.schedule.calendar = calendar;
        const BundleContext context{bundle, bundleName(bundle.waybill), {}, {}, writeWaybill(bundle.waybill)};
        QCOMPARE(cronExpression(context.calendar()), cron);
        QVERIFY(timerUnit(context).contains(onCalendar.toUtf8()));
        QVERIFY(cronJobFile(context).contains(yamlText(cron).toUtf8()));
    }

    void kubernetesReadsItsFile() // OP-006
    {
        BundleInput bundle = input();
        bundle.waybill.name = QStringLiteral("'\"`$%{}\\ \u00E9: # - \U0001F600");
        bundle.waybill.client.key = {practices::KeyReference::Kind::File, QStringLiteral("key.pem")};
        const QTemporaryDir home;
        const auto written = writeBundle(bundle, home.path());
        QVERIFY(written);
        const QString script = QStringLiteral(
            "import json, sys, yaml\n"
            "docs = list(yaml.safe_load_all(open('kubernetes/cronjob.yaml')))\n"
            "config, claim, job = docs\n"
            "inner = json.loads(config['data']['waybill.json'])\n"
            "mine = json.load(open('waybill.json'))\n"
            "assert inner['name'] == mine['name'] == job['metadata']['annotations']['description'], "
            "inner['name']\n"
            "assert inner['client']['key'] == {'credential': 'waybill-key'}\n"
            "spec = job['spec']\n"
            "assert spec['concurrencyPolicy'] == 'Forbid' and spec['timeZone'] == 'America/New_York'\n"
            "template = spec['jobTemplate']['spec']\n"
            "assert template['backoffLimit'] == 0 and template['template']['spec']['restartPolicy'] == "
            "'Never'\n"
            "secret = [v for v in template['template']['spec']['volumes'] if 'secret' in v][0]\n"
            "assert secret['secret']['defaultMode'] == 0o400\n"
            "print('good')\n");
        const auto hasYaml = output(QStringLiteral("python3"),
            {QStringLiteral("-c"), QStringLiteral("import yaml")}, written->folder);
        if (!hasYaml || !hasYaml->isEmpty())
            return;
        const auto said = output(QStringLiteral("python3"), {QStringLiteral("-c"), script}, written->folder);
        QVERIFY2(said->trimmed() == "good", said->constData());
    }

    void targetsSayWhatTheyCannot() // OP-005
    {
        BundleInput bundle = input();
        QCOMPARE(targetWarnings(bundle), QStringList());
        bundle.waybill.client.key = {practices::KeyReference::Kind::Keychain, QStringLiteral("k")};
        bundle.waybill.client.algorithm = QStringLiteral("ES384");
        bundle.waybill.schedule.calendar.clear();
        bundle.waybill.watermarks.clear();
        QCOMPARE(targetWarnings(bundle).size(), 4);
        QCOMPARE(keyForServer(bundle.waybill.client.key).kind, practices::KeyReference::Kind::Credential);
        const QTemporaryDir home;
        const auto written = writeBundle(bundle, home.path());
        QVERIFY(filesOf(written->folder).value(QStringLiteral("README.md")).contains("## Mind"));
    }

    void namesOfBundles()
    {
        Waybill waybill;
        waybill.name = QStringLiteral("Médica Castañer / Praça #1");
        waybill.practice.code = QStringLiteral("WELLMED");
        QCOMPARE(bundleName(waybill), QStringLiteral("medica-castaner-praca-1-wellmed"));
        waybill.name = QString(200, u'x');
        QCOMPARE(bundleName(waybill).size(), 40);
        waybill.name = QStringLiteral("日本");
        waybill.practice.code.clear();
        QCOMPARE(bundleName(waybill), QStringLiteral("practice"));
        BundleInput bundle = input();
        bundle.folderName = QStringLiteral("waybill");
        const QTemporaryDir home;
        QCOMPARE(QFileInfo(writeBundle(bundle, home.path())->folder).fileName(), QStringLiteral("waybill"));
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
