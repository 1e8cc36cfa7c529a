// SPDX-License-Identifier: Apache-2.0
// The dialogs over all practices: their keys, and those that are off the list.
#include "assistant/environment_desk.h"
#include "http/qt_transport.h"
#include "panels/all_keys_dialog.h"
#include "panels/archive_dialog.h"
#include "practices/store.h"
#include "presenters/workspace.h"
#include "support/sample_home.h"
#include "support/widget_checks.h"
#include "vault/secret_store.h"

#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace waybill;
using namespace waybill::ui;
using practices::Environment;
using practices::KeyReference;

namespace {

const QString kUsed = QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
const QString kUnused = QStringLiteral("iqg8kF1hJe9FZ5MXkYH3eg_7noWXFZAfHkxZsRGC9Xs");

} // namespace

class TestKeyDialogs : public QObject
{
    Q_OBJECT

    template <typename Dialog = QDialog>
    Dialog *dialog(const char *name)
    {
        return m_window.findChild<Dialog *>(QLatin1String(name));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, readSystemLook()); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_store = *practices::Store::open(m_home->path());
        for (practices::Profile profile : support::samplePractices()) {
            profile.keyThumbprint = kUsed;
            QVERIFY(m_store->saveProfile(profile));
        }
        const QString at = QStringLiteral("2026-01-05T08:00:00Z");
        QVERIFY(m_store->saveKey({kUsed, kUsed, QStringLiteral("RS384"),
            {KeyReference::Kind::Keychain, QStringLiteral("key-") + kUsed}, at, Environment::Production}));
        QVERIFY(m_store->saveKey({kUnused, kUnused, QStringLiteral("ES384"),
            {KeyReference::Kind::File, m_home->filePath(QStringLiteral("old.pem"))}, at,
            Environment::Sandbox}));
        QFile file(m_home->filePath(QStringLiteral("old.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("-----BEGIN ENCRYPTED PRIVATE KEY-----\n") > 0);
        m_workspace = std::make_unique<Workspace>(
            Workspace::Deps{*m_store, m_clock, *m_transport, m_keychain, m_home->path(), {}, {}});
        m_workspace->begin();
        m_window.resize(900, 600);
        m_window.show();
    }
    void cleanup()
    {
        for (QDialog *open : m_window.findChildren<QDialog *>())
            delete open;
        m_workspace.reset();
    }

    void allKeysAreShownWithWhoNeedsThem() // SB-033
    {
        showAllKeys(&m_window, *m_workspace);
        auto *keys = dialog<AllKeysDialog>("allKeysDialog");
        QVERIFY(keys);
        auto *table = keys->findChild<QTableView *>(QStringLiteral("keysTable"));
        QCOMPARE(table->model()->rowCount(), 2);
        QStringList said;
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                said.append(table->model()->index(row, column).data().toString());
        }
        const QString all = said.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("5 practice(s): Clínica San José")), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("PRODUCTION")) && all.contains(QStringLiteral("not used")));
        QCOMPARE(support::unnamedControls(*keys).join(QLatin1Char(',')), QString());
        QCOMPARE(support::richTextLabels(*keys), QStringList());
        support::inBothThemes(
            [&](const QString &theme) { support::takePicture(*keys, QStringLiteral("all-keys-") + theme); });
    }

    void aKeyIsDeletedOnlyByTypedConsent()
    {
        showAllKeys(&m_window, *m_workspace);
        auto *keys = dialog<AllKeysDialog>("allKeysDialog");
        auto *table = keys->findChild<QTableView *>(QStringLiteral("keysTable"));
        auto *consent = keys->findChild<QLineEdit *>(QStringLiteral("deleteConsent"));
        auto *remove = support::named<QPushButton>(*keys, QStringLiteral("Delete this key"));
        QVERIFY(!remove); // nothing is chosen
        const auto choose = [table](const QString &thumbprint) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, 0).data(IdRole).toString() == thumbprint)
                    table->selectRow(row);
            }
        };
        choose(kUsed);
        QVERIFY(!support::named<QPushButton>(*keys, QStringLiteral("Delete this key"))); // somebody needs it
        choose(kUnused);
        remove = support::named<QPushButton>(*keys, QStringLiteral("Delete this key"));
        QVERIFY(remove && !remove->isEnabled());
        QTest::keyClicks(consent, QStringLiteral("iqg8"));
        QVERIFY(!remove->isEnabled());
        QTest::keyClicks(consent, QStringLiteral("kF1h"));
        QVERIFY(remove->isEnabled());
        support::inBothThemes([&](const QString &theme) {
            support::takePicture(*keys, QStringLiteral("all-keys-delete-") + theme);
        });
        remove->click();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("old.pem"))));
        QVERIFY(support::named<QLabel>(*keys, QStringLiteral("is deleted")));
    }

    void aPracticeComesBackAsItWas()
    {
        const QString id = QStringLiteral("practice-1");
        const practices::Profile before = **m_store->profile(id);
        m_workspace->archive(id);
        QCOMPARE(m_workspace->practices().size(), 4);
        QVERIFY((*m_store->profile(id))->archived);
        showArchive(&m_window, *m_workspace);
        auto *archive = dialog("archiveDialog");
        auto *list = archive->findChild<QListView *>(QStringLiteral("archivedPractices"));
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(support::unnamedControls(*archive).join(QLatin1Char(',')), QString());
        auto *back = support::named<QPushButton>(*archive, QStringLiteral("back on the list"));
        QVERIFY(back && !back->isEnabled());
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(back->isEnabled());
        support::inBothThemes([&](const QString &theme) {
            support::takePicture(*archive, QStringLiteral("archive-") + theme);
        });
        back->click();
        QCOMPARE(**m_store->profile(id), before);
        QCOMPARE(m_workspace->currentId(), id);
        QCOMPARE(m_workspace->practices().size(), 5);
        QVERIFY(support::named<QLabel>(*archive, QStringLiteral("No practice was taken off")));
        support::inBothThemes([&](const QString &theme) {
            support::takePicture(*archive, QStringLiteral("archive-empty-") + theme);
        });
    }

    void aNewNameChangesNothingElse()
    {
        m_workspace->choose(QStringLiteral("practice-1"));
        const practices::Profile before = *m_workspace->current();
        QVERIFY(m_workspace->assistant()->environment().accept(
            {before.environment, false, QStringLiteral("Elm Street, new name")}));
        practices::Profile after = **m_store->profile(before.id);
        QCOMPARE(after.name, QStringLiteral("Elm Street, new name"));
        QCOMPARE(practices::watermarkKey(after), practices::watermarkKey(before));
        after.name = before.name;
        after.practiceName = before.practiceName;
        after.steps[practices::Step::Environment] = before.steps[practices::Step::Environment];
        QCOMPARE(after, before);
    }

private:
    QWidget m_window;
    SystemClock m_clock;
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();
    vault::KeychainStore m_keychain{QStringLiteral("io.waybill.test")};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<practices::Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(TestKeyDialogs)
#include "tst_key_dialogs.moc"
