// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <functional>
#include <string_view>

namespace waybill::ndjson {

/// "type/id" in 64 bits, never 0: that marks a free slot of a table.
inline std::uint64_t resourceHash(QByteArrayView type, QByteArrayView id)
{
    const std::hash<std::string_view> hash;
    const auto view = [](QByteArrayView v) {
        return std::string_view(v.data(), static_cast<std::size_t>(v.size()));
    };
    std::uint64_t mixed = hash(view(type)) * 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 32U)) + hash(view(id));
    return mixed == 0 ? 1 : mixed;
}

} // namespace waybill::ndjson
