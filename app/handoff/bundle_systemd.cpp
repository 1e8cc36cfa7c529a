// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle_context.h"

#include <QDir>

namespace waybill::handoff {
namespace {

QString folderOf(const BundleContext &context)
{
    return QStringLiteral("/etc/waybill/") + context.name;
}

/// How the service gets at the key, by the waybill's reference.
QString keyLines(const BundleContext &context)
{
    using Kind = practices::KeyReference::Kind;
    const practices::KeyReference &key = context.waybill().client.key;
    const QString folder = folderOf(context);
    switch (key.kind) {
    case Kind::Credential:
        return QStringLiteral(
            "# The key stays readable by root alone; systemd hands this service a copy.\n"
            "DynamicUser=yes\n"
            "LoadCredential=%1:%2/key.pem\n"
            "# For an encrypted key, put the passphrase into a file of its own and take away the #:\n"
            "#LoadCredential=%1.passphrase:%2/key.passphrase\n")
            .arg(key.value, folder);
    case Kind::EnvironmentVariable:
        return QStringLiteral("# One line in that file, readable by root alone: %1=…\n"
                              "DynamicUser=yes\n"
                              "EnvironmentFile=%2/key.env\n")
            .arg(key.value, folder);
    case Kind::File:
    case Kind::Keychain:
    case Kind::None: break;
    }
    return QStringLiteral(
        "# The waybill names a key file: it must belong to this user and be readable by nobody else.\n"
        "User=waybill\n"
        "Group=waybill\n"
        "# For an encrypted key: one line in that file, WAYBILL_KEY_PASSPHRASE=…\n"
        "EnvironmentFile=-%1/key.env\n")
        .arg(folder);
}

/// The output below the state directory, or the absolute folder of the waybill.
QString outputArgument(const BundleContext &context)
{
    const QString &directory = context.waybill().outputDirectory;
    return QDir::isAbsolutePath(directory) ? unitArgument(directory)
                                           : QStringLiteral("%S/waybill/%1/exports").arg(context.name);
}

QString outputLines(const BundleContext &context)
{
    const QString &directory = context.waybill().outputDirectory;
    if (!QDir::isAbsolutePath(directory))
        return {};
    return QStringLiteral("ReadWritePaths=%1\n").arg(unitArgument(directory));
}

bool reachesHome(const BundleContext &context)
{
    const QString &directory = context.waybill().outputDirectory;
    return directory.startsWith(QLatin1String("/home/")) || directory.startsWith(QLatin1String("/root/"));
}

QString banner(const BundleContext &context)
{
    return context.validated() ? QString() : QStringLiteral("# NOT VALIDATED: see README.md.\n");
}

// %1 banner, %2 name, %3 title, %4 folder, %5 output, %6 key, %7 writable paths, %8 ProtectHome
// Started again only where nothing was lost and the same job goes on. Any other end waits for a person or
// for the next time. (RestartForceExitStatus= would say it shorter; oneshot services may not have it.)
const char kService[] =
    "%1# Waybill export. Copy to /etc/systemd/system/waybill-%2.service\n"
    "[Unit]\n"
    "Description=Waybill export: %3\n"
    "Documentation=file://%4/README.md\n"
    "Wants=network-online.target\n"
    "After=network-online.target\n"
    "StartLimitIntervalSec=0\n"
    "\n"
    "[Service]\n"
    "Type=oneshot\n"
    "ExecStart=/usr/bin/waybill-run export %4 --out %5 --max-wait 12h\n"
    "# Again after 75 (try again later: the job on the server goes on) or a crash, not after a verdict.\n"
    "Restart=on-failure\n"
    "RestartPreventExitStatus=1 2 3 4 70\n"
    "RestartSec=10min\n"
    "TimeoutStartSec=infinity\n"
    "TimeoutStopSec=60\n"
    "\n"
    "%6"
    "StateDirectory=waybill/%2\n"
    "StateDirectoryMode=0700\n"
    "UMask=0077\n"
    "%7"
    "\n"
    "NoNewPrivileges=yes\n"
    "CapabilityBoundingSet=\n"
    "ProtectSystem=strict\n"
    "ProtectHome=%8\n"
    "ProtectClock=yes\n"
    "ProtectHostname=yes\n"
    "ProtectControlGroups=yes\n"
    "ProtectKernelLogs=yes\n"
    "ProtectKernelModules=yes\n"
    "ProtectKernelTunables=yes\n"
    "ProtectProc=invisible\n"
    "PrivateDevices=yes\n"
    "PrivateTmp=yes\n"
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX\n"
    "RestrictNamespaces=yes\n"
    "RestrictRealtime=yes\n"
    "RestrictSUIDSGID=yes\n"
    "LockPersonality=yes\n"
    "SystemCallArchitectures=native\n"
    "SystemCallFilter=@system-service\n";

} // namespace

QString unitText(const QString &text)
{
    QString line = text.simplified();
    return line.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('%'), QLatin1String("%%"));
}

QString unitArgument(const QString &text)
{
    QString line = unitText(text);
    line.replace(QLatin1Char('"'), QLatin1String("\\\"")).replace(QLatin1Char('$'), QLatin1String("$$"));
    return QLatin1Char('"') + line + QLatin1Char('"');
}

QByteArray serviceUnit(const BundleContext &context)
{
    const QString unit = QString::fromLatin1(kService).arg(banner(context), context.name,
        unitText(context.title()), folderOf(context), outputArgument(context), keyLines(context),
        outputLines(context), reachesHome(context) ? QStringLiteral("no") : QStringLiteral("yes"));
    return unit.toUtf8();
}

QByteArray timerUnit(const BundleContext &context)
{
    const Calendar calendar = context.calendar();
    const QString days = calendar.days.isEmpty() ? QString() : calendar.days + QLatin1Char(' ');
    const QString zone = calendar.zone.isEmpty() ? QString() : QLatin1Char(' ') + calendar.zone;
    const QString unit =
        QStringLiteral(
            "%1# Waybill schedule. Copy to /etc/systemd/system/waybill-%2.timer\n"
            "# A timer does not start a service that still runs: an export never overlaps itself.\n"
            "[Unit]\n"
            "Description=Waybill schedule: %3\n"
            "\n"
            "[Timer]\n"
            "OnCalendar=%4*-*-* %5:00%6\n"
            "Persistent=true\n"
            "RandomizedDelaySec=5min\n"
            "\n"
            "[Install]\n"
            "WantedBy=timers.target\n")
            .arg(banner(context), context.name, unitText(context.title()), days, calendar.time, zone);
    return unit.toUtf8();
}

} // namespace waybill::handoff
