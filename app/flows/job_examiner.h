// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/manifest.h"
#include "flows/export_changes.h"
#include "flows/run_folder.h"
#include "practices/run_record.h"

#include <stop_token>

/// The last look at the files of a run before its verdict: what the server's own error and deleted files say.
namespace waybill::flows {

struct ExaminationCase {
    RunFolder folder;
    exports::ManifestOptions manifestOptions;
    QUrl baseUrl;
    QList<practices::FileRecord> files; ///< from the store
    ChangesCase changes;
};

struct Examination {
    exports::Manifest manifest;
    QList<practices::FileRecord> files; ///< one for each entry of the manifest, in its order
    QList<practices::FileRecord> changed; ///< those that must be written to the store again
    Changes changes; ///< only where every file is here and verified
};

/// Reads the manifest from the folder and the error and deleted files that were not read before. A deleted
/// file that may not be handed on loses its name: `*.bad` (BD-200). For a Worker.
Result<Examination> examine(const ExaminationCase &given, const std::stop_token &stop);

} // namespace waybill::flows
