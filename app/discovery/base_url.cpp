// SPDX-License-Identifier: Apache-2.0
#include "discovery/base_url.h"

#include "base/redact.h"
#include "discovery/words.h"
#include "http/origin.h"

#include <QRegularExpression>

namespace waybill::discovery {
namespace {

constexpr qsizetype kMaxLength = 2048; // longer than any base URL; keeps nonsense off the page

QString example()
{
    return QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/ABCDEF");
}

Failure refused(const QString &what, const QString &next = {})
{
    const QString hint =
        next.isEmpty() ? Words::tr("Enter the FHIR base URL, for example %1.").arg(example()) : next;
    return failure(ErrorCode::InvalidInput, what, {}, hint);
}

/// Quotes, angle brackets, line breaks and invisible characters that come along with a copied address.
QString withoutWrapping(const QString &typed)
{
    static const QRegularExpression invisible(QStringLiteral(
        "[\\s\\x{00A0}\\x{00AD}\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]+"));
    static const QRegularExpression wrapped(
        QStringLiteral("^[\"'`<(\\x{2018}\\x{201C}]+|[\"'`>),;\\x{2019}\\x{201D}]+$"));
    QString text = typed;
    text.remove(invisible);
    text.remove(wrapped);
    return text;
}

Result<QUrl> parsed(const QString &text, QStringList &notes)
{
    static const QRegularExpression scheme(
        QStringLiteral("^[a-z][a-z0-9+.-]*://"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression otherScheme(QStringLiteral("^(mailto|file|data|javascript|ftp|about):"),
        QRegularExpression::CaseInsensitiveOption);
    QString full = text;
    if (!scheme.match(text).hasMatch()) {
        if (otherScheme.match(text).hasMatch())
            return refused(Words::tr("This is not a web address."));
        full.prepend(QLatin1String("https://"));
        notes.append(Words::tr("Added https:// in front."));
    }
    QUrl url(full, QUrl::StrictMode);
    if (!url.isValid())
        url = QUrl(full, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(Words::tr("This is not a web address."));
    return url;
}

Result<> allowed(const QUrl &url)
{
    if (!url.userInfo().isEmpty())
        return refused(Words::tr("The address holds a user name or password."),
            Words::tr("Leave out everything before the @: SMART Backend Services signs in with a key."));
    if (http::isAllowedScheme(url))
        return {};
    if (url.scheme() == QLatin1String("http"))
        return refused(Words::tr("The address is not encrypted (http)."),
            Words::tr("Use https; plain http is accepted for this computer only."));
    return refused(Words::tr("The address must begin with https."));
}

/// What people paste behind the base: metadata, discovery documents, resources and operations.
bool isBehindBase(QStringView segment)
{
    static const QStringList known{QStringLiteral("metadata"), QStringLiteral(".well-known"),
        QStringLiteral("Group"), QStringLiteral("Patient"), QStringLiteral("Endpoint"),
        QStringLiteral("Organization")};
    return segment.startsWith(u'$') || known.contains(segment);
}

QString basePath(const QString &path, QStringList &notes)
{
    QStringList kept;
    for (const QString &segment : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (isBehindBase(segment)) {
            notes.append(Words::tr("Left out “/%1” and what follows it.").arg(segment));
            break;
        }
        kept.append(segment);
    }
    return kept.isEmpty() ? QString() : QLatin1Char('/') + kept.join(QLatin1Char('/'));
}

void noteHost(const QString &typed, const QUrl &url, QStringList &notes)
{
    const QString ascii = url.host(QUrl::FullyEncoded);
    const bool isIdn = ascii.contains(QLatin1String("xn--"), Qt::CaseInsensitive);
    if (isIdn && !typed.contains(ascii, Qt::CaseInsensitive)) // a look-alike host shows itself (HT-24)
        notes.append(Words::tr("The host name has letters beyond a to z; on the wire it is %1.").arg(ascii));
    else if (!typed.contains(ascii) && typed.contains(ascii, Qt::CaseInsensitive))
        notes.append(Words::tr("Wrote the host name in lower case."));
}

} // namespace

EcwHost ecwHostOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const auto below = [&host](QLatin1String domain) {
        return host == domain || host.endsWith(QLatin1Char('.') + domain);
    };
    if (below(QLatin1String("healow.com")))
        return EcwHost::Patient;
    if (below(QLatin1String("ecwcloud.com")))
        return EcwHost::Staging;
    return below(QLatin1String("eclinicalworks.com")) ? EcwHost::Provider : EcwHost::None;
}

QString practiceCodeOf(const QUrl &base)
{
    const QString path = base.path();
    const QStringView segments =
        QStringView(path).endsWith(u'/') ? QStringView(path).chopped(1) : QStringView(path);
    const qsizetype last = segments.lastIndexOf(u'/');
    if (last <= 0)
        return {};
    const QStringView before = segments.first(last);
    const QStringView version = before.sliced(before.lastIndexOf(u'/') + 1);
    for (const QLatin1String known : {QLatin1String("r4"), QLatin1String("r4b"), QLatin1String("r5"),
             QLatin1String("stu3"), QLatin1String("dstu2")}) {
        if (version.compare(known, Qt::CaseInsensitive) == 0)
            return segments.sliced(last + 1).toString();
    }
    return {};
}

Result<BaseUrl> normaliseBaseUrl(const QString &typed)
{
    if (typed.size() > kMaxLength)
        return refused(Words::tr("This is too long for an address."));
    BaseUrl result;
    const QString text = withoutWrapping(typed);
    if (text.isEmpty())
        return refused(Words::tr("There is no address yet."));
    if (text != typed)
        result.notes.append(Words::tr("Left out spaces and quotation marks."));

    auto url = parsed(text, result.notes);
    if (!url)
        return failure(url.error());
    if (const auto ok = allowed(*url); !ok)
        return failure(ok.error());
    noteHost(text, *url, result.notes);

    if (url->hasQuery() || url->hasFragment())
        result.notes.append(Words::tr("Left out what follows the path (“?” or “#”)."));
    url->setQuery(QString());
    url->setFragment(QString());
    if (url->port() == (url->scheme() == QLatin1String("https") ? 443 : 80))
        url->setPort(-1);
    url->setPath(basePath(url->path(QUrl::FullyEncoded), result.notes), QUrl::TolerantMode);

    result.base = *url;
    result.practiceCode = practiceCodeOf(*url);
    const EcwHost host = ecwHostOf(*url);
    if (host != EcwHost::None && result.practiceCode.isEmpty()) // eCW: host roots answer 400
        return failure(ErrorCode::InvalidInput,
            Words::tr("The practice code is missing at the end of the address."), placeOf(*url),
            Words::tr("Write it like %1.").arg(example()));
    if (host == EcwHost::Patient) { // eCW: same software, but backend apps are refused there
        QUrl twin = *url;
        twin.setHost(QStringLiteral("fhir4.eclinicalworks.com"));
        result.providerTwin = twin;
    }
    return result;
}

} // namespace waybill::discovery
