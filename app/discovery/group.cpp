// SPDX-License-Identifier: Apache-2.0
#include "discovery/group.h"

#include "discovery/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace waybill::discovery {
namespace {

constexpr qsizetype kFhirIdLength = 64; // FHIR R4 id

/// "https://…/Group/abc/$export?_type=…" or "Group/abc" -> "abc"
QString idInside(const QString &text)
{
    static const QRegularExpression group(QStringLiteral("(?:^|/)Group/([^/?#]+)"));
    if (const auto match = group.match(text); match.hasMatch())
        return QUrl::fromPercentEncoding(match.captured(1).toUtf8());
    return text;
}

/// BD-008: characters that would end the path segment or the request line.
bool mayBeASegment(const QString &id)
{
    for (const QChar c : id) {
        const bool breaks = c == u'/' || c == u'?' || c == u'#' || c == u'\\' || c == u'%';
        if (breaks || c.isSpace() || !c.isPrint())
            return false;
    }
    return id != QLatin1String(".") && id != QLatin1String("..");
}

} // namespace

QString displayName(const Group &group)
{
    return group.name.isEmpty() ? Words::tr("(no name)") : group.name;
}

QString membersText(const Group &group)
{
    if (!group.members)
        return Words::tr("unknown");
    if (*group.members == 0)
        return Words::tr("0 (empty)");
    return QLocale().toString(static_cast<qlonglong>(*group.members));
}

QString exportValueFor(const Group &group, const VendorPreset &preset)
{
    if (preset.groupByIdentifier) {
        for (const GroupIdentifier &identifier : group.identifiers) {
            if (!identifier.value.isEmpty())
                return identifier.value;
        }
    }
    return group.id;
}

CleanedGroupId cleanGroupId(const QString &text)
{
    static const QRegularExpression invisible(
        QStringLiteral("[\\x{00AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]+"));
    static const QRegularExpression wrapping(QStringLiteral(
        "^[\\s\\x{00A0}\"'`<(\\x{2018}\\x{201C}]+|[\\s\\x{00A0}\"'`>),;\\x{2019}\\x{201D}]+$"));
    CleanedGroupId cleaned;
    QString value = text;
    value.remove(invisible);
    if (value != text)
        cleaned.notes.append(Words::tr("Removed invisible characters."));
    const QString trimmed = QString(value).remove(wrapping);
    if (trimmed != value)
        cleaned.notes.append(Words::tr("Removed spaces or quotation marks around it."));
    value = idInside(trimmed);
    if (value != trimmed)
        cleaned.notes.append(Words::tr("Took the Group id out of the address."));
    cleaned.value = value;
    if (value.isEmpty())
        cleaned.problem = Words::tr("There is no Group id yet.");
    else if (!mayBeASegment(value))
        cleaned.problem = Words::tr("A Group id holds no spaces and none of / ? # % \\.");
    else if (value.size() > kFhirIdLength) // some servers issue longer ones; a warning, not a block
        cleaned.notes.append(
            Words::tr("Longer than the 64 characters that FHIR allows; it is sent as it is."));
    return cleaned;
}

} // namespace waybill::discovery
