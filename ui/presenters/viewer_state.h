// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/inspect_files.h"
#include "ndjson/attachment.h"
#include "ndjson/background_find.h"
#include "ndjson/opened_file.h"
#include "ndjson/resource_summary.h"

#include <set>

namespace waybill::ui {

/// Everything the viewer shows beside the lines themselves, as one value.
struct ViewerState {
    QString folder; ///< name of the run folder; empty when single files are open
    QList<flows::RunFile> files; ///< to choose from
    int chosen = -1; ///< index in `files`, -1 = nothing is open
    ndjson::OpenedState opened;
    QStringList remarks; ///< about the file: "Compressed (gzip)", "CRLF line ends", not NDJSON at all
    bool looksLikeNdjson = true;
    ndjson::FindOptions wanted; ///< what is looked for, also while no file is open
    QList<ndjson::FindOptions> searches; ///< one for each search tab; `wanted` is that of tab `search`
    int search = 0;
    bool filtered = false; ///< only the lines with hits are shown
    ndjson::FindState find;
    std::int64_t currentHit = -1; ///< index in the list of hits of the current line, -1 = not a hit
    bool checking = false;
    double checkProgress = 0;
    std::int64_t problemCount = 0;
    std::int64_t noteCount = 0;
    std::optional<Error> checkProblem; ///< why the check did not come to the end
    std::int64_t currentLine = -1; ///< 0-based
    std::int64_t currentLength = 0; ///< bytes
    bool treeLoading = false;
    QList<ndjson::SummaryField> summary; ///< of the current line, for reading
    QList<ndjson::Attachment> attachments; ///< with their content, in the current line
    bool following = false; ///< a referenced resource is being looked for
    QString followNote; ///< why a reference led nowhere
    bool canGoBack = false; ///< to where a reference was followed from
    std::set<std::int64_t> marks; ///< lines of this file a person has marked, 0-based
    bool saving = false; ///< lines or an attachment are being written
    bool hidden = false; ///< values are not shown; from the start for files of a production run
    bool fromProduction = false;
    QString treeProblem; ///< why there is no tree, or where it ends
    friend bool operator==(const ViewerState &, const ViewerState &) = default;
};

} // namespace waybill::ui
