// SPDX-License-Identifier: Apache-2.0
// The rules of requirements 2.5, evidence by evidence.
#include "auth/token_refusal.h"
#include "discovery/connection_doctor.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;

namespace {

Error refused(const QString &code, int status, const QString &description = {})
{
    Error error;
    error.code = ErrorCode::Unauthorized;
    error.httpStatus = status;
    error.serverText = auth::toServerText({code, description, {}, status});
    return error;
}

Error answered(int status, const QString &text = {})
{
    Error error;
    error.code = ErrorCode::Unauthorized;
    error.httpStatus = status;
    error.serverText = text;
    return error;
}

/// An eCW practice with everything right on our side.
DoctorEvidence allGood()
{
    DoctorEvidence evidence;
    evidence.ecw = true;
    evidence.clockSkew = std::chrono::seconds{1};
    evidence.algorithm = QStringLiteral("RS384");
    evidence.algorithms = {QStringLiteral("RS384")};
    evidence.jwks = JwksSeen::Good;
    return evidence;
}

using Edit = std::function<void(DoctorEvidence &)>;

} // namespace
Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(waybill::discovery::Asked)

class TestConnectionDoctor : public QObject
{
    Q_OBJECT
    static QStringList ids(const QList<Cause> &causes)
    {
        QStringList names;
        for (const Cause &cause : causes)
            names.append(cause.id);
        return names;
    }

private Q_SLOTS:
    void theOrderOfTheTableHoldsWithoutEvidence() // SB-062, requirements 2.5
    {
        const QList<Cause> causes =
            diagnose(refused(QStringLiteral("invalid_client"), 401), Asked::Token, DoctorEvidence{});
        QCOMPARE(ids(causes),
            (QStringList{QStringLiteral("client"), QStringLiteral("key.id"), QStringLiteral("jwks.url"),
                QStringLiteral("jwks.host"), QStringLiteral("jwks.old"), QStringLiteral("algorithm"),
                QStringLiteral("clock"), QStringLiteral("audience")}));
        for (const Cause &cause : causes) {
            QVERIFY(cause.what.endsWith(QLatin1Char('.')));
            QVERIFY2(cause.check.endsWith(QLatin1Char('.')), qPrintable(cause.id));
        }
    }

    void evidenceMovesACauseToTheTop_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("first");
        const auto client = QStringLiteral("invalid_client");
        const auto row = [](const char *name, const QString &code, int status, const char *first, Edit edit) {
            QTest::newRow(name) << code << status << edit << QString::fromLatin1(first);
        };
        row("nothing else is wrong", client, 401, "client", [](DoctorEvidence &) {});
        row("the other environment has it", client, 401, "client",
            [](DoctorEvidence &e) { e.otherEnvironment = e.tokenBefore = true; });
        row("the set lacks our key", client, 401, "key.id",
            [](DoctorEvidence &e) { e.jwks = JwksSeen::KeyMissing; });
        row("our ID is there twice", client, 401, "key.id",
            [](DoctorEvidence &e) { e.jwks = JwksSeen::KeyTwice; });
        row("our ID has another key", client, 401, "key.id",
            [](DoctorEvidence &e) { e.jwks = JwksSeen::OtherKey; });
        row("pasted and changed", client, 401, "key.id", [](DoctorEvidence &e) {
            e.jwks = JwksSeen::Pasted;
            e.tokenBefore = e.keyChanged = true;
        });
        row("the set is unreachable", client, 401, "jwks.url",
            [](DoctorEvidence &e) { e.jwks = JwksSeen::Unreachable; });
        row("the set is a web page", client, 401, "jwks.url",
            [](DoctorEvidence &e) { e.jwks = JwksSeen::Malformed; });
        row("the key was rotated", client, 401, "jwks.old",
            [](DoctorEvidence &e) { e.tokenBefore = e.keyChanged = true; });
        row("ES384 at eCW", client, 401, "algorithm",
            [](DoctorEvidence &e) { e.algorithm = QStringLiteral("ES384"); });
        row("ten minutes behind", client, 401, "clock",
            [](DoctorEvidence &e) { e.clockSkew = std::chrono::minutes{10}; }); // SB-045
        row("a shift that no longer fits", client, 401, "clock",
            [](DoctorEvidence &e) { e.clockOffset = std::chrono::minutes{10}; }); // SB-045, F-041
        row("ten minutes ahead", QStringLiteral("invalid_grant"), 400, "clock", [](DoctorEvidence &e) {
            e.clockSkew = -std::chrono::minutes{10};
            e.oneScopeWorks = false;
        });
        row("two token URLs", client, 401, "audience", [](DoctorEvidence &e) { e.tokenUrlsDiffer = true; });
        row("one scope alone works", QStringLiteral("invalid_grant"), 400, "scope", [](DoctorEvidence &e) {
            e.oneScopeWorks = true;
            e.refusedScopes = {QStringLiteral("system/Media.r")};
        });
        row("neither scope nor clock", QStringLiteral("invalid_grant"), 400, "jti",
            [](DoctorEvidence &e) { e.oneScopeWorks = false; });
        row("not registered", QStringLiteral("invalid_scope"), 400, "scope",
            [](DoctorEvidence &e) { e.oneScopeWorks = true; });
        row("the other form is granted", QStringLiteral("invalid_scope"), 400, "scope.form",
            [](DoctorEvidence &e) {
                e.oneScopeWorks = false;
                e.otherFormWorks = true;
            });
        row("the other form is stated", QStringLiteral("invalid_scope"), 400, "scope.form",
            [](DoctorEvidence &e) {
                e.oneScopeWorks = false;
                e.otherFormStated = true;
            });
        row("no backend app", QStringLiteral("unsupported_grant_type"), 400, "app.kind",
            [](DoctorEvidence &) {});
        row("a fault of theirs", QStringLiteral("access_denied"), 500, "server", [](DoctorEvidence &) {});
        row("no token endpoint", QStringLiteral("invalid_request"), 400, "token.url",
            [](DoctorEvidence &) {});
        row("not authorised", QStringLiteral("unauthorized_client"), 400, "app.kind",
            [](DoctorEvidence &) {});
    }
    void evidenceMovesACauseToTheTop()
    {
        QFETCH(QString, code);
        QFETCH(int, status);
        QFETCH(Edit, edit);
        QFETCH(QString, first);
        DoctorEvidence evidence = allGood();
        edit(evidence);
        const QList<Cause> causes = diagnose(refused(code, status), Asked::Token, evidence);
        QVERIFY(!causes.isEmpty());
        QCOMPARE(causes.first().id, first);
    }

    void aShiftThatFitsRulesTheClockOut() // SB-045
    {
        DoctorEvidence evidence = allGood();
        evidence.clockSkew = std::chrono::minutes{10};
        evidence.clockOffset = std::chrono::minutes{9};
        for (const Cause &cause :
            diagnose(refused(QStringLiteral("invalid_client"), 401), Asked::Token, evidence)) {
            if (cause.id == QLatin1String("clock"))
                QCOMPARE(cause.weight, Weight::Excluded);
        }
        QVERIFY(!clockIsWrong(evidence));
        QVERIFY(assertionsFailBy(std::chrono::seconds{121}));
        QVERIFY(!assertionsFailBy(std::chrono::seconds{-120}));
    }

    void anAllowListIsTheSecondThoughtWhenAllIsWell()
    {
        const QStringList order =
            ids(diagnose(refused(QStringLiteral("invalid_client"), 401), Asked::Token, allGood()));
        QCOMPARE(order.mid(0, 2), (QStringList{QStringLiteral("client"), QStringLiteral("jwks.host")}));
    }

    void ecwsWordsOfAMissingActivationWin() // "FHIR app authentication is not enabled"
    {
        const QString words = QStringLiteral("FHIR app authentication is not enabled");
        for (const auto &[code, status] : {std::pair{QStringLiteral("access_denied"), 500},
                 std::pair{QStringLiteral("invalid_client"), 401}}) {
            const QList<Cause> causes = diagnose(refused(code, status, words), Asked::Token, allGood());
            QCOMPARE(causes.first().id, QStringLiteral("activation"));
            QCOMPARE(causes.first().weight, Weight::Seen);
            QCOMPARE(ids(causes).count(QStringLiteral("activation")), 1);
        }
    }

    void whatAnExportIsRefusedWith_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Asked>("asked");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("first");
        const auto row = [](const char *name, int status, Asked asked, const char *text, const char *first,
                             Edit edit) {
            QTest::newRow(name) << status << asked << QString::fromLatin1(text) << edit
                                << QString::fromLatin1(first);
        };
        row("denied by rule", 403, Asked::KickOff, "HAPI-0333: Access denied by rule", "scope.group",
            [](DoctorEvidence &e) { e.groupScopeGranted = false; });
        row("denied although the scope is there", 403, Asked::KickOff, "HAPI-0333", "group",
            [](DoctorEvidence &e) { e.groupScopeGranted = true; });
        row("the Group is gone", 401, Asked::KickOff, "", "group", [](DoctorEvidence &e) {
            e.freshTokenWorks = true;
            e.groupListed = false;
        });
        row("the Group is not enabled", 401, Asked::KickOff, "", "group",
            [](DoctorEvidence &e) { e.freshTokenWorks = e.groupListed = true; });
        row("Group.id instead of the identifier", 401, Asked::KickOff, "", "group",
            [](DoctorEvidence &e) { e.groupIsResourceId = true; }); // EC-006
        row("a token that ran out", 401, Asked::Poll, "", "token.over", [](DoctorEvidence &) {});
        row("a job runs", 200, Asked::KickOff, "Bulk operation is already in progress for the group",
            "job.runs", [](DoctorEvidence &) {});
        row("a page instead of a job", 200, Asked::KickOff, "<html>", "prefer", [](DoctorEvidence &) {});
    }
    void whatAnExportIsRefusedWith()
    {
        QFETCH(int, status);
        QFETCH(Asked, asked);
        QFETCH(QString, text);
        QFETCH(Edit, edit);
        QFETCH(QString, first);
        DoctorEvidence evidence = allGood();
        edit(evidence);
        const QList<Cause> causes = diagnose(answered(status, text), asked, evidence);
        QVERIFY(!causes.isEmpty());
        QCOMPARE(causes.first().id, first);
    }

    void whatIsExcludedStaysAtTheEndWithItsReason()
    {
        const QList<Cause> causes =
            diagnose(refused(QStringLiteral("invalid_client"), 401), Asked::Token, allGood());
        bool past = false;
        for (const Cause &cause : causes) {
            past = past || cause.weight == Weight::Excluded;
            QCOMPARE(cause.weight == Weight::Excluded, past);
            QVERIFY(!past || !cause.seen.isEmpty());
        }
        QVERIFY(past);
    }

    void otherTroubleIsNotExplained()
    {
        QVERIFY(diagnose(answered(418), Asked::KickOff, allGood()).isEmpty());
        QVERIFY(diagnose(answered(500, QStringLiteral("oops")), Asked::Token, allGood()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConnectionDoctor)
#include "tst_connection_doctor.moc"
