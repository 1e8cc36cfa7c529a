// SPDX-License-Identifier: Apache-2.0
#include "practices/profile.h"
#include "practices/watermark.h"

#include <QTest>

using namespace waybill::practices;

class TestProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldSurvivesTheStore()
    {
        Profile profile;
        profile.id = QStringLiteral("p1");
        profile.name = QStringLiteral("Elm, nightly");
        profile.practiceName = QStringLiteral("Clínica Castañer");
        profile.practiceCode = QStringLiteral("WELLMED"); // EC-012
        profile.environment = Environment::Production;
        profile.vendor = QStringLiteral("eclinicalworks");
        profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/WELLMED"));
        profile.tokenUrl = QUrl(QStringLiteral("https://oauthserver.eclinicalworks.com/oauth/oauth2/token"));
        profile.bulkDataVersion = QStringLiteral("1.0.1");
        profile.network = {
            QStringLiteral("/home/a/authorities.pem"), QUrl(QStringLiteral("socks5://proxy.example:1080"))};
        profile.trustedOrigins = {QStringLiteral("https://files.example")};
        profile.clientId = QStringLiteral("client");
        profile.algorithm = QStringLiteral("ES384");
        profile.keyId = QStringLiteral("kid");
        profile.keyThumbprint = QStringLiteral("thumb");
        profile.key = {KeyReference::Kind::Credential, QStringLiteral("waybill-key")};
        profile.jwksUrl = QUrl(QStringLiteral("https://keys.example/jwks.json"));
        profile.scopes = {QStringLiteral("system/Group.read"), QStringLiteral("system/Patient.read")};
        profile.clockOffset = std::chrono::seconds{-754};
        profile.level = Level::Patient;
        profile.group = {QStringLiteral("v"), QStringLiteral("i"), QStringLiteral("n"),
            QStringLiteral("Name"), 12, QStringLiteral("2026-11-23T00:00:00Z")};
        profile.types = {QStringLiteral("Patient"), QStringLiteral("Condition")};
        profile.requestsPerMinute = 100;
        profile.parallelDownloads = 3;
        profile.calendar = QStringLiteral("02:30 America/New_York");
        profile.baselineEveryDays = 7;
        profile.outputDirectory = QStringLiteral("/data");
        profile.steps.insert(Step::HandOver,
            {StepState::Stale, QStringLiteral("2026-11-23T00:00:00Z"), QStringLiteral("seen"),
                QStringLiteral("why")});
        profile.createdAt = QStringLiteral("2026-11-01T00:00:00Z");
        profile.archived = true;
        QCOMPARE(profileFromJson(toJson(profile)), profile);
    }

    void aShiftedClockIsWithinADay_data() // SB-045
    {
        QTest::addColumn<QJsonValue>("stored");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("an older file") << QJsonValue(QJsonValue::Undefined) << qint64{0};
        QTest::newRow("a day") << QJsonValue(86400) << qint64{86400};
        QTest::newRow("a day behind") << QJsonValue(-86400) << qint64{-86400};
        QTest::newRow("more than a day") << QJsonValue(86401) << qint64{0};
        QTest::newRow("beyond every clock") << QJsonValue(-9e15) << qint64{0};
        QTest::newRow("text") << QJsonValue(QStringLiteral("600")) << qint64{0};
    }
    void aShiftedClockIsWithinADay()
    {
        QFETCH(QJsonValue, stored);
        QFETCH(qint64, seconds);
        QJsonObject object = toJson(Profile());
        object.insert(QStringLiteral("clockOffset"), stored); // Undefined takes the field out
        QCOMPARE(profileFromJson(object).clockOffset.count(), seconds);
    }

    void missingFieldsGetDefaults() { QCOMPARE(profileFromJson({}), Profile()); }

    void theWatermarkKeyIsOneForOneServer_data() // BD-180
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("base");
        QTest::newRow("as it is") << "https://h.example/fhir/r4/FFBJCD"
                                  << "https://h.example/fhir/r4/FFBJCD";
        QTest::newRow("trailing slash") << "https://h.example/fhir/r4/FFBJCD/"
                                        << "https://h.example/fhir/r4/FFBJCD";
        QTest::newRow("host in capitals") << "HTTPS://H.Example/fhir"
                                          << "https://h.example/fhir";
        QTest::newRow("usual port written out") << "https://h.example:443/fhir"
                                                << "https://h.example/fhir";
        QTest::newRow("another port") << "https://h.example:8443/fhir"
                                      << "https://h.example:8443/fhir";
        QTest::newRow("path case is kept") << "https://h.example/FHIR"
                                           << "https://h.example/FHIR";
    }
    void theWatermarkKeyIsOneForOneServer()
    {
        QFETCH(QString, url);
        QFETCH(QString, base);
        const WatermarkKey key = watermarkKey(QUrl(url), Level::Group, QStringLiteral("g"));
        QCOMPARE(key.baseUrl, base);
        QCOMPARE(key.group, QStringLiteral("g"));
    }

    void levelsWithoutAGroupHaveAKeyNoGroupCanHave()
    {
        const QUrl base(QStringLiteral("https://h.example/fhir"));
        QCOMPARE(watermarkKey(base, Level::Patient, QStringLiteral("g")).group, QStringLiteral("/patient"));
        QCOMPARE(watermarkKey(base, Level::System, {}).group, QStringLiteral("/system"));
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
