// SPDX-License-Identifier: Apache-2.0
#include "ndjson/resource_ledger.h"

#include "ndjson/resource_hash.h"

#include <algorithm>
#include <limits>

namespace waybill::ndjson {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr int kLineBits = 40; ///< a file of 2^40 lines has more bytes than disks
constexpr qsizetype kMostTypes = 5000;

std::int64_t packed(const ResourceLedger::Place &place)
{
    return (std::int64_t{place.file} << kLineBits) | place.line.value;
}

ResourceLedger::Place unpacked(std::int64_t place)
{
    return {static_cast<int>(place >> kLineBits), {place & ((std::int64_t{1} << kLineBits) - 1)}};
}

} // namespace

std::size_t ResourceLedger::find(std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    while (m_slots[at].hash != 0 && m_slots[at].hash != hash)
        at = (at + 1) & mask;
    return at;
}

void ResourceLedger::grow()
{
    std::vector<Slot> old(std::max(kFirstSlots, m_slots.size() * 2));
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.hash != 0)
            m_slots[find(slot.hash)] = slot;
    }
}

std::uint32_t ResourceLedger::numberOf(QByteArrayView type)
{
    const auto known = m_numbers.constFind(QByteArray::fromRawData(type.data(), type.size()));
    if (known != m_numbers.cend())
        return *known;
    if (m_types.size() >= kMostTypes) // nonsense: FHIR has some 150
        return 0;
    const auto number = static_cast<std::uint32_t>(m_types.size());
    m_types.append(type.toByteArray());
    m_numbers.insert(m_types.last(), number);
    return number;
}

ResourceLedger::Slot *ResourceLedger::slotFor(std::uint64_t hash, QByteArrayView type)
{
    if (m_slots.empty() || static_cast<std::size_t>(m_used) >= m_slots.size() / 4 * 3)
        grow();
    Slot &slot = m_slots[find(hash)];
    if (slot.hash != 0)
        return &slot;
    if (m_used >= kMost) {
        ++m_leftOut;
        return nullptr;
    }
    ++m_used;
    slot.hash = hash;
    slot.flags = numberOf(type) << kTypeShift;
    return &slot;
}

void ResourceLedger::addResource(QByteArrayView type, QByteArrayView id, const Place &place)
{
    ++m_resources;
    Slot *slot = slotFor(resourceHash(type, id), type);
    if (slot == nullptr)
        return;
    slot->flags |= kHere;
    slot->place = packed(place);
}

void ResourceLedger::addReference(QByteArrayView type, QByteArrayView id, const Place &place, bool fromData)
{
    ++m_references;
    Slot *slot = slotFor(resourceHash(type, id), type);
    if (slot == nullptr)
        return;
    if (slot->references == 0 && (slot->flags & kHere) == 0)
        slot->place = packed(place);
    if (slot->references < std::numeric_limits<std::uint32_t>::max())
        ++slot->references;
    if (fromData)
        slot->flags |= kHasData;
}

std::vector<ResourceLedger::Missing> ResourceLedger::missing() const
{
    std::vector<Missing> found;
    for (const Slot &slot : m_slots) {
        if (slot.hash != 0 && (slot.flags & kHere) == 0)
            found.push_back({typeOf(slot), slot.hash, slot.references, unpacked(slot.place)});
    }
    std::sort(
        found.begin(), found.end(), [](const Missing &a, const Missing &b) { return a.first < b.first; });
    return found;
}

std::vector<ResourceLedger::Place> ResourceLedger::withoutData(QByteArrayView type) const
{
    const auto number = m_numbers.constFind(type.toByteArray());
    std::vector<Place> found;
    if (number == m_numbers.cend())
        return found;
    for (const Slot &slot : m_slots) {
        const bool here = slot.hash != 0 && (slot.flags & kHere) != 0 && slot.flags >> kTypeShift == *number;
        if (here && (slot.flags & kHasData) == 0)
            found.push_back(unpacked(slot.place));
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace waybill::ndjson
