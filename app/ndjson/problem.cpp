// SPDX-License-Identifier: Apache-2.0
#include "ndjson/problem.h"

#include <QCoreApplication>

namespace waybill::ndjson {
namespace {

struct Words {
    const char *code;
    const char *message;
};

Words wordsFor(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::NotUtf8:
        return {"not-utf8", QT_TRANSLATE_NOOP("Ndjson", "The line is not valid UTF-8.")};
    case ProblemKind::NotJson:
        return {"not-json", QT_TRANSLATE_NOOP("Ndjson", "The line is not valid JSON.")};
    case ProblemKind::NotAnObject:
        return {"not-an-object",
            QT_TRANSLATE_NOOP("Ndjson", "The line is JSON, but not an object: no resource.")};
    case ProblemKind::SeveralDocuments:
        return {"several-documents",
            QT_TRANSLATE_NOOP(
                "Ndjson", "The line holds more than one JSON document; each needs its own line.")};
    case ProblemKind::TooDeep:
        return {"too-deep", QT_TRANSLATE_NOOP("Ndjson", "The line is nested deeper than 1024 levels.")};
    case ProblemKind::TooLong:
        return {"too-long", QT_TRANSLATE_NOOP("Ndjson", "The line is longer than %1 and was not read.")};
    case ProblemKind::NoResourceType:
        return {"no-resource-type", QT_TRANSLATE_NOOP("Ndjson", "The object has no resourceType.")};
    case ProblemKind::WrongResourceType:
        return {"wrong-resource-type",
            QT_TRANSLATE_NOOP("Ndjson", "The resource is of another type; the file should hold %1.")};
    case ProblemKind::UnexpectedHeader:
        return {"unexpected-header",
            QT_TRANSLATE_NOOP(
                "Ndjson", "A Parameters header stands here, but the export was not organised.")};
    case ProblemKind::BlankLine: return {"blank-line", QT_TRANSLATE_NOOP("Ndjson", "The line is empty.")};
    case ProblemKind::ByteOrderMark:
        return {"byte-order-mark",
            QT_TRANSLATE_NOOP("Ndjson", "The line starts with a byte order mark, which is ignored.")};
    case ProblemKind::NoFinalNewline:
        return {
            "no-final-newline", QT_TRANSLATE_NOOP("Ndjson", "The last line does not end with a newline.")};
    case ProblemKind::NoId: return {"no-id", QT_TRANSLATE_NOOP("Ndjson", "The resource has no id.")};
    case ProblemKind::DuplicateId:
        return {"duplicate-id", QT_TRANSLATE_NOOP("Ndjson", "A resource with the same id came before.")};
    case ProblemKind::IdsNotCompared:
        return {"ids-not-compared",
            QT_TRANSLATE_NOOP(
                "Ndjson", "From here on ids are not compared: there are too many to remember.")};
    case ProblemKind::DuplicateKey:
        return {"duplicate-key", QT_TRANSLATE_NOOP("Ndjson", "An object has the same key twice.")};
    case ProblemKind::LoneSurrogate:
        return {"lone-surrogate",
            QT_TRANSLATE_NOOP("Ndjson", "A string holds half of a character (a lone surrogate).")};
    case ProblemKind::NulEscape:
        return {"nul-escape", QT_TRANSLATE_NOOP("Ndjson", "A string holds the NUL character.")};
    case ProblemKind::HugeNumber:
        return {"huge-number",
            QT_TRANSLATE_NOOP(
                "Ndjson", "A number is too large for many readers; its digits are kept as sent.")};
    case ProblemKind::EmptyValue:
        return {"empty-value",
            QT_TRANSLATE_NOOP("Ndjson", "An element is empty; FHIR leaves such elements out.")};
    case ProblemKind::BadDate:
        return {
            "bad-date", QT_TRANSLATE_NOOP("Ndjson", "A date or time is not written as FHIR asks for it.")};
    case ProblemKind::DanglingReference:
        return {"dangling-reference",
            QT_TRANSLATE_NOOP("Ndjson", "The resource refers to one that is in none of the files.")};
    }
    return {"unknown", ""};
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
