// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_marks.h"

namespace waybill::ndjson {
namespace {

constexpr int kRemembered = 2000;
constexpr std::int64_t kLongestJudged = std::int64_t{1} << 20; ///< 0.5 ms

LineMark noteFor(const LineVerdict &verdict)
{
    if (verdict.duplicateKey)
        return {LineMark::Kind::Note, messageFor(ProblemKind::DuplicateKey)};
    if (verdict.loneSurrogate)
        return {LineMark::Kind::Note, messageFor(ProblemKind::LoneSurrogate)};
    if (verdict.nulEscape)
        return {LineMark::Kind::Note, messageFor(ProblemKind::NulEscape)};
    if (verdict.hugeNumber)
        return {LineMark::Kind::Note, messageFor(ProblemKind::HugeNumber)};
    if (verdict.byteOrderMark)
        return {LineMark::Kind::Note, messageFor(ProblemKind::ByteOrderMark)};
    if (verdict.badDate)
        return {LineMark::Kind::Note, messageFor(ProblemKind::BadDate)};
    if (verdict.emptyValue)
        return {LineMark::Kind::Note, messageFor(ProblemKind::EmptyValue)};
    if (verdict.id.isEmpty() && needsId(verdict.resourceType))
        return {LineMark::Kind::Note, messageFor(ProblemKind::NoId)};
    return {LineMark::Kind::Good, {}};
}

} // namespace

LineMarks::LineMarks(std::shared_ptr<const LineReader> reader, QString expectedType)
    : m_reader(std::move(reader))
    , m_expectedType(std::move(expectedType))
    , m_known(kRemembered)
{
}

LineMark LineMarks::markOf(const LineText &line)
{
    if (!line.readable || !line.ended)
        return {line.readable ? LineMark::Kind::Open : LineMark::Kind::Unknown, {}};
    if (const LineMark *known = m_known.object(line.number.value))
        return *known;
    const LineMark mark = judge(line);
    m_known.insert(line.number.value, new LineMark(mark));
    return mark;
}

void LineMarks::forget(LineNumber line)
{
    m_known.remove(line.value);
}

LineMark LineMarks::judge(const LineText &line)
{
    if (line.length > kLongestJudged)
        return {};
    const bool whole = !line.masked && line.clipBegin == 0 && line.bytes.size() == line.length;
    const LineVerdict verdict =
        m_judge.judge(whole ? line.bytes : m_reader->file().read(line.begin.value, line.length));
    if (verdict.blank)
        return {LineMark::Kind::Blank, messageFor(ProblemKind::BlankLine)};
    if (verdict.problem)
        return {LineMark::Kind::Problem, messageFor(*verdict.problem)};
    if (verdict.resourceType.isEmpty())
        return {LineMark::Kind::Problem, messageFor(ProblemKind::NoResourceType)};
    const bool header =
        verdict.resourceType == QByteArrayView("Parameters"); // of an organised export (BD-172)
    if (!m_expectedType.isEmpty() && !header && verdict.resourceType != m_expectedType.toUtf8())
        return {LineMark::Kind::Problem, messageFor(ProblemKind::WrongResourceType, m_expectedType)};
    return noteFor(verdict);
}

} // namespace waybill::ndjson
