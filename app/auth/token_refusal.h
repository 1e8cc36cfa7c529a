// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QStringList>

namespace waybill::auth {

/// What an authorization server said when it refused (RFC 6749 5.2; SB-062). All of it is server text: plain.
struct TokenRefusal {
    QString error; ///< e.g. "invalid_client"
    QString description;
    QString uri; ///< shown as text, never opened by itself
    int httpStatus = 0;
    friend bool operator==(const TokenRefusal &, const TokenRefusal &) = default;
};

/// The refusal as an Error's `serverText`, and back. The Error is what travels through flows and windows.
QString toServerText(const TokenRefusal &refusal);
std::optional<TokenRefusal> refusalOf(const Error &error);

/// Likely causes of a refusal by the token endpoint, the kick-off or a poll, most likely first (requirements
/// 2.5); empty when there is nothing special to say about `error`.
QStringList likelyCauses(const Error &error);

} // namespace waybill::auth
