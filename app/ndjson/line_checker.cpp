// SPDX-License-Identifier: Apache-2.0
#include "ndjson/line_checker.h"

#include "ndjson/id_set.h"
#include "ndjson/line_judge.h"

#include <QByteArray>
#include <QHash>
#include <QLocale>

#include <cstring>
#include <utility>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kKeptProblems = 1000;
constexpr qsizetype kKeptTypes = 1000;
constexpr qsizetype kLongestName = 64; ///< FHIR: a resource type or id has at most 64 characters

QString sizeInWords(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 0);
}

} // namespace

struct LineChecker::State {
    explicit State(Expectation wanted)
        : expectation(std::move(wanted))
        , expectedType(expectation.resourceType.value_or(QString()).toUtf8())
        , ids(expectation.ids ? expectation.ids : std::make_shared<IdSet>())
    {
    }

    void carry(QByteArrayView bytes);
    void line(QByteArrayView bytes, std::int64_t length, bool padded);
    void endCarriedLine(QByteArrayView rest);
    void judge(QByteArrayView bytes, bool padded);
    void resource(const LineVerdict &verdict);
    void identity(const LineVerdict &verdict);
    void settleId();
    void count(QByteArrayView type);
    void report(ProblemKind kind, qsizetype at, const QString &detail = {});
    void report(ProblemKind kind, LineNumber line, ByteOffset offset, const QString &detail);

    struct LineId { ///< waits for its slot while the next line is read
        std::uint64_t hash = 0;
        std::int64_t line = 0;
        std::int64_t offset = 0;
    };

    Expectation expectation;
    QByteArray expectedType;
    std::shared_ptr<IdSet> ids;
    bool idsFull = false;
    std::optional<LineId> waiting;
    LineJudge judgement;
    CheckSummary summary;
    QHash<QByteArray, std::int64_t> types;
    QByteArray tail; ///< the unfinished line; the buffer is reused
    std::int64_t tailLength = 0; ///< its true length: above the limit `tail` is not filled any more
    std::int64_t lineNumber = 0; ///< physical
    std::int64_t lineOffset = 0; ///< first byte of the current line in the file
};

void LineChecker::State::report(ProblemKind kind, qsizetype at, const QString &detail)
{
    settleId(); // what is wrong with the line before comes first
    report(kind, {lineNumber}, {lineOffset + at}, detail);
}

void LineChecker::State::report(ProblemKind kind, LineNumber line, ByteOffset offset, const QString &detail)
{
    const bool note = isNote(kind) && !(kind == ProblemKind::BlankLine && expectation.blankLinesAreProblems);
    ++summary.byKind[kind];
    ++(note ? summary.noteCount : summary.problemCount);
    if (!note)
        summary.where.add(line);
    QList<Problem> &kept = note ? summary.notes : summary.problems;
    if (kept.size() < kKeptProblems)
        kept.append({line, offset, kind, note, messageFor(kind, detail)});
}

void LineChecker::State::carry(QByteArrayView bytes)
{
    tailLength += bytes.size();
    if (tailLength <= expectation.maxLineBytes)
        tail.append(bytes);
    else
        tail = QByteArray(); // too long already: only its length matters from here on
}

void LineChecker::State::line(QByteArrayView bytes, std::int64_t length, bool padded)
{
    if (length > expectation.maxLineBytes) {
        ++summary.lines;
        report(ProblemKind::TooLong, 0, sizeInWords(expectation.maxLineBytes));
    } else {
        judge(bytes, padded);
    }
    lineOffset += length + 1;
    ++lineNumber;
}

void LineChecker::State::endCarriedLine(QByteArrayView rest)
{
    carry(rest);
    const qsizetype length = tail.size();
    tail.append(LineJudge::kPadding, '\0');
    line(QByteArrayView(tail).first(length), tailLength, true);
    constexpr qsizetype kKeptCapacity = qsizetype{4} * 1024 * 1024; // one giant must not stay for ever
    if (tail.capacity() > kKeptCapacity)
        tail = QByteArray();
    else
        tail.resize(0);
    tailLength = 0;
}

void LineChecker::State::judge(QByteArrayView bytes, bool padded)
{
    const LineVerdict verdict = padded ? judgement.judgePadded(bytes) : judgement.judge(bytes);
    if (verdict.byteOrderMark)
        report(ProblemKind::ByteOrderMark, 0);
    if (verdict.blank) {
        ++summary.blankLines;
        report(ProblemKind::BlankLine, 0);
        return;
    }
    if (verdict.loneSurrogate)
        report(ProblemKind::LoneSurrogate, 0);
    if (verdict.nulEscape)
        report(ProblemKind::NulEscape, 0);
    if (verdict.hugeNumber)
        report(ProblemKind::HugeNumber, 0);
    if (verdict.duplicateKey)
        report(ProblemKind::DuplicateKey, 0);
    if (verdict.emptyValue)
        report(ProblemKind::EmptyValue, 0);
    if (verdict.badDate)
        report(ProblemKind::BadDate, 0);
    if (verdict.problem) {
        ++summary.lines;
        report(*verdict.problem, verdict.problemAt);
        return;
    }
    resource(verdict);
}

void LineChecker::State::resource(const LineVerdict &verdict)
{
    const bool parameters = verdict.resourceType == QByteArrayView("Parameters");
    if (parameters && expectedType != "Parameters" && expectation.headersAllowed) {
        ++summary.headerLines;
        return;
    }
    ++summary.lines;
    if (verdict.resourceType.isEmpty()) {
        report(ProblemKind::NoResourceType, 0);
        return;
    }
    count(verdict.resourceType);
    if (!expectedType.isEmpty() && verdict.resourceType != expectedType) {
        report(parameters ? ProblemKind::UnexpectedHeader : ProblemKind::WrongResourceType, 0,
            QString::fromUtf8(expectedType));
    }
    identity(verdict);
}

void LineChecker::State::identity(const LineVerdict &verdict)
{
    if (verdict.id.isEmpty()) {
        if (needsId(verdict.resourceType))
            report(ProblemKind::NoId, 0);
        return;
    }
    settleId();
    waiting = {ids->fetch(verdict.resourceType, verdict.id), lineNumber, lineOffset};
}

void LineChecker::State::settleId()
{
    if (!waiting)
        return;
    const LineId id = *std::exchange(waiting, std::nullopt);
    const IdSet::Seen seen = ids->insertFetched(id.hash, expectation.idOwner);
    if (seen == IdSet::Seen::Again)
        report(ProblemKind::DuplicateId, {id.line}, {id.offset}, {});
    if (seen == IdSet::Seen::Full && !idsFull) {
        idsFull = true;
        report(ProblemKind::IdsNotCompared, {id.line}, {id.offset}, {});
    }
}

void LineChecker::State::count(QByteArrayView type)
{
    // A raw view as the key: no allocation for a type that is known.
    const auto known = types.find(QByteArray::fromRawData(type.data(), type.size()));
    if (known != types.end())
        ++*known;
    else if (type.size() > kLongestName || types.size() >= kKeptTypes)
        ++types[QByteArrayLiteral("\xE2\x80\xA6")];
    else
        types.insert(type.toByteArray(), 1);
}

LineChecker::LineChecker(Expectation expectation)
    : m_state(std::make_unique<State>(std::move(expectation)))
{
}
LineChecker::~LineChecker() = default;
LineChecker::LineChecker(LineChecker &&) noexcept = default;
LineChecker &LineChecker::operator=(LineChecker &&) noexcept = default;

void LineChecker::add(QByteArrayView bytes)
{
    State &s = *m_state;
    s.summary.bytes += bytes.size();
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end) {
        const auto *newline =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (newline == nullptr) {
            s.carry({at, end});
            return;
        }
        if (s.tailLength > 0)
            s.endCarriedLine({at, newline});
        else
            s.line({at, newline}, newline - at, end - newline >= LineJudge::kPadding);
        at = newline + 1;
    }
}

CheckSummary LineChecker::finish()
{
    State &s = *m_state;
    if (s.tailLength > 0) {
        s.summary.endsWithNewline = false;
        s.report(ProblemKind::NoFinalNewline, 0);
        s.endCarriedLine({});
    }
    return soFar();
}

CheckSummary LineChecker::soFar() const
{
    m_state->settleId();
    CheckSummary summary = m_state->summary;
    for (auto it = m_state->types.cbegin(); it != m_state->types.cend(); ++it)
        summary.resources.insert(QString::fromUtf8(it.key()), it.value());
    return summary;
}

std::int64_t LineChecker::bytes() const
{
    return m_state->summary.bytes;
}
std::int64_t LineChecker::lines() const
{
    return m_state->summary.lines;
}
std::int64_t LineChecker::problemCount() const
{
    m_state->settleId();
    return m_state->summary.problemCount;
}

} // namespace waybill::ndjson
