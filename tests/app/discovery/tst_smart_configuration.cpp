// SPDX-License-Identifier: Apache-2.0
#include "discovery/smart_configuration.h"
#include "shared_data.h"
#include "support/quoted.h"

#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::quoted;

namespace {

const QUrl kBase(QStringLiteral("https://fhir.example.org/r4/ELM"));
const QString kGeneric = QStringLiteral("generic");
const QString kEcw = QStringLiteral("eclinicalworks");
const QString kRs384 = QStringLiteral("RS384");

Finding lineOf(const QList<Finding> &lines, const char *id)
{
    for (const Finding &line : lines) {
        if (line.id == QLatin1String(id))
            return line;
    }
    return {};
}

QByteArray whole()
{
    return quoted(
        "{'token_endpoint':'https://fhir.example.org/token','grant_types_supported':['client_credentials'],"
        "'capabilities':['client-confidential-asymmetric','permission-v1','permission-v2'],"
        "'code_challenge_methods_supported':['S256'],'token_endpoint_auth_methods_supported':['private_key_"
        "jwt'],"
        "'token_endpoint_auth_signing_alg_values_supported':['RS384','ES384'],"
        "'scopes_supported':['openid','system/Patient.read','system/Group.read'],"
        "'user_access_brand_bundle':'https://fhir.example.org/brands.json',"
        "'user_access_brand_identifier':{'system':'urn:ietf:rfc:3986','value':'https://x.example'}}");
}

} // namespace

class TestSmartConfiguration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeDocumentIsAllGreen() // SB-002, SB-004, SB-010
    {
        const auto smart = parseSmartConfiguration(whole(), kBase);
        QVERIFY(smart);
        QCOMPARE(smart->tokenEndpoint, QUrl(QStringLiteral("https://fhir.example.org/token")));
        QCOMPARE(smart->systemScopes().size(), 2);
        QCOMPARE(smart->brandBundle, QUrl(QStringLiteral("https://fhir.example.org/brands.json")));
        QCOMPARE(smart->brandIdentifier, QStringLiteral("urn:ietf:rfc:3986|https://x.example"));
        QCOMPARE(smart->notes, QStringList());
        const auto lines = checkSmartConfiguration(*smart, kBase, kRs384, kGeneric);
        QCOMPARE(worstOf(lines), FindingState::Ok);
        QCOMPARE(lines.size(), 7);
    }

    void theTokenEndpointAloneIsEnough() // SB-002: the rest missing is a warning, never red (SB-004)
    {
        const auto smart =
            parseSmartConfiguration(quoted("{'token_endpoint':'https://fhir.example.org/token'}"), kBase);
        QVERIFY(smart);
        QCOMPARE(smart->notes.size(), 3);
        QCOMPARE(worstOf(checkSmartConfiguration(*smart, kBase, kRs384, kGeneric)), FindingState::Unknown);
    }

    void relativeAddressesAreBelowTheBase_data() // SB-003
    {
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addColumn<QString>("resolved");
        QTest::newRow("up") << QByteArray("../token") << QStringLiteral("https://fhir.example.org/r4/token");
        QTest::newRow("below") << QByteArray("oauth/token")
                               << QStringLiteral("https://fhir.example.org/r4/ELM/oauth/token");
        QTest::newRow("from the root")
            << QByteArray("/token") << QStringLiteral("https://fhir.example.org/token");
        QTest::newRow("other host") << QByteArray("//auth.example.org/t")
                                    << QStringLiteral("https://auth.example.org/t");
        QTest::newRow("absolute") << QByteArray("https://auth.example.org/t")
                                  << QStringLiteral("https://auth.example.org/t");
    }
    void relativeAddressesAreBelowTheBase()
    {
        QFETCH(QByteArray, endpoint);
        QFETCH(QString, resolved);
        const auto smart = parseSmartConfiguration("{\"token_endpoint\":\"" + endpoint + "\"}", kBase);
        QVERIFY(smart);
        QCOMPARE(smart->tokenEndpoint.toString(), resolved);
    }

    void aSoft404IsNoDocument_data() // SB-007
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("web page") << QByteArray(" \n<!doctype html><html>Not found</html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("cut") << whole().chopped(1);
        QTest::newRow("no token endpoint") << quoted("{'issuer':'https://x.example'}");
        QTest::newRow("token endpoint of a wrong type") << quoted("{'token_endpoint':['https://x.example']}");
        QTest::newRow("empty token endpoint") << quoted("{'token_endpoint':' '}");
        QTest::newRow("an OperationOutcome") << quoted("{'resourceType':'OperationOutcome'}");
    }
    void aSoft404IsNoDocument()
    {
        QFETCH(QByteArray, body);
        const auto smart = parseSmartConfiguration(body, kBase);
        QVERIFY(!smart);
        QCOMPARE(smart.error().code, ErrorCode::ProtocolMismatch);
        QVERIFY(smart.error().what.contains(QLatin1String("not a SMART configuration")));
    }

    void oddFieldsAreForgiven()
    {
        const auto smart = parseSmartConfiguration(
            quoted("{'token_endpoint':'https://fhir.example.org/token','capabilities':'permission-v2 "
                   "launch','scopes_supported':7,"
                   "'grant_types_supported':['client_credentials',5],'issuer':false}"),
            kBase);
        QVERIFY(smart);
        QCOMPARE(
            smart->capabilities, QStringList({QStringLiteral("permission-v2"), QStringLiteral("launch")}));
        QCOMPARE(smart->grantTypes, QStringList{QStringLiteral("client_credentials")});
        QCOMPARE(smart->notes.filter(QStringLiteral("wrong type")).size(), 2);
    }

    void whatIsNotOfferedIsAmber() // SB-004: absence is amber, never red
    {
        const auto smart = parseSmartConfiguration(
            quoted("{'token_endpoint':'https://fhir.example.org/"
                   "token','grant_types_supported':['authorization_code'],"
                   "'capabilities':['launch-ehr'],'code_challenge_methods_supported':['S256'],"
                   "'token_endpoint_auth_methods_supported':['client_secret_basic'],"
                   "'token_endpoint_auth_signing_alg_values_supported':['RS256'],'scopes_supported':['openid'"
                   "]}"),
            kBase);
        const auto lines = checkSmartConfiguration(*smart, kBase, kRs384, kGeneric);
        for (const char *id :
            {"smart.grant", "smart.auth", "smart.algorithm", "smart.capability", "smart.scopes"})
            QCOMPARE(lineOf(lines, id).state, FindingState::Attention);
        QCOMPARE(lineOf(lines, "smart.permission").state, FindingState::Unknown);
        QVERIFY(lineOf(lines, "smart.algorithm").detail.contains(QLatin1String("RS256")));
        QCOMPARE(worstOf(lines), FindingState::Attention);
    }

    void theTokenHostIsShown() // SB-008
    {
        const auto state = [](const char *endpoint, const QUrl &base) {
            const auto smart =
                parseSmartConfiguration(QByteArray("{\"token_endpoint\":\"") + endpoint + "\"}", base);
            return lineOf(checkSmartConfiguration(*smart, base, kRs384, kGeneric), "smart.token");
        };
        QCOMPARE(state("https://auth.example.org/token", kBase).state, FindingState::Attention);
        QVERIFY(state("https://auth.example.org/token?a=secret", kBase)
                    .detail.contains(QLatin1String("auth.example.org/token")));
        QVERIFY(!state("https://auth.example.org/token?a=secret", kBase)
                     .detail.contains(QLatin1String("secret")));
        QCOMPARE(state("http://fhir.example.org/token", kBase).state, FindingState::Bad);
        const QUrl ecw(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/X"));
        QCOMPARE(
            state("https://oauthserver.eclinicalworks.com/oauth/oauth2/token", ecw).state, FindingState::Ok);
    }

    void theProfileSpeaksWhereTheServerIsSilent() // SB-004: eCW leaves the algorithms out
    {
        const auto smart =
            parseSmartConfiguration(quoted("{'token_endpoint':'https://fhir.example.org/token'}"), kBase);
        const Finding ecw = lineOf(checkSmartConfiguration(*smart, kBase, kRs384, kEcw), "smart.algorithm");
        QCOMPARE(ecw.state, FindingState::Unknown);
        QVERIFY(ecw.detail.contains(QLatin1String("eClinicalWorks profile says RS384")));
        const Finding wrong =
            lineOf(checkSmartConfiguration(*smart, kBase, QStringLiteral("ES384"), kEcw), "smart.algorithm");
        QCOMPARE(wrong.state, FindingState::Attention);
        QVERIFY(wrong.detail.contains(QLatin1String("ES384")));
    }

    void theRealDocumentIsUsable() // requirements 3.1: 486 scopes, 165 of them system/
    {
        const QByteArray bytes = test::sharedDocument(QStringLiteral("smart-configuration.json"));
        if (bytes.isEmpty())
            return;
        const QUrl base(QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FEIGCD"));
        const auto smart = parseSmartConfiguration(bytes, base);
        QVERIFY(smart);
        QCOMPARE(smart->scopes.size(), 486);
        QCOMPARE(smart->systemScopes().size(), 165);
        QCOMPARE(smart->notes, QStringList());
        const auto lines = checkSmartConfiguration(*smart, base, kRs384, kEcw);
        for (const Finding &line : lines)
            QCOMPARE(line.state,
                line.id == QLatin1String("smart.algorithm") ? FindingState::Unknown : FindingState::Ok);
    }
};

QTEST_GUILESS_MAIN(TestSmartConfiguration)
#include "tst_smart_configuration.moc"
