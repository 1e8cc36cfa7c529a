// SPDX-License-Identifier: Apache-2.0
#include "assistant/client_desk.h"

#include "assistant/hosted_jwks.h"
#include "assistant/words.h"
#include "base/redact.h"
#include "http/origin.h"
#include "practices/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimer>

namespace waybill::assistant {

using practices::Profile;
using practices::Step;
using practices::StepState;
using Work = ClientDeskState::Work;

namespace {

/// Empty text = no URL, which is right with a pasted set.
Result<QUrl> checkedJwksUrl(const ClientChoice &choice)
{
    if (choice.registration == Registration::PastedJwks)
        return QUrl();
    const QString text = choice.jwksUrl.trimmed();
    if (text.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("The JWKS URL is missing."), {},
            Words::tr("Enter the address where jwks.json is published, or choose the pasted key set."));
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !http::isAllowedScheme(url)) {
        return failure(ErrorCode::InvalidInput, Words::tr("The JWKS URL is not an https address."), text,
            Words::tr("Publish jwks.json where it can be read with https and without signing in."));
    }
    return url;
}

Result<QString> checkedClientId(const QString &typed)
{
    const QString id = typed.trimmed();
    if (id.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("The client ID is missing."), {},
            Words::tr("Copy it from the registration at the practice's developer portal."));
    }
    static const QRegularExpression spaces(QStringLiteral("\\s"));
    if (id.contains(spaces)) {
        return failure(ErrorCode::InvalidInput, Words::tr("The client ID has a space inside."), {},
            Words::tr("Copy it again, without the text around it."));
    }
    return id;
}

http::Request jsonRequest(const QByteArray &method, const QUrl &url, const QByteArray &body)
{
    http::Request request;
    request.method = method;
    request.url = url;
    request.headers.add("Content-Type", "application/json");
    request.headers.add("Accept", "application/json");
    request.body = body;
    return request;
}

} // namespace

ClientDesk::ClientDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
    , m_again(std::make_unique<QTimer>())
{
    // Often enough for a person who waits, seldom enough for a web server.
    m_again->setInterval(std::chrono::seconds{60});
    connect(m_again.get(), &QTimer::timeout, this, [this] { checkHosted(m_state.hostedUrl); });
}

ClientDesk::~ClientDesk()
{
    m_call.cancel();
}

void ClientDesk::update(const std::function<void(ClientDeskState &)> &edit)
{
    const ClientDeskState before = m_state;
    edit(m_state);
    if (m_state != before)
        Q_EMIT changed();
}

bool ClientDesk::canRegisterHere() const
{
    const SandboxOffer offer = m_deps.sandbox();
    return offer.isRunning() && http::sameOrigin(offer.portal, m_deps.draft.profile().fhirBaseUrl);
}

bool ClientDesk::knownFromOtherEnvironment(const QString &clientId) const
{
    const Result<QList<Profile>> all = m_deps.draft.store().profiles();
    if (!all)
        return false;
    const Profile &mine = m_deps.draft.profile();
    return std::any_of(all->cbegin(), all->cend(), [&](const Profile &other) {
        return other.id != mine.id && other.clientId == clientId && other.environment != mine.environment;
    });
}

Result<> ClientDesk::accept(const ClientChoice &choice)
{
    const Result<QString> id = checkedClientId(choice.clientId);
    const Result<QUrl> url = checkedJwksUrl(choice);
    if (!id || !url) {
        const Error error = id ? url.error() : id.error();
        failed(error);
        return failure(error);
    }
    if (!choice.otherEnvironmentConfirmed && knownFromOtherEnvironment(*id)) {
        update([](ClientDeskState &state) { state.servesOtherEnvironment = true; });
        const Error error{ErrorCode::InvalidInput,
            Words::tr("This client ID already serves a practice in the other environment."), {},
            Words::tr("Sandbox and production are registered separately. Use it only if you are sure.")};
        failed(error);
        return failure(error);
    }
    update([](ClientDeskState &state) {
        state.problem.reset();
        state.servesOtherEnvironment = false;
    });
    const QString evidence = url->isEmpty() ? Words::tr("client %1, pasted key set").arg(*id)
                                            : Words::tr("client %1, JWKS URL").arg(*id);
    m_deps.draft.complete(Step::Client, evidence, [&](Profile &profile) {
        profile.clientId = *id;
        profile.jwksUrl = *url;
    });
    return {};
}

void ClientDesk::keepTyped(const ClientChoice &choice)
{
    const Result<QUrl> url = checkedJwksUrl(choice);
    m_deps.draft.change([&](Profile &profile) {
        profile.clientId = choice.clientId.trimmed();
        if (url)
            profile.jwksUrl = *url;
    });
    m_deps.draft.mark(Step::Client, StepState::Doing, Words::tr("Entered, but not confirmed yet."));
}

void ClientDesk::waitForOthers(const ClientChoice &choice, const QString &whom)
{
    keepTyped(choice);
    m_deps.draft.mark(Step::Client, StepState::Waiting, whom);
}

void ClientDesk::registerWithSandbox(Registration registration)
{
    if (!canRegisterHere() || m_state.work != Work::Idle)
        return;
    if (m_deps.publicJwks().isEmpty()) {
        failed({ErrorCode::InvalidInput, Words::tr("There is no public key to register yet."), {},
            Words::tr("Make a key pair first.")});
        return;
    }
    update([](ClientDeskState &state) {
        state.work = Work::Registering;
        state.problem.reset();
    });
    if (registration == Registration::JwksUrl)
        hostThenRegister();
    else
        postClient({{QStringLiteral("jwks"), QJsonDocument::fromJson(m_deps.publicJwks()).object()}}, {});
}

void ClientDesk::hostThenRegister()
{
    // The sandbox plays the web server, too: it publishes our set under the name of its key.
    const QUrl place = m_deps.sandbox().portal.resolved(
        QUrl(QStringLiteral("/portal/jwks/waybill-") + m_deps.draft.profile().keyThumbprint.left(12)));
    m_call = m_deps.transport.send(
        jsonRequest("PUT", place, m_deps.publicJwks()), this, [this](const Result<http::Response> &answer) {
            const QJsonObject body = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
            const QString url = body.value(QLatin1String("jwksUrl")).toString();
            if (!answer || url.isEmpty()) {
                registered(answer, {});
                return;
            }
            postClient({{QStringLiteral("jwksUrl"), url}}, QUrl(url));
        });
}

void ClientDesk::postClient(const QJsonObject &key, const QUrl &jwksUrl)
{
    QJsonObject body = key;
    const Profile &profile = m_deps.draft.profile();
    body.insert(QStringLiteral("name"), QStringLiteral("Waybill – ") + profile.name);
    const SandboxOffer offer = m_deps.sandbox();
    QString code = profile.practiceCode;
    for (const SandboxOffer::Practice &practice : offer.practices) { // not every address holds its code
        if (practice.fhirBaseUrl == profile.fhirBaseUrl)
            code = practice.code;
    }
    body.insert(QStringLiteral("practiceCodes"), QJsonArray{code});
    http::Request request =
        jsonRequest("POST", offer.portal.resolved(QUrl(QStringLiteral("/portal/clients"))),
            QJsonDocument(body).toJson(QJsonDocument::Compact));
    request.mayBeRepeated = false;
    m_call = m_deps.transport.send(request, this,
        [this, jwksUrl](const Result<http::Response> &answer) { registered(answer, jwksUrl); });
}

void ClientDesk::registered(const Result<http::Response> &answer, const QUrl &jwksUrl)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    const QString id =
        QJsonDocument::fromJson(answer->body).object().value(QLatin1String("clientId")).toString();
    if (id.isEmpty()) {
        Error error{ErrorCode::ServerFailure, Words::tr("The sandbox did not register the client."),
            placeOf(answer->head.url), Words::tr("Read its answer below, then try again.")};
        error.httpStatus = answer->head.status;
        error.serverText = plainServerText(answer->body);
        failed(error);
        return;
    }
    update([](ClientDeskState &state) { state.work = Work::Idle; });
    ClientChoice choice;
    choice.registration = jwksUrl.isEmpty() ? Registration::PastedJwks : Registration::JwksUrl;
    choice.clientId = id;
    choice.jwksUrl = jwksUrl.toString();
    (void)accept(choice);
}

void ClientDesk::checkHosted(const QString &jwksUrl)
{
    if (m_state.work != Work::Idle)
        return;
    ClientChoice choice;
    choice.jwksUrl = jwksUrl;
    const Result<QUrl> url = checkedJwksUrl(choice);
    if (!url) {
        failed(url.error());
        return;
    }
    update([&url](ClientDeskState &state) {
        state.work = Work::Checking;
        state.problem.reset();
        if (!state.watching) // the last look stays readable while the next one is under way
            state.hosted.clear();
        state.hostedUrl = url->toString();
    });
    http::Request request;
    request.url = *url;
    request.headers.add("Accept", "application/json");
    request.maxBodyBytes = std::int64_t{1} << 20;
    m_call = m_deps.transport.send(
        request, this, [this](const Result<http::Response> &answer) { looked(answer); });
}

void ClientDesk::looked(const Result<http::Response> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    const QList<discovery::Finding> findings =
        checkHostedJwks(*answer, m_deps.publicJwks(), m_deps.draft.profile().keyId);
    const bool matches = discovery::worstOf(findings) != discovery::FindingState::Bad;
    if (matches)
        m_again->stop();
    update([&](ClientDeskState &state) {
        state.work = Work::Idle;
        state.hosted = findings;
        state.watching = state.watching && !matches;
    });
}

void ClientDesk::watchHosted(const QString &jwksUrl, bool on)
{
    update([on](ClientDeskState &state) { state.watching = on; });
    if (on)
        m_again->start();
    else
        m_again->stop();
    if (on)
        checkHosted(jwksUrl);
}

void ClientDesk::cancel()
{
    m_call.cancel();
    m_again->stop();
    update([](ClientDeskState &state) {
        state.work = Work::Idle;
        state.watching = false;
    });
}

void ClientDesk::failed(const Error &error)
{
    update([&error](ClientDeskState &state) {
        state.work = Work::Idle;
        state.problem = error;
    });
}

} // namespace waybill::assistant
