// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/moment.h"
#include "sandbox/synthetic/chart.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace waybill::sandbox {

/// Which patients a Group holds.
enum class Cohort { Everyone, Nobody, Diabetes, Asthma, Children, Seniors };

bool isMember(const Chart &chart, Cohort cohort);
/// Walks all patients: some 100 ns each.
std::int64_t countMembers(const World &world, Cohort cohort);

/// What a client asked for, checked.
struct ExportRequest {
    Cohort cohort = Cohort::Everyone;
    std::optional<std::set<std::int64_t>> patients; ///< only these (the `patient` parameter)
    std::vector<Kind> kinds;
    std::optional<Moment> since; ///< exclusive
    std::optional<Moment> until; ///< inclusive
    bool partialManifests = false;
    bool reportsDeletions = false; ///< IG 2.0 and later
    bool organizedByPatient = false; ///< IG 3.0 organizeOutputBy=Patient: blocks instead of types
    std::string groupLine; ///< the Group itself, should it be exported too
    std::string url; ///< the kick-off URL, for the manifest
};

enum class Section { Output, Deleted, Error };

/// One file of the manifest: a range of patients, never bytes.
struct PlannedFile {
    Section section = Section::Output;
    std::string name; ///< e.g. Observation-2.ndjson
    std::string type; ///< as in the manifest
    Kind kind = Kind::Patient;
    std::int64_t first = 0; ///< patients first … last-1
    std::int64_t last = 0;
    std::int64_t lines = 0; ///< exact; headers of blocks are none of them
    std::int64_t skipped = 0; ///< of the first patient's block: lines that stand in the file before
    std::string continuesIn = {}; ///< name of the file that has the rest of the last block
};

inline constexpr std::int64_t kLinesPerFile = 100'000;
inline constexpr std::int64_t kLinesPerOrganizedFile = 200; ///< few, so that blocks are cut

/// All files of an export, with exact counts: a pass over the patients that generates no resource.
/// Memory grows with the number of files, not of patients.
std::vector<PlannedFile> planExport(const World &world, const ExportRequest &request, Moment at);

/// Whether a resource changed inside the window that was asked for.
bool isWanted(const ExportRequest &request, Moment lastUpdated);
bool takesPart(const ExportRequest &request, const Chart &chart);

} // namespace waybill::sandbox
