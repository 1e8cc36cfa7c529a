// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "presenters/key_page_presenter.h"

#include <QSignalSpy>

using namespace waybill;
using namespace waybill::ui;
using practices::Step;
using P = KeyPagePresenter;

namespace {

P::Secrets twice(const QString &passphrase)
{
    return {passphrase, passphrase, {}};
}

} // namespace

class TestKeyPagePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheEnvironment()
    {
        test::Onboarding o;
        P presenter(o.practice());
        QVERIFY(!presenter.state().frame.primaryEnabled);
        QSignalSpy step(&presenter, &PagePresenter::stepRequested);
        presenter.noticeAction();
        QCOMPARE(step.first().first().value<Step>(), Step::Environment);
    }

    void proposesAnRsaKeyForEcwAndWarnsOfTheOther() // EC-001, SB-020
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        QCOMPARE(presenter.state().kind, keys::KeyKind::Rsa4096);
        const QString note = presenter.state().kindNote;
        presenter.setKind(keys::KeyKind::EcP384);
        QVERIFY(presenter.state().kindNote != note);
        QVERIFY(presenter.state().kindNote.contains(QStringLiteral("RS384")));
    }

    void twoDifferentPassphrasesMakeNothing()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        presenter.setPlace(P::Place::File);
        presenter.submit({QStringLiteral("correct horse"), QStringLiteral("correct house"), {}});
        QVERIFY(presenter.state().frame.notice);
        QVERIFY(presenter.state().frame.busy.isEmpty());
        presenter.submit(twice(QStringLiteral("short")));
        QVERIFY(presenter.state().frame.notice);
        QVERIFY(presenter.state().frame.busy.isEmpty());
    }

    void makesAKeyShowsItsPublicHalfAndGoesOn()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        presenter.setKind(keys::KeyKind::EcP384);
        presenter.setPlace(P::Place::File);
        QVERIFY(presenter.state().path.startsWith(o.home()));
        presenter.submit(twice(test::kPassphrase));
        QVERIFY(!presenter.state().frame.busy.isEmpty());
        QVERIFY(presenter.state().frame.canStop);
        QVERIFY(!presenter.state().frame.primaryEnabled);
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        QVERIFY(presenter.state().key);
        QVERIFY(!presenter.state().making);
        QCOMPARE(presenter.state().key->algorithm, QStringLiteral("ES384 · 384 bit"));
        QCOMPARE(presenter.state().key->keyId, presenter.state().key->thumbprint);
        QVERIFY(presenter.state().key->jwks.contains(presenter.state().key->keyId));
        QVERIFY(!presenter.state().key->jwks.contains(QStringLiteral("\"d\"")));
        QCOMPARE(presenter.state().key->age, QStringLiteral("just now"));
        QSignalSpy next(&presenter, &PagePresenter::continueRequested);
        presenter.primary();
        QCOMPARE(next.size(), 1);
    }

    void anotherKeyCanBeMadeWithoutTouchingTheOldFile()
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        const QString first = o.profile().keyThumbprint;
        P presenter(o.practice());
        QVERIFY(!presenter.state().making);
        presenter.makeAnother(true);
        QVERIFY(presenter.state().making);
        presenter.setKind(keys::KeyKind::EcP384);
        presenter.setPlace(P::Place::File);
        presenter.setPath(o.inHome(QStringLiteral("key.pem")));
        presenter.submit(twice(test::kPassphrase));
        QVERIFY2(presenter.state().frame.notice, "the file is there already");
        presenter.setPath(o.inHome(QStringLiteral("second.pem")));
        presenter.submit(twice(test::kPassphrase));
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        QVERIFY(o.profile().keyThumbprint != first);
        QVERIFY(QFile::exists(o.inHome(QStringLiteral("key.pem"))));
    }

    void importingNeedsAFile() // SB-028
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        presenter.setMode(P::Mode::Import);
        QVERIFY(!presenter.state().frame.primaryEnabled);
        presenter.setImportPath(o.inHome(QStringLiteral("nothing-here.pem")));
        QVERIFY(presenter.state().frame.primaryEnabled);
        presenter.setPlace(P::Place::File);
        presenter.submit(twice(test::kPassphrase));
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().frame.busy.isEmpty(); }));
        QVERIFY(presenter.state().frame.notice);
        QVERIFY(presenter.state().making);
    }

    void withoutAKeychainAFileIsProposed()
    {
        if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
            return;
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        P presenter(o.practice());
        QCOMPARE(presenter.state().place, P::Place::Keychain);
        presenter.entered();
        QVERIFY(test::Onboarding::waitFor([&] { return presenter.state().canRetryKeychain; }));
        QCOMPARE(presenter.state().keychain.look, CheckLine::Look::Attention);
        QVERIFY(!presenter.state().keychain.detail.isEmpty());
        QCOMPARE(presenter.state().place, P::Place::File);
        presenter.setPlace(P::Place::Keychain); // the person's own choice stands
        presenter.retryKeychain();
        QCOMPARE(presenter.state().place, P::Place::Keychain);
    }

    void aKeySaysWhichPracticesSignWithIt() // SB-033
    {
        test::Onboarding o;
        QVERIFY(o.chooseEnvironment());
        QVERIFY(o.makeKey());
        KeyPagePresenter alone(o.practice());
        QVERIFY2(alone.state().key->usedBy.contains(QLatin1String("Elm Street")),
            qPrintable(alone.state().key->usedBy));
        QVERIFY(o.practice().environment().duplicate(practices::Environment::Sandbox));
        KeyPagePresenter shared(o.practice());
        QVERIFY(shared.state().key->usedBy.contains(QLatin1String("Elm Street (copy)")));
        QVERIFY(!shared.state().key->age.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKeyPagePresenter)
#include "tst_key_page_presenter.moc"
