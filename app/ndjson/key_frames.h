// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
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
        m_used = 0;
        m_frames.clear();
        m_found = false;
    }
    void enter() { m_frames.push_back({m_used, 0}); }
    /// kWord bytes must be readable at `key`, whatever its size.
    void key(std::string_view key)
    {
        const std::uint64_t hash = hashOf(key);
        Frame &frame = m_frames.back();
        const std::uint64_t bit = std::uint64_t{1} << (hash >> 58U);
        if ((frame.seen & bit) != 0 || m_used == m_hashes.size()) {
            if (!compareAndMakeRoom(hash, frame))
                return;
        }
        frame.seen |= bit;
        m_hashes[m_used++] = hash;
    }
    void leave()
    {
        const std::size_t start = m_frames.back().start;
        m_frames.pop_back();
        if (m_used - start > kSmall && !m_found)
            compareMany(start);
        m_used = start;
    }
    bool found() const { return m_found; }

private:
    static constexpr std::size_t kWord = sizeof(std::uint64_t);
    static constexpr std::size_t kSmall = 32;
    static constexpr std::size_t kFirstRoom = 256;
    static constexpr std::size_t kMaxKeys = 4'000'000; ///< open at once: 32 MiB, then it stops looking

    struct Frame {
        std::size_t start; ///< where the open object's keys begin in m_hashes
        std::uint64_t seen; ///< one bit for the upper bits of each hash: most keys need no comparison
    };

    /// The rare part of key(), kept out of it. False: the key need not be remembered.
    [[gnu::noinline]] bool compareAndMakeRoom(std::uint64_t hash, const Frame &frame)
    {
        const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(frame.start);
        const auto end = m_hashes.begin() + static_cast<std::ptrdiff_t>(m_used);
        if (m_used - frame.start <= kSmall)
            m_found = m_found || std::find(begin, end, hash) != end;
        if (m_used == m_hashes.size() && m_used < kMaxKeys)
            m_hashes.resize(std::max(kFirstRoom, m_used * 2));
        return m_used < m_hashes.size();
    }

    [[gnu::noinline]] void compareMany(std::size_t start)
    {
        const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(start);
        const auto end = m_hashes.begin() + static_cast<std::ptrdiff_t>(m_used);
        std::sort(begin, end);
        m_found = std::adjacent_find(begin, end) != end;
    }

    static std::uint64_t word(const char *from)
    {
        std::uint64_t value = 0;
        std::memcpy(&value, from, sizeof value);
        return value;
    }
    /// Most of FHIR's keys have at most eight letters: one load and a mask, no branch to guess wrong.
    static std::uint64_t hashOf(std::string_view key)
    {
        static_assert(std::endian::native == std::endian::little);
        const std::size_t size = key.size();
        std::uint64_t head = word(key.data());
        std::uint64_t tail = 0;
        if (size < kWord)
            head &= (std::uint64_t{1} << (size * 8)) - 1;
        else if (size > 2 * kWord)
            return std::hash<std::string_view>{}(key);
        else
            tail = word(key.data() + size - kWord);
        // Without a tail this is one to one, and a multiplication by an odd number keeps it so.
        return (head ^ std::rotl(tail, 21) ^ (std::uint64_t{size} << 56U)) * 0x9E3779B97F4A7C15ULL;
    }

    std::vector<std::uint64_t> m_hashes; ///< the first m_used count
    std::size_t m_used = 0;
    std::vector<Frame> m_frames;
    bool m_found = false;
};

} // namespace waybill::ndjson
