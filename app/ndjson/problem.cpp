// SPDX-License-Identifier: Apache-2.0
#include "ndjson/problem.h"

#include <QCoreApplication>

#include <array>

namespace waybill::ndjson {
namespace {

struct Words {
    ProblemKind kind;
    const char *code;
    const char *message;
};

/// In the order of the kinds.
constexpr std::array kWords{
    Words{ProblemKind::NotUtf8, "not-utf8", QT_TRANSLATE_NOOP("Ndjson", "The line is not valid UTF-8.")},
    Words{ProblemKind::NotJson, "not-json", QT_TRANSLATE_NOOP("Ndjson", "The line is not valid JSON.")},
    Words{ProblemKind::NotAnObject, "not-an-object",
        QT_TRANSLATE_NOOP("Ndjson", "The line is JSON, but not an object: no resource.")},
    Words{ProblemKind::SeveralDocuments, "several-documents",
        QT_TRANSLATE_NOOP("Ndjson", "The line holds more than one JSON document; each needs its own line.")},
    Words{ProblemKind::TooDeep, "too-deep",
        QT_TRANSLATE_NOOP("Ndjson", "The line is nested deeper than 1024 levels.")},
    Words{ProblemKind::TooLong, "too-long",
        QT_TRANSLATE_NOOP("Ndjson", "The line is longer than %1 and was not read.")},
    Words{ProblemKind::NoResourceType, "no-resource-type",
        QT_TRANSLATE_NOOP("Ndjson", "The object has no resourceType.")},
    Words{ProblemKind::WrongResourceType, "wrong-resource-type",
        QT_TRANSLATE_NOOP("Ndjson", "The resource is of another type; the file should hold %1.")},
    Words{ProblemKind::UnexpectedHeader, "unexpected-header",
        QT_TRANSLATE_NOOP("Ndjson", "A Parameters header stands here, but the export was not organised.")},
    Words{ProblemKind::BlankLine, "blank-line", QT_TRANSLATE_NOOP("Ndjson", "The line is empty.")},
    Words{ProblemKind::ByteOrderMark, "byte-order-mark",
        QT_TRANSLATE_NOOP("Ndjson", "The line starts with a byte order mark, which is ignored.")},
    Words{ProblemKind::NoFinalNewline, "no-final-newline",
        QT_TRANSLATE_NOOP("Ndjson", "The last line does not end with a newline.")},
    Words{ProblemKind::NoId, "no-id", QT_TRANSLATE_NOOP("Ndjson", "The resource has no id.")},
    Words{ProblemKind::DuplicateId, "duplicate-id",
        QT_TRANSLATE_NOOP("Ndjson", "A resource with the same id came before.")},
    Words{ProblemKind::IdsNotCompared, "ids-not-compared",
        QT_TRANSLATE_NOOP("Ndjson", "From here on ids are not compared: there are too many to remember.")},
    Words{ProblemKind::DuplicateKey, "duplicate-key",
        QT_TRANSLATE_NOOP("Ndjson", "An object has the same key twice.")},
    Words{ProblemKind::LoneSurrogate, "lone-surrogate",
        QT_TRANSLATE_NOOP("Ndjson", "A string holds half of a character (a lone surrogate).")},
    Words{ProblemKind::NulEscape, "nul-escape",
        QT_TRANSLATE_NOOP("Ndjson", "A string holds the NUL character.")},
    Words{ProblemKind::HugeNumber, "huge-number",
        QT_TRANSLATE_NOOP("Ndjson", "A number is too large for many readers; its digits are kept as sent.")},
    Words{ProblemKind::EmptyValue, "empty-value",
        QT_TRANSLATE_NOOP("Ndjson", "An element is empty; FHIR leaves such elements out.")},
    Words{ProblemKind::BadDate, "bad-date",
        QT_TRANSLATE_NOOP("Ndjson", "A date or time is not written as FHIR asks for it.")},
    Words{ProblemKind::DanglingReference, "dangling-reference",
        QT_TRANSLATE_NOOP("Ndjson", "The resource refers to one that is in none of the files.")},
};

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (static_cast<std::size_t>(kWords[i].kind) != i)
            return false;
    }
    return kWords.back().kind == ProblemKind::DanglingReference; // the last kind
}
static_assert(isComplete());

const Words &wordsFor(ProblemKind kind)
{
    return kWords[static_cast<std::size_t>(kind)];
}

} // namespace

bool isNote(ProblemKind kind)
{
    return kind >= ProblemKind::BlankLine;
}

QString codeName(ProblemKind kind)
{
    return QString::fromLatin1(wordsFor(kind).code);
}

QString messageFor(ProblemKind kind, const QString &detail)
{
    const QString message = QCoreApplication::translate("Ndjson", wordsFor(kind).message);
    return message.contains(QLatin1String("%1")) ? message.arg(detail) : message;
}

} // namespace waybill::ndjson
