// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/draft.h"
#include "http/peer_certificate.h"

namespace waybill::assistant {

struct NetworkDeskState {
    QList<http::PeerCertificate> authorities; ///< of the practice's CA file
    QString caFile; ///< our copy of it; empty = the system's authorities only
    QString proxy; ///< empty = the system's
    std::optional<Error> problem;
    friend bool operator==(const NetworkDeskState &, const NetworkDeskState &) = default;
};

/// The practice's own authorities and proxy. A CA file is copied into the practice's folder, so that an
/// export does not fail when somebody tidies up; nothing here makes a wrong certificate pass.
class NetworkDesk final : public QObject
{
    Q_OBJECT
public:
    /// `folder`: the practice's.
    NetworkDesk(OnboardingDraft &draft, QString folder, QObject *parent = nullptr);

    const NetworkDeskState &state() const { return m_state; }
    Result<> trust(const QString &path); ///< takes the certificates of a PEM file
    void trustSystemOnly();
    Result<> useProxy(const QString &typed); ///< empty = the system's

Q_SIGNALS:
    void changed();

private:
    void load();
    Result<> refused(const Error &error);
    void settle(const std::function<void(practices::NetworkSettings &)> &edit);

    OnboardingDraft &m_draft;
    QString m_folder;
    NetworkDeskState m_state;
};

} // namespace waybill::assistant
