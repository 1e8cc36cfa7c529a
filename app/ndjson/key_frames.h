// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

namespace waybill::ndjson {

/// Finds a key that comes twice in one object, while a document is walked: enter() and leave() at its braces,
/// key() for each key. Works on 64-bit hashes in one flat stack; FHIR objects have a handful of keys, so
/// small objects are compared directly and large ones are sorted when they close.
class KeyFrames
{
public:
    void reset()
    {
        m_hashes.clear();
        m_starts.clear();
        m_found = false;
    }
    void enter() { m_starts.push_back(m_hashes.size()); }
    void key(std::string_view key)
    {
        if (m_found || m_hashes.size() >= kMaxKeys)
            return;
        const std::uint64_t hash = hashOf(key);
        const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(m_starts.back());
        if (m_hashes.end() - begin <= kSmall)
            m_found = std::find(begin, m_hashes.end(), hash) != m_hashes.end();
        m_hashes.push_back(hash);
    }
    void leave()
    {
        const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(m_starts.back());
        if (!m_found && m_hashes.end() - begin > kSmall) {
            std::sort(begin, m_hashes.end());
            m_found = std::adjacent_find(begin, m_hashes.end()) != m_hashes.end();
        }
        m_hashes.erase(begin, m_hashes.end());
        m_starts.pop_back();
    }
    bool found() const { return m_found; }

private:
    static constexpr std::ptrdiff_t kSmall = 32;
    static constexpr std::size_t kMaxKeys = 4'000'000; ///< open at once: 32 MiB, then it stops looking

    static std::uint64_t hashOf(std::string_view key)
    {
        constexpr std::size_t kWord = sizeof(std::uint64_t);
        if (key.size() < kWord || key.size() > 2 * kWord)
            return std::hash<std::string_view>{}(key);
        std::uint64_t head = 0;
        std::uint64_t tail = 0;
        std::memcpy(&head, key.data(), kWord);
        std::memcpy(&tail, key.data() + key.size() - kWord, kWord);
        const std::uint64_t mixed = (head ^ (tail << 21U) ^ (tail >> 43U)) * 0x9E3779B97F4A7C15ULL;
        return (mixed ^ (mixed >> 29U)) + tail * 0xBF58476D1CE4E5B9ULL + key.size();
    }

    std::vector<std::uint64_t> m_hashes;
    std::vector<std::size_t> m_starts; ///< where each open object's keys begin in m_hashes
    bool m_found = false;
};

} // namespace waybill::ndjson
