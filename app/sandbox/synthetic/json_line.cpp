// SPDX-License-Identifier: Apache-2.0
#include "sandbox/synthetic/json_line.h"

#include <array>
#include <charconv>

namespace waybill::sandbox {

namespace {

void appendEscaped(std::string &out, std::string_view value)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += kHex[static_cast<unsigned char>(c) >> 4U];
            out += kHex[static_cast<unsigned char>(c) & 0xFU];
        } else {
            out += c;
        }
    }
}

void appendNumber(std::string &out, std::int64_t value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr);
}

} // namespace

JsonLine &JsonLine::key(std::string_view name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_first = true; // the value follows without a comma
    return *this;
}

JsonLine &JsonLine::text(std::string_view value)
{
    separate();
    m_out += '"';
    appendEscaped(m_out, value);
    m_out += '"';
    return *this;
}

JsonLine &JsonLine::raw(std::string_view json)
{
    separate();
    m_out += json;
    return *this;
}

JsonLine &JsonLine::number(std::int64_t value)
{
    separate();
    appendNumber(m_out, value);
    return *this;
}

JsonLine &JsonLine::decimal(std::int64_t scaled, int places)
{
    separate();
    if (scaled < 0) {
        m_out += '-';
        scaled = -scaled;
    }
    std::int64_t unit = 1;
    for (int i = 0; i < places; ++i)
        unit *= 10;
    appendNumber(m_out, scaled / unit);
    if (places > 0)
        m_out += '.';
    for (std::int64_t rest = scaled % unit; unit > 1; rest %= unit) {
        unit /= 10;
        m_out += static_cast<char>('0' + rest / unit);
    }
    return *this;
}

JsonLine &JsonLine::coding(std::string_view system, std::string_view code, std::string_view display)
{
    object().field("system", system).field("code", code);
    if (!display.empty())
        field("display", display);
    return endObject();
}

JsonLine &JsonLine::codeable(
    std::string_view name, std::string_view system, std::string_view code, std::string_view display)
{
    key(name).object().key("coding").array().coding(system, code, display).endArray();
    if (!display.empty())
        field("text", display);
    return endObject();
}

} // namespace waybill::sandbox
