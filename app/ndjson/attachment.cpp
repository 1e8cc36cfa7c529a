// SPDX-License-Identifier: Apache-2.0
#include "ndjson/attachment.h"

#include "ndjson/json_text.h"
#include "ndjson/private_file.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <algorithm>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kQuotes = 2;

bool isText(const JsonTree &tree, std::int32_t node, QByteArrayView quotedKey)
{
    return tree.node(node).kind == TokenKind::String && tree.rawKey(node) == quotedKey;
}

} // namespace

QList<Attachment> attachmentsIn(const JsonTree &tree)
{
    QList<Attachment> found;
    for (std::int32_t node = 1; node < tree.size(); ++node) {
        if (!isText(tree, node, "\"data\""))
            continue;
        // Both are needed: SampledData has `data` too, and an attachment elsewhere has a type alone.
        const auto beside = tree.children(tree.node(node).parent);
        const auto type = std::find_if(beside.begin(), beside.end(),
            [&tree](std::int32_t one) { return isText(tree, one, "\"contentType\""); });
        if (type == beside.end())
            continue;
        constexpr qsizetype kLongestType = 100;
        const std::int64_t letters = tree.raw(node).size() - kQuotes;
        found.append({node, visibleText(decodeString(tree.raw(*type), kLongestType)), {letters * 3 / 4}});
    }
    return found;
}

QString nameFor(const Attachment &attachment, LineNumber line)
{
    // "application/pdf; charset=x": the type alone.
    const QString type = attachment.contentType.section(QLatin1Char(';'), 0, 0).trimmed();
    const QString suffix = QMimeDatabase().mimeTypeForName(type).preferredSuffix();
    return QCoreApplication::translate("Ndjson", "attachment-line-%1").arg(line.shown()) + QLatin1Char('.')
        + (suffix.isEmpty() ? QStringLiteral("bin") : suffix);
}

Result<QByteArray> decodedAttachment(QByteArrayView raw)
{
    QByteArray letters = raw.toByteArray();
    if (letters.contains('\\'))
        letters = decodeString(raw).toLatin1();
    else if (letters.size() >= kQuotes)
        letters = letters.mid(1, letters.size() - kQuotes);
    letters.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(
        letters, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return failure(ErrorCode::InvalidInput,
            QCoreApplication::translate("Ndjson", "The attachment is not written in base64."), {},
            QCoreApplication::translate("Ndjson", "Copy its value as it is to look at it."));
    }
    return *decoded;
}

Result<ByteCount> saveAttachment(QByteArrayView raw, const QString &path)
{
    const auto content = decodedAttachment(raw);
    if (!content)
        return tl::unexpected(content.error());
    PrivateFile file(path, QCoreApplication::translate("Ndjson", "The attachment could not be saved: %1"));
    Result<> done = file.open();
    if (done)
        done = file.write(*content);
    if (done)
        done = file.commit();
    if (!done)
        return tl::unexpected(done.error());
    return ByteCount{content->size()};
}

} // namespace waybill::ndjson
