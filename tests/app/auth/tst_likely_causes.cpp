// SPDX-License-Identifier: Apache-2.0
#include "auth/token_refusal.h"

#include <QTest>

using namespace waybill;
using namespace waybill::auth;

class TestLikelyCauses : public QObject
{
    Q_OBJECT
    static Error error(int status, const QString &serverText)
    {
        Error made;
        made.code = ErrorCode::Unauthorized;
        made.httpStatus = status;
        made.serverText = serverText;
        return made;
    }

private Q_SLOTS:
    void aRefusalTravelsInsideAnError_data()
    {
        QTest::addColumn<TokenRefusal>("refusal");
        const auto code = QStringLiteral("invalid_client");
        QTest::newRow("code") << TokenRefusal{code, {}, {}, 401};
        QTest::newRow("description") << TokenRefusal{code, QStringLiteral("Unknown kid: x"), {}, 401};
        QTest::newRow("all") << TokenRefusal{code, QStringLiteral("no"), QStringLiteral("https://a/b"), 400};
        QTest::newRow("uri only") << TokenRefusal{code, {}, QStringLiteral("https://a/b"), 400};
    }

    void aRefusalTravelsInsideAnError()
    {
        QFETCH(TokenRefusal, refusal);
        QCOMPARE(refusalOf(error(refusal.httpStatus, toServerText(refusal))), std::optional(refusal));
    }

    void otherTextIsNoRefusal()
    {
        for (const auto &text : {QStringLiteral("<html>"), QString(), QStringLiteral("Unauthorized"),
                 QStringLiteral("HAPI-0333: Access denied by rule: x"),
                 QStringLiteral("invalid_client and more")})
            QVERIFY(!refusalOf(error(401, text)));
        Error without = error(401, QStringLiteral("invalid_client"));
        without.httpStatus.reset();
        QVERIFY(!refusalOf(without));
    }

    void everyCodeHasItsCauses_data() // requirements 2.5, SB-062
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("first");
        const auto row = [](int status, const char *text, int count, const char *first) {
            QTest::newRow(text) << status << QString::fromLatin1(text) << count << QString::fromLatin1(first);
        };
        row(401, "invalid_client", 7, "client id is wrong");
        row(400, "invalid_client: kid unknown", 7, "client id is wrong");
        row(400, "invalid_grant", 3, "One of the scopes");
        row(400, "invalid_scope", 2, "not granted");
        row(400, "unsupported_grant_type", 1, "backend service");
        row(400, "unauthorized_client", 1, "backend service");
        row(400, "invalid_request", 2, "not the token endpoint");
        row(500, "access_denied", 2, "fault of its own");
        row(400, "something_new", 0, "");
        row(403, "HAPI-0333: Access denied by rule: not authorized", 1, "system/Group.read");
        row(401, "Unauthorized", 2, "token has expired");
        row(404, "Not found", 0, "");
    }

    void everyCodeHasItsCauses()
    {
        QFETCH(int, status);
        QFETCH(QString, text);
        QFETCH(int, count);
        QFETCH(QString, first);
        const QStringList causes = likelyCauses(error(status, text));
        QCOMPARE(causes.size(), count);
        QVERIFY(count == 0 || causes.first().contains(first));
    }

    void theAllowListAndTheGroupAreNamedForEcw() // requirements 2.5
    {
        const QString all =
            likelyCauses(error(401, QStringLiteral("invalid_client"))).join(QLatin1Char('\n'));
        for (const char *word : {"allow list", "kid", "cache", "RS384", "clock", "aud"})
            QVERIFY2(all.contains(QLatin1String(word)), word);
        QVERIFY(likelyCauses(error(401, {})).last().contains(QLatin1String("Group")));
    }
};

QTEST_GUILESS_MAIN(TestLikelyCauses)
#include "tst_likely_causes.moc"
