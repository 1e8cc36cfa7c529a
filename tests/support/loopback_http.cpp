// SPDX-License-Identifier: Apache-2.0
#include "support/loopback_http.h"

#include <algorithm>

namespace waybill::test {
namespace {

bool named(const Field &field, QByteArrayView name)
{
    return QByteArrayView(field.first).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<SeenRequest> parseRequestHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3)
        return std::nullopt;
    SeenRequest request;
    request.method = words.at(0);
    request.target = words.at(1);
    const auto question = request.target.indexOf('?');
    request.path = question < 0 ? request.target : request.target.left(question);
    request.query = question < 0 ? QByteArray() : request.target.mid(question + 1);
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return request;
}

QByteArray responseHead(const Answer &answer, bool bodyless)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    bool framed = answer.withoutLength || bodyless;
    for (const Field &field : answer.headers) {
        head += field.first + ": " + field.second + "\r\n";
        framed = framed || named(field, "Content-Length") || named(field, "Transfer-Encoding");
    }
    if (answer.chunked || answer.chunkedWithoutEnd)
        head += "Transfer-Encoding: chunked\r\n";
    else if (!framed)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (answer.closeAfter || answer.withoutLength)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

QByteArray SeenRequest::header(QByteArrayView name) const
{
    for (const Field &field : headers) {
        if (named(field, name))
            return field.second;
    }
    return {};
}

bool SeenRequest::has(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const Field &f) { return named(f, name); });
}

} // namespace waybill::test
