// SPDX-License-Identifier: Apache-2.0
#include "discovery/document_difference.h"

#include "discovery/words.h"

namespace waybill::discovery {
namespace {

constexpr qsizetype kShown = 12; ///< names in one sentence

QString some(const QStringList &names)
{
    const QString more = names.size() > kShown ? QStringLiteral(" …") : QString();
    return names.mid(0, kShown).join(QStringLiteral(", ")) + more;
}

QStringList without(const QStringList &all, const QStringList &others)
{
    QStringList left;
    for (const QString &name : all) {
        if (!others.contains(name))
            left.append(name);
    }
    return left;
}

class Report
{
public:
    void value(const QString &name, const QString &before, const QString &after)
    {
        if (before == after)
            return;
        const QString none = Words::tr("not stated");
        m_lines.append(Words::tr("%1: %2 before, %3 now.")
                           .arg(name, before.isEmpty() ? none : before, after.isEmpty() ? none : after));
    }
    void list(const QString &name, const QStringList &before, const QStringList &after)
    {
        if (const QStringList added = without(after, before); !added.isEmpty())
            m_lines.append(Words::tr("%1 added: %2.").arg(name, some(added)));
        if (const QStringList gone = without(before, after); !gone.isEmpty())
            m_lines.append(Words::tr("%1 gone: %2.").arg(name, some(gone)));
    }
    void say(const QString &line) { m_lines.append(line); }
    const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
};

QStringList levelsOf(const CapabilityStatement &statement)
{
    QStringList levels;
    if (statement.groupExport)
        levels.append(Words::tr("Group"));
    if (statement.patientExport)
        levels.append(Words::tr("Patient"));
    if (statement.systemExport)
        levels.append(Words::tr("system"));
    return levels;
}

QStringList typesOf(const CapabilityStatement &statement)
{
    QStringList types;
    for (const ResourceCapability &resource : statement.resources)
        types.append(resource.type);
    return types;
}

void compare(const SmartConfiguration &before, const SmartConfiguration &after, Report &report)
{
    report.value(
        Words::tr("Token endpoint"), before.tokenEndpoint.toString(), after.tokenEndpoint.toString());
    report.list(Words::tr("Scopes"), before.systemScopes(), after.systemScopes());
    report.list(Words::tr("Signing algorithms"), before.signingAlgorithms, after.signingAlgorithms);
    report.list(Words::tr("Grant types"), before.grantTypes, after.grantTypes);
    report.list(Words::tr("Ways to authenticate"), before.tokenAuthMethods, after.tokenAuthMethods);
    report.list(Words::tr("Capabilities"), before.capabilities, after.capabilities);
}

void compare(const CapabilityStatement &before, const CapabilityStatement &after, Report &report)
{
    report.value(Words::tr("Software"),
        (before.softwareName + QLatin1Char(' ') + before.softwareVersion).trimmed(),
        (after.softwareName + QLatin1Char(' ') + after.softwareVersion).trimmed());
    report.value(Words::tr("FHIR version"), before.fhirVersion, after.fhirVersion);
    report.value(Words::tr("Bulk Data version"), before.bulkDataVersion, after.bulkDataVersion);
    report.list(Words::tr("Export levels"), levelsOf(before), levelsOf(after));
    report.list(Words::tr("Resource types"), typesOf(before), typesOf(after));
    report.list(Words::tr("Search parameters of Group"), before.groupSearchParameters(),
        after.groupSearchParameters());
}

} // namespace

QStringList differencesBetween(const DiscoveryResult &before, const DiscoveryResult &after)
{
    Report report;
    if (before.smart && after.smart)
        compare(*before.smart, *after.smart, report);
    else if (before.smart || after.smart)
        report.say(after.smart ? Words::tr("The SMART configuration is there now; it was missing before.")
                               : Words::tr("The SMART configuration is missing now."));
    if (before.capability && after.capability)
        compare(*before.capability, *after.capability, report);
    else if (before.capability || after.capability)
        report.say(after.capability
                ? Words::tr("The CapabilityStatement is there now; it was missing before.")
                : Words::tr("The CapabilityStatement is missing now."));
    return report.lines();
}

} // namespace waybill::discovery
