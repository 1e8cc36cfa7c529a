// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/file_kind.h"
#include "ndjson/line_checker.h"
#include "ndjson/search_pattern.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

/// What both fronts do with exported files: judge them, look for something in them, list a run folder.
/// The functions work in the calling thread and read files of any size, also gzip, in bounded memory.
namespace waybill::flows {

struct InspectedFile {
    QString path;
    ByteCount bytes; ///< on disk
    ndjson::Recognised recognised; ///< of the unpacked text
    ndjson::CheckSummary summary;
    double seconds = 0;
    bool stopped = false; ///< by the stop token: the summary covers the lines until then
    std::optional<Error> problem; ///< the file could not be read (to its end)
};

/// `onProgress` gets bytes of the file done and in all, about ten times a second.
InspectedFile inspectFile(const QString &path, const ndjson::Expectation &expectation = {},
    const std::function<void(ByteCount done, ByteCount all)> &onProgress = {},
    const std::stop_token &stop = {});

/// One element of `files` of `waybill-run inspect --json`: path, bytes, lines, resources, problemCount,
/// problems, noteCount, notes, seconds; `error` when it could not be read. Lines are 1-based.
QJsonObject toJson(const InspectedFile &file);

struct FoundLines {
    QString path;
    ndjson::FindOptions options;
    std::int64_t count = 0; ///< matching lines
    std::int64_t tooCostly = 0; ///< lines where the expression was given up
    bool stopped = false;
};

/// `onLine` is called for each matching line, ascending.
Result<FoundLines> findLines(const QString &path, const ndjson::FindOptions &options,
    const std::function<void(LineNumber)> &onLine, const std::stop_token &stop = {});

enum class RunFilePart { Output, Deleted, Error };

/// A file of a run folder (design 3.5), or of any folder with NDJSON in it.
struct RunFile {
    QString path;
    QString name; ///< below the folder, e.g. "error/001.OperationOutcome.ndjson"
    RunFilePart part = RunFilePart::Output;
    QString type; ///< resource type as the name says; empty when it does not
    bool unfinished = false; ///< `*.part`, or `*.bad`: what failed verification
    ByteCount bytes;
    friend bool operator==(const RunFile &, const RunFile &) = default;
};

/// Output by type and number, then deleted, then error. Empty when the folder has none.
QList<RunFile> filesOfFolder(const QString &folder);

struct FoundResource {
    int file = -1; ///< index in the list
    LineNumber line;
    friend bool operator==(const FoundResource &, const FoundResource &) = default;
};

/// Where the resource a reference names stands: looked for in the files of its type and in those whose name
/// tells no type, deleted ones left out; without a type in all of them. File `first` comes before the others.
/// Empty when it is in none, or when it was stopped.
Result<std::optional<FoundResource>> findResource(const QList<RunFile> &files, const QString &type,
    const QString &id, const std::stop_token &stop = {}, int first = -1);

/// "Patient" for "001.Patient.ndjson", "Patient.000.ndjson", "Patient.ndjson.gz"; empty when it says nothing.
QString typeFromName(const QString &fileName);

} // namespace waybill::flows
