// SPDX-License-Identifier: Apache-2.0
#include "flows/verdict.h"

#include "flows/run_words.h"

#include <algorithm>

namespace waybill::flows {
namespace {

using practices::FileRecord;

std::int64_t resourceCount(const QList<FileRecord> &files)
{
    std::int64_t lines = 0;
    for (const FileRecord &file : files)
        lines += file.kind == FileKind::Output ? file.lines : 0;
    return lines;
}

/// The server's own list of problems could be fetched, but not read: that is an error it reported (F-058).
bool isUnreadableErrorFile(const FileRecord &file)
{
    return file.kind == FileKind::Error && file.state == FileState::Failed;
}

QString completeSentence(const QList<FileRecord> &files, bool isDelta)
{
    const std::int64_t lines = resourceCount(files);
    if (lines > 0) {
        return RunWords::tr("Complete: %1 with %2, all verified.")
            .arg(RunWords::files(files.size()), RunWords::resources(lines));
    }
    // Servers answer an unknown or empty Group with an empty export: say so instead of just a green tick.
    if (isDelta)
        return RunWords::tr(
            "Complete, and empty: the server says nothing has changed since the last export.");
    return RunWords::tr("Complete, and empty. If that surprises you: the Group may have no members, its "
                        "value may be wrong, or "
                        "the granted scopes may not cover these types.");
}

Verdict incomplete(const VerdictCase &given, qsizetype missing)
{
    Verdict verdict;
    verdict.outcome = Outcome::Incomplete;
    verdict.open = given.rounds == 0;
    verdict.sentence = missing > 0
        ? RunWords::tr("Incomplete: %1 could not be fetched or verified.").arg(RunWords::files(missing))
        : RunWords::tr("Incomplete: further pages of the manifest are missing.");
    verdict.problem = Error{ErrorCode::ServerFailure, verdict.sentence, given.pageProblem,
        verdict.open
            ? RunWords::tr("The next start fetches what is missing; everything else is here and verified.")
            : RunWords::tr("Everything else is here and verified. The next export starts from the same "
                           "watermark, so nothing is skipped.")};
    return verdict;
}

} // namespace

std::int64_t seriousIssues(const QList<FileRecord> &files)
{
    std::int64_t count = 0;
    for (const FileRecord &file : files) {
        const QJsonObject severities = file.details.value(QStringLiteral("severities")).toObject();
        count += severities.value(QStringLiteral("fatal")).toInteger()
            + severities.value(QStringLiteral("error")).toInteger()
            + severities.value(QStringLiteral("unknown")).toInteger();
    }
    return count;
}

Verdict judge(const VerdictCase &given)
{
    const auto missing = std::count_if(given.files.begin(), given.files.end(), [](const FileRecord &file) {
        return file.state != FileState::Verified && !isUnreadableErrorFile(file);
    });
    const bool unreadableErrors = std::any_of(given.files.begin(), given.files.end(), isUnreadableErrorFile);
    const std::int64_t issues = seriousIssues(given.files);
    WatermarkCase watermarks = given.watermarks;
    watermarks.allVerified = missing == 0 && given.pageProblem.isEmpty() && given.hasOutput;
    watermarks.seriousErrors = issues > 0 || unreadableErrors;

    Verdict verdict;
    if (missing > 0 || !given.pageProblem.isEmpty()) {
        verdict = incomplete(given, missing);
        verdict.watermark = decideWatermarks(watermarks);
        return verdict;
    }
    verdict.watermark = decideWatermarks(watermarks);
    const QStringList &unreadable = watermarks.unreadable;
    const bool good = !watermarks.seriousErrors && !verdict.watermark.questionable && given.hasOutput
        && unreadable.isEmpty();
    verdict.outcome = good ? Outcome::Complete : Outcome::CompleteWithErrors;
    if (good)
        verdict.sentence = completeSentence(given.files, !given.watermarks.since.isEmpty());
    else if (issues > 0)
        verdict.sentence =
            RunWords::tr("Complete with errors: every file was verified, and the server reported %1.")
                .arg(RunWords::errors(issues));
    else if (unreadableErrors)
        verdict.sentence = RunWords::tr("Complete with errors: the server's list of errors cannot be read.");
    else if (!unreadable.isEmpty())
        verdict.sentence = RunWords::tr("Complete with errors: the token does not cover %1; the server may "
                                        "have left it out without a word.")
                               .arg(unreadable.join(QStringLiteral(", ")));
    else if (!given.hasOutput)
        verdict.sentence = RunWords::tr("Complete with errors: the manifest has no list of output files.");
    else
        verdict.sentence = RunWords::tr("Complete with errors: every file was verified, but the server's "
                                        "transactionTime cannot be trusted.");
    if (!good)
        verdict.problem = Error{ErrorCode::ServerFailure, verdict.sentence, {}, verdict.watermark.reason};
    return verdict;
}

} // namespace waybill::flows
