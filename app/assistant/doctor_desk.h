// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/scope_hunt.h"
#include "assistant/session.h"
#include "assistant/trace.h"
#include "discovery/connection_doctor.h"
#include "discovery/finding.h"
#include "discovery/group_search.h"

namespace waybill::discovery {
class Discovery;
struct DiscoveryResult;
} // namespace waybill::discovery

namespace waybill::assistant {

struct DoctorDeskState {
    bool running = false;
    bool finished = false;
    QList<discovery::Finding> chain; ///< a line each link, in order, as they come in
    std::optional<Error> refusal; ///< what stopped the chain
    discovery::Asked asked = discovery::Asked::Documents; ///< … and when
    QList<discovery::Cause> causes; ///< of the refusal, most likely first
    bool needsPassphrase = false;
    QString trace; ///< redacted, for people
    friend bool operator==(const DoctorDeskState &, const DoctorDeskState &) = default;
};

/// The connection doctor: runs the whole chain from name look-up to the Group once, changes nothing, starts
/// no export, and names the likely causes of what refused it (requirements 2.5). A few requests more than an
/// ordinary check: it asks for parts of the scopes to find the wrong one.
class DoctorDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        KeyHolder &holder;
        http::Transport &transport;
        const Clock &clock;
        std::function<QByteArray()> publicJwks; ///< of the key in the profile
        std::function<QStringList(const discovery::DiscoveryResult &)>
            scopes; ///< everything an export may need
        std::function<void(std::chrono::milliseconds)> clockMeasured = [](auto) {}; ///< how far we are behind
    };
    explicit DoctorDesk(Deps deps, QObject *parent = nullptr);
    ~DoctorDesk() override;

    const DoctorDeskState &state() const { return m_state; }
    void run();
    void unlockAndRun(SecretBytes passphrase);
    void cancel();
    Result<> saveTrace(const QString &path) const;

Q_SIGNALS:
    void changed();

private:
    struct Visit;

    void discovered(const discovery::DiscoveryResult &result);
    void lookAtKey();
    void gotKey(const Result<keys::KeyPair> &pair);
    void lookAtJwks();
    void askForToken();
    void gotToken(const Result<auth::AccessToken> &token);
    void probeScopes(const Error &refusal);
    void hunt(const Error &refusal);
    void tryOtherForm(const Error &refusal);
    void ask(const QStringList &scopes, const std::function<void(bool granted)> &done);
    auth::ClientSettings client(const QStringList &scopes) const;
    void lookAtGroups(const auth::AccessToken &token);
    void gotGroups(const Result<discovery::GroupList> &groups);
    void lookAtLastExport();

    void line(const char *id, discovery::FindingState look, const QString &title, const QString &detail);
    void stop(const Error &refusal, discovery::Asked asked);
    void finish();
    void drop();
    void publish();

    Deps m_deps;
    DoctorDeskState m_state;
    std::shared_ptr<Trace> m_trace;
    TracingTransport m_transport;
    std::unique_ptr<Visit> m_visit; ///< what one run holds
};

} // namespace waybill::assistant
