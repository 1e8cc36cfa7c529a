// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waybill::sandbox {

/// The `scopes_supported` of an eCW-like server, in its own mixture of dialects.
/// eCW: `.read` for most types, only `.r` for nine, no `system/*.read` and no `system/*.rs`.
const std::vector<std::string> &ecwScopes();
bool isEcwScope(std::string_view scope);

/// SMART v1 and v2: `system/<Type or *>.read` or a subset of `cruds` in that order that allows reading.
bool isSmartScope(std::string_view scope);

/// Whether these granted scopes allow a bulk export to read the type.
bool allowsReading(const std::vector<std::string> &granted, std::string_view type);

/// The 36 types of an eCW CapabilityStatement.
const std::vector<std::string> &ecwTypes();

} // namespace waybill::sandbox
