// SPDX-License-Identifier: Apache-2.0
#include "sandbox/export_plan.h"

#include "sandbox/synthetic/resources.h"

#include <algorithm>

namespace waybill::sandbox {

namespace {

/// Collects the lines of one type into files of a bounded length.
class FileRow
{
public:
    FileRow(Section section, std::string type, Kind kind)
        : m_section(section)
        , m_type(std::move(type))
        , m_kind(kind)
    {
    }
    void add(std::int64_t patient, std::int64_t lines)
    {
        if (lines == 0)
            return;
        if (m_files.empty() || m_files.back().lines + lines > kLinesPerFile) {
            const std::string name = m_type + '-' + std::to_string(m_files.size() + 1) + ".ndjson";
            m_files.push_back({m_section, name, m_type, m_kind, patient, patient});
        }
        m_files.back().last = patient + 1;
        m_files.back().lines += lines;
    }
    void moveTo(std::vector<PlannedFile> &all)
    {
        std::move(m_files.begin(), m_files.end(), std::back_inserter(all));
    }

private:
    Section m_section;
    std::string m_type;
    Kind m_kind;
    std::vector<PlannedFile> m_files;
};

std::int64_t countWanted(const ExportRequest &request, const Chart &chart, Kind kind)
{
    if (!request.since && !request.until)
        return chart.count(kind);
    std::int64_t wanted = 0;
    for (int i = 0; i < chart.count(kind); ++i)
        wanted += isWanted(request, chart.lastUpdated(kind, i)) ? 1 : 0;
    return wanted;
}

void planPatients(const World &world, const ExportRequest &request, Moment at, std::vector<FileRow> &rows,
    const std::vector<Kind> &clinical, FileRow &deleted)
{
    for (std::int64_t patient = 0; patient < world.patients; ++patient) {
        const Chart chart(world, patient, at);
        if (!takesPart(request, chart))
            continue;
        for (std::size_t i = 0; i < clinical.size(); ++i)
            rows[i].add(patient, countWanted(request, chart, clinical[i]));
        if (request.reportsDeletions && request.since && chart.hasDeletion()
            && isWanted(request, chart.deletedAt()))
            deleted.add(patient, 1);
    }
}

/// A block of each patient's resources; a file that is full cuts the block, which goes on in the next one.
std::vector<PlannedFile> planBlocks(
    const World &world, const ExportRequest &request, Moment at, const std::vector<Kind> &clinical)
{
    std::vector<PlannedFile> files;
    const auto open = [&files](std::int64_t patient, std::int64_t skipped) {
        const std::string name = "by-patient-" + std::to_string(files.size() + 1) + ".ndjson";
        if (skipped > 0)
            files.back().continuesIn = name;
        files.push_back({Section::Output, name, {}, Kind::Patient, patient, patient, 0, skipped});
    };
    for (std::int64_t patient = 0; patient < world.patients; ++patient) {
        const Chart chart(world, patient, at);
        if (!takesPart(request, chart))
            continue;
        std::int64_t left = 0;
        for (const Kind kind : clinical)
            left += countWanted(request, chart, kind);
        std::int64_t placed = 0;
        while (left > 0) {
            if (files.empty() || files.back().lines == kLinesPerOrganizedFile)
                open(patient, placed);
            const std::int64_t part = std::min(left, kLinesPerOrganizedFile - files.back().lines);
            files.back().lines += part;
            files.back().last = patient + 1;
            placed += part;
            left -= part;
        }
    }
    return files;
}

} // namespace

bool isMember(const Chart &chart, Cohort cohort)
{
    switch (cohort) {
    case Cohort::Everyone: return true;
    case Cohort::Nobody: return false;
    case Cohort::Diabetes: return chart.has(kDiabetes);
    case Cohort::Asthma: return chart.has(kAsthma);
    case Cohort::Children: return chart.ageYears() < 18;
    case Cohort::Seniors: return chart.ageYears() >= 65;
    }
    return false;
}

std::int64_t countMembers(const World &world, Cohort cohort)
{
    if (cohort == Cohort::Everyone)
        return world.patients;
    std::int64_t members = 0;
    for (std::int64_t patient = 0; patient < world.patients; ++patient)
        members += isMember(Chart(world, patient, {}), cohort) ? 1 : 0;
    return members;
}

bool isWanted(const ExportRequest &request, Moment lastUpdated)
{
    return (!request.since || lastUpdated > *request.since)
        && (!request.until || lastUpdated <= *request.until);
}

bool takesPart(const ExportRequest &request, const Chart &chart)
{
    return isMember(chart, request.cohort)
        && (!request.patients || request.patients->contains(chart.patient()));
}

std::vector<PlannedFile> planExport(const World &world, const ExportRequest &request, Moment at)
{
    std::vector<Kind> clinical;
    std::vector<FileRow> rows;
    std::vector<PlannedFile> administrative;
    for (const Kind kind : request.kinds) {
        const std::string name(nameOf(kind));
        if (!isAdministrative(kind)) {
            clinical.push_back(kind);
            rows.emplace_back(Section::Output, name, kind);
        } else if (kind != Kind::Group) { // eCW: the whole practice's, whatever the cohort or `_since`
            administrative.push_back(
                {Section::Output, name + "-1.ndjson", name, kind, 0, 0, countAdministrative(kind)});
        } else if (!request.groupLine.empty()) {
            administrative.push_back({Section::Output, name + "-1.ndjson", name, kind, 0, 0, 1});
        }
    }
    FileRow deleted(Section::Deleted, "Bundle", Kind::Condition);
    std::vector<PlannedFile> files;
    if (request.organizedByPatient) { // what belongs to no patient is in no block, so it is left out
        files = planBlocks(world, request, at, clinical);
        clinical.clear();
        administrative.clear();
    }
    if (request.cohort != Cohort::Nobody)
        planPatients(world, request, at, rows, clinical, deleted);

    for (FileRow &row : rows)
        row.moveTo(files);
    std::move(administrative.begin(), administrative.end(), std::back_inserter(files));
    deleted.moveTo(files);
    return files;
}

} // namespace waybill::sandbox
