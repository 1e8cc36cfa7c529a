// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QString>

#include <compare>
#include <optional>

/// The FHIR R4 datatype `instant` (hl7.org/fhir/R4/datatypes.html#instant), read strictly and without
/// losing a digit. The text is what is kept, stored and sent (BD-033); this type only compares.
namespace waybill {

class FhirInstant
{
public:
    /// Date, time to the second and a zone; nothing else is an instant (BD-032). Not trimmed.
    static std::optional<FhirInstant> parse(QStringView text);

    const QString &text() const { return m_text; } ///< exactly as given
    Instant toInstant() const; ///< rounded down to the millisecond; for our own arithmetic only

    /// By the moment, whatever the zone and however many digits; 1.5 and 1.500 are the same moment.
    friend std::strong_ordering operator<=>(const FhirInstant &a, const FhirInstant &b);
    friend bool operator==(const FhirInstant &a, const FhirInstant &b) { return std::is_eq(a <=> b); }

private:
    FhirInstant() = default;
    QString m_text;
    std::int64_t m_seconds = 0; ///< since 1970-01-01T00:00:00Z
    QString m_fraction; ///< digits after the point, trailing zeros removed
};

inline bool isFhirInstant(QStringView text)
{
    return FhirInstant::parse(text).has_value();
}

} // namespace waybill
