// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "discovery/discover.h"
#include "handoff/waybill.h"
#include "http/qt_transport.h"
#include "keys/key_pair.h"
#include "practices/store.h"
#include "vault/secret_store.h"

namespace waybill::run {

/// The folder of the state: --state, else what systemd gives, else beside the waybill (design 3.3).
QString stateFolder(const QString &option, const handoff::WaybillFile &file);

/// A waybill with its state: what every command but inspect and find starts from.
struct OpenedWaybill {
    handoff::WaybillFile file;
    practices::Profile profile;
    std::unique_ptr<practices::Store> store;
};
/// Reads the waybill, opens the state and takes over the waybill's watermarks if the state knows none yet.
Result<OpenedWaybill> openWaybill(const QString &path, const QString &stateOption);

/// Makes a profile ready to speak to its practice: the private key, the token endpoint by discovery where the
/// waybill does not name it, scopes where it names none.
class Preparation : public QObject
{
    Q_OBJECT
public:
    struct Ready {
        practices::Profile profile;
        keys::KeyPair key;
        std::optional<discovery::DiscoveryResult> discovery; ///< when it was asked for or needed
    };
    Preparation(practices::Profile profile, QString folder, QObject *parent = nullptr);

    /// `alwaysDiscover`: also when the waybill names everything.
    void start(bool alwaysDiscover);

Q_SIGNALS:
    /// One of the two, once.
    void ready(const waybill::run::Preparation::Ready &ready);
    void failed(const waybill::Error &why);

private:
    void discover();
    void complete(std::optional<discovery::DiscoveryResult> discovery);

    practices::Profile m_profile;
    QString m_folder;
    bool m_alwaysDiscover = false;
    std::optional<keys::KeyPair> m_key;
    vault::KeychainStore m_keychain;
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();
    discovery::Discovery m_discovery{*m_transport};
};

} // namespace waybill::run
