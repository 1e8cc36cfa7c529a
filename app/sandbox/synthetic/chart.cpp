// SPDX-License-Identifier: Apache-2.0
#include "sandbox/synthetic/chart.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

using namespace std::chrono;

constexpr int kWhoStream = 100; ///< streams that are not a Kind
constexpr int kDeletedStream = 101;
constexpr int kBusyStream = 102;
constexpr std::int64_t kYoungestDays = 60;
constexpr std::int64_t kOldestDays = 96 * 365;
constexpr std::int64_t kHistoryDays = 6 * 365;
constexpr int kBusyOneIn = 8;
constexpr int kDeletionOneIn = 20;

int &at(std::array<int, kClinicalKinds> &counts, Kind kind)
{
    return counts.at(static_cast<std::size_t>(indexOf(kind)));
}

} // namespace

Chart::Chart(const World &world, std::int64_t patient, Moment at)
    : m_world(world)
    , m_patient(patient)
    , m_at(at)
{
    Dice dice(hashOf(world.seed, patient, kWhoStream));
    m_female = dice.chance(52);
    const std::int64_t range = dice.chance(world.childPercent) ? 18 * 365 : kOldestDays;
    m_birthDay =
        kAsOfDay - kYoungestDays - static_cast<std::int64_t>(dice.next() % static_cast<std::uint64_t>(range));
    m_given = dice.pick(m_female ? femaleNames() : maleNames());
    m_family = dice.pick(familyNames());
    m_city = &dice.pick(cities());
    m_practitioner = dice.below(kPractitioners);
    drawProblems(dice);
    drawCounts(dice);
}

void Chart::drawProblems(Dice &dice)
{
    m_problems.fill(-1);
    const int wanted = dice.below(6);
    int found = 0;
    for (int i = 0; i < wanted; ++i) {
        const int problem = dice.below(static_cast<int>(problems().size()));
        if (problems()[static_cast<std::size_t>(problem)].leastAge <= ageYears() && !has(problem))
            m_problems.at(static_cast<std::size_t>(found++)) = problem;
    }
    at(m_counts, Kind::Condition) = found;
}

void Chart::drawCounts(Dice &dice)
{
    const int visits = dice.between(2, 11);
    at(m_counts, Kind::Patient) = 1;
    at(m_counts, Kind::Encounter) = visits;
    at(m_counts, Kind::Observation) = visits * dice.between(2, 5);
    at(m_counts, Kind::Immunization) = dice.between(1, 9);
    at(m_counts, Kind::AllergyIntolerance) = std::max(0, dice.below(5) - 2);
    at(m_counts, Kind::MedicationRequest) = count(Kind::Condition) == 0 ? dice.below(2) : dice.between(1, 8);
    at(m_counts, Kind::Procedure) = dice.below(6);
}

bool Chart::has(int problem) const
{
    return std::find(m_problems.begin(), m_problems.end(), problem) != m_problems.end();
}

Moment Chart::visitStart(int visit) const
{
    const int visits = count(Kind::Encounter);
    const std::int64_t span = std::min(kHistoryDays, kAsOfDay - m_birthDay - 1);
    Dice roll = dice(Kind::Encounter, visit);
    const std::int64_t slot = span / visits;
    const std::int64_t day = kAsOfDay - span + visit * span / visits
        + static_cast<std::int64_t>(
            roll.next() % static_cast<std::uint64_t>(std::max<std::int64_t>(slot, 1)));
    const minutes time = hours{13} + minutes{15 * roll.below(34)}; // 8 to 17 o'clock in most of the country
    return Moment{days{day}} + time;
}

Moment Chart::lastUpdated(Kind kind, int index) const
{
    const int visit = kind == Kind::Patient ? count(Kind::Encounter) - 1 : visitOf(index);
    const std::uint64_t roll = hashOf(m_world.seed, m_patient, kBusyStream + 1 + indexOf(kind), index);
    const Moment written = visitStart(visit) + minutes{30} + milliseconds{roll % 40'000'000};
    if (m_world.activity.count() == 0)
        return written;
    // A busy chart: a quarter of it is touched once per period, each patient at a moment of their own.
    const std::uint64_t busy = hashOf(m_world.seed, m_patient, kBusyStream);
    if (busy % kBusyOneIn != 0 || roll % 4 != 0)
        return written;
    const std::int64_t period = milliseconds(m_world.activity).count();
    const auto phase = static_cast<std::int64_t>((busy >> 8U) % static_cast<std::uint64_t>(period));
    const std::int64_t now = m_at.time_since_epoch().count();
    return std::max(written, Moment{milliseconds{now - (now - phase) % period}});
}

bool Chart::hasDeletion() const
{
    return hashOf(m_world.seed, m_patient, kDeletedStream) % kDeletionOneIn == 0;
}

Moment Chart::deletedAt() const
{
    return visitStart(count(Kind::Encounter) - 1) + hours{26};
}

void appendId(std::string &out, const World &world, std::int64_t patient, Kind kind, int index)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    const std::uint64_t high = hashOf(world.seed ^ 0x5eedU, patient, indexOf(kind), index);
    const std::uint64_t low = mix(high ^ static_cast<std::uint64_t>(patient));
    for (unsigned i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            out += '-';
        const std::uint64_t word = i < 16 ? high : low;
        out += i == 12 ? '4' : kHex[word >> (60U - 4U * (i % 16U)) & 0xFU];
    }
}

std::string idOf(const World &world, std::int64_t patient, Kind kind, int index)
{
    std::string id;
    appendId(id, world, patient, kind, index);
    return id;
}

} // namespace waybill::sandbox
