// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace waybill::sandbox {

struct City {
    std::string_view name;
    std::string_view state; ///< two letters
    std::string_view zip;
    std::string_view areaCode;
};

/// Many scripts and accents on purpose: what a client mangles shows here first.
std::span<const std::string_view> femaleNames();
std::span<const std::string_view> maleNames();
std::span<const std::string_view> familyNames();
std::span<const std::string_view> streets();
std::span<const City> cities();

} // namespace waybill::sandbox
