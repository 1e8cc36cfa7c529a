// SPDX-License-Identifier: Apache-2.0
#include "auth/scopes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace waybill;
using namespace waybill::auth;

namespace {

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// scopes_supported as eCW served it on 2026-08-14; empty where the shared data is not there.
QStringList ecwPublished()
{
    const QString folder = qEnvironmentVariable(
        "WAYBILL_SHARED_DATA", QStringLiteral(WAYBILL_SOURCE_DIR) + QStringLiteral("/../shared/data"));
    QFile file(folder + QStringLiteral("/ecw/smart-configuration.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList scopes;
    const auto document = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue &scope : document[QStringLiteral("scopes_supported")].toArray())
        scopes.append(scope.toString());
    return scopes;
}

} // namespace

class TestScopes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenStrings_data() // SB-051, SB-052, SB-053
    {
        QTest::addColumn<QString>("types");
        QTest::addColumn<ScopeDialect>("dialect");
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("scopes");
        const QString none;
        const auto row = [](const char *name, const char *types, ScopeDialect dialect, const char *published,
                             const char *scopes) {
            QTest::newRow(name) << QString::fromLatin1(types) << dialect << QString::fromLatin1(published)
                                << QString::fromLatin1(scopes);
        };
        row("v1", "Patient Condition", ScopeDialect::V1, "", "system/Patient.read system/Condition.read");
        row("v2", "Patient Condition", ScopeDialect::V2, "", "system/Patient.rs system/Condition.rs");
        row("v2, Group published", "Patient", ScopeDialect::V2, "system/Group.rs",
            "system/Group.rs system/Patient.rs");
        row("v1, Group only writable", "Patient", ScopeDialect::V1, "system/Group.c", "system/Patient.read");
        row("v1, everything", "", ScopeDialect::V1, "", "system/*.read");
        row("v2, everything", "", ScopeDialect::V2, "", "system/*.rs");
        row("v1, not in the list", "Basic", ScopeDialect::V1, "system/Patient.read", "system/Basic.read");
        row("eCW, list unknown", "Patient ServiceRequest", ScopeDialect::EcwMixed, "",
            "system/Group.read system/Patient.read system/ServiceRequest.r");
        row("eCW, list unknown, no such scope", "FamilyMemberHistory Patient Appointment",
            ScopeDialect::EcwMixed, "", "system/Group.read system/Patient.read");
        row("eCW, by its list", "Patient Media Goal Device", ScopeDialect::EcwMixed,
            "system/Patient.r system/Patient.read system/Media.r system/Goal.rs system/*.r",
            "system/Group.read system/Patient.read system/Media.r system/Goal.rs");
        row("eCW, never a wildcard", "*", ScopeDialect::EcwMixed, "system/*.r", "system/Group.read");
        row("eCW, Group named and named twice", "Group Patient Patient", ScopeDialect::EcwMixed, "",
            "system/Group.read system/Patient.read");
        row("eCW, everything", "", ScopeDialect::EcwMixed, "system/Patient.read system/Goal.c system/Claim.r",
            "system/Group.read system/Patient.read system/Claim.r");
    }

    void goldenStrings()
    {
        QFETCH(QString, types);
        QFETCH(ScopeDialect, dialect);
        QFETCH(QString, published);
        QFETCH(QString, scopes);
        QCOMPARE(scopesFor(words(types), dialect, words(published)).join(QLatin1Char(' ')), scopes);
    }

    void theRealListOfEcwGivesItsNineLetters() // SB-053
    {
        const QStringList published = ecwPublished();
        if (published.isEmpty()) {
            qInfo("Not looked: the shared data is not here.");
            return;
        }
        const QStringList nine =
            words(QStringLiteral("Binary Claim Coverage Media MedicationDispense QuestionnaireResponse "
                                 "RelatedPerson ServiceRequest Specimen"));
        for (const QString &type : nine)
            QCOMPARE(scopesFor({type}, ScopeDialect::EcwMixed, published),
                QStringList({QStringLiteral("system/Group.read"), QStringLiteral("system/%1.r").arg(type)}));
        QCOMPARE(scopesFor(words(QStringLiteral("Patient FamilyMemberHistory Appointment Observation")),
                     ScopeDialect::EcwMixed, published)
                     .join(QLatin1Char(' ')),
            QStringLiteral("system/Group.read system/Patient.read system/Observation.read"));
        const QStringList everything = scopesFor({}, ScopeDialect::EcwMixed, published);
        for (const QString &scope : everything) // one unknown scope fails the whole request
            QVERIFY2(published.contains(scope), qPrintable(scope));
        QVERIFY(everything.size() > 30);
        // What is used without the list is what the list says.
        for (const QString &scope : everything) {
            const QString type = scope.mid(7).section(QLatin1Char('.'), 0, 0);
            QVERIFY2(scopesFor({type}, ScopeDialect::EcwMixed, {}).contains(scope), qPrintable(scope));
        }
    }

    void malformedScopesAreRefused_data() // SB-051
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<bool>("good");
        for (const char *good : {"system/Patient.read", "system/Patient.rs", "system/Patient.cruds",
                 "system/*.r", "system/Patient.*", "system/Condition.rs?category=a|b", "openid", "fhirUser"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad :
            {"system/Patient.sr", "system/Patient.", "system/Patient", "system/patient.read",
                "system/Patient.reed", "system/", "system/Patient.rs?", "a b", "quo\"te", "back\\slash", ""})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }

    void malformedScopesAreRefused()
    {
        QFETCH(QString, scope);
        QFETCH(bool, good);
        QCOMPARE(checkScopes({QStringLiteral("system/Group.read"), scope}).has_value(), good);
    }

    void aGrantIsComparedWithWhatWasAsked_data() // SB-056
    {
        QTest::addColumn<QString>("requested");
        QTest::addColumn<QString>("granted");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const char *requested, const char *granted,
                             const char *missing) {
            QTest::newRow(name) << QString::fromLatin1(requested) << QString::fromLatin1(granted)
                                << QString::fromLatin1(missing);
        };
        row("all of it", "system/A.read system/B.r", "system/B.r system/A.read", "");
        row("one less", "system/A.read system/B.read", "system/A.read", "system/B.read");
        row("v1 asked, v2 granted", "system/A.read", "system/A.rs", "");
        row("v2 asked, v1 granted", "system/A.rs", "system/A.read", "");
        row("one letter of two", "system/A.rs", "system/A.r", "system/A.rs");
        row("more than asked", "system/A.r", "system/A.cruds", "");
        row("wildcard type", "system/A.rs system/B.read", "system/*.rs", "");
        row("wildcard permission", "system/A.rs", "system/A.*", "");
        row("another level", "system/A.rs", "user/A.rs patient/*.rs", "system/A.rs");
        row("filtered", "system/A.rs", "system/A.rs?category=x", "system/A.rs");
        row("the same filter", "system/A.rs?category=x", "system/A.rs?category=x", "");
        row("a filter asked, all granted", "system/A.rs?category=x", "system/A.rs", "");
        row("not a clinical scope", "openid", "system/*.cruds", "openid");
        row("nothing granted", "system/A.r", "", "system/A.r");
    }

    void aGrantIsComparedWithWhatWasAsked()
    {
        QFETCH(QString, requested);
        QFETCH(QString, granted);
        QFETCH(QString, missing);
        QCOMPARE(missingScopes(words(requested), words(granted)).join(QLatin1Char(' ')), missing);
    }

    void typesWithoutAScopeAreNamed() // SB-056
    {
        const QStringList types = words(QStringLiteral("Patient Condition Claim Goal"));
        QCOMPARE(
            unreadableTypes(types, words(QStringLiteral("system/Patient.read system/Claim.r system/Goal.c"))),
            words(QStringLiteral("Condition Goal")));
        QCOMPARE(unreadableTypes(types, words(QStringLiteral("system/*.r"))), QStringList());
        QCOMPARE(unreadableTypes(types, words(QStringLiteral("patient/*.rs openid"))), types);
        QCOMPARE(unreadableTypes(
                     {QStringLiteral("Condition")}, words(QStringLiteral("system/Condition.rs?category=x"))),
            QStringList());
    }
};

QTEST_GUILESS_MAIN(TestScopes)
#include "tst_scopes.moc"
