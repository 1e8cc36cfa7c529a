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

/// The name of an element that holds a date, dateTime or instant in FHIR R4, by its name alone: "birthDate",
/// "effectiveDateTime", "issued", "start". Names of times of the day are not.
bool isDateElement(QByteArrayView key);

/// Quick and sometimes wrong: never no for a date element. Reads the four bytes that end with the key's last.
bool mayBeDateElement(const char *keyEnd);

} // namespace waybill::ndjson
