// SPDX-License-Identifier: Apache-2.0
#include "vault/key_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace waybill;
using namespace waybill::vault;

namespace {

const SecretBytes &secret()
{
    static const SecretBytes bytes(QByteArrayView("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"));
    return bytes;
}

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

} // namespace

/// Reliability row 20, SB-027.
class TestKeyFile : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name = QStringLiteral("key.pem")) const { return m_dir->filePath(name); }
    QString written(const QString &name = QStringLiteral("key.pem")) const
    {
        return writeKeyFile(path(name), secret()) ? path(name) : QString();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFileIsOursAlone()
    {
        const mode_t before = ::umask(0);
        const QString file = written();
        ::umask(before);
        struct stat status = {};
        QCOMPARE(::stat(encoded(file).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        const auto back = readKeyFile(file);
        QVERIFY(back.has_value());
        QVERIFY(*back == secret());
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{QStringLiteral("key.pem")});
    }

    void nothingIsEverOverwritten_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &kind : {QStringLiteral("file"), QStringLiteral("link"),
                 QStringLiteral("dangling link"), QStringLiteral("folder")})
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void nothingIsEverOverwritten()
    {
        QFETCH(QString, kind);
        const QString other = path(QStringLiteral("other"));
        QFile file(kind == QLatin1String("file") ? path() : other);
        if (kind != QLatin1String("dangling link")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("old");
            file.close();
        }
        if (kind.contains(QLatin1String("link")))
            QVERIFY(QFile::link(other, path()));
        if (kind == QLatin1String("folder"))
            QVERIFY(QDir().mkdir(path()));
        const auto answer = writeKeyFile(path(), secret());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
        QVERIFY(answer.error().what.contains(QLatin1String("never overwritten")));
        QCOMPARE(answer.error().where, path());
        if (file.exists()) {
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("old"));
        }
        QVERIFY(QDir(m_dir->path()).entryList({QStringLiteral("*.part*")}).isEmpty());
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const auto answer = writeKeyFile(path(QStringLiteral("no/such/key.pem")), secret());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Storage);
    }

    void openFilesAreRefused_data() // as ssh does
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<bool>("good");
        QTest::newRow("0600") << 0600U << true;
        QTest::newRow("0400") << 0400U << true;
        QTest::newRow("0640") << 0640U << false;
        QTest::newRow("0604") << 0604U << false;
        QTest::newRow("0644") << 0644U << false;
        QTest::newRow("0620") << 0620U << false;
        QTest::newRow("0601") << 0601U << false;
    }

    void openFilesAreRefused()
    {
        QFETCH(uint, mode);
        QFETCH(bool, good);
        QCOMPARE(::chmod(encoded(written()).constData(), mode), 0);
        const auto answer = readKeyFile(path());
        QCOMPARE(answer.has_value(), good);
        if (!good) {
            QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
            QVERIFY2(answer.error().what.contains(QString::number(mode, 8)), qPrintable(answer.error().what));
            QVERIFY(answer.error().next.contains(QLatin1String("chmod 600")));
        }
    }

    void onlyPlainFilesOfOursAreRead()
    {
        QVERIFY(QFile::link(written(), path(QStringLiteral("link"))));
        QVERIFY(
            readKeyFile(path(QStringLiteral("link"))).error().what.contains(QLatin1String("symbolic link")));
        QVERIFY(readKeyFile(m_dir->path()).error().what.contains(QLatin1String("plain file")));
        QCOMPARE(::mkfifo(encoded(path(QStringLiteral("pipe"))).constData(), 0600), 0);
        QVERIFY(readKeyFile(path(QStringLiteral("pipe"))).error().what.contains(QLatin1String("plain file")));
        const auto missing = readKeyFile(path(QStringLiteral("missing")));
        QCOMPARE(missing.error().code, ErrorCode::SecretMissing);
        if (::geteuid() == 0) { // only root can give a file away
            QCOMPARE(::chown(encoded(path()).constData(), 12345, 12345), 0);
            QVERIFY(readKeyFile(path()).error().what.contains(QLatin1String("another user")));
        }
    }

    void tooLargeIsRefused()
    {
        QCOMPARE(::truncate(encoded(written()).constData(), 1 << 20), 0);
        QVERIFY(readKeyFile(path()).has_value());
        QCOMPARE(::truncate(encoded(path()).constData(), (1 << 20) + 1), 0);
        QVERIFY(readKeyFile(path()).error().what.contains(QLatin1String("too large")));
    }

    void provisionedFilesMayBeLinksAndGroupReadable() // Kubernetes, systemd
    {
        QVERIFY(QFile::link(written(), path(QStringLiteral("link"))));
        QCOMPARE(::chmod(encoded(path()).constData(), 0440), 0);
        const auto answer = readProvisionedKeyFile(path(QStringLiteral("link")));
        QVERIFY(answer.has_value());
        QVERIFY(*answer == secret());
        for (const mode_t mode : {0444U, 0460U, 0644U}) {
            QCOMPARE(::chmod(encoded(path()).constData(), mode), 0);
            QVERIFY(!readProvisionedKeyFile(path(QStringLiteral("link"))));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_key_file.moc"
