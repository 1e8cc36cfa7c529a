// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace waybill::ndjson {

/// The name of an element that holds a date, dateTime or instant in FHIR R4, by its name alone: "birthDate",
/// "effectiveDateTime", "issued", "start". Names of times of the day are not.
inline bool isDateElement(std::string_view name)
{
    using namespace std::string_view_literals;
    constexpr std::array kNames{"date"sv, "issued"sv, "lastUpdated"sv, "authoredOn"sv, "authored"sv,
        "recorded"sv, "created"sv, "sent"sv, "received"sv, "start"sv, "end"sv, "timestamp"sv};
    return name.ends_with("Date"sv) || name.ends_with("DateTime"sv) || name.ends_with("Instant"sv)
        || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

namespace date_endings {

using namespace std::string_view_literals;

/// The last four bytes of all names of date elements; "end" with a byte in front of it that is no letter.
constexpr std::array kEndings{"Date"sv, "date"sv, "Time"sv, "tant"sv, "ated"sv, "sued"sv, "edOn"sv, "ored"sv,
    "rded"sv, "sent"sv, "ived"sv, "tart"sv, "tamp"sv, "\0end"sv};

constexpr std::uint32_t wordOf(std::string_view four)
{
    std::uint32_t word = 0;
    for (std::size_t i = 4; i > 0; --i)
        word = word << 8U | static_cast<unsigned char>(four[i - 1]);
    return word;
}

/// Found by trial: it sends each ending to a place of its own.
constexpr std::uint32_t placeOf(std::uint32_t word)
{
    return static_cast<std::uint32_t>(word * 0x4b63e0efU) >> 28U;
}

constexpr std::array<std::uint32_t, 16> kPlaces = [] {
    std::array<std::uint32_t, 16> places{};
    for (const std::string_view ending : kEndings)
        places[placeOf(wordOf(ending))] = wordOf(ending);
    return places;
}();
static_assert(std::all_of(kEndings.begin(), kEndings.end(),
    [](std::string_view ending) { return kPlaces[placeOf(wordOf(ending))] == wordOf(ending); }));
static_assert(std::endian::native == std::endian::little);

} // namespace date_endings

/// Quick and sometimes wrong: never no for a date element. Reads the four bytes that end with the key's last.
inline bool mayBeDateElement(const char *keyEnd)
{
    std::uint32_t word = 0;
    std::memcpy(&word, keyEnd - sizeof word, sizeof word);
    return date_endings::kPlaces[date_endings::placeOf(word)] == word;
}

} // namespace waybill::ndjson
