// SPDX-License-Identifier: Apache-2.0
#include "flows/job_examiner.h"

#include "flows/outcome_files.h"
#include "flows/run_words.h"
#include "flows/verdict.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::FileKind;
using practices::FileRecord;
using practices::FileState;

const QString kExamined = QStringLiteral("examined");

FileRecord missing(const exports::ManifestFile &file)
{
    FileRecord record;
    record.kind = file.kind;
    record.number = file.number;
    record.type = file.type;
    record.name = RunFolder::nameOf(file);
    record.expectedCount = file.count;
    record.state = FileState::Missing;
    record.reason = file.problem.isEmpty() ? RunWords::tr("The file was never fetched.") : file.problem;
    return record;
}

bool needsALook(const FileRecord &record)
{
    return record.kind != FileKind::Output && record.state == FileState::Verified
        && !record.details.value(kExamined).toBool();
}

void refuse(FileRecord &record, const QString &path, const QString &reason)
{
    QFile::remove(path + QStringLiteral(".bad"));
    QFile::rename(path, path + QStringLiteral(".bad"));
    record.state = FileState::Failed;
    record.reason = reason;
}

void look(FileRecord &record, const ExaminationCase &given, const std::stop_token &stop)
{
    const QString path = given.folder.filePath(record.name);
    const Result<QJsonObject> found = record.kind == FileKind::Error
        ? readOutcomeFile(path, stop)
        : readDeletedFile(path, given.baseUrl, stop);
    if (!found) {
        record.state = FileState::Missing;
        record.reason = found.error().what;
        return;
    }
    for (auto it = found->begin(); it != found->end(); ++it)
        record.details.insert(it.key(), it.value());
    record.details.insert(kExamined, true);
    if (found->value(QStringLiteral("bad")).toInteger() > 0) {
        refuse(record, path,
            RunWords::tr(
                "The list of deletions holds something else than deletions (line %1); it must not be handed "
                "on.")
                .arg(found->value(QStringLiteral("firstBad")).toInteger()));
    }
}

} // namespace

Result<Examination> examine(const ExaminationCase &given, const std::stop_token &stop)
{
    auto manifest = given.folder.readManifest(given.manifestOptions);
    if (!manifest)
        return failure(manifest.error());
    QHash<QPair<int, int>, FileRecord> known;
    for (const FileRecord &record : given.files)
        known.insert({static_cast<int>(record.kind), record.number}, record);
    Examination result;
    for (const exports::ManifestFile &file : manifest->files) {
        const QPair<int, int> place{static_cast<int>(file.kind), file.number};
        const bool isNew = !known.contains(place);
        FileRecord record = isNew ? missing(file) : known.value(place);
        const bool isLooked = needsALook(record);
        if (isLooked)
            look(record, given, stop);
        if (isNew || isLooked)
            result.changed.append(record);
        result.files.append(record);
    }
    result.manifest = std::move(*manifest);
    const bool isWhole = std::all_of(result.files.begin(), result.files.end(),
        [](const FileRecord &record) { return record.state == FileState::Verified; });
    if (isWhole) {
        ChangesCase compared = given.changes;
        if (seriousIssues(result.files) > 0)
            compared.earlier.clear(); // what the server could not export is not gone
        auto changes = findChanges(compared, stop);
        if (changes) // what cannot be compared does not spoil the export
            result.changes = std::move(*changes);
    }
    return result;
}

} // namespace waybill::flows
