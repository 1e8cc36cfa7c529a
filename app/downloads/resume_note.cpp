// SPDX-License-Identifier: Apache-2.0
#include "downloads/resume_note.h"

#include "http/origin.h"
#include "http/retry_after.h"
#include "keys/sha256.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace waybill::downloads {
namespace {

const QString kValidator = QStringLiteral("validator");
const QString kPlace = QStringLiteral("place");
const QString kCommitted = QStringLiteral("committed");
const QString kTotal = QStringLiteral("total");

bool isStrong(const QByteArray &etag)
{
    return etag.size() > 2 && etag.startsWith('"') && etag.endsWith('"');
}

std::optional<std::int64_t> digits(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    const bool isPlain = !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    return isNumber && isPlain ? std::optional<std::int64_t>(value) : std::nullopt;
}

} // namespace

QByteArray ResumeNote::toJson() const
{
    return QJsonDocument(QJsonObject{
                             {kValidator, QString::fromLatin1(validator)},
                             {kPlace, QString::fromLatin1(place)},
                             {kCommitted, static_cast<qint64>(committed)},
                             {kTotal, static_cast<qint64>(total)},
                         })
        .toJson(QJsonDocument::Compact);
}

std::optional<ResumeNote> ResumeNote::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ResumeNote note;
    note.validator = object.value(kValidator).toString().toLatin1();
    note.place = object.value(kPlace).toString().toLatin1();
    note.committed = object.value(kCommitted).toInteger(-1);
    note.total = object.value(kTotal).toInteger(-1);
    if (note.validator.isEmpty() || note.place.isEmpty() || note.committed < 0)
        return std::nullopt;
    return note;
}

QByteArray hashOfPlace(const QUrl &url)
{
    keys::Sha256 hash;
    hash.add(http::originOf(url).toString().toUtf8());
    hash.add(url.path(QUrl::FullyEncoded).toUtf8());
    return hash.result().toHex();
}

QByteArray validatorOf(const http::ResponseHead &head)
{
    const bool takesRanges =
        head.status == 206 || head.headers.value("Accept-Ranges").trimmed().toLower() == "bytes";
    if (!takesRanges || head.headers.contains("Content-Encoding"))
        return {};
    const QByteArray etag = head.headers.value("ETag").trimmed();
    if (!etag.isEmpty())
        return isStrong(etag) ? etag : QByteArray();
    const QByteArray modified = head.headers.value("Last-Modified").trimmed();
    const auto changed = http::parseHttpDate(modified, head.receivedAt);
    const auto served = http::parseHttpDate(head.headers.value("Date"), head.receivedAt);
    // Two versions within one second have one date: it is strong only when it lies well before the answer.
    const bool isStrongDate = changed && served && *served - *changed >= std::chrono::seconds{60};
    return isStrongDate ? modified : QByteArray();
}

std::optional<ContentRange> contentRange(const http::Headers &headers)
{
    const QByteArray value = headers.value("Content-Range").trimmed();
    const auto space = value.indexOf(' ');
    const auto dash = value.indexOf('-', space);
    const auto slash = value.indexOf('/', dash);
    if (space < 0 || dash < 0 || slash < 0 || value.left(space).toLower() != "bytes")
        return std::nullopt;
    const auto from = digits(value.mid(space + 1, dash - space - 1).trimmed());
    const auto to = digits(value.mid(dash + 1, slash - dash - 1).trimmed());
    const QByteArray whole = value.mid(slash + 1).trimmed();
    const auto total = whole == "*" ? std::optional<std::int64_t>(-1) : digits(whole);
    if (!from || !to || !total || *to < *from || (*total >= 0 && *to >= *total))
        return std::nullopt;
    return ContentRange{*from, *to, *total};
}

std::optional<std::int64_t> contentLength(const http::Headers &headers)
{
    return digits(headers.value("Content-Length").trimmed());
}

} // namespace waybill::downloads
