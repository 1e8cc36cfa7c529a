// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Moments and their spellings on the wire. Always UTC.
namespace waybill::sandbox {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

Moment now();

/// FHIR instant with milliseconds: 2026-06-24T03:14:07.120Z
void appendInstant(std::string &out, Moment moment);
std::string instantText(Moment moment);
/// FHIR date: 1984-02-29. Days since 1970-01-01.
void appendDate(std::string &out, std::int64_t days);
/// IMF-fixdate of RFC 9110 5.6.7: Sun, 06 Nov 1994 08:49:37 GMT
std::string httpDate(Moment moment);

/// A FHIR instant, or a plain date (eCW takes both for `_since`); nullopt for anything else.
std::optional<Moment> parseInstantOrDate(std::string_view text);
/// A FHIR instant only: seconds and zone are required (BD-032).
std::optional<Moment> parseInstant(std::string_view text);

} // namespace waybill::sandbox
