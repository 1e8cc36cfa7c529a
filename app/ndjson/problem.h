// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QString>

namespace waybill::ndjson {

/// What can be odd about a line or a file. The words a person reads are in `messageFor`.
enum class ProblemKind {
    // Problems: the line is not what the export promised.
    NotUtf8, ///< an invalid sequence; the offset is its first byte (BD-160)
    NotJson, ///< the offset is the first byte that does not fit
    NotAnObject, ///< legal JSON, but an array or a scalar (BD-165)
    SeveralDocuments, ///< more than one JSON text on the line
    TooDeep, ///< nested more than 1024 levels (BD-169)
    TooLong, ///< above the line limit; skipped over (BD-167)
    NoResourceType,
    WrongResourceType, ///< not the type the manifest named (BD-166)
    UnexpectedHeader, ///< a Parameters header without outputOrganizedBy (BD-166)
    // Notes: legal or harmless, worth knowing.
    BlankLine, ///< ignored and counted; a problem when the expectation says so (BD-163)
    ByteOrderMark, ///< ignored (BD-164)
    NoFinalNewline, ///< the last line lacks its '\n' (BD-162)
    NoId, ///< a resource without id (F-097)
    DuplicateId, ///< type and id were seen before (BD-171)
    IdsNotCompared, ///< more ids than are remembered; later duplicates go unnoticed
    DuplicateKey, ///< the same key twice in one object (BD-169)
    LoneSurrogate, ///< \uD800..\uDFFF without its partner
    NulEscape, ///< \u0000 in a string
    HugeNumber, ///< an integer beyond 64 bits or a number beyond double; legal JSON
    EmptyValue, ///< "", {}, [] or a null beside a key: FHIR leaves out what is empty
    BadDate, ///< a date element that is no FHIR date
    DanglingReference, ///< to a resource that is in none of the files of the run; not found line by line
};

/// True for what never counts as a problem.
bool isNote(ProblemKind kind);

/// A stable word for JSON reports and tests, e.g. "wrong-resource-type".
QString codeName(ProblemKind kind);

/// One translated sentence that never contains content of the file. `detail`: the expected type for
/// WrongResourceType, the limit in words for TooLong; otherwise unused.
QString messageFor(ProblemKind kind, const QString &detail = {});

struct Problem {
    LineNumber line; ///< physical line of the file, blank ones included
    ByteOffset offset; ///< in the file: the offending byte where it is known, else the line's first byte
    ProblemKind kind = ProblemKind::NotJson;
    bool isNote = false;
    QString message;
    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace waybill::ndjson
