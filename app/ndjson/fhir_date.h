// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace waybill::ndjson {

/// A FHIR date, dateTime or instant as the span it names: "2026-05" is the whole of May. Microseconds since
/// 1970; without a zone the span is taken as UTC, as there is nothing better to compare it with.
struct FhirDate {
    std::int64_t begin = 0;
    std::int64_t end = 0; ///< behind the span
    bool hasTime = false;

    bool isBefore(const FhirDate &other) const { return end <= other.begin; }
    bool isWithin(const FhirDate &other) const { return begin >= other.begin && end <= other.end; }
    friend bool operator==(const FhirDate &, const FhirDate &) = default;
};

/// Nothing for what FHIR R4 2.24.0.1 does not allow: a time needs seconds and a zone, days must exist.
std::optional<FhirDate> parseFhirDate(QByteArrayView text);

/// Whether parseFhirDate() finds one, in a fifth of its time for the usual "2026-06-24T03:14:07.000Z".
bool isFhirDate(QByteArrayView text);

} // namespace waybill::ndjson
