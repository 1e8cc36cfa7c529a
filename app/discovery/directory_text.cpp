// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_builder.h"
#include "discovery/directory_formats.h"
#include "discovery/words.h"

#include <QRegularExpression>

namespace waybill::discovery {
namespace {

constexpr qsizetype kMostColumns = 200; // a row beyond it is not a practice

/// RFC 4180 records out of UTF-8 text: quotes may hold separators and line breaks.
class CsvReader
{
public:
    CsvReader(const QString &text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    bool brokenQuote() const { return m_brokenQuote; }

    QStringList record()
    {
        QStringList fields;
        while (fields.size() < kMostColumns) {
            fields.append(field().trimmed());
            if (atEnd() || m_text[m_at] != m_separator)
                break;
            ++m_at;
        }
        skipLineEnd();
        return fields;
    }

private:
    QString field()
    {
        while (m_at < m_text.size() && m_text[m_at] == QLatin1Char(' '))
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"'))
            return quoted();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != QLatin1Char('\n'))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    QString quoted()
    {
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != QLatin1Char('"')) {
                value += m_text[m_at];
                continue;
            }
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == QLatin1Char('"')) {
                value += m_text[++m_at];
                continue;
            }
            ++m_at;
            skipToSeparator();
            return value;
        }
        m_brokenQuote = true;
        return value;
    }

    void skipToSeparator()
    {
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != QLatin1Char('\n'))
            ++m_at;
    }

    void skipLineEnd()
    {
        skipToLineEnd();
        if (m_at < m_text.size())
            ++m_at;
    }
    void skipToLineEnd()
    {
        while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('\n'))
            ++m_at;
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    bool m_brokenQuote = false;
};

struct Columns {
    qsizetype url = -1;
    qsizetype name = -1;
    qsizetype code = -1;
    qsizetype alias = -1;
    qsizetype city = -1;
    qsizetype state = -1;
    qsizetype postal = -1;
    qsizetype status = -1;
};

/// "FHIR Base URL" -> "fhirbaseurl"
QString headerKey(const QString &header)
{
    QString key;
    for (const QChar c : header.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

Columns columnsOf(const QStringList &header)
{
    QStringList keys;
    for (const QString &name : header)
        keys.append(headerKey(name));
    const auto find = [&keys](const char *names) {
        for (const QString &name : QString::fromLatin1(names).split(QLatin1Char(' '))) {
            if (const qsizetype at = keys.indexOf(name); at >= 0)
                return at;
        }
        return qsizetype{-1};
    };
    Columns columns;
    columns.url =
        find("url fhirbaseurl baseurl endpoint endpointurl fhirendpoint fhirurl serviceurl servicebaseurl "
             "address fhirserviceurl");
    columns.name =
        find("name organizationname organization practicename practice facilityname facility orgname "
             "endpointname");
    columns.code = find("code practicecode practiceid");
    columns.alias = find("alias aliases othername dba");
    columns.city = find("city town");
    columns.state = find("state stateprovince province");
    columns.postal = find("zip zipcode postalcode postal organizationzipcode postcode");
    columns.status = find("status endpointstatus");
    return columns;
}

/// The separator that parts the header into most columns.
QChar separatorOf(const QString &firstLine)
{
    QChar best = QLatin1Char(',');
    for (const char16_t candidate : {u',', u';', u'\t', u'|'}) {
        if (firstLine.count(QChar(candidate)) > firstLine.count(best))
            best = QChar(candidate);
    }
    return best;
}

Result<EndpointDirectory> importCsv(const QString &text, const ImportContext &context)
{
    CsvReader reader(text, separatorOf(text.section(QLatin1Char('\n'), 0, 0)));
    const QStringList header = reader.record();
    const Columns columns = columnsOf(header);
    if (columns.url < 0) {
        return notAList(context,
            Words::tr("The table has no column for the address; its columns are: %1.")
                .arg(header.join(QLatin1String(", ")).left(200)));
    }
    DirectoryBuilder builder(context, DirectoryFormat::Csv);
    qsizetype skipped = 0;
    while (!reader.atEnd()) {
        if (builder.stopped())
            return importStopped(context);
        const QStringList fields = reader.record();
        RawEntry raw;
        raw.url = fields.value(columns.url);
        raw.name = fields.value(columns.name);
        raw.code = fields.value(columns.code);
        raw.city = fields.value(columns.city);
        raw.state = fields.value(columns.state);
        raw.postalCode = fields.value(columns.postal);
        raw.status = fields.value(columns.status).toLower();
        if (const QString alias = fields.value(columns.alias); !alias.isEmpty())
            raw.aliases.append(alias);
        if (!raw.url.isEmpty())
            builder.add(raw);
        else if (fields.size() > 1)
            ++skipped;
    }
    if (reader.brokenQuote())
        return notAList(context, Words::tr("The table ends inside a quotation: it is not complete."));
    if (skipped > 0)
        builder.note(
            Words::tr("%n row(s) without an address were left out.", nullptr, static_cast<int>(skipped)));
    return builder.finish();
}

/// "https://…" alone, or followed by a space or tab and a name; lines that begin with # are remarks.
Result<EndpointDirectory> importUrls(const QStringList &lines, const ImportContext &context)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    DirectoryBuilder builder(context, DirectoryFormat::UrlList);
    qsizetype skipped = 0;
    for (const QString &line : lines) {
        if (builder.stopped())
            return importStopped(context);
        const QString plain = line.trimmed();
        if (plain.isEmpty() || plain.startsWith(QLatin1Char('#')))
            continue;
        RawEntry raw;
        raw.url = plain.section(space, 0, 0);
        raw.name = plain.section(space, 1);
        if (raw.url.contains(QLatin1String("://")))
            builder.add(raw);
        else
            ++skipped;
    }
    if (skipped > 0)
        builder.note(
            Words::tr("%n line(s) without an address were left out.", nullptr, static_cast<int>(skipped)));
    return builder.finish();
}

bool beginsWithUrl(const QStringList &lines)
{
    static const QRegularExpression url(
        QStringLiteral("^\\s*https?://[^\\s,;|]+(\\s|$)"), QRegularExpression::CaseInsensitiveOption);
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty() && !line.trimmed().startsWith(QLatin1Char('#')))
            return url.match(line).hasMatch();
    }
    return false;
}

} // namespace

Result<EndpointDirectory> importText(QByteArrayView utf8, const ImportContext &context)
{
    QString text = QString::fromUtf8(utf8);
    if (text.contains(QChar::ReplacementCharacter) && !utf8.contains("\xEF\xBF\xBD"))
        text = QString::fromLatin1(utf8); // old spreadsheets save Windows-1252; names matter more than purity
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QStringList lines = text.split(QLatin1Char('\n'));
    return beginsWithUrl(lines) ? importUrls(lines, context) : importCsv(text, context);
}

} // namespace waybill::discovery
