// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

/// Enumerators and the stable words they are stored as.
namespace waybill::practices {

template <typename E, std::size_t N>
using Names = std::array<std::pair<E, const char *>, N>;

template <typename E, std::size_t N>
QString nameOf(const Names<E, N> &names, E value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

template <typename E, std::size_t N>
std::optional<E> valueOf(const Names<E, N> &names, const QString &word)
{
    for (const auto &[candidate, name] : names) {
        if (word == QLatin1String(name))
            return candidate;
    }
    return std::nullopt;
}

} // namespace waybill::practices
