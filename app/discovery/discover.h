// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/capability_statement.h"
#include "discovery/smart_configuration.h"
#include "discovery/vendor_preset.h"
#include "http/transport.h"

#include <QObject>

#include <memory>
#include <optional>

/// What a practice's server says of itself: smart-configuration and CapabilityStatement, asked for together
/// and without credentials; clock skew; vendor.
namespace waybill::discovery {

struct DiscoveryRequest {
    QUrl base; ///< normalised, see base_url.h
    QString algorithm = QStringLiteral("RS384"); ///< the key's
    QUrl tokenOverride = {}; ///< the profile's own choice wins over both documents (SB-006)
    QUrl confirmedTokenUrl =
        {}; ///< seen and accepted before; another host now is Bad until confirmed (SB-008)
    std::chrono::seconds clockOffset{0}; ///< that assertions are shifted by (SB-045)
};

enum class TokenUrlSource { None, Profile, WellKnown, Metadata };
QString sourceName(TokenUrlSource source); ///< translated

struct DiscoveryResult {
    QUrl base;
    std::optional<SmartConfiguration> smart;
    std::optional<CapabilityStatement> capability;
    QUrl tokenUrl; ///< empty = none found: `problem` is set
    TokenUrlSource tokenSource = TokenUrlSource::None;
    VendorPreset preset; ///< by host, then by the CapabilityStatement's software
    QString presetReason; ///< why this one, translated
    QString bulkDataVersion; ///< the statement's guess, else the preset's
    std::optional<std::chrono::milliseconds> clockSkew; ///< how far we are behind; nullopt: no Date header
    QList<Finding> findings; ///< all, in the order they were reported
    std::optional<Error> problem; ///< why it cannot go on; the findings tell the rest
    QByteArray smartBytes; ///< as sent
    QByteArray capabilityBytes;
};

/// One discovery at a time; destroying or cancelling ends it silently. Belongs to the thread of `transport`.
class Discovery : public QObject
{
    Q_OBJECT
public:
    explicit Discovery(http::Transport &transport, QObject *parent = nullptr);
    ~Discovery() override;

    void start(const DiscoveryRequest &request); ///< a running one is cancelled
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    void found(const waybill::discovery::Finding &finding); ///< a line for the page, as soon as it is known
    void finished(const waybill::discovery::DiscoveryResult &result); ///< once; always, also after failures

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace waybill::discovery
