// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/watermark_rules.h"
#include "practices/run_record.h"

namespace waybill::flows {

/// What is known when every file has come to an end.
struct VerdictCase {
    QList<practices::FileRecord> files; ///< one for each entry of the manifest
    bool hasOutput = true; ///< the manifest had a list of output files (BD-101)
    QString pageProblem; ///< further pages of the manifest are missing
    int rounds = 0; ///< how often the downloads were taken up again
    WatermarkCase watermarks; ///< allVerified and seriousErrors are filled in here
};

struct Verdict {
    Outcome outcome = Outcome::Incomplete;
    QString sentence;
    std::optional<Error> problem;
    bool open = false; ///< files are missing and may be tried in one more invocation
    WatermarkDecision watermark;
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

Verdict judge(const VerdictCase &given);

/// Issues of severity error or fatal in the server's error files (BD-110); from FileRecord::details.
std::int64_t seriousIssues(const QList<practices::FileRecord> &files);

} // namespace waybill::flows
