// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "keys/key_pair.h"
#include "practices/profile.h"

#include <QObject>

#include <functional>

namespace waybill::vault {
class SecretStore;
}

namespace waybill::flows {

/// Where the parts of a key may lie.
struct KeySource {
    practices::KeyReference reference;
    QString folder; ///< relative file names start here
    QString expectedThumbprint; ///< empty = any key; another key is refused
    const SecretBytes *passphrase = nullptr; ///< asked from a person beforehand; null = look where services
                                             ///< keep it: WAYBILL_KEY_PASSPHRASE, `<name>.passphrase`
};

/// Reads the private key a profile or waybill refers to; never prompts by itself. A keychain may take as long
/// as its own prompt; everything else answers at once. `done` comes once, later, never after `context` is
/// gone. Errors: as of vault::SecretStore, InvalidInput (no key, wrong passphrase, another key), Storage.
/// `keychain` may be null where there is none.
void loadKey(const KeySource &source, vault::SecretStore *keychain, QObject *context,
    std::function<void(Result<keys::KeyPair>)> done);

} // namespace waybill::flows
