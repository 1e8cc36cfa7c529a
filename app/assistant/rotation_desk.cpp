// SPDX-License-Identifier: Apache-2.0
#include "assistant/rotation_desk.h"

#include "assistant/key_files.h"
#include "assistant/rotation_set.h"
#include "assistant/steps.h"
#include "assistant/words.h"
#include "practices/store.h"
#include "vault/secret_store.h"

#include <QTimer>

namespace waybill::assistant {

using keys::KeyPair;
using practices::KeyReference;
using practices::Profile;
using practices::Step;
using practices::StepState;
using rotation::Phase;
using Work = RotationDeskState::Work;

namespace {

/// Often enough for a person who waits, seldom enough for a web server.
constexpr std::chrono::seconds kLookAgain{60};

bool awaitsSet(const rotation::State &state)
{
    return state.phase == Phase::Publishing || state.phase == Phase::Settling
        || state.phase == Phase::Retiring;
}

} // namespace

RotationDesk::RotationDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
    , m_clock(std::make_unique<QTimer>())
    , m_turn(std::make_unique<QObject>())
    , m_keeper(m_deps.keychain)
{
    m_clock->setInterval(kLookAgain);
    connect(m_clock.get(), &QTimer::timeout, this, [this] {
        happened(rotation::TimePassed{});
        if (m_state.watching)
            look();
    });
    happened(rotation::TimePassed{});
}

RotationDesk::~RotationDesk() = default;

void RotationDesk::update(const std::function<void(RotationDeskState &)> &edit)
{
    const RotationDeskState before = m_state;
    edit(m_state);
    if (m_state != before)
        Q_EMIT changed();
}

void RotationDesk::failed(const Error &error)
{
    update([&error](RotationDeskState &state) {
        state.work = Work::Idle;
        state.problem = error;
    });
}

void RotationDesk::refresh()
{
    const rotation::State now = kept();
    if (m_hosted.isEmpty() && now.phase != Phase::None)
        m_hosted = keptHostedSet(m_deps.folder, now);
    const Profile &mine = m_deps.draft.profile();
    int others = 0;
    for (const Profile &profile : m_deps.draft.store().profiles().value_or(QList<Profile>())) {
        if (profile.id != mine.id && !profile.archived && !now.old.thumbprint.isEmpty()
            && profile.keyThumbprint == now.old.thumbprint)
            ++others;
    }
    update([&](RotationDeskState &state) {
        state.rotation = now;
        state.othersWithOld = others;
        // Handed over once, and not again since the key changed.
        state.waybillHasOld =
            rotation::nextSigns(now) && recordOf(mine, Step::HandOver).state == StepState::Stale;
        state.set = setToPublish(now, m_deps.folder, m_hosted);
        state.watching = state.watching && awaitsSet(now);
    });
    const bool ticking = now.phase != Phase::None;
    if (ticking && !m_clock->isActive())
        m_clock->start();
    else if (!ticking)
        m_clock->stop();
}

/// Written down first, performed then: a killed program finds itself where it was.
void RotationDesk::happened(const rotation::Event &event)
{
    const rotation::State before = kept();
    const rotation::Step next = rotation::advance(before, event, m_deps.clock.now());
    if (next.state != before) {
        m_deps.draft.changeRecord([this, &next](OnboardingRecord &record) {
            record.rotation = rotation::toJson(next.state);
            for (const rotation::Command &command : next.commands)
                note(record, command);
        });
    }
    m_testing = next.state.phase == Phase::Testing;
    for (const rotation::Command &command : next.commands)
        perform(command);
    refresh();
}

/// The rotation as it is written down; none when another key was put in by hand meanwhile.
rotation::State RotationDesk::kept() const
{
    rotation::State state = rotation::stateFromJson(m_deps.draft.record().rotation);
    const QString &signs = m_deps.draft.profile().keyThumbprint;
    if (signs != state.old.thumbprint && signs != state.next.thumbprint)
        return {};
    state.pasted = m_deps.draft.profile().jwksUrl.isEmpty(); // as it is registered now
    if (m_testing && state.phase == Phase::Ready) // read back as Ready: nobody knows how a killed test ended
        state.phase = Phase::Testing;
    return state;
}

void RotationDesk::perform(const rotation::Command &command)
{
    if (const auto *asked = std::get_if<rotation::AskForToken>(&command))
        ask(asked->key);
    else if (const auto *sign = std::get_if<rotation::SignWith>(&command))
        signWith(sign->key);
    else if (const auto *gone = std::get_if<rotation::Retired>(&command))
        retired(*gone);
}

bool RotationDesk::mayBegin(const KeyPlace &place)
{
    if (m_state.work != Work::Idle || m_state.rotation.phase != Phase::None)
        return false;
    const Result<> usable = checkPlace(place);
    if (!usable) {
        failed(usable.error());
        return false;
    }
    if (m_deps.draft.profile().key.kind == KeyReference::Kind::None) {
        failed({ErrorCode::InvalidInput, Words::tr("This practice has no key pair yet."), {},
            Words::tr("Make or import one in the step “Key pair”.")});
        return false;
    }
    update([](RotationDeskState &state) {
        state.work = Work::Making;
        state.problem.reset();
        state.done.clear();
    });
    return true;
}

void RotationDesk::beginWithNew(keys::KeyKind kind, KeyPlace place, bool exposed)
{
    if (!mayBegin(place))
        return;
    auto where = std::make_shared<KeyPlace>(std::move(place));
    m_background.run<Result<KeyPair>>(
        m_turn.get(), [kind](const std::stop_token &) { return keys::generate(kind); },
        [this, where, exposed](const Result<KeyPair> &pair) { begin(pair, std::move(*where), exposed); });
}

void RotationDesk::beginWithFile(
    const QString &path, SecretBytes passphrase, KeyPlace place, bool exposed, const QString &kid)
{
    if (!mayBegin(place))
        return;
    auto where = std::make_shared<KeyPlace>(std::move(place));
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    m_background.run<Result<KeyPair>>(
        m_turn.get(),
        [path, secret, kid](const std::stop_token &) { return readKeyPair(path, *secret, kid); },
        [this, where, exposed](const Result<KeyPair> &pair) { begin(pair, std::move(*where), exposed); });
}

void RotationDesk::begin(const Result<KeyPair> &pair, KeyPlace place, bool exposed)
{
    const Result<> mayServe = pair ? checkEnvironment(m_deps.draft, *pair) : failure(pair.error());
    if (!mayServe) {
        failed(mayServe.error());
        return;
    }
    if (QString::fromLatin1(pair->thumbprint()) == m_deps.draft.profile().keyThumbprint) {
        failed({ErrorCode::InvalidInput, Words::tr("This is the key that signs already."), {},
            Words::tr("A rotation needs another one.")});
        return;
    }
    m_keeper.keep(*pair, std::move(place), m_turn.get(),
        [this, kept = *pair, exposed](const Result<KeyReference> &where) {
            if (where)
                began(kept, *where, exposed);
            else
                failed(where.error());
        });
}

void RotationDesk::began(const KeyPair &pair, const KeyReference &where, bool exposed)
{
    if (const Result<> recorded = recordKey(m_deps.draft, m_deps.folder, pair, where); !recorded) {
        failed(recorded.error());
        return;
    }
    m_next = pair;
    update([](RotationDeskState &state) { state.work = Work::Idle; });
    const Profile &profile = m_deps.draft.profile();
    const QString thumbprint = QString::fromLatin1(pair.thumbprint());
    happened(rotation::Begin{{profile.keyThumbprint, profile.keyId, profile.algorithm, profile.key},
        {thumbprint, thumbprint, keys::algorithmName(pair.algorithm()), where}, profile.jwksUrl.isEmpty(),
        exposed});
    // One address may serve several clients: their keys belong into the set to publish.
    fetchSet([this](const Result<http::Response> &) { refresh(); });
}

void RotationDesk::look()
{
    fetchSet([this](const Result<http::Response> &answer) { happened(setSeen(answer, m_state.rotation)); });
}

void RotationDesk::fetchSet(const std::function<void(const Result<http::Response> &)> &seen)
{
    const QUrl url = m_deps.draft.profile().jwksUrl;
    if (m_state.work != Work::Idle || m_state.rotation.phase == Phase::None || url.isEmpty())
        return;
    update([](RotationDeskState &state) {
        state.work = Work::Looking;
        state.problem.reset();
    });
    http::Request request;
    request.url = url;
    request.headers.add("Accept", "application/json");
    request.headers.add("Cache-Control", "no-cache"); // what lies there, not what a proxy kept
    request.maxBodyBytes = std::int64_t{1} << 20;
    m_deps.transport.send(request, m_turn.get(), [this, seen](const Result<http::Response> &answer) {
        update([](RotationDeskState &state) { state.work = Work::Idle; });
        if (answer && answer->head.status == 200) {
            m_hosted = answer->body;
            keepHostedSet(m_deps.folder, m_state.rotation, m_hosted);
        }
        seen(answer);
    });
}

void RotationDesk::watch(bool on)
{
    update([on](RotationDeskState &state) { state.watching = on && awaitsSet(state.rotation); });
    if (m_state.watching)
        look();
}

void RotationDesk::setWasPasted()
{
    happened(rotation::SetPasted{});
}

/// What a command leaves in the record, saved together with the state that ordered it.
void RotationDesk::note(OnboardingRecord &record, const rotation::Command &command) const
{
    const QString now = m_deps.draft.now();
    if (const auto *gone = std::get_if<rotation::Retired>(&command)) {
        record.retiredKeys.insert(gone->key.thumbprint,
            QJsonObject{{QStringLiteral("at"), now}, {QStringLiteral("exposed"), gone->exposed}});
        return;
    }
    const auto *sign = std::get_if<rotation::SignWith>(&command);
    if (sign == nullptr)
        return;
    const rotation::Key &key = sign->key;
    record.key = key.where;
    record.keyId = key.keyId;
    record.keyThumbprint = key.thumbprint;
    record.algorithm = key.algorithm;
    // Nothing is to be registered again, and both keys had their token; only the waybill names a key.
    for (const Step step : {Step::Client, Step::Connection}) {
        if (recordOf(record, step).state == StepState::Ok)
            record.steps[step].at = now;
    }
    if (key.thumbprint == m_state.rotation.next.thumbprint)
        record.lastToken = {record.clientId, key.thumbprint, now};
}

void RotationDesk::signWith(const rotation::Key &key)
{
    if (m_next && QString::fromLatin1(m_next->thumbprint()) == key.thumbprint)
        m_deps.holder.hold(*m_next);
    m_deps.keyChanged();
}

void RotationDesk::retired(const rotation::Retired &what)
{
    m_next.reset();
    m_hosted.clear();
    update([&](RotationDeskState &state) {
        state.savedSet.clear();
        state.done = what.exposed
            ? Words::tr("The exposed key %1 is out of the set; the new one signs.").arg(what.key.keyId)
            : Words::tr("The old key %1 is retired; the new one signs.").arg(what.key.keyId);
    });
}

void RotationDesk::signWithOld()
{
    if (m_state.work == Work::Idle)
        happened(rotation::OldWanted{});
}

void RotationDesk::retireOld()
{
    if (m_state.work == Work::Idle)
        happened(rotation::RetireWanted{m_state.othersWithOld, m_state.waybillHasOld});
}

void RotationDesk::oldWasExposed()
{
    cancel();
    happened(rotation::Exposed{});
}

void RotationDesk::giveUp()
{
    cancel();
    happened(rotation::GiveUp{});
    m_next.reset();
}

void RotationDesk::saveSet(const QString &path)
{
    const Result<> written = writeJwks(path, m_state.set);
    update([&](RotationDeskState &state) {
        state.problem = written ? std::nullopt : std::optional(written.error());
        state.savedSet = written ? path : QString();
    });
}

void RotationDesk::cancel()
{
    m_turn = std::make_unique<QObject>();
    m_background.requestStop();
    const bool testing = m_state.rotation.phase == Phase::Testing;
    update([](RotationDeskState &state) {
        state.work = Work::Idle;
        state.watching = false;
    });
    if (testing)
        happened(rotation::TokenRefused{Words::tr("The test was stopped.")});
}

} // namespace waybill::assistant
