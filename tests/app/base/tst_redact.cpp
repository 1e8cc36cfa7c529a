// SPDX-License-Identifier: Apache-2.0
#include "base/redact.h"

#include <QTest>

using namespace waybill;

class TestRedact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQueryIsNeverShown() // BD-220
    {
        const QUrl url(QStringLiteral("https://user:pw@host.example:8443/files/a.ndjson?sig=SECRET#x"));
        QCOMPARE(redactedUrl(url), QStringLiteral("https://host.example:8443/files/a.ndjson?…"));
        QCOMPARE(placeOf(url), QStringLiteral("host.example:8443/files/a.ndjson"));
    }

    void credentialsInHeadersAreNeverShown()
    {
        QCOMPARE(redactedHeader("authorization", "Bearer abc.def"), QByteArray("Bearer [redacted]"));
        QCOMPARE(redactedHeader("Set-Cookie", "a=b"), QByteArray("[redacted]"));
        QCOMPARE(redactedHeader("Retry-After", "120\r\nX: y"), QByteArray("120  X: y")); // HT-34
    }

    void serverTextIsBoundedAndHarmless() // F-133
    {
        QCOMPARE(plainServerText("<img src=x>"), QStringLiteral("<img src=x>"));
        QCOMPARE(plainServerText("a\x1b[31mb"), QStringLiteral("a\uFFFD[31mb"));
        QCOMPARE(plainServerText("\xe2\x80\xae"
                                 "abc"),
            QStringLiteral("\uFFFDabc"));
        QCOMPARE(plainServerText(QByteArray(5000, 'x'), 10), QStringLiteral("xxxxxxxxxx …"));
    }
};

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
