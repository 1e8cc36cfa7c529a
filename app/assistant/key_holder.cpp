// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_holder.h"

#include "assistant/key_files.h"
#include "assistant/words.h"
#include "vault/secret_store.h"

namespace waybill::assistant {

using keys::KeyPair;
using practices::KeyReference;

KeyHolder::KeyHolder(OnboardingDraft &draft, vault::KeychainStore &keychain, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_keychain(keychain)
{
}

bool KeyHolder::needsPassphrase() const
{
    const practices::Profile &profile = m_draft.profile();
    const bool right = m_pair && QString::fromLatin1(m_pair->thumbprint()) == profile.keyThumbprint;
    return !right && profile.key.kind == KeyReference::Kind::File;
}

void KeyHolder::hold(KeyPair pair)
{
    ++m_turn;
    m_unlocking = false;
    settle(std::move(pair));
}

void KeyHolder::unlock(SecretBytes passphrase)
{
    const KeyReference where = m_draft.profile().key;
    if (m_unlocking || where.kind == KeyReference::Kind::None)
        return;
    m_unlocking = true;
    m_problem.reset();
    Q_EMIT changed();
    if (where.kind == KeyReference::Kind::Keychain) {
        m_keychain.read(where.value, this, [this, turn = m_turn](const Result<SecretBytes> &secret) {
            if (turn == m_turn)
                settle(secret ? keys::importPrivateKey(secret->view(), {}) : failure(secret.error()));
        });
        return;
    }
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    m_background.run<Result<KeyPair>>(
        this, [path = where.value, secret](const std::stop_token &) { return readKeyPair(path, *secret); },
        [this, turn = m_turn](Result<KeyPair> pair) {
            if (turn == m_turn)
                settle(std::move(pair));
        });
}

void KeyHolder::settle(Result<KeyPair> pair)
{
    m_unlocking = false;
    if (pair && QString::fromLatin1(pair->thumbprint()) != m_draft.profile().keyThumbprint) {
        pair = failure(ErrorCode::SecretMissing,
            Words::tr("Another key lies where the key of this practice should be."),
            m_draft.profile().key.value,
            Words::tr("Put the right key back, or make a new one and register it."));
    }
    m_problem = pair ? std::nullopt : std::optional(pair.error());
    if (pair)
        m_pair = *pair;
    const auto waiting = std::exchange(m_waiting, {});
    Q_EMIT changed();
    for (const auto &[context, done] : waiting) {
        if (context)
            done(pair);
    }
}

void KeyHolder::stopWaiting()
{
    if (!m_unlocking)
        return;
    ++m_turn;
    settle(failure(ErrorCode::Cancelled, Words::tr("Unlocking the key was stopped.")));
}

void KeyHolder::withKey(QObject *context, Done done)
{
    const auto later = [context, &done](Result<KeyPair> answer) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), done = std::move(done)] { done(answer); },
            Qt::QueuedConnection);
    };
    if (m_pair && QString::fromLatin1(m_pair->thumbprint()) == m_draft.profile().keyThumbprint) {
        later(*m_pair);
        return;
    }
    if (m_draft.profile().key.kind == KeyReference::Kind::None) {
        later(failure(ErrorCode::InvalidInput, Words::tr("This practice has no key pair yet."), {},
            Words::tr("Make or import one in the step “Key pair”.")));
        return;
    }
    m_waiting.emplace_back(context, std::move(done));
    unlock();
}

} // namespace waybill::assistant
