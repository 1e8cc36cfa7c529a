// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace waybill::ndjson {

/// Which resources a run holds and which it refers to, in whatever order the lines come: one slot for each
/// "Type/id" met, by its 64-bit hash, 24 bytes. At most kMost resources; more are counted as left out.
class ResourceLedger
{
public:
    static constexpr std::int64_t kMost = 3'000'000; ///< 96 MiB

    struct Place {
        int file = 0;
        LineNumber line;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    struct Missing {
        QByteArray type;
        std::uint64_t hash = 0; ///< see resourceHash()
        std::int64_t references = 0;
        Place first; ///< a line that refers to it
    };

    void addResource(QByteArrayView type, QByteArrayView id, const Place &place);
    /// `fromData`: a resource that counts as data of a patient it names.
    void addReference(QByteArrayView type, QByteArrayView id, const Place &place, bool fromData);

    std::vector<Missing> missing() const; ///< referred to, in no file; in the order of their places
    std::vector<Place> withoutData(QByteArrayView type) const; ///< resources nothing refers to as data
    std::int64_t resources() const { return m_resources; }
    std::int64_t references() const { return m_references; }
    std::int64_t leftOut() const { return m_leftOut; }

private:
    static constexpr std::uint32_t kHere = 1; ///< flags of a slot
    static constexpr std::uint32_t kHasData = 2;
    static constexpr std::uint32_t kTypeShift = 8; ///< above it stands the number of the type
    struct Slot {
        std::uint64_t hash = 0; ///< 0 = free
        std::int64_t place = 0;
        std::uint32_t references = 0;
        std::uint32_t flags = 0; ///< and the number of the type
    };
    Slot *slotFor(std::uint64_t hash, QByteArrayView type);
    std::size_t find(std::uint64_t hash) const;
    void grow();
    std::uint32_t numberOf(QByteArrayView type);
    QByteArray typeOf(const Slot &slot) const { return m_types.value(slot.flags >> kTypeShift); }

    std::vector<Slot> m_slots;
    std::int64_t m_used = 0;
    std::int64_t m_resources = 0;
    std::int64_t m_references = 0;
    std::int64_t m_leftOut = 0;
    QHash<QByteArray, std::uint32_t> m_numbers;
    QList<QByteArray> m_types;
};

} // namespace waybill::ndjson
