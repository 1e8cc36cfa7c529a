// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <bitset>

namespace waybill::ndjson {

/// Roughly where lines of a kind lie in a file of any length: one bit for each of 2048 stretches, which
/// become longer as the file does. For the overview beside the scroll bar; 264 bytes whatever comes.
class LineDensity
{
public:
    static constexpr std::int64_t kStretches = 2048;

    void add(LineNumber line)
    {
        while (line.value / m_lines >= kStretches)
            widen();
        m_bits.set(static_cast<std::size_t>(line.value / m_lines));
    }
    bool isEmpty() const { return m_bits.none(); }
    std::int64_t linesPerStretch() const { return m_lines; }
    /// The stretch that begins at line `index * linesPerStretch()`.
    bool has(std::int64_t index) const { return m_bits.test(static_cast<std::size_t>(index)); }
    friend bool operator==(const LineDensity &, const LineDensity &) = default;

private:
    void widen()
    {
        std::bitset<kStretches> half;
        for (std::size_t i = 0; i < kStretches; ++i) {
            if (m_bits.test(i))
                half.set(i / 2);
        }
        m_bits = half;
        m_lines *= 2;
    }

    std::bitset<kStretches> m_bits;
    std::int64_t m_lines = 1;
};

} // namespace waybill::ndjson
