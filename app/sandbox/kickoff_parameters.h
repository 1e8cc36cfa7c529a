// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace waybill::sandbox {

/// The parameters of a kick-off, from the query of a GET or the Parameters resource of a POST. Comma lists
/// and repeats are the same thing (Bulk Data 2 and 3 allow both).
class KickOffParameters
{
public:
    /// The error is a sentence for an OperationOutcome.
    static tl::expected<KickOffParameters, std::string> read(const httplib::Request &request);

    bool has(const std::string &name) const { return m_values.contains(name); }
    std::string one(const std::string &name) const; ///< the first, or empty
    std::vector<std::string> list(const std::string &name) const;
    /// The names that are not in `known`, joined by commas.
    std::string unknown(std::initializer_list<std::string_view> known) const;

private:
    std::map<std::string, std::vector<std::string>> m_values;
};

} // namespace waybill::sandbox
