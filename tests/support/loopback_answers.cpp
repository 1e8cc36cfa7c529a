// SPDX-License-Identifier: Apache-2.0
#include "support/loopback_server.h"

namespace waybill::test {

Answer json(QByteArray body, int status)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "application/json"}};
    answer.body = std::move(body);
    return answer;
}

Answer redirect(int status, const QUrl &to)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Location", to.toEncoded()}};
    return answer;
}

Answer file(const SeenRequest &request, const QByteArray &content, const QByteArray &etag)
{
    Answer answer;
    answer.headers = {
        {"Content-Type", "application/fhir+ndjson"}, {"Accept-Ranges", "bytes"}, {"ETag", etag}};
    answer.body = content;
    const QByteArray range = request.header("Range");
    const QByteArray condition = request.header("If-Range");
    const bool unchanged = condition.isEmpty() || condition == etag;
    if (!range.startsWith("bytes=") || !range.endsWith('-') || !unchanged)
        return answer;
    const qint64 from = range.mid(6).chopped(1).toLongLong();
    const QByteArray size = QByteArray::number(content.size());
    if (from >= content.size()) {
        answer.status = 416;
        answer.body.clear();
        answer.headers.append({"Content-Range", "bytes */" + size});
        return answer;
    }
    answer.status = 206;
    answer.body = content.mid(from);
    answer.headers.append({"Content-Range",
        "bytes " + QByteArray::number(from) + '-' + QByteArray::number(content.size() - 1) + '/' + size});
    return answer;
}

} // namespace waybill::test
