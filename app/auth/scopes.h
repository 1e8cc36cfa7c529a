// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QStringList>

namespace waybill::auth {

/// How a server wants scopes written (SB-051 to SB-053).
enum class ScopeDialect { V1, V2, EcwMixed };

/// The scopes for an export of `types`, in their order; none twice.
/// V1, V2: the dialect's own form for every type (`scopes_supported` need not be complete, SB-005), wildcard
/// when `types` is empty; Group is added when the server publishes a scope to read it (the Group list needs
/// it). EcwMixed: `.read` where eCW publishes it, `.r` for its nine types, always system/Group.read first,
/// never a wildcard; types without a published system scope are left out. Empty `types` = every published
/// one. `published`: the server's scopes_supported; empty = not known, then what eCW published in 2026-08 is
/// used.
QStringList scopesFor(const QStringList &types, ScopeDialect dialect, const QStringList &published);

/// Refuses what no server can grant: bad characters, permission letters out of the order `cruds` (SB-051).
Result<> checkScopes(const QStringList &scopes);

/// Requested scopes the grant does not cover (`.read` covers `.rs` and the other way round; a granted
/// wildcard covers; a granted scope with a `?` filter covers only itself).
QStringList missingScopes(const QStringList &requested, const QStringList &granted);

/// Types of `types` that no granted scope lets us read (SB-056).
QStringList unreadableTypes(const QStringList &types, const QStringList &granted);

} // namespace waybill::auth
