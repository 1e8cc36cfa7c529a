// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <simdjson.h>
#include <vector>

/// Reading simdjson's tree without its exceptions: what is absent or of another type is empty.
/// Used inside this room's .cpp files only.
namespace waybill::discovery::json {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

inline QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QString text(const element &value)
{
    std::string_view found;
    return value.get(found) == simdjson::SUCCESS ? toText(found) : QString();
}

/// A string, or a number as it stands: zip codes and ids are published as both.
inline QString scalar(const element &value)
{
    std::int64_t number = 0;
    return value.get(number) == simdjson::SUCCESS ? QString::number(number) : text(value);
}

inline std::optional<element> member(const element &value, std::string_view key)
{
    object fields;
    element found;
    if (value.get(fields) != simdjson::SUCCESS || fields.at_key(key).get(found) != simdjson::SUCCESS)
        return std::nullopt;
    return found;
}

inline QString text(const element &value, std::string_view key)
{
    const auto found = member(value, key);
    return found ? text(*found) : QString();
}

inline QString scalar(const element &value, std::string_view key)
{
    const auto found = member(value, key);
    return found ? scalar(*found) : QString();
}

/// The members of an array; nothing if it is none.
inline std::vector<element> items(const element &value)
{
    array found;
    if (value.get(found) != simdjson::SUCCESS)
        return {};
    return {found.begin(), found.end()};
}
inline std::vector<element> items(const element &value, std::string_view key)
{
    const auto found = member(value, key);
    return found ? items(*found) : std::vector<element>();
}

} // namespace waybill::discovery::json
