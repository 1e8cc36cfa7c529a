// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

namespace waybill::vault {

/// What the Secret Service says about its default keyring. QtKeychain cannot ask: with libsecret a locked
/// keyring, a cancelled prompt, no keyring at all and an absent key are all "entry not found" (measured with
/// 0.13.2).
enum class KeyringState {
    Unlocked,
    Locked,
    NoDefault, ///< the service runs, but there is no default keyring
    NoService,
    NoBus, ///< no D-Bus session
    Unknown, ///< no answer in time, or an answer we do not understand
};

/// Asks over D-Bus, which neither prompts nor changes anything. `done` comes once, later, within three
/// seconds, in the caller's thread, and never after `context` is gone.
void askKeyringState(QObject *context, std::function<void(KeyringState)> done);

} // namespace waybill::vault
