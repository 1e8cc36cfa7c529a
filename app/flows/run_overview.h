// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/inspect_files.h"
#include "ndjson/run_statistics.h"

#include <QMap>

namespace waybill::flows {

/// Resources of one type, in this run and beside it.
struct TypeCount {
    QString type;
    std::int64_t here = 0;
    std::optional<std::int64_t> promised; ///< by the manifest's `count`
    std::optional<std::int64_t> before; ///< in the last run of the same practice and Group
    friend bool operator==(const TypeCount &, const TypeCount &) = default;

    /// How far off the last run, -1 = all gone; nothing to compare with = 0. Rows beyond kOdd get an arrow.
    double change() const;
    static constexpr double kOdd = 0.30;
    bool isOdd() const { return before && (change() > kOdd || change() < -kOdd); }
};

/// A line worth looking at.
struct LinePlace {
    int file = -1; ///< index in RunOverview::files
    LineNumber line;
    QString name; ///< "Patient/77"
    friend bool operator==(const LinePlace &, const LinePlace &) = default;
};

/// References to resources of one type that are in none of the files.
struct MissingType {
    QString type;
    std::int64_t targets = 0; ///< resources
    std::int64_t references = 0;
    bool exported = false; ///< there are files of this type: so these are really missing
    friend bool operator==(const MissingType &, const MissingType &) = default;
};

/// What an engineer asks about a whole run: is it all there, is it right, what is odd.
struct RunOverview {
    QList<RunFile> files; ///< the ones that were read
    QString lastRun; ///< name of the run that was compared with; empty = none was found
    bool lastRunWasFull = true; ///< and this one too: counts of a delta say little about a full run
    bool thisRunIsFull = true;
    QList<TypeCount> types; ///< the most first
    std::int64_t resources = 0;
    QMap<QString, std::int64_t> days; ///< of meta.lastUpdated
    std::int64_t withoutDay = 0;
    QList<ndjson::CodeCount> codes;
    bool codesComplete = true;
    std::int64_t patients = 0;
    std::int64_t patientsWithoutData = 0;
    QList<LinePlace> withoutData; ///< the first kListed
    std::int64_t references = 0;
    QList<MissingType> missing; ///< by type
    QList<LinePlace> dangling; ///< lines that refer to them, the first kListed
    std::int64_t leftOut = 0; ///< resources beyond what can be compared
    bool stopped = false;
    static constexpr qsizetype kListed = 200;
    static constexpr qsizetype kCodes = 50;
};

/// Reads every finished output file of the folder once. `onProgress`: bytes done and in all, about ten times
/// a second.
Result<RunOverview> overviewOf(const QString &folder,
    const std::function<void(ByteCount done, ByteCount all)> &onProgress = {},
    const std::stop_token &stop = {});

/// run.json says that the files come from production: their values are hidden until somebody asks for them.
bool isProductionRun(const QString &folder);

} // namespace waybill::flows
