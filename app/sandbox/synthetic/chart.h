// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/moment.h"
#include "sandbox/synthetic/codes.h"
#include "sandbox/synthetic/dice.h"
#include "sandbox/synthetic/kinds.h"
#include "sandbox/synthetic/names.h"

#include <array>
#include <cstdint>
#include <string>

namespace waybill::sandbox {

/// What a practice's synthetic data follow from.
struct World {
    std::uint64_t seed = 1;
    std::int64_t patients = 0;
    std::chrono::seconds activity{0}; ///< a busy patient's chart changes this often; 0 = never
    std::string practiceName;
    int childPercent = 22; ///< a family practice; a paediatric one has hardly anyone else
};

/// Charts are as of this day (2025-01-01), so that the same seed gives the same people in any year.
inline constexpr std::int64_t kAsOfDay = 20089;
inline constexpr int kPractitioners = 6;
inline constexpr int kLocations = 2;

/// Who one patient is and how much there is about them, from the seed and the patient's number alone: a few
/// dozen hashes, nothing is stored. `at` is the moment of the export: changes after it are not in it.
class Chart
{
public:
    Chart(const World &world, std::int64_t patient, Moment at);

    const World &world() const { return m_world; }
    std::int64_t patient() const { return m_patient; }
    int count(Kind kind) const { return m_counts.at(static_cast<std::size_t>(indexOf(kind))); }

    bool isFemale() const { return m_female; }
    std::int64_t birthDay() const { return m_birthDay; } ///< days since 1970
    int ageYears() const { return static_cast<int>((kAsOfDay - m_birthDay) / 365); }
    bool has(int problem) const;
    int problem(int condition) const { return m_problems.at(static_cast<std::size_t>(condition)); }
    std::string_view givenName() const { return m_given; }
    std::string_view familyName() const { return m_family; }
    const City &city() const { return *m_city; }
    int practitioner() const { return m_practitioner; }

    Dice dice(Kind kind, int index) const
    {
        return Dice(hashOf(m_world.seed, m_patient, indexOf(kind), index));
    }
    /// The visit at which a resource came about.
    int visitOf(int index) const
    {
        return index % m_counts.at(static_cast<std::size_t>(indexOf(Kind::Encounter)));
    }
    Moment visitStart(int visit) const;
    Moment lastUpdated(Kind kind, int index) const;
    /// A resource that was deleted: about one patient in twenty has one (a Condition that was a mistake).
    bool hasDeletion() const;
    Moment deletedAt() const;

private:
    void drawProblems(Dice &dice);
    void drawCounts(Dice &dice);

    const World &m_world;
    std::int64_t m_patient;
    Moment m_at;
    bool m_female = false;
    std::int64_t m_birthDay = 0;
    std::string_view m_given;
    std::string_view m_family;
    const City *m_city = nullptr;
    int m_practitioner = 0;
    std::array<int, kClinicalKinds> m_counts{};
    std::array<int, 6> m_problems{};
};

/// `uuid` of a resource; patient -1 holds the practice's own (Practitioner, Organization, Location).
void appendId(std::string &out, const World &world, std::int64_t patient, Kind kind, int index);
std::string idOf(const World &world, std::int64_t patient, Kind kind, int index);

} // namespace waybill::sandbox
