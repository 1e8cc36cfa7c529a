// SPDX-License-Identifier: Apache-2.0
#include "downloads/content_verdict.h"

#include "downloads/words.h"
#include "http/media_type.h"

namespace waybill::downloads {
namespace {

const QString kOperationOutcome = QStringLiteral("OperationOutcome");

QByteArrayView firstText(const QByteArray &start)
{
    QByteArrayView text(start);
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    while (!text.isEmpty()
        && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
        text = text.sliced(1);
    return text;
}

/// A JSON text spread over lines: its first line is no whole object.
bool looksPrettyPrinted(QByteArrayView text)
{
    const auto lineEnd = text.indexOf('\n');
    return text.startsWith('{') && lineEnd > 0 && text.first(lineEnd).trimmed().size() <= 2
        && !text.first(lineEnd).contains('}');
}

bool isAnyType(const QString &type)
{
    return type.isEmpty() || type == QLatin1String("unknown");
}

Error refused(QString what, const FileTask &task, QString next = {})
{
    Error error;
    error.code = ErrorCode::ProtocolMismatch;
    error.what = std::move(what);
    error.where = task.name;
    error.next =
        next.isEmpty() ? Words::tr("The file is kept as .bad; ask the server's operator.") : std::move(next);
    return error;
}

/// Something else came instead of NDJSON.
std::optional<Error> wrongKind(const FileTask &task, const ArrivedContent &content)
{
    const QByteArrayView text = firstText(content.start);
    if (content.declaredHtml || text.startsWith('<')) {
        return refused(Words::tr("A web page came instead of the file: a login, proxy or error page."), task,
            Words::tr("Check whether a proxy or a sign-in page is in between; the page is kept as .bad."));
    }
    if (content.lines.problemCount == 0)
        return std::nullopt;
    const auto &resources = content.lines.resources;
    if (resources.size() == 1 && resources.contains(kOperationOutcome) && task.type != kOperationOutcome)
        return refused(Words::tr("The server sent an OperationOutcome instead of the data."), task);
    if (text.startsWith('['))
        return refused(Words::tr("The file is one JSON array, not NDJSON."), task);
    if (looksPrettyPrinted(text))
        return refused(Words::tr("The file is pretty-printed JSON, not NDJSON."), task);
    return std::nullopt;
}

std::optional<Error> wrongSize(const FileTask &task, const ArrivedContent &content)
{
    if (task.expectedBytes && *task.expectedBytes != content.lines.bytes) {
        return refused(Words::tr("The manifest promised %1 bytes, %2 arrived.")
                           .arg(*task.expectedBytes)
                           .arg(content.lines.bytes),
            task);
    }
    if (task.expectedCount && *task.expectedCount != content.lines.lines) {
        return refused(Words::tr("The manifest promised %1 resources, %2 arrived.")
                           .arg(*task.expectedCount)
                           .arg(content.lines.lines),
            task);
    }
    // Connection closed = end: a break looks the same. Only the content can tell (reliability.md §2).
    if (!content.endIsProven && !task.expectedCount && !content.lines.endsWithNewline) {
        return refused(
            Words::tr("The server did not say how long the file is, and its last line has no end: it may "
                      "be incomplete."),
            task);
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> contentProblem(const FileTask &task, const ArrivedContent &content)
{
    if (auto kind = wrongKind(task, content))
        return kind;
    if (content.lines.problemCount > 0) {
        const ndjson::Problem first = content.lines.problems.value(0);
        return refused(
            Words::tr("%n line(s) are not as they should be; the first is line %1: %2", nullptr,
                static_cast<int>(std::min<std::int64_t>(content.lines.problemCount, 2'000'000'000)))
                .arg(first.line.shown())
                .arg(first.message),
            task);
    }
    return wrongSize(task, content);
}

QStringList contentNotes(const FileTask &task, const ArrivedContent &content)
{
    QStringList notes;
    http::MediaType type;
    type.type = content.contentType;
    if (!content.contentType.isEmpty() && content.contentType != "application/fhir+ndjson") {
        notes << (type.isNdjson()
                ? Words::tr("The server calls the file %1; FHIR says application/fhir+ndjson.")
                : Words::tr("The server calls the file %1, but it is NDJSON."))
                     .arg(QString::fromLatin1(content.contentType.left(80)));
    }
    if (!content.lines.endsWithNewline)
        notes << Words::tr("The last line has no line feed.");
    if (!content.endIsProven && !task.expectedCount)
        notes << Words::tr("Neither the server nor the manifest said how long the file is.");
    if (isAnyType(task.type))
        notes << Words::tr("The manifest does not name a resource type for this file.");
    return notes;
}

} // namespace waybill::downloads
