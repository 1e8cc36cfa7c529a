// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "models/files_model.h"

/// What stands around the tree of files: the whole, and the one that is chosen.
namespace waybill::ui {

struct DownloadsState {
    bool hasFiles = false;
    QString emptyHint; ///< while there are none: why
    QString summary; ///< "3 of 9 files verified · 187 MB of 424 MB · 12 MB/s · about 20 s left"
    double fraction = 0;
    Tone tone = Tone::Neutral;
    QString state; ///< the badge
    QString folder; ///< of the run
    QString expiry; ///< until when the server keeps the files
    friend bool operator==(const DownloadsState &, const DownloadsState &) = default;
};

DownloadsState downloadsState(const flows::ExportProgress &progress, const FilesTotal &total, Instant now);

struct FileDetail {
    struct Line {
        QString name;
        QString value;
        friend bool operator==(const Line &, const Line &) = default;
    };
    QString title;
    QString state; ///< with its reason
    Tone tone = Tone::Neutral;
    QString sha256; ///< empty until verified
    QList<Line> lines;
    bool canOpen = false; ///< there is something under its final name
    friend bool operator==(const FileDetail &, const FileDetail &) = default;
};

FileDetail fileDetail(const flows::FileProgress &file, Instant now);

} // namespace waybill::ui
