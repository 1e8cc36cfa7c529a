// SPDX-License-Identifier: Apache-2.0
#include "ndjson/id_set.h"

#include "ndjson/resource_hash.h"

namespace waybill::ndjson {
namespace {

constexpr std::size_t kFirstSlots = 1024;

} // namespace

IdSet::IdSet(std::int64_t capacity)
    : m_capacity(capacity)
    , m_slots(kFirstSlots, 0)
{
}

std::size_t IdSet::slotFor(std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    while (m_slots[slot] != 0 && m_slots[slot] != hash)
        slot = (slot + 1) & mask;
    return slot;
}

IdSet::Seen IdSet::insert(QByteArrayView type, QByteArrayView id, std::uint32_t owner)
{
    return insertFetched(resourceHash(type, id), owner);
}

std::uint64_t IdSet::fetch(QByteArrayView type, QByteArrayView id) const
{
    const std::uint64_t hash = resourceHash(type, id);
    const std::lock_guard lock(m_mutex);
    __builtin_prefetch(&m_slots[static_cast<std::size_t>(hash) & (m_slots.size() - 1)]);
    return hash;
}

IdSet::Seen IdSet::insertFetched(std::uint64_t hash, std::uint32_t owner)
{
    const std::lock_guard lock(m_mutex);
    if (owner != 0 && m_owners.empty())
        m_owners.resize(m_slots.size());
    std::size_t slot = slotFor(hash);
    if (m_slots[slot] == hash) {
        const bool isForgotten = !m_owners.empty() && m_forgotten.count(m_owners[slot]) > 0;
        if (isForgotten)
            m_owners[slot] = owner;
        return isForgotten ? Seen::First : Seen::Again;
    }
    if (m_size >= m_capacity)
        return Seen::Full;
    if (static_cast<std::size_t>(m_size) >= m_slots.size() / 4 * 3) {
        grow();
        slot = slotFor(hash);
    }
    m_slots[slot] = hash;
    if (!m_owners.empty())
        m_owners[slot] = owner;
    ++m_size;
    return Seen::First;
}

void IdSet::forget(std::uint32_t owner)
{
    const std::lock_guard lock(m_mutex);
    m_forgotten.insert(owner);
}

std::int64_t IdSet::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

/// Under the mutex, as what it calls.
void IdSet::grow()
{
    std::vector<std::uint64_t> old(m_slots.size() * 2, 0);
    old.swap(m_slots);
    std::vector<std::uint32_t> owners(m_owners.empty() ? 0 : m_slots.size(), 0);
    owners.swap(m_owners);
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i] == 0)
            continue;
        const std::size_t slot = slotFor(old[i]);
        m_slots[slot] = old[i];
        if (!owners.empty())
            m_owners[slot] = owners[i];
    }
}

} // namespace waybill::ndjson
