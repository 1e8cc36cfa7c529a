// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>
#include <string>
#include <vector>

namespace waybill::sandbox {

struct PracticeAddress;

/// eCW's practiceList: a Bundle of Endpoint and Organization pairs, 17 000 practices of which these few are
/// real. Made once, when it is first asked for.
class PracticeList
{
public:
    PracticeList(std::uint64_t seed, std::vector<PracticeAddress> live);
    /// 200, or 304 for the ETag it has.
    void answer(const httplib::Request &request, httplib::Response &response);

private:
    struct Document;
    std::uint64_t m_seed;
    std::vector<PracticeAddress> m_live;
    std::shared_ptr<Document> m_document; ///< shared: made under its own lock
};

inline constexpr int kListedPractices = 17'000;

/// The whole Bundle as text, about 15 MB.
std::string practiceListBundle(std::uint64_t seed, const std::vector<PracticeAddress> &live);

} // namespace waybill::sandbox
