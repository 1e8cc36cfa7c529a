// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "assistant/snapshots.h"
#include "keys/jwk.h"
#include "support/loopback_server.h"

#include <QDirIterator>
#include <QJsonDocument>

using namespace waybill;
using namespace waybill::assistant;
using practices::Step;
using practices::StepState;
using test::Onboarding;
using Work = ConnectionDeskState::Work;

namespace {

const QByteArray kCapability = R"({"resourceType":"CapabilityStatement","status":"active","kind":"instance",
 "date":"2026-01-01","fhirVersion":"4.0.1","format":["json"],"software":{"name":"Loopback"},
 "rest":[{"mode":"server","resource":[{"type":"Patient","interaction":[{"code":"read"}]},
 {"type":"Group","interaction":[{"code":"search-type"}],"operation":[{"name":"export","definition":"x"}]}]}]})";

QByteArray smart(const QUrl &token)
{
    return R"({"token_endpoint":")" + token.toEncoded()
        + R"(","capabilities":["client-confidential-asymmetric","permission-v1"],
        "grant_types_supported":["client_credentials"],"code_challenge_methods_supported":["S256"],
        "token_endpoint_auth_methods_supported":["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported":["RS384","ES384"],
        "scopes_supported":["system/Patient.read","system/Group.read"]})";
}

QByteArray dateHeader(qint64 ahead)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(ahead);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

/// A practice with a key and a client id at a scripted server. The token lives at `host`.
struct Fixture {
    Fixture()
    {
        server.answer("/fhir/metadata", test::json(kCapability));
        server.answer("/token", tokenAnswer());
        server.answer(
            "/elsewhere/token", test::json(R"({"access_token":"t","token_type":"bearer","expires_in":300,
            "scope":"system/Patient.read"})"));
        serveToken(QStringLiteral("127.0.0.1"));
    }
    static test::Answer tokenAnswer()
    {
        return test::json(R"({"access_token":"secret-token","token_type":"bearer","expires_in":300,
            "refresh_token":"secret-token-for-later",
            "scope":"system/Patient.read system/Group.read"})");
    }
    void serveToken(const QString &host)
    {
        server.answer("/fhir/.well-known/smart-configuration",
            test::json(smart(server.url(QStringLiteral("/token"), host))));
    }
    bool ready()
    {
        if (!o.chooseEnvironment() || !o.adoptKey())
            return false;
        o.practice().endpoint().type(server.url(QStringLiteral("/fhir")).toString());
        return o.practice().endpoint().accept()
            && o.practice().client().accept({Registration::PastedJwks, QStringLiteral("client"), {}, false});
    }
    bool run()
    {
        o.practice().connection().run();
        return rests();
    }
    bool rests()
    {
        return Onboarding::waitFor([this] { return o.practice().connection().state().work == Work::Idle; });
    }
    qsizetype tokenRequests() const { return server.requests("/token").size(); }

    test::LoopbackServer server;
    Onboarding o;
};

} // namespace

class TestOnboardingConnectionDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsTestedWithEverythingAnExportMayNeed()
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        QVERIFY2(f.o.record(Step::Connection).state == StepState::Ok,
            qPrintable(f.o.record(Step::Connection).reason));
        QCOMPARE(f.tokenRequests(), 1);
        const QByteArray body = f.server.requests("/token").first().body;
        QVERIFY(body.contains("system%2FPatient.read"));
        QVERIFY(body.contains("system%2FGroup.read"));
        QVERIFY(!f.server.requests("/token").first().has("Authorization")); // SB-050
        QCOMPARE(f.o.profile().tokenUrl, f.server.url(QStringLiteral("/token")));
    }

    void aTokenHostThatDiffersGetsNothingBeforeAPersonSaidYes() // SB-008
    {
        Fixture f;
        f.serveToken(QStringLiteral("localhost"));
        QVERIFY(f.ready());
        QVERIFY(f.run());
        QCOMPARE(f.o.practice().connection().state().tokenUrlToConfirm.host(), QStringLiteral("localhost"));
        QCOMPARE(f.tokenRequests(), 0);
        QVERIFY(f.o.profile().tokenUrl.isEmpty());
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Doing);
        f.o.practice().connection().confirmTokenUrl();
        QVERIFY(f.rests());
        QCOMPARE(f.tokenRequests(), 1);
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Ok);
        // Accepted once, it is not asked for again.
        QVERIFY(f.run());
        QVERIFY(f.o.practice().connection().state().tokenUrlToConfirm.isEmpty());
        QCOMPARE(f.tokenRequests(), 2);
    }

    void aTokenHostThatMovedIsBlockedUntilItIsConfirmed() // F-044
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        QCOMPARE(f.tokenRequests(), 1);
        f.serveToken(QStringLiteral("localhost"));
        QVERIFY(f.run());
        QCOMPARE(f.o.practice().connection().state().tokenUrlToConfirm.host(), QStringLiteral("localhost"));
        QCOMPARE(f.tokenRequests(), 1);
        QCOMPARE(f.o.profile().tokenUrl.host(), QStringLiteral("127.0.0.1"));
    }

    void everyCheckReadsTheDocumentsAnew() // SB-009: also after invalid_client
    {
        Fixture f;
        f.server.answer("/token", test::json(R"({"error":"invalid_client"})", 401));
        QVERIFY(f.ready());
        QVERIFY(f.run());
        const auto asked = [&f] {
            int documents = 0;
            for (const test::SeenRequest &request : f.server.requests())
                documents += request.path.endsWith("smart-configuration") ? 1 : 0;
            return documents;
        };
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Failed);
        QCOMPARE(asked(), 1);
        QVERIFY(f.run());
        QCOMPARE(asked(), 2);
    }

    void fewerScopesThanAskedForAreListed() // SB-056, F-045
    {
        Fixture f;
        f.server.answer("/token", test::json(R"({"access_token":"t","token_type":"bearer","expires_in":300,
            "scope":"system/Group.read"})"));
        QVERIFY(f.ready());
        QVERIFY(f.run());
        const auto token = f.o.practice().connection().state().token;
        QVERIFY(token);
        QCOMPARE(token->missing, QStringList{QStringLiteral("system/Patient.read")});
        QCOMPARE(token->unreadableTypes, QStringList{QStringLiteral("Patient")});
        QCOMPARE(f.o.profile().scopes, QStringList{QStringLiteral("system/Group.read")});
        // and the launch page does not offer what cannot be read
        for (const LaunchDeskState::Type &type : f.o.practice().launch().state().types)
            QVERIFY(!(type.chosen && type.name == QLatin1String("Patient")));
    }

    void theKeyFileIsUnlockedOnTheWay()
    {
        Fixture f;
        QVERIFY(f.ready());
        f.o.reopen();
        QVERIFY(f.run());
        QVERIFY(f.o.practice().connection().state().needsPassphrase);
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Doing);
        f.o.practice().connection().unlockAndTest(SecretBytes("not the passphrase"));
        QVERIFY(f.rests());
        QVERIFY(f.o.practice().connection().state().needsPassphrase);
        f.o.practice().connection().unlockAndTest(Onboarding::passphrase());
        QVERIFY(f.rests());
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Ok);
        QCOMPARE(f.tokenRequests(), 1);
    }

    void whatTheServerSaidIsKeptAndComparedWithTheLastTime()
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        const ConnectionDeskState &state = f.o.practice().connection().state();
        QVERIFY(state.snapshot.contains(QLatin1String("SHA-256")));
        QVERIFY(state.comparedTo.isEmpty());
        const QString folder = f.o.inHome(QStringLiteral("practices/")) + f.o.profile().id;
        QCOMPARE(snapshotsIn(folder, f.o.profile().fhirBaseUrl).size(), 1);
        QVERIFY(f.run());
        QVERIFY(!state.comparedTo.isEmpty());
        QVERIFY(state.changes.isEmpty());
        QCOMPARE(snapshotsIn(folder, f.o.profile().fhirBaseUrl).size(), 1); // the same bytes
        QByteArray other = kCapability;
        f.server.answer("/fhir/metadata",
            test::json(other.replace("Patient", "Condition").replace("\"Loopback\"", "\"Loopback 2\"")));
        QTest::qWait(2); // snapshots are named by the millisecond
        QVERIFY(f.run());
        const QString changes = state.changes.join(QLatin1Char('\n'));
        for (const char *word : {"Loopback 2", "added: Condition", "gone: Patient"})
            QVERIFY2(changes.contains(QLatin1String(word)), qPrintable(changes));
        const QList<Snapshot> kept = snapshotsIn(folder, f.o.profile().fhirBaseUrl);
        QCOMPARE(kept.size(), 2);
        QVERIFY(kept.first().at > kept.last().at);
        QCOMPARE(
            keptDiscovery(kept.last().folder, f.o.profile().fhirBaseUrl, {})->capabilityBytes, kCapability);
        QVERIFY(snapshotsIn(folder, QUrl(QStringLiteral("https://elsewhere.example/fhir"))).isEmpty());
    }

    void aScopeThatIsNotPublishedIsAskedForWhenAPersonWantsIt() // SB-005, SB-053
    {
        Fixture f;
        QVERIFY(f.ready());
        ConnectionDesk &desk = f.o.practice().connection();
        QVERIFY(desk.askAlsoFor(QStringLiteral(" system/Provenance.read,system/Media.read\n")));
        QVERIFY(!desk.askAlsoFor(QStringLiteral("system/Provenance.sr"))); // SB-051: nobody grants that
        QCOMPARE(f.o.practice().draft().record().extraScopes.size(), 2);
        QVERIFY(f.run());
        QVERIFY(f.server.requests("/token").last().body.contains("system%2FProvenance.read"));
        QVERIFY(f.server.requests("/token").last().body.contains("system%2FMedia.read"));
        QVERIFY(desk.state().token->missing.contains(
            QStringLiteral("system/Media.read"))); // this one left it out
        QVERIFY(!f.o.profile().scopes.contains(QStringLiteral("system/Media.read")));
        f.o.reopen();
        QCOMPARE(f.o.practice().draft().record().extraScopes.size(), 2);
        QVERIFY(f.o.practice().connection().askAlsoFor({}));
        QVERIFY(f.o.practice().draft().record().extraScopes.isEmpty());
    }

    void thePracticesOwnBrandWinsOverTheVendorsList() // EC-029
    {
        Fixture f;
        const QByteArray base = f.server.url(QStringLiteral("/fhir")).toEncoded();
        const auto brands = [&base](const QByteArray &name) {
            return test::json(R"({"resourceType":"Bundle","type":"collection","entry":[
                {"resource":{"resourceType":"Endpoint","id":"e","status":"active","name":"x",
                 "connectionType":{"code":"hl7-fhir-rest"},"payloadType":[{"text":"r4"}],"address":")"
                + base + R"("}},{"resource":{"resourceType":"Organization","id":"o","name":")" + name
                + R"(","endpoint":[{"reference":"Endpoint/e"}]}}]})");
        };
        f.server.answer("/vendor.json", brands("The vendor's name of it"));
        f.server.answer("/own/brands.json", brands("Elm Street Family Practice, its own name"));
        QVERIFY(f.ready());
        EndpointDesk &endpoint = f.o.practice().endpoint();
        endpoint.importUrl(f.server.url(QStringLiteral("/vendor.json")));
        QVERIFY(Onboarding::waitFor([&endpoint] { return endpoint.state().directory != nullptr; }));
        QCOMPARE(
            endpoint.state().directory->entries.value(0).name, QStringLiteral("The vendor's name of it"));
        QByteArray document = smart(f.server.url(QStringLiteral("/token")));
        document.insert(1,
            "\"user_access_brand_bundle\":\"" + f.server.url(QStringLiteral("/own/brands.json")).toEncoded()
                + "\",");
        f.server.answer("/fhir/.well-known/smart-configuration", test::json(document));
        QVERIFY(f.run());
        const auto line = [&f] {
            for (const discovery::Finding &finding : f.o.practice().connection().state().findings) {
                if (finding.id == QLatin1String("brand"))
                    return finding;
            }
            return discovery::Finding();
        };
        QVERIFY(Onboarding::waitFor([&] { return !line().id.isEmpty(); }));
        QCOMPARE(f.o.profile().practiceName, QStringLiteral("Elm Street Family Practice, its own name"));
        QCOMPARE(f.o.profile().name, QStringLiteral("Elm Street")); // what the person calls it stays
        f.server.answer("/own/brands.json", test::json("{}"));
        QVERIFY(f.run());
        QVERIFY(Onboarding::waitFor([&] { return !line().id.isEmpty(); }));
        QCOMPARE(line().state, discovery::FindingState::Unknown);
        QCOMPARE(f.o.profile().practiceName, QStringLiteral("Elm Street Family Practice, its own name"));
    }

    void aGroupThatWasRenamedOrIsGoneIsTold() // GD-014
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        const auto group = [](const QByteArray &id, const QByteArray &name) {
            return test::json(R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{
                "resourceType":"Group","id":")"
                + id + R"(","type":"person","actual":true,"quantity":7,"name":")" + name + R"("}}]})");
        };
        GroupDesk &desk = f.o.practice().group();
        const auto searched = [&] {
            desk.search();
            return Onboarding::waitFor([&] { return desk.state().work == GroupDeskState::Work::Idle; });
        };
        f.server.answer("/fhir/Group", group("g1", "Diabetes registry"));
        QVERIFY(searched());
        desk.choose(0);
        QVERIFY(desk.accept());
        QCOMPARE(f.o.profile().group.name, QStringLiteral("Diabetes registry"));
        QVERIFY(!f.o.profile().group.chosenAt.isEmpty());
        QVERIFY(searched());
        QVERIFY(desk.state().drift.isEmpty());
        f.server.answer("/fhir/Group", group("g1", "Diabetes, old"));
        QVERIFY(searched());
        QVERIFY2(desk.state().drift.contains(QLatin1String("Diabetes, old")), qPrintable(desk.state().drift));
        f.server.answer("/fhir/Group", group("g2", "Another"));
        QVERIFY(searched());
        QVERIFY2(
            desk.state().drift.contains(QLatin1String("Diabetes registry")), qPrintable(desk.state().drift));
        QCOMPARE(f.o.profile().group.id, QStringLiteral("g1")); // told, not changed
    }

    void aPersonMayHaveItSignedWithTheServersClock() // SB-045
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        QVERIFY(!f.o.practice().connection().maySignWithServersClock());
        QVERIFY(!f.o.practice().connection().signWithServersClock(true)); // the clocks agree
        const auto lead = [&f] { // of the last assertion's iat before this computer's clock
            const QByteArray body = f.server.requests("/token").constLast().body;
            const QByteArray assertion = body.mid(body.indexOf("client_assertion=") + 17);
            const QByteArray claims =
                keys::fromBase64Url(assertion.split('.').value(1)).value_or(QByteArray());
            const qint64 iat =
                QJsonDocument::fromJson(claims).object().value(QStringLiteral("iat")).toInteger();
            return iat - QDateTime::currentSecsSinceEpoch();
        };
        QVERIFY(std::abs(lead()) < 5);
        QVERIFY(!f.o.record(Step::Connection).evidence.contains(QLatin1String("shifted")));

        test::Answer answer = f.tokenAnswer();
        answer.headers.append(test::Field("Date", dateHeader(900)));
        f.server.answer("/token", answer); // the token's host is ahead, the FHIR server is not
        QVERIFY(f.run());
        QVERIFY(f.o.practice().connection().maySignWithServersClock());
        QCOMPARE(f.o.profile().clockOffset.count(), 0); // nothing is shifted unasked
        QVERIFY(f.o.practice().connection().signWithServersClock(true));
        QVERIFY(std::abs(f.o.profile().clockOffset.count() - 900) < 5);
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Stale);
        QVERIFY(f.run());
        QVERIFY(std::abs(lead() - 900) < 5);
        QCOMPARE(f.o.record(Step::Connection).state, StepState::Ok);
        QVERIFY2(
            f.o.record(Step::Connection)
                .evidence.contains(QStringLiteral("shifted by %1 s").arg(f.o.profile().clockOffset.count())),
            qPrintable(f.o.record(Step::Connection).evidence));
        f.o.reopen(); // the choice stays
        QVERIFY(std::abs(f.o.profile().clockOffset.count() - 900) < 5);
        QVERIFY(f.o.practice().connection().signWithServersClock(false));
        QCOMPARE(f.o.profile().clockOffset.count(), 0);
    }

    void aDayIsTheMostThatIsShifted() // SB-045
    {
        Fixture f;
        QVERIFY(f.ready());
        test::Answer answer = f.tokenAnswer();
        answer.headers.append(test::Field("Date", dateHeader(-2 * 86400)));
        f.server.answer("/token", answer);
        QVERIFY(f.run());
        const Result<> refused = f.o.practice().connection().signWithServersClock(true);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QLatin1String("more than a day")),
            qPrintable(refused.error().what));
        QCOMPARE(f.o.profile().clockOffset.count(), 0);
    }

    void anotherClockIsAnotherClient() // SB-045, SB-059
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        const auto search = [&f] {
            f.o.practice().group().search();
            return Onboarding::waitFor(
                [&f] { return f.o.practice().group().state().work == GroupDeskState::Work::Idle; });
        };
        QVERIFY(search());
        const qsizetype before = f.tokenRequests();
        QVERIFY(search());
        QCOMPARE(f.tokenRequests(), before); // the same token
        f.o.practice().draft().change(
            [](practices::Profile &p) { p.clockOffset = std::chrono::seconds{300}; });
        QVERIFY(search());
        QCOMPARE(f.tokenRequests(), before + 1);
        f.o.practice().endpoint().type(QStringLiteral("https://other.example/fhir"));
        QVERIFY(f.o.practice().endpoint().accept());
        QCOMPARE(f.o.profile().clockOffset.count(), 0); // it was measured at the other server
    }

    void theTokenIsNeverStored() // SB-057, SB-058
    {
        Fixture f;
        QVERIFY(f.ready());
        QVERIFY(f.run());
        QDirIterator files(f.o.home(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("secret-token"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestOnboardingConnectionDesk)
#include "tst_connection_desk.moc"
