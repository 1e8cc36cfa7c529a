// SPDX-License-Identifier: Apache-2.0
#include "assistant/onboard_practice.h"

#include "assistant/client_desk.h"
#include "assistant/connection_desk.h"
#include "assistant/doctor_desk.h"
#include "assistant/endpoint_desk.h"
#include "assistant/environment_desk.h"
#include "assistant/group_desk.h"
#include "assistant/hand_over_desk.h"
#include "assistant/key_desk.h"
#include "assistant/key_export.h"
#include "assistant/launch_desk.h"
#include "assistant/network_desk.h"
#include "assistant/practice_transport.h"
#include "assistant/rotation_desk.h"
#include "practices/store.h"

namespace waybill::assistant {

/// In the order they rest upon each other; destroyed in the opposite one.
struct OnboardPractice::Desks {
    Desks(const Deps &deps, practices::Profile profile)
        : home(deps.home)
        , clock(deps.clock)
        , draft(deps.store, deps.clock, std::move(profile))
        , transport(deps.transport, draft, {deps.certificates, deps.proxyPasswords})
        , holder(draft, deps.keychain)
        , environment(draft)
        , network({draft, deps.keychain, deps.proxyPasswords,
              deps.store.folder() + QStringLiteral("/practices/") + draft.profile().id})
        , key(draft, deps.keychain, holder, deps.home + QStringLiteral("/keys"))
        , endpoint({draft, transport, deps.home + QStringLiteral("/practice-list.json")})
        , client(
              {draft, transport, [this] { return key.state().jwks; }, [this] { return environment.offer(); }})
        , session({draft, holder, transport, deps.clock})
        , connection({draft, holder, session, transport, deps.clock,
              deps.home + QStringLiteral("/practices/") + draft.profile().id,
              [this](const QString &host) { return transport.certificateOf(host); }})
        , group({draft, holder, session, connection})
        , launch({draft, holder, connection, deps.home + QStringLiteral("/exports")})
        , handOver({draft, holder, deps.clock, [this] { return key.state().jwks; },
              deps.home + QStringLiteral("/waybills")})
        , doctor({draft, holder, transport, deps.clock, [this] { return key.state().jwks; },
              [this](const discovery::DiscoveryResult &server) {
                  return withExtraScopes(wholeScopes(server), draft.record());
              },
              [this](std::chrono::milliseconds skew) { connection.clockMeasured(skew); }})
        , rotation({draft, deps.keychain, holder, transport, deps.clock, deps.home + QStringLiteral("/keys"),
              [this] { key.reload(); }})
        , keyExport(draft, holder)
    {
    }

    QString home;
    const Clock &clock;
    OnboardingDraft draft;
    PracticeTransport transport;
    KeyHolder holder;
    EnvironmentDesk environment;
    NetworkDesk network;
    KeyDesk key;
    EndpointDesk endpoint;
    ClientDesk client;
    OnboardingSession session;
    ConnectionDesk connection;
    GroupDesk group;
    LaunchDesk launch;
    HandOverDesk handOver;
    DoctorDesk doctor;
    RotationDesk rotation;
    KeyExportDesk keyExport;
};

OnboardPractice::OnboardPractice(const Deps &deps, practices::Profile profile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Desks>(deps, std::move(profile)))
{
    connect(&d->environment, &EnvironmentDesk::sandboxWanted, this, &OnboardPractice::sandboxWanted);
}

OnboardPractice::~OnboardPractice() = default;

void OnboardPractice::setSandbox(const SandboxOffer &offer)
{
    d->environment.setOffer(offer);
}

const SandboxOffer &OnboardPractice::sandbox() const
{
    return d->environment.offer();
}

QString OnboardPractice::home() const
{
    return d->home;
}

const Clock &OnboardPractice::clock() const
{
    return d->clock;
}

OnboardingDraft &OnboardPractice::draft()
{
    return d->draft;
}

EnvironmentDesk &OnboardPractice::environment()
{
    return d->environment;
}

NetworkDesk &OnboardPractice::network()
{
    return d->network;
}

KeyHolder &OnboardPractice::keyHolder()
{
    return d->holder;
}

KeyDesk &OnboardPractice::key()
{
    return d->key;
}

EndpointDesk &OnboardPractice::endpoint()
{
    return d->endpoint;
}

ClientDesk &OnboardPractice::client()
{
    return d->client;
}

ConnectionDesk &OnboardPractice::connection()
{
    return d->connection;
}

GroupDesk &OnboardPractice::group()
{
    return d->group;
}

LaunchDesk &OnboardPractice::launch()
{
    return d->launch;
}

HandOverDesk &OnboardPractice::handOver()
{
    return d->handOver;
}

DoctorDesk &OnboardPractice::doctor()
{
    return d->doctor;
}

RotationDesk &OnboardPractice::rotation()
{
    return d->rotation;
}

KeyExportDesk &OnboardPractice::keyExport()
{
    return d->keyExport;
}

void OnboardPractice::exportEnded(const flows::ExportProgress &progress)
{
    d->launch.exportEnded(progress);
}

void OnboardPractice::stop()
{
    d->key.cancel();
    d->endpoint.cancel();
    d->client.cancel();
    d->connection.cancel();
    d->doctor.cancel();
    d->rotation.cancel();
    d->group.cancel();
    d->launch.cancel();
}

} // namespace waybill::assistant
