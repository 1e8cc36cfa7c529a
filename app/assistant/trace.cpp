// SPDX-License-Identifier: Apache-2.0
#include "assistant/trace.h"

#include "assistant/words.h"
#include "base/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

namespace waybill::assistant {

namespace {

constexpr qsizetype kLongestBody = 4000; ///< characters
constexpr qsizetype kLongestText = 500;
constexpr qsizetype kLongestParsed = qsizetype{1} << 20;

const QString kRedacted = QStringLiteral("[redacted]");

/// "access_token", "accessToken" and "Access-Token" are one; then the private members of a JWK.
bool isSecretMember(QString name)
{
    static const QStringList names{QStringLiteral("accesstoken"), QStringLiteral("refreshtoken"),
        QStringLiteral("idtoken"), QStringLiteral("token"), QStringLiteral("clientsecret"),
        QStringLiteral("clientassertion"), QStringLiteral("assertion"), QStringLiteral("password"),
        QStringLiteral("d"), QStringLiteral("p"), QStringLiteral("q"), QStringLiteral("dp"),
        QStringLiteral("dq"), QStringLiteral("qi"), QStringLiteral("oth"), QStringLiteral("k")};
    return names.contains(name.remove(QLatin1Char('_')).remove(QLatin1Char('-')).toLower());
}

/// What a server repeats inside its sentences: links with their queries (BD-220), tokens, signatures.
QString withoutSecrets(QString text)
{
    static const QRegularExpression user(
        QStringLiteral("(https?://)[^\\s/?#\"'<>]*@"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(
        QStringLiteral("(https?://[^\\s?#\"'<>]*|(?<![?])/[^\\s?#\"'<>]*)\\?[^\\s\"'<>]+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(QStringLiteral("\\beyJ[\\w-]{8,}(\\.[\\w-]*)*"));
    static const QRegularExpression bearer(QStringLiteral("(\\bBearer\\s+)[\\w.~+/-]{8,}+(?!=[\"\\w])=*"),
        QRegularExpression::CaseInsensitiveOption);
    text.replace(user, QStringLiteral("\\1"));
    text.replace(query, QStringLiteral("\\1?…"));
    text.replace(token, kRedacted);
    return text.replace(bearer, QStringLiteral("\\1") + kRedacted);
}

QString shownText(const QByteArray &text, qsizetype longest)
{
    return withoutSecrets(plainServerText(text, longest));
}

QJsonValue cleaned(const QJsonValue &value, int depth);

QJsonObject cleanedObject(const QJsonObject &object, int depth)
{
    QJsonObject clean;
    for (auto it = object.begin(); it != object.end(); ++it)
        clean.insert(it.key(), isSecretMember(it.key()) ? QJsonValue(kRedacted) : cleaned(*it, depth + 1));
    return clean;
}

QJsonValue cleaned(const QJsonValue &value, int depth)
{
    constexpr int kDeepest = 20;
    if (depth > kDeepest)
        return QStringLiteral("…");
    if (value.isObject())
        return cleanedObject(value.toObject(), depth);
    if (!value.isArray())
        return value;
    QJsonArray clean;
    for (const QJsonValue &element : value.toArray())
        clean.append(cleaned(element, depth + 1));
    return clean;
}

QString jsonText(const QJsonObject &object)
{
    return shownText(
        QJsonDocument(cleanedObject(object, 0)).toJson(QJsonDocument::Indented).trimmed(), kLongestBody);
}

/// Header and claims; the signature is what makes it worth stealing.
QString assertionText(const QString &assertion)
{
    const QStringList parts = assertion.split(QLatin1Char('.'));
    if (parts.size() != 3)
        return kRedacted;
    const auto decoded = [](const QString &part) {
        const QByteArray bytes = QByteArray::fromBase64(part.toLatin1(), QByteArray::Base64UrlEncoding);
        return plainServerText(bytes, kLongestBody);
    };
    return decoded(parts.at(0)) + QLatin1Char('.') + decoded(parts.at(1)) + QStringLiteral(".[signature]");
}

QString formText(const QByteArray &body)
{
    QString spaced = QString::fromLatin1(body);
    spaced.replace(QLatin1Char('+'), QLatin1String("%20"));
    QStringList lines;
    const QUrlQuery form(spaced);
    for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded)) {
        QString shown = value;
        if (name == QLatin1String("client_assertion"))
            shown = assertionText(value);
        else if (isSecretMember(name))
            shown = kRedacted;
        lines.append(name + QLatin1Char('=') + shown);
    }
    return lines.join(QLatin1Char('\n'));
}

QString headerText(const http::Headers &headers)
{
    QString text;
    for (const http::Header &header : headers.all())
        text += QString::fromLatin1(header.name) + QStringLiteral(": ")
            + shownText(redactedHeader(header.name, header.value), kLongestText) + QLatin1Char('\n');
    return text;
}

QString resourceText(const QJsonObject &resource, qsizetype bytes)
{
    const QString type = resource.value(QLatin1String("resourceType")).toString();
    QString text = Words::tr("(%1, %2 bytes, not shown)").arg(plainServerText(type.toUtf8(), 64)).arg(bytes);
    if (type == QLatin1String("Bundle")) {
        text = Words::tr("(Bundle with %1 entries, %2 bytes, not shown)")
                   .arg(resource.value(QLatin1String("entry")).toArray().size())
                   .arg(bytes);
    }
    return text;
}

} // namespace

QString redactedBody(QByteArrayView contentType, const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    if (contentType.startsWith("application/x-www-form-urlencoded"))
        return formText(body);
    if (body.size() > kLongestParsed)
        return Words::tr("(%1 bytes, not shown)").arg(body.size());
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return document.isArray() ? Words::tr("(a JSON array, %1 bytes, not shown)").arg(body.size())
                                  : shownText(body, kLongestText);
    const QJsonObject object = document.object();
    const QString type = object.value(QLatin1String("resourceType")).toString();
    return type.isEmpty() || type == QLatin1String("OperationOutcome") ? jsonText(object)
                                                                       : resourceText(object, body.size());
}

qsizetype Trace::add(const http::Request &request, Instant at)
{
    QString text = QString::fromLatin1(request.method) + QLatin1Char(' ') + redactedUrl(request.url)
        + QLatin1Char('\n') + headerText(request.headers);
    const QString body = redactedBody(request.headers.value("Content-Type"), request.body);
    if (!body.isEmpty())
        text += QLatin1Char('\n') + body + QLatin1Char('\n');
    m_exchanges.append({at, text, {}});
    return m_exchanges.size() - 1;
}

void Trace::answer(qsizetype place, const Result<http::Response> &answer)
{
    if (place < 0 || place >= m_exchanges.size())
        return;
    QString &text = m_exchanges[place].answer;
    if (!answer) {
        text = Words::tr("No answer: %1").arg(withoutSecrets(describe(answer.error()))) + QLatin1Char('\n');
        return;
    }
    text = QStringLiteral("HTTP %1 (%2 ms)\n").arg(answer->head.status).arg(answer->head.latency.count())
        + headerText(answer->head.headers);
    const QString body = redactedBody(answer->head.headers.value("Content-Type"), answer->body);
    if (!body.isEmpty())
        text += QLatin1Char('\n') + body + QLatin1Char('\n');
}

QString Trace::toText() const
{
    QString text;
    qsizetype number = 0;
    for (const Exchange &exchange : m_exchanges) {
        text += QStringLiteral("### %1  %2\n")
                    .arg(++number)
                    .arg(toDateTime(exchange.at).toString(Qt::ISODateWithMs));
        text += exchange.request + QStringLiteral("\n---\n");
        text +=
            (exchange.answer.isEmpty() ? Words::tr("No answer yet.") + QLatin1Char('\n') : exchange.answer)
            + QLatin1Char('\n');
    }
    return text;
}

TracingTransport::TracingTransport(http::Transport &inner, std::shared_ptr<Trace> trace, const Clock &clock)
    : m_inner(inner)
    , m_trace(std::move(trace))
    , m_clock(clock)
{
}

http::Call TracingTransport::send(
    const http::Request &request, QObject *context, std::function<void(Result<http::Response>)> done)
{
    const qsizetype place = m_trace->add(request, m_clock.now());
    return m_inner.send(
        request, context, [place, trace = m_trace, done = std::move(done)](Result<http::Response> answer) {
            trace->answer(place, answer);
            done(std::move(answer));
        });
}

http::Call TracingTransport::stream(const http::Request &request, http::BodySink &sink, QObject *context,
    std::function<void(Result<http::ResponseHead>)> done)
{
    return m_inner.stream(request, sink, context, std::move(done));
}

} // namespace waybill::assistant
