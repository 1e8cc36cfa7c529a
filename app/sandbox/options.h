// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace waybill::sandbox {

/// The command line, checked.
struct Options {
    int port = 0; ///< first of three consecutive ports; 0 = any free ones
    std::int64_t patients = 120;
    std::uint64_t seed = 1;
    std::vector<std::string> faults;
    bool tls = false;
    std::chrono::milliseconds prepare{4000}; ///< how long a job runs
    std::chrono::seconds retryAfter{1}; ///< what a running job asks for
    std::chrono::seconds activity{3600}; ///< how often a busy patient's chart changes; 0 = never
    std::int64_t fileSpeed = 0; ///< bytes a second of each file; 0 = as fast as it goes
    int requestsPerMinute = 250; ///< eCW's limit per clock minute; 0 = none
    QString stateFile; ///< clients, key sets and jobs survive in it; empty = they do not
    bool exitWithParent = false;
};

/// Not an Options: print `text` (stdout when code is 0, else stderr) and exit.
struct EarlyExit {
    int code = 0;
    QString text;
};

tl::expected<Options, EarlyExit> parseOptions(const QStringList &arguments);

} // namespace waybill::sandbox
