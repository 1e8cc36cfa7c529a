// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "run/exit_code.h"

#include <QHash>

namespace waybill::run {

/// Says on stdout how an export goes: a line where something changed, as text or as JSON, the last one
/// `{"event":"finished","outcome":…,"runDirectory":…}` (design 3.3). The log goes to stderr.
class ProgressPrinter
{
public:
    explicit ProgressPrinter(bool json)
        : m_json(json)
    {
    }

    void print(const flows::ExportProgress &progress);
    void printFinished(const QList<flows::RunResult> &results);
    void printNotStarted(ExitCode code, const Error &error);

private:
    void printPhase(const flows::ExportProgress &progress);
    void printPolls(const flows::ExportProgress &progress);
    void printFiles(const flows::ExportProgress &progress);
    void printNotes(const flows::ExportProgress &progress);

    bool m_json;
    QString m_runId;
    std::optional<flows::Phase> m_phase;
    std::int64_t m_polls = 0;
    qsizetype m_notes = 0;
    QHash<QString, flows::FileState> m_files; ///< by name
};

} // namespace waybill::run
