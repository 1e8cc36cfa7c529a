// SPDX-License-Identifier: Apache-2.0
// A proxy that wants a password: from a person to the keychain, and from there into every request (HT-41).
// The keychain is a real one, in a session of its own.
#include "app/assistant/assistant_fixture.h"
#include "assistant/network_desk.h"
#include "downloads/download_queue.h"
#include "flows/export_connection.h"
#include "flows/proxy_sign_in.h"
#include "http/proxy_passwords.h"
#include "support/loopback_server.h"

#include <QDirIterator>
#include <QProcess>

using namespace waybill;
using namespace waybill::assistant;
using Password = NetworkDeskState::Password;
using waybill::test::LoopbackServer;
using waybill::test::Onboarding;

namespace {

const QByteArray kSecret = "p%a:s@s w0rd"; // Qt sends Latin-1
const QUrl kPractice(QStringLiteral("https://practice.example/fhir"));

/// Refuses everything, those who sign in with 403.
class CompanyProxy
{
public:
    CompanyProxy()
    {
        m_server.answerAnything([](const test::SeenRequest &request) {
            const bool isSignedIn = request.header("Proxy-Authorization") == signIn();
            test::Answer answer = test::json("no", isSignedIn ? 403 : 407);
            if (!isSignedIn)
                answer.headers = {{"Proxy-Authenticate", "Basic realm=\"corp\""}};
            return answer;
        });
    }
    static QByteArray signIn() { return "Basic " + ("ann:" + kSecret).toBase64(); }
    QString address() const { return QStringLiteral("ann@127.0.0.1:%1").arg(m_server.port()); }
    QUrl url() const { return QUrl(QStringLiteral("http://") + address()); }
    /// Whether the last one who asked since the last question signed in; nullopt: nobody asked.
    std::optional<bool> lastSignedIn()
    {
        const auto seen = m_server.requests();
        m_server.forgetRequests();
        if (seen.isEmpty())
            return std::nullopt;
        return seen.last().header("Proxy-Authorization") == signIn();
    }

private:
    LoopbackServer m_server;
};

bool pointedAtPractice(Onboarding &o)
{
    if (!o.chooseEnvironment(practices::Environment::Sandbox, false) || !o.makeKey())
        return false;
    o.practice().endpoint().type(kPractice.toString());
    return o.practice().endpoint().accept()
        && o.practice().client().accept({Registration::PastedJwks, QStringLiteral("client"), {}, false});
}

bool connects(Onboarding &o)
{
    o.practice().connection().run();
    return Onboarding::waitFor(
        [&] { return o.practice().connection().state().work == ConnectionDeskState::Work::Idle; });
}

bool becomes(Onboarding &o, Password password)
{
    return Onboarding::waitFor([&] { return o.practice().network().state().password == password; });
}

/// A proxy is asked without the password first.
bool signsIn(CompanyProxy &proxy)
{
    return QTest::qWaitFor([&proxy] { return proxy.lastSignedIn() == std::optional(true); }, 20'000);
}

bool isOnDisk(const QString &folder, const QByteArray &secret)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(secret))
            return true;
    }
    return false;
}

} // namespace

class TestProxySignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsAskedForOnceAndKept()
    {
        CompanyProxy proxy;
        Onboarding o;
        QVERIFY(pointedAtPractice(o));
        NetworkDesk &desk = o.practice().network();
        QVERIFY(desk.useProxy(proxy.address()));
        QCOMPARE(desk.state().password, Password::Missing);
        QVERIFY(!desk.state().problem); // nothing is wrong yet
        QVERIFY(connects(o));
        QCOMPARE(proxy.lastSignedIn(), std::optional(false));

        desk.signIn(SecretBytes(kSecret));
        QVERIFY(becomes(o, Password::Kept));
        QVERIFY(connects(o));
        QCOMPARE(proxy.lastSignedIn(), std::optional(true));
        QVERIFY2(!isOnDisk(o.home(), kSecret), "the password is nowhere but in the keychain");

        o.reopen(); // with an empty memory
        QVERIFY(becomes(o, Password::Kept));
        QVERIFY(connects(o));
        QCOMPARE(proxy.lastSignedIn(), std::optional(true));
    }

    void aForgottenPasswordIsAskedForAgain()
    {
        CompanyProxy proxy;
        Onboarding o;
        QVERIFY(pointedAtPractice(o));
        QVERIFY(o.practice().network().useProxy(proxy.address()));
        o.practice().network().signIn(SecretBytes(kSecret));
        QVERIFY(becomes(o, Password::Kept));
        o.practice().network().forgetPassword();
        QVERIFY(becomes(o, Password::Missing));
        o.reopen();
        QTest::qWait(300);
        QCOMPARE(o.practice().network().state().password, Password::Missing);
    }

    void anotherProxyHasAnotherPassword()
    {
        CompanyProxy one;
        CompanyProxy other;
        Onboarding o;
        QVERIFY(pointedAtPractice(o));
        NetworkDesk &desk = o.practice().network();
        QVERIFY(desk.useProxy(one.address()));
        desk.signIn(SecretBytes(kSecret));
        QVERIFY(becomes(o, Password::Kept));
        QVERIFY(desk.useProxy(other.address()));
        QVERIFY(becomes(o, Password::Missing));
        QVERIFY(connects(o));
        QCOMPARE(other.lastSignedIn(), std::optional(false)); // the first one's secret is not its business
        QVERIFY(desk.useProxy(QStringLiteral("127.0.0.1:1")));
        QCOMPARE(desk.state().password, Password::NotWanted);
    }

    void tokensAndFilesOfAnExportUseItToo()
    {
        CompanyProxy proxy;
        const auto passwords = std::make_shared<http::ProxyPasswords>();
        passwords->remember(proxy.url(), SecretBytes(kSecret));
        const SystemClock clock;
        QTemporaryDir folder;
        practices::Profile profile;
        profile.fhirBaseUrl = kPractice;
        profile.tokenUrl = QUrl(QStringLiteral("https://practice.example/token"));
        profile.clientId = QStringLiteral("client");
        profile.scopes = QStringList{QStringLiteral("system/Patient.read")};
        profile.network.proxy = proxy.url();
        const auto key = keys::generate(keys::KeyKind::EcP384);
        flows::ExportConnection connection(profile, *key, clock, folder.path(), passwords);
        connection.tokens().withToken(this, [](const Result<auth::AccessToken> &) {});
        QVERIFY(signsIn(proxy));

        downloads::DownloadQueue::Deps deps{clock};
        deps.proxy = proxy.url();
        deps.proxyPasswords = passwords;
        downloads::DownloadQueue::Settings settings;
        settings.directory = folder.filePath(QStringLiteral("run"));
        settings.attempts = 1;
        downloads::DownloadQueue queue(deps, settings);
        downloads::FileTask task;
        task.id = 1;
        task.url = QUrl(QStringLiteral("https://files.example/1"));
        task.type = QStringLiteral("Patient");
        task.name = QStringLiteral("001.Patient.ndjson");
        queue.start({task});
        QVERIFY(signsIn(proxy));
    }

    void whatWasTypedMeanwhileIsNotReplaced()
    {
        CompanyProxy proxy;
        const auto passwords = std::make_shared<http::ProxyPasswords>();
        vault::KeychainStore keychain(QStringLiteral("io.waybill.test"));
        std::optional<Result<>> kept;
        flows::keepProxyPassword(proxy.url(), SecretBytes("old"), keychain, *passwords, this,
            [&kept](Result<> result) { kept = std::move(result); });
        QVERIFY(QTest::qWaitFor([&] { return kept.has_value(); }, 20'000) && *kept);
        passwords->forget(proxy.url());
        bool isLoaded = false;
        flows::loadProxyPassword(
            proxy.url(), &keychain, passwords, this, [&isLoaded](const Result<> &) { isLoaded = true; });
        passwords->remember(proxy.url(), SecretBytes("new"));
        QVERIFY(QTest::qWaitFor([&] { return isLoaded; }, 20'000));
        QCOMPARE(passwords->of(proxy.url()).view(), QByteArrayView("new"));
    }
};

QTEST_GUILESS_MAIN(TestProxySignIn)
#include "tst_proxy_sign_in.moc"
