// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "http/qt_transport.h"
#include "practices/run_lock.h"
#include "practices/store.h"
#include "presenters/workspace.h"
#include "vault/secret_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;

namespace {

const QString kPatient = QStringLiteral("Patient");
const QString kValue = QStringLiteral("2026-06-24T03:14:07.123Z");
const QString kWhy = QStringLiteral("The server lost a week.");

} // namespace

/// A person moves watermarks in the window (BD-182), and never while somebody's export owns them (F-106).
class TestWorkspaceWatermarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        auto store = practices::Store::open(m_home->path());
        QVERIFY(store);
        m_store = std::move(*store);
        practices::Profile profile;
        profile.id = QStringLiteral("p1");
        profile.name = QStringLiteral("Elm Street");
        profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir.example/r4/ABC"));
        profile.group.value = QStringLiteral("g");
        QVERIFY(m_store->saveProfile(profile));
        m_key = practices::watermarkKey(profile);
        m_transport = http::makeQtTransport();
        m_workspace = std::make_unique<Workspace>(
            Workspace::Deps{*m_store, m_clock, *m_transport, m_keychain, m_home->path(), {}, {}});
        m_workspace->begin();
        m_workspace->choose(profile.id);
    }
    void cleanup() { m_workspace.reset(); }

    void aMoveIsWrittenWithItsReason()
    {
        QSignalSpy changed(m_workspace.get(), &Workspace::runsChanged);
        QVERIFY(m_workspace->moveWatermarks({kPatient}, kValue, kWhy));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_workspace->watermarks().value(0).value, kValue);
        QCOMPARE(m_workspace->audit().value(0).why, kWhy);
        QVERIFY(!m_workspace->moveWatermarks({kPatient}, kValue, {}));
        QCOMPARE(m_workspace->audit().size(), 1);
    }

    void nobodyMovesThemWhileAnExportOwnsThem()
    {
        {
            const auto owner = practices::RunLock::acquire(m_home->path(), m_key);
            QVERIFY(owner);
            const auto moved = m_workspace->moveWatermarks({kPatient}, kValue, kWhy);
            QVERIFY(!moved);
            QCOMPARE(moved.error().code, ErrorCode::Busy);
            QVERIFY(m_workspace->watermarks().isEmpty());
            QVERIFY(m_workspace->audit().isEmpty());
        }
        QVERIFY(m_workspace->moveWatermarks({kPatient}, kValue, kWhy));
        // And the move does not keep the lock.
        QVERIFY(practices::RunLock::acquire(m_home->path(), m_key));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<practices::Store> m_store;
    SystemClock m_clock;
    vault::KeychainStore m_keychain;
    std::unique_ptr<http::Transport> m_transport;
    practices::WatermarkKey m_key;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(TestWorkspaceWatermarks)
#include "tst_workspace_watermarks.moc"
