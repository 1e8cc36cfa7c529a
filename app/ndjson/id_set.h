// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace waybill::ndjson {

/// Remembers which "type/id" were seen, as 64-bit hashes in one open-addressed table: 8 bytes a slot, at most
/// 3/4 full. A false "seen" has a probability of about 1e-6 with six million ids. Shared by the files of a
/// run it also remembers who brought each id, 4 bytes a slot more: a file that is fetched again must not meet
/// what its first attempt left. Any thread.
class IdSet
{
public:
    /// The default holds six million ids in 64 MiB.
    explicit IdSet(std::int64_t capacity = 6'000'000);

    enum class Seen { First, Again, Full };
    /// Full: the id was not in the set and could not be remembered.
    /// `owner`: one number per attempt, from 1; 0 = nobody will ever be forgotten.
    Seen insert(QByteArrayView type, QByteArrayView id, std::uint32_t owner = 0);
    /// The same in two steps, for who has something else to do in between: the slot is fetched from memory
    /// meanwhile, which takes as long as reading a short line.
    std::uint64_t fetch(QByteArrayView type, QByteArrayView id) const;
    Seen insertFetched(std::uint64_t hash, std::uint32_t owner);
    /// What it brought was never seen, nor what it still brings.
    void forget(std::uint32_t owner);

    std::int64_t size() const;

private:
    void grow();
    std::size_t slotFor(std::uint64_t hash) const;

    mutable std::mutex m_mutex;
    std::int64_t m_capacity;
    std::int64_t m_size = 0;
    std::vector<std::uint64_t> m_slots; ///< 0 = free; the size is a power of two
    std::vector<std::uint32_t> m_owners; ///< as many as slots, or none while there is no owner
    std::unordered_set<std::uint32_t> m_forgotten;
};

} // namespace waybill::ndjson
