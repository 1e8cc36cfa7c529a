// SPDX-License-Identifier: Apache-2.0
#include "discovery/discover.h"
#include "http/qt_transport.h"
#include "support/loopback_server.h"
#include "support/quoted.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::LoopbackServer;
using test::quoted;

namespace {

const QByteArray kSmart = "/fhir/r4/ELM/.well-known/smart-configuration";
const QByteArray kMetadata = "/fhir/r4/ELM/metadata";

QByteArray smartDocument(const QByteArray &token)
{
    return quoted("{'token_endpoint':'" + token
        + "','grant_types_supported':['client_credentials'],'capabilities':['client-confidential-asymmetric',"
          "'permission-v2'],"
          "'code_challenge_methods_supported':['S256'],'token_endpoint_auth_methods_supported':['private_key_"
          "jwt'],"
          "'token_endpoint_auth_signing_alg_values_supported':['RS384'],'scopes_supported':['system/"
          "Patient.rs']}");
}

QByteArray capability(const QByteArray &software, const QByteArray &token = "https://old.example/token")
{
    return quoted("{'resourceType':'CapabilityStatement','fhirVersion':'4.0.1','software':{'name':'"
        + software
        + "','version':'1'},'rest':[{'mode':'server','security':{'extension':[{'url':'http://"
          "fhir-registry.smarthealthit.org/StructureDefinition/"
          "oauth-uris','extension':[{'url':'token','valueUri':'"
        + token
        + "'}]}]},'resource':[{'type':'Group','operation':[{'name':'export'}]},{'type':'Patient'}]}]}");
}

const Finding *lineOf(const DiscoveryResult &result, const char *id)
{
    for (const Finding &line : result.findings) {
        if (line.id == QLatin1String(id))
            return &line;
    }
    return nullptr;
}

/// One discovery against a server, to its end.
class Run
{
public:
    explicit Run(const DiscoveryRequest &request)
        : m_discovery(*m_transport)
    {
        QObject::connect(&m_discovery, &Discovery::found, &m_discovery, [this](const Finding &) { ++lines; });
        QObject::connect(
            &m_discovery, &Discovery::finished, &m_discovery, [this](const DiscoveryResult &found) {
                result = found;
                ++ends;
            });
        m_discovery.start(request);
        done = QTest::qWaitFor([this] { return ends > 0; }, 10000);
    }
    DiscoveryResult result;
    int lines = 0;
    int ends = 0;
    bool done = false;

private:
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();
    Discovery m_discovery;
};

DiscoveryRequest request(const LoopbackServer &server)
{
    DiscoveryRequest wanted;
    wanted.base = server.url(QStringLiteral("/fhir/r4/ELM"));
    return wanted;
}

} // namespace

class TestDiscover : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothDocumentsAreAskedBelowTheBase() // SB-001
    {
        LoopbackServer server;
        const QByteArray token = server.url(QStringLiteral("/token")).toEncoded();
        server.answer(kSmart, test::json(smartDocument(token)));
        server.answer(kMetadata, test::json(capability("Server")));
        const Run run(request(server));
        QVERIFY(run.done);
        QCOMPARE(run.ends, 1);
        QVERIFY(!run.result.problem);
        QCOMPARE(run.lines, run.result.findings.size());
        QCOMPARE(run.result.tokenUrl.toEncoded(), token);
        QCOMPARE(run.result.tokenSource, TokenUrlSource::WellKnown);
        QCOMPARE(run.result.preset.id, QStringLiteral("generic"));
        QCOMPARE(run.result.bulkDataVersion, QStringLiteral("2.0.0"));
        QCOMPARE(run.result.smartBytes, smartDocument(token)); // kept as sent
        QVERIFY(lineOf(run.result, "smart")->latency.has_value());
        QVERIFY(lineOf(run.result, "smart")
                    ->place.endsWith(QLatin1String("/fhir/r4/ELM/.well-known/smart-configuration")));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests(kSmart).first().header("Accept"), QByteArray("application/json"));
        for (const auto &seen : server.requests())
            QVERIFY(!seen.has("Authorization")); // no credentials before anything is known
    }

    void theTokenEndpointHasAnOrderOfSources_data() // SB-006
    {
        QTest::addColumn<bool>("override_");
        QTest::addColumn<int>("smartStatus");
        QTest::addColumn<QByteArray>("smartBody");
        QTest::addColumn<int>("source");
        const QByteArray good = smartDocument("https://new.example/token");
        const auto row = [](const char *name, bool overridden, int status, const QByteArray &body,
                             TokenUrlSource source) {
            QTest::newRow(name) << overridden << status << body << static_cast<int>(source);
        };
        row("the profile wins", true, 200, good, TokenUrlSource::Profile);
        row("then the well-known document", false, 200, good, TokenUrlSource::WellKnown);
        row("404: the CapabilityStatement", false, 404, "no", TokenUrlSource::Metadata);
        row("a web page: the CapabilityStatement", false, 200, "<html></html>",
            TokenUrlSource::Metadata); // SB-007
        row("500: the CapabilityStatement", false, 500, "", TokenUrlSource::Metadata);
    }
    void theTokenEndpointHasAnOrderOfSources()
    {
        QFETCH(bool, override_);
        QFETCH(int, smartStatus);
        QFETCH(QByteArray, smartBody);
        QFETCH(int, source);
        LoopbackServer server;
        server.answer(kSmart, test::json(smartBody, smartStatus));
        server.answer(kMetadata, test::json(capability("Server")));
        DiscoveryRequest wanted = request(server);
        if (override_)
            wanted.tokenOverride = QUrl(QStringLiteral("https://mine.example/token"));
        const Run run(wanted);
        QVERIFY(run.done);
        QCOMPARE(static_cast<int>(run.result.tokenSource), source);
        QVERIFY(!run.result.problem);
        QVERIFY(lineOf(run.result, "token")
                    ->detail.contains(sourceName(run.result.tokenSource))); // the source is shown
    }

    void noTokenEndpointIsTheEnd()
    {
        LoopbackServer server; // 404 for all
        const Run run(request(server));
        QVERIFY(run.done);
        QVERIFY(run.result.problem);
        QCOMPARE(run.result.problem->code, ErrorCode::ProtocolMismatch);
        QCOMPARE(lineOf(run.result, "token")->state, FindingState::Bad);
        QCOMPARE(lineOf(run.result, "smart")->state, FindingState::Attention);
    }

    void noAnswerIsNamed() // F-001, F-002
    {
        LoopbackServer server;
        const DiscoveryRequest wanted = request(server);
        server.stop();
        const Run run(wanted);
        QVERIFY(run.done);
        QCOMPARE(run.result.problem->code, ErrorCode::Network);
        QCOMPARE(lineOf(run.result, "metadata")->state, FindingState::Bad);
    }

    void aMovedTokenHostIsBlocked() // SB-008, F-044
    {
        LoopbackServer server;
        server.answer(kSmart, test::json(smartDocument("https://new.example/token")));
        server.answer(kMetadata, test::json(capability("Server")));
        DiscoveryRequest wanted = request(server);
        wanted.confirmedTokenUrl = QUrl(QStringLiteral("https://old.example/token"));
        const Run moved(wanted);
        QVERIFY(moved.result.problem);
        QVERIFY(moved.result.problem->what.contains(QLatin1String("old.example")));
        QVERIFY(moved.result.problem->what.contains(QLatin1String("new.example")));
        QCOMPARE(lineOf(moved.result, "token")->state, FindingState::Bad);
        wanted.confirmedTokenUrl = QUrl(QStringLiteral("https://new.example/other/path"));
        QVERIFY(!Run(wanted).result.problem);
    }

    void aTokenEndpointInTheClearIsRefused() // SB-008
    {
        LoopbackServer server;
        server.answer(kSmart, test::json(smartDocument("http://auth.example/token")));
        const Run run(request(server));
        QVERIFY(run.result.problem);
        QCOMPARE(lineOf(run.result, "token")->state, FindingState::Bad);
    }

    void ecwIsRecognisedByItsSoftware() // EC-001; the sandbox has no eCW host
    {
        LoopbackServer server;
        server.answer(kSmart, test::json(smartDocument("https://new.example/token")));
        server.answer(kMetadata, test::json(capability("Waybill Sandbox (eCW-like)")));
        const Run run(request(server));
        QCOMPARE(run.result.preset, ecwPreset());
        QCOMPARE(run.result.bulkDataVersion, QStringLiteral("1.0.1"));
        QVERIFY(run.result.presetReason.contains(QLatin1String("eCW-like")));
    }

    void theClockIsCompared_data() // SB-045, F-041
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("shift");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, int ahead, FindingState state, int shift = 0,
                             const char *word = "") {
            QTest::newRow(name) << ahead << static_cast<int>(state) << shift << QString::fromLatin1(word);
        };
        row("in step", 0, FindingState::Ok);
        row("ten seconds", 10, FindingState::Ok);
        row("a minute", 60, FindingState::Attention);
        row("a minute behind", -60, FindingState::Attention);
        row("ten minutes", 600, FindingState::Bad, 0, "assertion will be rejected");
        row("a year", 365 * 86400, FindingState::Bad, 0, "assertion will be rejected");
        row("ten minutes, shifted", 600, FindingState::Attention, 600, "as you chose");
        row("shifted, and mended since", 0, FindingState::Bad, 600, "600 s, does not fit");
        row("shifted the wrong way", 600, FindingState::Bad, -600, "-600 s, does not fit");
    }
    void theClockIsCompared()
    {
        QFETCH(int, ahead);
        QFETCH(int, state);
        QFETCH(int, shift);
        QFETCH(QString, word);
        LoopbackServer server;
        const QByteArray date = QLocale::c()
                                    .toString(QDateTime::currentDateTimeUtc().addSecs(ahead),
                                        QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                                    .toLatin1()
            + " GMT";
        for (const QByteArray &path : {kSmart, kMetadata}) {
            test::Answer answer =
                test::json(path == kSmart ? smartDocument("https://new.example/token") : capability("S"));
            answer.headers.append(test::Field("Date", date));
            server.answer(path, answer);
        }
        DiscoveryRequest wanted = request(server);
        wanted.clockOffset = std::chrono::seconds{shift};
        const Run run(wanted);
        const Finding *clock = lineOf(run.result, "clock");
        QVERIFY2(clock->state == static_cast<FindingState>(state), qPrintable(clock->detail));
        QVERIFY(run.result.clockSkew.has_value());
        QVERIFY2(clock->detail.contains(word), qPrintable(clock->detail));
    }

    void aBusyServerSaysWhenToComeBack()
    {
        LoopbackServer server;
        test::Answer busy = test::json("{}", 503);
        busy.headers.append(test::Field("Retry-After", "7"));
        server.answer(kSmart, busy);
        server.answer(kMetadata, busy);
        const Run run(request(server));
        QVERIFY(lineOf(run.result, "smart")->detail.contains(QLatin1String("7 second")));
    }

    void redirectsOfPublicDocumentsAreFollowed()
    {
        LoopbackServer server;
        server.answer(kSmart, test::redirect(302, server.url(QStringLiteral("/elsewhere"))));
        server.answer("/elsewhere", test::json(smartDocument("https://new.example/token")));
        QCOMPARE(Run(request(server)).result.tokenSource, TokenUrlSource::WellKnown);
    }

    void cancellingIsSilent()
    {
        LoopbackServer server;
        test::Answer slow = test::json(capability("S"));
        slow.delay = std::chrono::milliseconds{150};
        server.answer(kSmart, slow);
        server.answer(kMetadata, slow);
        const auto transport = http::makeQtTransport();
        auto discovery = std::make_unique<Discovery>(*transport);
        QSignalSpy finished(discovery.get(), &Discovery::finished);
        QSignalSpy found(discovery.get(), &Discovery::found);
        discovery->start(request(server));
        QVERIFY(discovery->isRunning());
        discovery->cancel();
        QVERIFY(!discovery->isRunning());
        QTest::qWait(300);
        QCOMPARE(finished.count() + found.count(), 0);
        discovery->start(request(server)); // and destroyed while it runs
        discovery.reset();
        QTest::qWait(200);
    }

    void aListenerMayDestroyOrRestart()
    {
        LoopbackServer server;
        server.answer(kSmart, test::json(smartDocument("https://new.example/token")));
        server.answer(kMetadata, test::json(capability("S")));
        const auto transport = http::makeQtTransport();
        auto discovery = std::make_unique<Discovery>(*transport);
        bool gone = false;
        connect(discovery.get(), &Discovery::found, this, [&] {
            discovery.reset();
            gone = true;
        });
        discovery->start(request(server));
        QTRY_VERIFY(gone);

        Discovery again(*transport);
        int starts = 1;
        int ends = 0;
        connect(&again, &Discovery::found, this, [&] {
            if (starts == 1) {
                ++starts;
                again.start(request(server));
            }
        });
        connect(&again, &Discovery::finished, this, [&] { ++ends; });
        again.start(request(server));
        QTRY_COMPARE(ends, 1);
        QTest::qWait(100);
        QCOMPARE(ends, 1);
    }
};

QTEST_GUILESS_MAIN(TestDiscover)
#include "tst_discover.moc"
