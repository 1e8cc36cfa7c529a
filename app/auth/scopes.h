// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QStringList>

namespace waybill::auth {

/// How a server wants scopes written (SB-051 to SB-053).
enum class ScopeDialect { V1, V2, EcwMixed };

/// The scopes for an export of `types`. EcwMixed: `.read` where eCW publishes it, `.r` for its nine types,
/// always system/Group.read, never a wildcard; types without a published system scope are left out.
/// `published`: the server's scopes_supported; empty = not known, then the dialect's own form is used.
QStringList scopesFor(const QStringList &types, ScopeDialect dialect, const QStringList &published);

/// Requested scopes the grant does not cover (`.read` covers `.rs` and the other way round; a granted
/// wildcard covers).
QStringList missingScopes(const QStringList &requested, const QStringList &granted);

/// Types of `types` that no granted scope lets us read (SB-056).
QStringList unreadableTypes(const QStringList &types, const QStringList &granted);

} // namespace waybill::auth
