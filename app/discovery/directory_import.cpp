// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_import.h"

#include "discovery/directory_builder.h"
#include "discovery/directory_formats.h"
#include "discovery/words.h"

#include <QFile>

namespace waybill::discovery {
namespace {

constexpr qint64 kLargestList = qint64{64} << 20; // four times the largest one published

QByteArrayView withoutSpace(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && QByteArrayView(" \t\r\n").contains(bytes[at]))
        ++at;
    return bytes.sliced(at);
}

/// What the first bytes give away; null when they look like text we may read.
QString foreignContent(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return Words::tr("The list is empty.");
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")
        || bytes.first(std::min<qsizetype>(bytes.size(), 64)).contains('\0'))
        return Words::tr("The list is UTF-16 or binary; save it as UTF-8 text.");
    if (bytes.startsWith("\x1F\x8B") || bytes.startsWith("PK\x03\x04"))
        return Words::tr("The list is compressed; unpack it first.");
    if (bytes.startsWith('<'))
        return Words::tr("This is a web page or XML, not a practice list.");
    return {};
}

} // namespace

Result<EndpointDirectory> importDirectory(QByteArrayView bytes, const ImportContext &context)
{
    if (context.stop.stop_requested())
        return importStopped(context);
    if (bytes.size() > kLargestList)
        return notAList(context, Words::tr("The list is larger than %1 MB.").arg(kLargestList >> 20));
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    bytes = withoutSpace(bytes);
    if (const QString problem = foreignContent(bytes); !problem.isEmpty())
        return notAList(context, problem);
    if (bytes.startsWith('{') || bytes.startsWith('['))
        return importJson(bytes, context);
    return importText(bytes, context);
}

Result<EndpointDirectory> importDirectoryFile(const QString &path, const ImportContext &context)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Storage,
            Words::tr("The practice list cannot be opened: %1.").arg(file.errorString()), path);
    }
    const QByteArray bytes = file.read(kLargestList + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Storage,
            Words::tr("The practice list cannot be read: %1.").arg(file.errorString()), path);
    }
    return importDirectory(bytes, context);
}

} // namespace waybill::discovery
