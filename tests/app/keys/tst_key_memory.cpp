// SPDX-License-Identifier: Apache-2.0
#include "keys/jwk.h"
#include "keys/key_pair.h"
#include "keys/private_jwk.h"

#include <QFile>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <vector>

using namespace waybill;
using namespace waybill::keys;

namespace {

constexpr unsigned char kMask = 0x5a;

/// Bytes to look for, kept masked: the search must not find its own copy.
using Masked = std::vector<unsigned char>;

Masked masked(QByteArrayView bytes)
{
    Masked result;
    for (const char c : bytes)
        result.push_back(static_cast<unsigned char>(c) ^ kMask);
    return result;
}

Masked reversed(const Masked &forwards)
{
    return {forwards.rbegin(), forwards.rend()};
}

std::array<unsigned char, 1 << 20> window;

int occurrences(std::size_t size, const Masked &marker)
{
    int count = 0;
    const auto *const end = window.data() + size;
    const auto *at = window.data();
    while ((at = static_cast<const unsigned char *>(
                memchr(at, marker[0] ^ kMask, static_cast<std::size_t>(end - at))))) {
        std::size_t i = 1;
        while (i < marker.size() && at + i < end && (at[i] ^ kMask) == marker[i])
            ++i;
        count += i == marker.size() ? 1 : 0;
        ++at;
    }
    explicit_bzero(window.data(), window.size());
    return count;
}

/// How often `marker` lies in the writable memory of this process. What is read passes through `window`,
/// which is not searched itself.
int inMemory(const Masked &marker)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0 || !maps.open(QIODevice::ReadOnly))
        return -1;
    int count = 0;
    const auto own = reinterpret_cast<qulonglong>(window.data());
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> range = line.left(line.indexOf(' ')).split('-');
        if (range.size() != 2 || !line.contains(" rw-p "))
            continue;
        const qulonglong end = range[1].toULongLong(nullptr, 16);
        for (qulonglong at = range[0].toULongLong(nullptr, 16); at < end;) {
            if (at >= own && at < own + window.size()) {
                at = own + window.size();
                continue;
            }
            const qulonglong stop = at < own ? std::min(end, own) : end;
            const auto size = std::min<qulonglong>(window.size(), stop - at);
            const auto got = pread(memory, window.data(), size, static_cast<off_t>(at));
            count += got > 0 ? occurrences(static_cast<std::size_t>(got), marker) : 0;
            at += size;
        }
    }
    close(memory);
    return count;
}

} // namespace

/// Reliability row 21, best effort: nothing of a private key stays in memory after its last use.
class TestKeyMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOfAKeyStaysBehind_data()
    {
        QTest::addColumn<KeyKind>("kind");
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("EC, d") << KeyKind::EcP384 << QByteArray("\"d\":\"");
        QTest::newRow("RSA, p") << KeyKind::Rsa3072 << QByteArray("\"p\":\"");
    }

    void nothingOfAKeyStaysBehind()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        qInfo("Not looked: a sanitizer keeps freed memory and maps its shadow.");
#else
        QFETCH(KeyKind, kind);
        QFETCH(QByteArray, member);
        Masked text;
        Masked number;
        Masked pem;
        {
            auto key = generate(kind);
            QVERIFY(key.has_value());
            const auto jwk = privateJwk(*key);
            QVERIFY(jwk.has_value());
            const qsizetype start = jwk->view().indexOf(member) + member.size();
            const QByteArrayView value = jwk->view().sliced(start, 64);
            text = masked(value.sliced(20, 24));
            auto octets = fromBase64Url(value);
            QVERIFY(octets.has_value());
            number = masked(QByteArrayView(*octets).sliced(8, 16)); // two limbs of the number
            wipe(*octets);
            const SecretBytes clear = key->clearPkcs8();
            pem = masked(clear.view().sliced(clear.view().size() / 2, 24));
            QVERIFY(inMemory(text) > 0); // the search works
            QVERIFY(inMemory(pem) > 0);
            QVERIFY(inMemory(reversed(number)) > 0); // OpenSSL's number, little end first

            // Every way in and out.
            QVERIFY(importPrivateKey(jwk->view(), {}).has_value());
            QVERIFY(importPrivateKey(clear.view(), {}).has_value());
            const SecretBytes passphrase(QByteArrayView("pass"));
            const auto encrypted = key->encryptedPkcs8(passphrase);
            QVERIFY(encrypted && importPrivateKey(encrypted->view(), passphrase));
            QVERIFY(key->sign("x").has_value());
        }
        QCOMPARE(inMemory(text), 0);
        QCOMPARE(inMemory(pem), 0);
        QCOMPARE(inMemory(number), 0);
        QCOMPARE(inMemory(reversed(number)), 0);
#endif
    }
};

QTEST_GUILESS_MAIN(TestKeyMemory)
#include "tst_key_memory.moc"
