// SPDX-License-Identifier: Apache-2.0
#include "assistant/session.h"

#include "assistant/words.h"
#include "flows/export_connection.h"

namespace waybill::assistant {

using practices::Profile;

OnboardingSession::OnboardingSession(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(deps)
    , m_turn(std::make_unique<QObject>())
{
}

OnboardingSession::~OnboardingSession() = default;

void OnboardingSession::close()
{
    Q_EMIT aboutToClose();
    m_turn = std::make_unique<QObject>();
    m_transport.reset();
    m_tokens.reset();
}

Result<> OnboardingSession::prepare(const QStringList &scopes, const keys::KeyPair &pair)
{
    const Profile &profile = m_deps.draft.profile();
    if (profile.tokenUrl.isEmpty() || profile.clientId.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Words::tr("The client ID or the token endpoint is missing."),
            {}, Words::tr("Finish the steps “Client registration” and “Connection” first."));
    }
    auth::ClientSettings settings = flows::clientSettings(profile);
    settings.scopes = scopes;
    const bool same = m_tokens && m_base == profile.fhirBaseUrl && m_settings.tokenUrl == settings.tokenUrl
        && m_settings.clientId == settings.clientId && m_settings.keyId == settings.keyId
        && m_settings.scopes == settings.scopes && m_settings.clockOffset == settings.clockOffset;
    if (same)
        return {};
    Q_EMIT aboutToClose();
    m_transport.reset();
    m_settings = settings;
    m_base = profile.fhirBaseUrl;
    m_tokens = std::make_unique<auth::TokenSource>(
        auth::TokenSource::Deps{m_deps.transport, m_deps.clock}, settings, pair);
    m_transport = std::make_unique<auth::AuthorizedTransport>(
        auth::AuthorizedTransport::Deps{m_deps.transport, *m_tokens},
        auth::trustedOrigins(profile.fhirBaseUrl, profile.trustedOrigins));
    return {};
}

std::optional<std::chrono::milliseconds> OnboardingSession::clockSkew() const
{
    return m_tokens ? m_tokens->clockSkew() : std::nullopt;
}

void OnboardingSession::open(const QStringList &scopes, QObject *context, Ready done)
{
    m_deps.holder.withKey(m_turn.get(),
        [this, scopes, guard = QPointer<QObject>(context), done = std::move(done)](
            const Result<keys::KeyPair> &pair) {
            if (!guard)
                return;
            const Result<> prepared = pair ? prepare(scopes, *pair) : failure(pair.error());
            if (prepared)
                done(m_transport.get());
            else
                done(failure(prepared.error()));
        });
}

void OnboardingSession::freshToken(const QStringList &scopes, QObject *context, GotToken done)
{
    close();
    open(scopes, context,
        [this, guard = QPointer<QObject>(context), done = std::move(done)](
            const Result<http::Transport *> &ready) {
            if (!ready) {
                done(failure(ready.error()));
                return;
            }
            m_tokens->withToken(m_turn.get(), [guard, done](const Result<auth::AccessToken> &token) {
                if (guard)
                    done(token);
            });
        });
}

} // namespace waybill::assistant
