// SPDX-License-Identifier: Apache-2.0
#include "assistant/key_desk.h"

#include "assistant/key_files.h"
#include "assistant/steps.h"
#include "assistant/words.h"
#include "keys/key_generator.h"
#include "practices/store.h"
#include "vault/secret_store.h"

namespace waybill::assistant {

using keys::KeyPair;
using practices::KeyRecord;
using practices::KeyReference;
using practices::Profile;
using practices::Step;
using Work = KeyDeskState::Work;
using Keychain = KeyDeskState::Keychain;

namespace {

KeyFacts factsOf(const KeyPair &pair)
{
    const QString thumbprint = QString::fromLatin1(pair.thumbprint());
    return {thumbprint, thumbprint, keys::algorithmName(pair.algorithm()), pair.bits(), {}, {}};
}

QString placeInWords(const KeyReference &where)
{
    return where.kind == KeyReference::Kind::Keychain ? Words::tr("in the system keychain, read back")
                                                      : Words::tr("in an encrypted file, read back");
}

/// As the store knows it: a key that is imported again is as old as it was.
void readAge(const practices::Store &store, KeyFacts &key)
{
    const QList<KeyRecord> records = store.keys().value_or(QList<KeyRecord>());
    for (const KeyRecord &record : records) {
        if (record.thumbprint == key.thumbprint)
            key.createdAt = record.createdAt;
    }
}

} // namespace

KeyDesk::KeyDesk(OnboardingDraft &draft, vault::KeychainStore &keychain, KeyHolder &holder, QString folder,
    QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_keychain(keychain)
    , m_holder(holder)
    , m_folder(std::move(folder))
    , m_keeper(keychain)
{
    load();
}

void KeyDesk::load()
{
    const Profile &profile = m_draft.profile();
    m_state.key.reset();
    m_state.jwks.clear();
    m_state.publicPem.clear();
    m_state.savedJwks.clear();
    if (profile.key.kind == KeyReference::Kind::None)
        return;
    const PublicHalf half = readPublicHalf(m_folder, profile.keyThumbprint);
    m_state.key = KeyFacts{profile.keyId, profile.keyThumbprint, profile.algorithm, half.bits, profile.key,
        recordOf(profile, Step::Key).at};
    m_state.jwks = half.jwks;
    m_state.publicPem = half.pem;
    readAge(m_draft.store(), *m_state.key);
}

void KeyDesk::reload()
{
    load();
    Q_EMIT changed();
}

void KeyDesk::update(const std::function<void(KeyDeskState &)> &edit)
{
    const KeyDeskState before = m_state;
    edit(m_state);
    if (m_state != before)
        Q_EMIT changed();
}

void KeyDesk::probeKeychain()
{
    if (m_state.keychain == Keychain::Probing)
        return;
    update([](KeyDeskState &state) { state.keychain = Keychain::Probing; });
    m_keychain.probe(this, [this](const Result<> &answer) {
        update([&answer](KeyDeskState &state) {
            state.keychainProblem = answer ? std::nullopt : std::optional(answer.error());
            if (answer)
                state.keychain = Keychain::Available;
            else if (answer.error().code == ErrorCode::KeychainLocked)
                state.keychain = Keychain::Locked;
            else
                state.keychain = Keychain::Unavailable;
        });
    });
}

bool KeyDesk::begin(Work work, const KeyPlace &place)
{
    if (m_state.work != Work::Idle)
        return false;
    if (const Result<> usable = checkPlace(place); !usable) {
        failed(usable.error());
        return false;
    }
    update([work](KeyDeskState &state) {
        state.work = work;
        state.problem.reset();
    });
    return true;
}

void KeyDesk::generate(keys::KeyKind kind, KeyPlace place)
{
    if (!begin(Work::Generating, place))
        return;
    auto where = std::make_shared<KeyPlace>(std::move(place));
    m_background.run<Result<KeyPair>>(
        this, [kind](const std::stop_token &stop) { return keys::generate(kind, stop); },
        [this, where, turn = m_turn](const Result<KeyPair> &pair) {
            if (turn == m_turn)
                made(pair, std::move(*where));
        });
}

void KeyDesk::importFile(const QString &path, SecretBytes passphrase, KeyPlace place, const QString &kid)
{
    if (!begin(Work::Importing, place))
        return;
    auto where = std::make_shared<KeyPlace>(std::move(place));
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    m_background.run<Result<KeyPair>>(
        this, [path, secret, kid](const std::stop_token &) { return readKeyPair(path, *secret, kid); },
        [this, where, turn = m_turn](const Result<KeyPair> &pair) {
            if (turn == m_turn)
                made(pair, std::move(*where));
        });
}

void KeyDesk::made(const Result<KeyPair> &pair, KeyPlace place)
{
    const Result<> mayServe = pair ? checkEnvironment(m_draft, *pair) : failure(pair.error());
    if (!mayServe) {
        failed(mayServe.error());
        return;
    }
    m_homeless = *pair;
    update([this](KeyDeskState &state) { state.homeless = factsOf(*m_homeless); });
    keep(std::move(place));
}

void KeyDesk::keepElsewhere(KeyPlace place)
{
    if (m_homeless && begin(Work::Storing, place))
        keep(std::move(place));
}

void KeyDesk::keep(KeyPlace place)
{
    update([](KeyDeskState &state) { state.work = Work::Storing; });
    m_keeper.keep(
        *m_homeless, std::move(place), this, [this, turn = m_turn](const Result<KeyReference> &where) {
            if (turn == m_turn)
                kept(where);
        });
}

void KeyDesk::kept(const Result<KeyReference> &where)
{
    if (!where) {
        failed(where.error());
        return;
    }
    const KeyPair pair = *m_homeless;
    m_homeless.reset();
    KeyFacts facts = factsOf(pair);
    facts.where = *where;
    facts.createdAt = m_draft.now();
    const Result<> published = recordKey(m_draft, m_folder, pair, *where);
    readAge(m_draft.store(), facts);
    update([&](KeyDeskState &state) {
        state.work = Work::Idle;
        state.homeless.reset();
        state.key = facts;
        state.savedJwks.clear();
        state.jwks = keys::jwkSet({pair.publicJwk(facts.keyId)});
        state.publicPem = pair.publicPem();
        state.problem = published ? std::nullopt : std::optional(published.error());
    });
    const QString evidence =
        Words::tr("%1, %2 bit, %3").arg(facts.algorithm).arg(facts.bits).arg(placeInWords(*where));
    m_draft.complete(Step::Key, evidence, [&facts](Profile &profile) {
        profile.key = facts.where;
        profile.keyId = facts.keyId;
        profile.keyThumbprint = facts.thumbprint;
        profile.algorithm = facts.algorithm;
    });
    m_holder.hold(pair);
}

void KeyDesk::saveJwks(const QString &path)
{
    const Result<> written = writeJwks(path, m_state.jwks);
    update([&](KeyDeskState &state) {
        state.problem = written ? std::nullopt : std::optional(written.error());
        state.savedJwks = written ? path : QString();
    });
}

void KeyDesk::cancel()
{
    ++m_turn;
    m_background.requestStop();
    m_homeless.reset();
    update([](KeyDeskState &state) {
        state.work = Work::Idle;
        state.homeless.reset();
    });
}

void KeyDesk::failed(const Error &error)
{
    update([&error](KeyDeskState &state) {
        state.work = Work::Idle;
        state.problem = error;
    });
}

} // namespace waybill::assistant
