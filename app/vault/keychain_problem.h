// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "vault/keyring_state.h"

/// The keychain's failures in words a person can act on. QtKeychain's own texts are mostly libsecret's.
namespace waybill::vault {

/// A failure of a QtKeychain job. `jobError`: QKeychain::Error, not NoError. `name`: of the secret.
Error keychainProblem(int jobError, const QString &jobText, const QString &name);

/// A read that found nothing; `state` says why. `waited`: how long the job took, to tell a prompt that a
/// person closed from one that could not be shown.
Error nothingFound(KeyringState state, std::chrono::milliseconds waited, const QString &name);

/// No answer within `patience`: a prompt stands, or (QT_NO_GLIB=1) the answer cannot come at all.
Error noAnswer(std::chrono::milliseconds patience, const QString &name);

} // namespace waybill::vault
