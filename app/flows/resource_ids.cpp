// SPDX-License-Identifier: Apache-2.0
#include "flows/resource_ids.h"

#include "flows/text_lines.h"
#include "ndjson/json_scanner.h"

namespace waybill::flows {
namespace {

/// The values of the top-level `id` and, where it is wanted, `resourceType`, without their quotes.
Identity identityIn(QByteArrayView line, bool withType)
{
    Identity identity;
    ndjson::JsonScanner scanner(line);
    QByteArrayView *next = nullptr; // where the value that follows goes
    while (const auto token = scanner.next()) {
        if (token->depth != 1)
            continue;
        const QByteArrayView text = line.sliced(token->begin, token->length);
        if (token->kind == ndjson::TokenKind::Key) {
            next = text == QByteArrayView("\"id\"") ? &identity.id : nullptr;
            if (withType && text == QByteArrayView("\"resourceType\""))
                next = &identity.type;
        } else if (next != nullptr && next->isEmpty() && token->kind == ndjson::TokenKind::String
            && text.size() > 1 && text.endsWith('"')) { // not of a line cut in the middle of it
            *next = text.sliced(1, text.size() - 2);
            if (!identity.id.isEmpty() && (!withType || !identity.type.isEmpty()))
                break;
        }
    }
    return identity;
}

} // namespace

Result<> forEachId(const QString &path, const OnId &onId, const std::stop_token &stop)
{
    const auto tell = [&onId](LineNumber, QByteArrayView line) {
        if (const QByteArrayView id = identityIn(line, false).id; !id.isEmpty())
            onId(id);
        return true;
    };
    return forEachLine(path, tell, stop);
}

Result<> forEachResource(const QStringList &paths, const std::function<void(const Identity &)> &onResource,
    const std::stop_token &stop)
{
    const auto tell = [&onResource](LineNumber, QByteArrayView line) {
        onResource(identityIn(line, true));
        return true;
    };
    for (const QString &path : paths) {
        if (const Result<> read = forEachLine(path, tell, stop); !read)
            return read;
    }
    return {};
}

Result<> forEachIdOf(const Sources &sources, const OnId &onId, const std::stop_token &stop)
{
    for (const QString &path : sources.own) {
        if (const Result<> read = forEachId(path, onId, stop); !read)
            return read;
    }
    const QByteArray type = sources.type.toUtf8();
    const auto look = [&](const Identity &identity) {
        if (identity.type == type && !identity.id.isEmpty())
            onId(identity.id);
    };
    return forEachResource(sources.mixed, look, stop);
}

} // namespace waybill::flows
