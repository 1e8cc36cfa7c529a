// SPDX-License-Identifier: Apache-2.0
// The green test a rotation waits for: a token for the new key.
#include "assistant/key_files.h"
#include "assistant/rotation_desk.h"
#include "assistant/words.h"
#include "auth/token_source.h"
#include "flows/export_connection.h"
#include "vault/secret_store.h"

namespace waybill::assistant {

using keys::KeyPair;
using practices::KeyReference;
using practices::Profile;
using rotation::Phase;
using Work = RotationDeskState::Work;

void RotationDesk::test()
{
    if (m_state.work != Work::Idle)
        return;
    if (m_deps.draft.profile().tokenUrl.isEmpty()) {
        failed({ErrorCode::InvalidInput, Words::tr("The token endpoint is not known yet."), {},
            Words::tr("Check the connection on the page “Connection” first.")});
        return;
    }
    const KeyReference where = m_state.rotation.next.where;
    if (!m_next && where.kind == KeyReference::Kind::File && m_state.rotation.phase == Phase::Ready) {
        update([](RotationDeskState &state) { state.needsPassphrase = true; });
        return;
    }
    happened(rotation::TestWanted{});
}

void RotationDesk::unlockAndTest(SecretBytes passphrase)
{
    if (m_state.work != Work::Idle)
        return;
    update([](RotationDeskState &state) { state.work = Work::Testing; });
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    m_background.run<Result<KeyPair>>(
        m_turn.get(),
        [path = m_state.rotation.next.where.value, secret](
            const std::stop_token &) { return readKeyPair(path, *secret); },
        [this](const Result<KeyPair> &pair) {
            if (!pair) {
                failed(pair.error());
                return;
            }
            m_next = *pair;
            update([](RotationDeskState &state) {
                state.work = Work::Idle;
                state.needsPassphrase = false;
                state.problem.reset();
            });
            test();
        });
}

void RotationDesk::ask(const rotation::Key &key)
{
    update([](RotationDeskState &state) {
        state.work = Work::Testing;
        state.problem.reset();
    });
    if (m_next) {
        QMetaObject::invokeMethod(
            m_turn.get(), [this] { askWith(*m_next); }, Qt::QueuedConnection);
        return;
    }
    m_deps.keychain.read(key.where.value, m_turn.get(), [this](const Result<SecretBytes> &secret) {
        askWith(secret ? keys::importPrivateKey(secret->view(), {}) : failure(secret.error()));
    });
}

void RotationDesk::askWith(const Result<KeyPair> &pair)
{
    const Profile &profile = m_deps.draft.profile();
    const rotation::Key &key = m_state.rotation.next;
    auth::ClientSettings settings = flows::clientSettings(profile);
    settings.keyId = key.keyId;
    if (settings.scopes.isEmpty())
        settings.scopes.append(QStringLiteral("system/Group.read"));
    const bool right = pair && QString::fromLatin1(pair->thumbprint()) == key.thumbprint;
    const auto request = right
        ? auth::tokenRequest(settings, *pair, m_deps.clock.now())
        : Result<http::Request>(pair ? failure(ErrorCode::SecretMissing,
                                    Words::tr("Another key lies where the new one should be."))
                                     : failure(pair.error()));
    if (!request) {
        update([](RotationDeskState &state) { state.work = Work::Idle; });
        happened(rotation::TokenRefused{request.error().what});
        return;
    }
    m_next = *pair;
    m_deps.transport.send(*request, m_turn.get(),
        [this, scopes = settings.scopes](const Result<http::Response> &answer) { answered(answer, scopes); });
}

void RotationDesk::answered(const Result<http::Response> &answer, const QStringList &scopes)
{
    update([](RotationDeskState &state) { state.work = Work::Idle; });
    auth::ClientSettings settings = flows::clientSettings(m_deps.draft.profile());
    settings.scopes = scopes;
    const auto token = answer ? auth::readTokenResponse(*answer, settings, m_deps.clock.now())
                              : Result<auth::AccessToken>(failure(answer.error()));
    if (token) {
        happened(rotation::TokenGranted{});
        return;
    }
    const auto told = auth::refusalOf(token.error());
    happened(rotation::TokenRefused{told ? Words::tr("The server refused the new key: %1 (HTTP %2).")
                                               .arg(told->error)
                                               .arg(told->httpStatus)
                                         : token.error().what});
}

} // namespace waybill::assistant
