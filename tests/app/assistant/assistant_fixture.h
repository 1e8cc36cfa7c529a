// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/client_desk.h"
#include "assistant/connection_desk.h"
#include "assistant/draft.h"
#include "assistant/endpoint_desk.h"
#include "assistant/environment_desk.h"
#include "assistant/group_desk.h"
#include "assistant/hand_over_desk.h"
#include "assistant/key_desk.h"
#include "assistant/key_files.h"
#include "assistant/launch_desk.h"
#include "assistant/onboard_practice.h"
#include "assistant/steps.h"
#include "http/qt_transport.h"
#include "practices/store.h"
#include "support/sandbox_process.h"
#include "vault/key_file.h"
#include "vault/secret_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace waybill::test {

inline const QString kPassphrase = QStringLiteral("correct horse battery");

/// The system's clock, or so many hours later: days pass in a test.
class ShiftedClock final : public Clock
{
public:
    Instant now() const override { return m_system.now() + shift; }
    Steady steady() const override { return m_system.steady(); }
    std::chrono::hours shift{0};

private:
    SystemClock m_system;
};

/// A practice being onboarded with everything real but the keychain's daemon: a store in a folder of its
/// own, HTTP over loopback, keys in encrypted files.
class Onboarding
{
public:
    Onboarding()
        : m_store(*practices::Store::open(m_home.path()))
        , m_transport(http::makeQtTransport())
    {
        open({});
    }

    /// As if the assistant had been closed and opened again: only the store remains.
    void reopen()
    {
        const QString id = practice().draft().profile().id;
        m_practice.reset();
        open(**m_store->profile(id));
        m_practice->setSandbox(m_offer);
    }

    void offer(const SandboxProcess &sandbox)
    {
        m_offer = offerOf(sandbox);
        m_practice->setSandbox(m_offer);
    }

    assistant::OnboardPractice &practice() { return *m_practice; }
    practices::Store &store() { return *m_store; }
    const practices::Profile &profile() { return m_practice->draft().profile(); }
    practices::StepRecord record(practices::Step step) { return assistant::recordOf(profile(), step); }
    void shiftClock(std::chrono::hours hours) { m_clock.shift = hours; }
    QString home() const { return m_home.path(); }
    QString inHome(const QString &name) const { return m_home.filePath(name); }

    static SecretBytes passphrase() { return SecretBytes(kPassphrase.toUtf8()); }
    assistant::KeyPlace filePlace(const QString &name = QStringLiteral("key.pem"))
    {
        return {false, inHome(name), passphrase()};
    }

    Result<> chooseEnvironment(
        practices::Environment environment = practices::Environment::Sandbox, bool builtIn = true)
    {
        return practice().environment().accept({environment, builtIn, QStringLiteral("Elm Street")});
    }
    /// P-384 is made in an instant.
    bool makeKey(keys::KeyKind kind = keys::KeyKind::EcP384, const QString &name = QStringLiteral("key.pem"))
    {
        practice().key().generate(kind, filePlace(name));
        return waitFor([this] {
            return practice().key().state().work == assistant::KeyDeskState::Work::Idle;
        }) && record(practices::Step::Key).state == practices::StepState::Ok;
    }

    /// A kept and unlocked RS384 key without the seconds it takes to make one: `which` is made and encrypted
    /// once a process.
    bool adoptKey(int which = 0)
    {
        struct Made {
            keys::KeyPair pair;
            SecretBytes pem;
        };
        static std::map<int, Made> made;
        if (!made.contains(which)) {
            const auto pair = keys::generate(keys::KeyKind::Rsa3072);
            auto pem = pair->encryptedPkcs8(passphrase());
            made.emplace(which, Made{*pair, std::move(*pem)});
        }
        const Made &key = made.at(which);
        const QString path = inHome(QStringLiteral("key-%1.pem").arg(which));
        const QString thumbprint = QString::fromLatin1(key.pair.thumbprint());
        if (!vault::writeKeyFile(path, key.pem)
            || !assistant::writePublicHalf(inHome(QStringLiteral("keys")), key.pair, thumbprint))
            return false;
        practice().draft().complete(
            practices::Step::Key, QStringLiteral("adopted"), [&](practices::Profile &p) {
                p.key = {practices::KeyReference::Kind::File, path};
                p.keyId = p.keyThumbprint = thumbprint;
                p.algorithm = QStringLiteral("RS384");
            });
        reopen();
        practice().keyHolder().hold(key.pair);
        return true;
    }

    /// With its key: the endpoint is chosen, and the sandbox hosts the key set and knows the client.
    bool registerAt(const SandboxProcess &sandbox, const SandboxProcess::Practice &at)
    {
        offer(sandbox);
        practice().endpoint().type(at.fhirBaseUrl.toString());
        if (!practice().endpoint().accept())
            return false;
        practice().client().registerWithSandbox(assistant::Registration::JwksUrl);
        return waitFor([this] { return record(practices::Step::Client).state == practices::StepState::Ok; });
    }

    static bool waitFor(const std::function<bool()> &done, int milliseconds = 20'000)
    {
        return QTest::qWaitFor(done, milliseconds);
    }

    static assistant::SandboxOffer offerOf(const SandboxProcess &sandbox)
    {
        assistant::SandboxOffer offer{sandbox.portal(), sandbox.practiceList(), {}};
        for (const SandboxProcess::Practice &practice : sandbox.practices())
            offer.practices.append({practice.name, practice.code, practice.vendor, practice.fhirBaseUrl});
        return offer;
    }

private:
    void open(const practices::Profile &profile)
    {
        m_practice = std::make_unique<assistant::OnboardPractice>(
            assistant::OnboardPractice::Deps{*m_transport, m_clock, *m_store, m_keychain, m_home.path()},
            profile);
    }

    QTemporaryDir m_home;
    assistant::SandboxOffer m_offer;
    ShiftedClock m_clock;
    std::unique_ptr<practices::Store> m_store;
    std::unique_ptr<http::Transport> m_transport;
    vault::KeychainStore m_keychain{QStringLiteral("io.waybill.test")};
    std::unique_ptr<assistant::OnboardPractice> m_practice;
};

} // namespace waybill::test
