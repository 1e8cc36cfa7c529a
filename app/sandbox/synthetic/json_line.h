// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waybill::sandbox {

/// Writes JSON straight into a string: members keep their order and decimals their trailing zeros, and
/// nothing is allocated per value. The caller balances open and close.
class JsonLine
{
public:
    explicit JsonLine(std::string &out)
        : m_out(out)
    {
    }

    JsonLine &key(std::string_view name); ///< names here never need escaping
    JsonLine &object()
    {
        separate();
        m_out += '{';
        m_first = true;
        return *this;
    }
    JsonLine &endObject()
    {
        m_out += '}';
        m_first = false;
        return *this;
    }
    JsonLine &array()
    {
        separate();
        m_out += '[';
        m_first = true;
        return *this;
    }
    JsonLine &endArray()
    {
        m_out += ']';
        m_first = false;
        return *this;
    }
    JsonLine &text(std::string_view value); ///< a string value, escaped
    JsonLine &raw(std::string_view json); ///< a value that is JSON already: number, boolean, fragment
    JsonLine &number(std::int64_t value);
    /// `hundredths` 540 with 2 places is 5.40; with 1 place (tenths) 54 is 5.4.
    JsonLine &decimal(std::int64_t scaled, int places);

    JsonLine &field(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonLine &flag(std::string_view name, bool value) { return key(name).raw(value ? "true" : "false"); }
    JsonLine &coding(std::string_view system, std::string_view code, std::string_view display);
    /// A CodeableConcept with one coding and its display as text.
    JsonLine &codeable(
        std::string_view name, std::string_view system, std::string_view code, std::string_view display);
    void endLine()
    {
        m_out += '\n';
        m_first = true;
    }
    std::string &out() { return m_out; }

private:
    void separate()
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
    }

    std::string &m_out;
    bool m_first = true;
};

} // namespace waybill::sandbox
