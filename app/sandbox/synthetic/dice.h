// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace waybill::sandbox {

/// splitmix64's finalizer: a bijection that looks random.
constexpr std::uint64_t mix(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

/// One number from a seed and a place in the data; the same place always gives the same number, so that any
/// resource can be made without making the ones before it.
constexpr std::uint64_t hashOf(std::uint64_t seed, std::int64_t patient, int kind = 0, int index = 0)
{
    const auto place = static_cast<std::uint64_t>(kind) << 32U | static_cast<std::uint32_t>(index);
    return mix(mix(seed ^ mix(static_cast<std::uint64_t>(patient))) ^ mix(place));
}

/// A stream of dice rolls from one such number.
class Dice
{
public:
    constexpr explicit Dice(std::uint64_t state)
        : m_state(state)
    {
    }
    constexpr std::uint64_t next() { return m_state = mix(m_state); }
    /// 0 … sides-1. The high bits are used, and no division.
    constexpr int below(int sides)
    {
        return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(sides)) >> 32U);
    }
    constexpr int between(int least, int most) { return least + below(most - least + 1); }
    constexpr bool chance(int percent) { return below(100) < percent; }
    template <typename Table>
    constexpr const auto &pick(const Table &table)
    {
        return table[static_cast<std::size_t>(below(static_cast<int>(std::size(table))))];
    }

private:
    std::uint64_t m_state;
};

} // namespace waybill::sandbox
