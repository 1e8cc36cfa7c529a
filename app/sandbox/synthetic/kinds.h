// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace waybill::sandbox {

/// The resource types there are data for; patients' own first.
enum class Kind {
    Patient,
    AllergyIntolerance,
    Condition,
    Encounter,
    Immunization,
    MedicationRequest,
    Observation,
    Procedure,
    Location,
    Organization,
    Practitioner,
    Group,
};
inline constexpr int kClinicalKinds = 8; ///< Patient … Procedure
inline constexpr int kKinds = 12;

inline constexpr std::array<std::string_view, kKinds> kKindNames{"Patient", "AllergyIntolerance", "Condition",
    "Encounter", "Immunization", "MedicationRequest", "Observation", "Procedure", "Location", "Organization",
    "Practitioner", "Group"};

constexpr int indexOf(Kind kind)
{
    return static_cast<int>(kind);
}
constexpr std::string_view nameOf(Kind kind)
{
    return kKindNames.at(static_cast<std::size_t>(indexOf(kind)));
}
/// Practice-wide, not of one patient.
constexpr bool isAdministrative(Kind kind)
{
    return indexOf(kind) >= kClinicalKinds;
}
constexpr std::optional<Kind> kindFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
        if (kKindNames.at(i) == name)
            return static_cast<Kind>(i);
    }
    return std::nullopt;
}

} // namespace waybill::sandbox
