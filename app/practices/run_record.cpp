// SPDX-License-Identifier: Apache-2.0
#include "practices/run_record.h"

#include "practices/names.h"

namespace waybill::practices {
namespace {

constexpr Names<Outcome, 9> kOutcomes{{{Outcome::Complete, "complete"},
    {Outcome::CompleteWithErrors, "complete-with-errors"}, {Outcome::Incomplete, "incomplete"},
    {Outcome::Failed, "failed"}, {Outcome::Unauthorized, "unauthorized"}, {Outcome::Duplicate, "duplicate"},
    {Outcome::Waiting, "waiting"}, {Outcome::Cancelled, "cancelled"}, {Outcome::Gone, "gone"}}};

constexpr Names<FileKind, 3> kFileKinds{
    {{FileKind::Output, "output"}, {FileKind::Error, "error"}, {FileKind::Deleted, "deleted"}}};

constexpr Names<FileState, 8> kFileStates{
    {{FileState::Waiting, "waiting"}, {FileState::Downloading, "downloading"},
        {FileState::Retrying, "retrying"}, {FileState::Paused, "paused"}, {FileState::Verifying, "verifying"},
        {FileState::Verified, "verified"}, {FileState::Failed, "failed"}, {FileState::Missing, "missing"}}};

constexpr Names<PollTick::Kind, 6> kTicks{
    {{PollTick::Kind::Running, "running"}, {PollTick::Kind::Throttled, "throttled"},
        {PollTick::Kind::Transient, "transient"}, {PollTick::Kind::Complete, "complete"},
        {PollTick::Kind::Refused, "refused"}, {PollTick::Kind::NoAnswer, "no-answer"}}};

} // namespace

QString outcomeName(Outcome outcome)
{
    return nameOf(kOutcomes, outcome);
}
std::optional<Outcome> outcomeFromName(const QString &name)
{
    return valueOf(kOutcomes, name);
}
QString fileKindName(FileKind kind)
{
    return nameOf(kFileKinds, kind);
}
std::optional<FileKind> fileKindFromName(const QString &name)
{
    return valueOf(kFileKinds, name);
}
QString fileStateName(FileState state)
{
    return nameOf(kFileStates, state);
}
std::optional<FileState> fileStateFromName(const QString &name)
{
    return valueOf(kFileStates, name);
}
QString tickKindName(PollTick::Kind kind)
{
    return nameOf(kTicks, kind);
}
std::optional<PollTick::Kind> tickKindFromName(const QString &name)
{
    return valueOf(kTicks, name);
}

} // namespace waybill::practices
