// SPDX-License-Identifier: Apache-2.0
#include "keys/sha256.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace waybill::keys;

class TestSha256 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownAnswers_data() // FIPS 180-4, the NIST examples
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                               "27ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                           "b00361a396177a9cb410ff61f20015ad");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        Sha256 hash;
        hash.add(text);
        QCOMPARE(hash.result().toHex(), digest);
    }

    void piecesGiveTheSameAsTheWhole()
    {
        const QByteArray whole(1'000'003, 'w');
        Sha256 hash;
        for (qsizetype at = 0; at < whole.size(); at += 4099)
            hash.add(QByteArrayView(whole).sliced(at, std::min<qsizetype>(4099, whole.size() - at)));
        Sha256 moved = std::move(hash);
        QCOMPARE(moved.result(), QCryptographicHash::hash(whole, QCryptographicHash::Sha256));
    }

    void randomBytesDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(randomBytes(16));
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(randomBytes(32).size(), 32);
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
