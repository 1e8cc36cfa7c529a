// SPDX-License-Identifier: Apache-2.0
#include "app/assistant/assistant_fixture.h"
#include "assistant/all_keys.h"
#include "assistant/key_rotation.h"
#include "assistant/record.h"

#include <QFile>

using namespace waybill;
using namespace waybill::assistant;
using practices::Environment;
using practices::KeyReference;
using waybill::test::Onboarding;

/// Which keys there are, who needs them, and how one goes (SB-033).
class TestAllKeys : public QObject
{
    Q_OBJECT

    KeyUse use(const QString &thumbprint)
    {
        for (const KeyUse &one : keyUses(m_o->store()).value_or(QList<KeyUse>())) {
            if (one.record.thumbprint == thumbprint)
                return one;
        }
        return {};
    }
    /// The answer to a wish to delete.
    Result<> removed(const QString &thumbprint, const QString &consent)
    {
        AllKeys keys({m_o->store(), m_keychain, m_o->inHome(QStringLiteral("keys"))});
        std::optional<Result<>> answer;
        keys.remove(thumbprint, consent, &keys, [&answer](const Result<> &result) { answer = result; });
        return Onboarding::waitFor([&answer] { return answer.has_value(); })
            ? *answer
            : Result<>(failure(ErrorCode::Internal, QStringLiteral("no answer")));
    }
    static QString start(const QString &thumbprint) { return thumbprint.left(8); }

private Q_SLOTS:
    void init()
    {
        m_o = std::make_unique<Onboarding>();
        QVERIFY(m_o->chooseEnvironment() && m_o->makeKey());
        m_first = m_o->profile().keyThumbprint;
    }

    void aKeyKnowsItsPracticesItsAgeAndItsEnvironment()
    {
        practices::Profile other = m_o->profile();
        other.id = QStringLiteral("other");
        other.name = QStringLiteral("Oak Street");
        other.archived = true; // it may come back
        QVERIFY(m_o->store().saveProfile(other));
        const KeyUse first = use(m_first);
        QCOMPARE(first.usedBy, (QStringList{QStringLiteral("Elm Street"), QStringLiteral("Oak Street")}));
        QCOMPARE(first.record.environment, Environment::Sandbox);
        QVERIFY(!first.record.createdAt.isEmpty());
        QVERIFY(first.isNeeded());
        QVERIFY(m_o->makeKey(keys::KeyKind::EcP384, QStringLiteral("second.pem")));
        QCOMPARE(use(m_first).usedBy, QStringList{QStringLiteral("Oak Street")});
        QCOMPARE(use(m_o->profile().keyThumbprint).usedBy, QStringList{QStringLiteral("Elm Street")});
    }

    void aKeyThatSomebodyNeedsStays()
    {
        const Result<> answer = removed(m_first, start(m_first));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Busy);
        QVERIFY(answer.error().what.contains(QStringLiteral("Elm Street")));
        QVERIFY(QFile::exists(m_o->inHome(QStringLiteral("key.pem"))));
    }

    void aKeyInARotationStays()
    {
        rotation::State turn;
        turn.phase = rotation::Phase::Overlap;
        turn.old = {m_first, m_first, QStringLiteral("ES384"), m_o->profile().key};
        QVERIFY(m_o->makeKey(keys::KeyKind::EcP384, QStringLiteral("second.pem")));
        const QString second = m_o->profile().keyThumbprint;
        turn.next = {second, second, QStringLiteral("ES384"), m_o->profile().key};
        m_o->practice().draft().changeRecord(
            [&turn](OnboardingRecord &record) { record.rotation = rotation::toJson(turn); });
        QCOMPARE(use(m_first).rotatedBy, QStringList{QStringLiteral("Elm Street")});
        QVERIFY(!removed(m_first, start(m_first)));
        m_o->practice().draft().changeRecord([](OnboardingRecord &record) {
            record.rotation = {};
            record.retiredKeys.insert(QStringLiteral("another"), QJsonObject{});
        });
        QVERIFY(removed(m_first, start(m_first)));
    }

    void anUnusedKeyGoesOnlyByTypedConsent()
    {
        QVERIFY(m_o->makeKey(keys::KeyKind::EcP384, QStringLiteral("second.pem")));
        const QString half = m_o->inHome(QStringLiteral("keys/%1.jwks.json").arg(m_first));
        QVERIFY(QFile::exists(half));
        QVERIFY(!removed(m_first, {}));
        QVERIFY(!removed(m_first, QStringLiteral("delete")));
        QVERIFY(QFile::exists(m_o->inHome(QStringLiteral("key.pem"))));
        QVERIFY(removed(m_first, start(m_first)));
        QVERIFY(!QFile::exists(m_o->inHome(QStringLiteral("key.pem"))));
        QVERIFY(!QFile::exists(half));
        QVERIFY(use(m_first).record.thumbprint.isEmpty());
        QVERIFY(!removed(m_first, start(m_first))); // not twice
        QVERIFY(QFile::exists(m_o->inHome(QStringLiteral("second.pem"))));
    }

    void whatLiesInTheKeysPlaceNowIsNotDeletedBlindly()
    {
        QVERIFY(m_o->makeKey(keys::KeyKind::EcP384, QStringLiteral("second.pem")));
        QFile file(m_o->inHome(QStringLiteral("key.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("my diary\n") > 0);
        file.close();
        QVERIFY(!removed(m_first, start(m_first)));
        QVERIFY(file.exists());
        QVERIFY(!use(m_first).record.thumbprint.isEmpty());
        QVERIFY(file.remove()); // gone already is gone
        QVERIFY(removed(m_first, start(m_first)));
    }

    void aKeyThatComesBackFromAFileKeepsItsAgeAndEnvironment()
    {
        practices::KeyRecord again = use(m_first).record;
        const QString made = again.createdAt;
        again.createdAt = QStringLiteral("2030-01-01T00:00:00Z");
        again.environment = Environment::Production;
        again.where = {KeyReference::Kind::File, QStringLiteral("/elsewhere/key.pem")};
        QVERIFY(m_o->store().saveKey(again));
        QCOMPARE(use(m_first).record.createdAt, made);
        QCOMPARE(use(m_first).record.environment, Environment::Sandbox); // SB-034
        QCOMPARE(use(m_first).record.where, again.where);
    }

private:
    vault::KeychainStore m_keychain{QStringLiteral("io.waybill.test")};
    std::unique_ptr<Onboarding> m_o;
    QString m_first;
};

QTEST_GUILESS_MAIN(TestAllKeys)
#include "tst_all_keys.moc"
