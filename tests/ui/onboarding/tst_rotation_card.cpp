// SPDX-License-Identifier: Apache-2.0
// The cards for a change of the key and for the way to the server, in each of their states.
#include "onboarding/endpoint_page.h"
#include "onboarding/key_export_card.h"
#include "onboarding/key_page.h"
#include "onboarding/network_card.h"
#include "onboarding/rotation_card.h"
#include "presenters/rotation_words.h"
#include "support/widget_checks.h"
#include "ui/onboarding/page_states.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace waybill;
using namespace waybill::ui;
using assistant::rotation::Phase;
using support::named;

namespace {

constexpr QSize kArea{740, 1150};
const Instant kNow = toInstant(QDateTime({2026, 11, 23}, {10, 0}, Qt::UTC));

assistant::rotation::State at(Phase phase, bool exposed = false)
{
    using namespace std::chrono_literals;
    assistant::rotation::State state;
    state.phase = phase;
    state.exposed = exposed;
    state.old = {QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W"), QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W"),
        QStringLiteral("RS384"), {}};
    state.next = {QStringLiteral("iqg8kF1hJe9FZ5MXkYH3eg"), QStringLiteral("iqg8kF1hJe9FZ5MXkYH3eg"),
        QStringLiteral("RS384"), {}};
    state.startedAt = kNow - 2h;
    if (phase > Phase::Publishing)
        state.seenAt = kNow - 1h;
    if (phase > Phase::Publishing)
        state.readyAt = exposed ? kNow - 1h : kNow + 23h;
    if (phase > Phase::Testing) {
        state.readyAt = kNow - 1h;
        state.switchedAt = kNow - 30min;
        state.retireAt = kNow + 23h;
    }
    return state;
}

RotationPresenter::State shown(const assistant::rotation::State &rotation)
{
    const rotation_words::Facts facts{rotation, 0, kNow, false};
    RotationPresenter::State state;
    state.active = true;
    state.urgent = rotation.exposed;
    state.summary = rotation_words::summary(facts);
    state.steps = rotation_words::steps(facts);
    state.whatToDo = rotation_words::whatToDo(facts);
    state.set = QStringLiteral("{\n    \"keys\": [\n        {\n            \"kid\": \"NzbLsXh8uDCcd\"\n");
    const bool awaits = rotation.phase == Phase::Publishing || rotation.phase == Phase::Settling;
    state.showsSet = rotation.phase == Phase::Publishing || rotation.phase == Phase::Retiring;
    state.canLook = state.canWatch = awaits || rotation.phase == Phase::Retiring;
    state.canTest = rotation.phase == Phase::Ready;
    state.canUseOld = state.canRetire = rotation.phase == Phase::Overlap;
    state.canGiveUp = rotation.phase <= Phase::Testing;
    state.canExpose = !rotation.exposed;
    return state;
}

NetworkPresenter::State trusting()
{
    NetworkPresenter::State state;
    state.ownAuthorities = true;
    state.summary =
        QStringLiteral("In use: 1 own authority beside the system's, the proxy http://proxy:8080.");
    state.authorities = {{QStringLiteral("Elm Street Private CA"),
        QStringLiteral(
            "good until 2031-01-01\nSHA-256 "
            "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:"
            "67:89")}};
    state.proxy = QStringLiteral("http://proxy:8080");
    return state;
}

void look(QWidget &page, const QString &name)
{
    const QStringList faults = support::faultsOf(page, name);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral(", "))));
}

} // namespace
Q_DECLARE_METATYPE(waybill::ui::RotationPresenter::State)

class TestRotationCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, readSystemLook()); }

    void eachStateIsReadable_data() // SB-032
    {
        QTest::addColumn<RotationPresenter::State>("state");
        QTest::newRow("publishing") << shown(at(Phase::Publishing));
        QTest::newRow("exposed") << shown(at(Phase::Publishing, true));
        QTest::newRow("settling") << shown(at(Phase::Settling));
        QTest::newRow("ready") << shown(at(Phase::Ready));
        QTest::newRow("overlap") << shown(at(Phase::Overlap));
        QTest::newRow("retiring") << shown(at(Phase::Retiring));
        RotationPresenter::State refused = shown(at(Phase::Ready));
        refused.trouble = QStringLiteral("The server refused the new key: invalid_client (HTTP 401).");
        QTest::newRow("refused") << refused;
        RotationPresenter::State locked = shown(at(Phase::Ready));
        locked.needsPassphrase = true;
        QTest::newRow("locked") << locked;
        RotationPresenter::State done;
        done.done = QStringLiteral("The old key NzbLsXh8uDCcd is retired; the new one signs.");
        QTest::newRow("done") << done;
    }
    void eachStateIsReadable()
    {
        QFETCH(const RotationPresenter::State, state);
        KeyPage page;
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        KeyPagePresenter::State key = test::keyStates().last().second;
        for (const auto &[name, candidate] : test::keyStates()) {
            if (candidate.key && !candidate.making)
                key = candidate;
        }
        page.render(key);
        page.rotation().render(state);
        look(page, QStringLiteral("2-rotation-") + QLatin1String(QTest::currentDataTag()));
    }

    void onlyWhatFitsCanBePressed()
    {
        RotationCard card;
        card.show();
        card.render(shown(at(Phase::Settling)));
        QVERIFY(!named<QPushButton>(card, QStringLiteral("Test the new key")));
        QVERIFY(named<QPushButton>(card, QStringLiteral("hosted copy")));
        QSignalSpy looks(&card, &RotationCard::lookWanted);
        named<QPushButton>(card, QStringLiteral("hosted copy"))->click();
        QCOMPARE(looks.size(), 1);
        QSignalSpy watches(&card, &RotationCard::watchToggled);
        named<QCheckBox>(card, QStringLiteral("every minute"))->click();
        QCOMPARE(watches.size(), 1);
        QVERIFY(watches.first().first().toBool());
        card.render(shown(at(Phase::Ready)));
        QSignalSpy tests(&card, &RotationCard::testWanted);
        named<QPushButton>(card, QStringLiteral("new key"))->click();
        QCOMPARE(tests.size(), 1);
        card.render({});
        QVERIFY(card.isHidden());
    }

    void theWaysAreSaidInWords()
    {
        const auto settling = at(Phase::Settling);
        const auto steps = rotation_words::steps({settling, 0, kNow, false});
        QCOMPARE(steps.size(), 5);
        QCOMPARE(steps.at(0).look, CheckLine::Look::Ok);
        QCOMPARE(steps.at(2).look, CheckLine::Look::Attention);
        QVERIFY2(steps.at(2).detail.contains(QLatin1String("23")), qPrintable(steps.at(2).detail));
        const auto exposed = at(Phase::Publishing, true);
        QCOMPARE(rotation_words::steps({exposed, 0, kNow, false}).size(), 3); // no waiting, no overlap
        const auto overlap = at(Phase::Overlap);
        QVERIFY(!rotation_words::whatToDo({overlap, 2, kNow, false}).isEmpty());
        QVERIFY(rotation_words::whatToDo({overlap, 0, kNow, false}).isEmpty());
    }

    void aSuccessorIsAskedForWithItsPurpose()
    {
        KeyPage page;
        page.show();
        KeyPagePresenter::State state;
        state.key = KeyPagePresenter::Key{};
        state.making = false;
        state.canRotate = true;
        page.render(state);
        QSignalSpy rotates(&page, &KeyPage::rotate);
        named<QPushButton>(page, QStringLiteral("otate the key"))->click();
        named<QPushButton>(page, QStringLiteral("exposed"))->click();
        QCOMPARE(rotates.size(), 2);
        QVERIFY(!rotates.at(0).first().toBool() && rotates.at(1).first().toBool());
        state.making = true;
        state.purpose = KeyPagePresenter::Purpose::Rotation;
        page.render(state);
        QSignalSpy back(&page, &KeyPage::makeAnother);
        named<QPushButton>(page, QStringLiteral("Keep the present"))->click();
        QCOMPARE(back.size(), 1);
        QVERIFY(!back.first().first().toBool());
    }

    void aCopyForOperationsNeedsTheTypedName()
    {
        KeyPage page;
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        KeyPagePresenter::State key;
        key.frame.primary = QStringLiteral("&Continue");
        key.key = KeyPagePresenter::Key{};
        key.making = false;
        page.render(key);
        KeyExportPresenter::State state;
        state.available = true;
        state.toType = QStringLiteral("Elm Street");
        page.keyExport().render(state);
        named<QToolButton>(page, QStringLiteral("Give a copy"))->click();
        look(page, QStringLiteral("2-key-export-pem"));
        auto *write = named<QPushButton>(page, QStringLiteral("Write the copy"));
        QVERIFY(!write->isEnabled());
        for (auto *field : page.keyExport().findChildren<QLineEdit *>()) {
            if (field->echoMode() == QLineEdit::Normal)
                QTest::keyClicks(field, QStringLiteral("Elm Street"));
        }
        QVERIFY(write->isEnabled());
        state.encrypted = false;
        page.keyExport().render(state);
        look(page, QStringLiteral("2-key-export-jwk"));
    }

    void authoritiesAndProxyAreReadable()
    {
        EndpointModel model;
        EndpointPage page(&model);
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.render(test::endpointStates().first().second);
        page.network().render(trusting());
        look(page, QStringLiteral("3-network-folded"));
        named<QToolButton>(page, QStringLiteral("Change"))->click();
        look(page, QStringLiteral("3-network-open"));
        NetworkPresenter::State wrong = trusting();
        wrong.problem = QStringLiteral("This is not the address of a proxy.");
        page.network().render(wrong);
        look(page, QStringLiteral("3-network-wrong"));
        QSignalSpy proxies(&page.network(), &NetworkCard::proxyEntered);
        auto *proxy = page.network().findChild<QLineEdit *>();
        proxy->setText(QStringLiteral("other:8080"));
        proxy->setFocus();
        QTest::keyClick(proxy, Qt::Key_Return);
        QVERIFY(!proxies.isEmpty());
        QCOMPARE(proxies.first().first().toString(), QStringLiteral("other:8080"));
    }

    void aProxyThatNamesAUserAsksForItsPassword() // HT-41
    {
        EndpointModel model;
        EndpointPage page(&model);
        page.resize(kArea);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.render(test::endpointStates().first().second);
        NetworkPresenter::State state = trusting();
        page.network().render(state);
        named<QToolButton>(page, QStringLiteral("Change"))->click();
        QVERIFY(named<QPushButton>(page, QStringLiteral("eep the password")) == nullptr);
        state.proxy = QStringLiteral("http://ann@proxy.example:8080");
        state.asksPassword = true;
        state.passwordNote = QStringLiteral("No password yet: the proxy will refuse.");
        page.network().render(state);
        look(page, QStringLiteral("3-network-password"));
        auto *keep = named<QPushButton>(page, QStringLiteral("eep the password"));
        QVERIFY(keep != nullptr && !keep->isEnabled());
        QLineEdit *password = nullptr;
        for (auto *field : page.network().findChildren<QLineEdit *>()) {
            if (field->echoMode() != QLineEdit::Normal)
                password = field;
        }
        QVERIFY(password != nullptr);
        QSignalSpy typed(&page.network(), &NetworkCard::passwordEntered);
        QTest::keyClicks(password, QStringLiteral("s3cret"));
        keep->click();
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.first().first().toString(), QStringLiteral("s3cret"));
        QVERIFY(password->text().isEmpty());
        state.canForget = true;
        state.passwordNote = QStringLiteral("Kept in the system's keychain.");
        page.network().render(state);
        look(page, QStringLiteral("3-network-password-kept"));
        QSignalSpy forgets(&page.network(), &NetworkCard::forgetWanted);
        named<QPushButton>(page, QStringLiteral("Forget"))->click();
        QCOMPARE(forgets.size(), 1);
    }
};
QTEST_MAIN(TestRotationCard)
#include "tst_rotation_card.moc"
