// SPDX-License-Identifier: Apache-2.0
#include "discovery/entry_text.h"

#include "base/redact.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

namespace waybill::discovery {
namespace {

constexpr qsizetype kLongestName = 300; // characters; the longest of 9 460 published names has 118

const QHash<QStringView, char16_t> &namedEntities()
{
    static const QHash<QStringView, char16_t> table{{u"amp", u'&'}, {u"lt", u'<'}, {u"gt", u'>'},
        {u"quot", u'"'}, {u"apos", u'\''}, {u"nbsp", u' '}, {u"ndash", u'\u2013'}, {u"mdash", u'\u2014'},
        {u"lsquo", u'\u2018'}, {u"rsquo", u'\u2019'}, {u"ldquo", u'\u201C'}, {u"rdquo", u'\u201D'},
        {u"reg", u'\u00AE'}, {u"trade", u'\u2122'}, {u"copy", u'\u00A9'}, {u"bull", u'\u2022'},
        {u"aacute", u'\u00E1'}, {u"eacute", u'\u00E9'}, {u"iacute", u'\u00ED'}, {u"oacute", u'\u00F3'},
        {u"uacute", u'\u00FA'}, {u"ntilde", u'\u00F1'}, {u"Ntilde", u'\u00D1'}, {u"ouml", u'\u00F6'},
        {u"uuml", u'\u00FC'}, {u"auml", u'\u00E4'}, {u"ccedil", u'\u00E7'}, {u"egrave", u'\u00E8'}};
    return table;
}

/// The character(s) an entity stands for; null if it is none.
QString entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 2 && (name[1] == u'x' || name[1] == u'X');
        bool ok = false;
        const uint code = hex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
        const bool isCharacter = ok && code > 0 && code <= 0x10FFFF && !QChar::isSurrogate(code);
        return isCharacter ? QString::fromUcs4(std::array{static_cast<char32_t>(code)}.data(), 1) : QString();
    }
    const auto found = namedEntities().constFind(name);
    return found == namedEntities().constEnd() ? QString() : QString(QChar(*found));
}

QString entitiesDecoded(const QString &raw)
{
    QString text;
    qsizetype at = 0;
    while (at < raw.size()) {
        const qsizetype start = raw.indexOf(QLatin1Char('&'), at);
        if (start < 0)
            break;
        text += QStringView(raw).sliced(at, start - at);
        const qsizetype end = raw.indexOf(QLatin1Char(';'), start);
        const bool plausible = end > start + 1 && end - start <= 10;
        const QString decoded =
            plausible ? entity(QStringView(raw).sliced(start + 1, end - start - 1)) : QString();
        text += decoded.isNull() ? QStringLiteral("&") : decoded;
        at = decoded.isNull() ? start + 1 : end + 1;
    }
    text += QStringView(raw).sliced(at);
    return text;
}

/// eCW: some names were published percent-encoded ("Synergy%20Ortho%20TEST").
QString percentDecoded(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("%[0-9A-Fa-f]{2}"));
    if (text.contains(QLatin1Char(' ')) || !text.contains(escape))
        return text;
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// Most names are; then there is nothing to do.
bool isPlainAlready(const QString &raw)
{
    bool afterSpace = true;
    for (const QChar c : raw) {
        const bool ordinary = c >= u' ' && c < u'\x7f' && c != u'&' && c != u'%';
        if (!ordinary || (c == u' ' && afterSpace))
            return false;
        afterSpace = c == u' ';
    }
    return raw.size() <= kLongestName && !raw.endsWith(u' ');
}

} // namespace

QString displayText(const QString &raw)
{
    if (isPlainAlready(raw))
        return raw;
    QString text = raw;
    if (text.contains(QLatin1Char('&')))
        text = entitiesDecoded(text);
    if (text.contains(QLatin1Char('%')))
        text = percentDecoded(text);
    return plainServerText(text.toUtf8(), kLongestName).simplified();
}

bool looksLikeTest(const QString &name)
{
    // Digits and underscores part words: "Test_8080_…", "TEST1". "testing" and "training" alone are left out:
    // "Allergy Testing Center" is a practice, and hiding a real one is worse than showing a test.
    static const QRegularExpression word(
        QStringLiteral("(?<![a-z])(?:zz)?(?:tests?|train|demo|sandbox|prodtest|staging|dummy)(?![a-z])"),
        QRegularExpression::CaseInsensitiveOption);
    return name.contains(word);
}

} // namespace waybill::discovery
