// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle_context.h"

#include <QDir>
#include <QRegularExpression>

namespace waybill::handoff {
namespace {

/// One line of Markdown text that stays text.
QString plain(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("([\\\\`*_{}\\[\\]<>#|!~])"));
    return text.simplified().replace(special, QStringLiteral("\\\\1"));
}

/// As code; a backtick inside cannot be escaped there.
QString code(const QString &text)
{
    return QLatin1Char('`') + text.simplified().replace(QLatin1Char('`'), QLatin1Char('\''))
        + QLatin1Char('`');
}

QString list(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += QStringLiteral("- ") + plain(line) + QLatin1Char('\n');
    return text;
}

QString banner(const BundleContext &context)
{
    if (context.validated())
        return {};
    QString text =
        QStringLiteral("> **NOT VALIDATED.** Do not rely on this waybill before these checks pass:\n>\n");
    for (const QString &reason : context.why)
        text += QStringLiteral("> - ") + plain(reason) + QLatin1Char('\n');
    return text + QLatin1Char('\n');
}

QString facts(const BundleContext &context)
{
    const Waybill &waybill = context.waybill();
    const auto row = [](const char *what, const QString &value) {
        return value.isEmpty() ? QString() : QStringLiteral("| %1 | %2 |\n").arg(QLatin1String(what), value);
    };
    const bool group = waybill.exports.level == practices::Level::Group;
    return QStringLiteral("| | |\n|---|---|\n") + row("Practice", plain(waybill.practice.name))
        + row("Practice code", code(waybill.practice.code))
        + row("Environment", plain(waybill.practice.environment))
        + row("FHIR server", code(waybill.server.fhirBaseUrl.toString(QUrl::FullyEncoded)))
        + row("Client id", code(waybill.client.clientId))
        + row(group ? "Group" : "Level",
            code(group ? waybill.exports.groupId : practices::levelName(waybill.exports.level)))
        + row("Resource types", plain(waybill.exports.types.join(QLatin1String(", "))))
        + row("Schedule", plain(waybill.schedule.calendar));
}

QString keySection(const BundleContext &context)
{
    using Kind = practices::KeyReference::Kind;
    const Waybill::Client &client = context.waybill().client;
    QString text = QStringLiteral("The private key is **not** in the waybill. Whoever has it can read the "
                                  "practice's patients: move it by a way of "
                                  "its own, never together with this folder by mail.\n\n");
    const QString folder = QStringLiteral("/etc/waybill/") + context.name;
    switch (client.key.kind) {
    case Kind::Credential:
        text += QStringLiteral("Put it at %1, owned by root, mode 0400. systemd passes it to the service as "
                               "the credential %2. For an "
                               "encrypted key put the passphrase into %3 and enable the line in the unit. To "
                               "try it by hand, point "
                               "CREDENTIALS_DIRECTORY at a folder that holds it under the name %2.\n")
                    .arg(code(folder + QLatin1String("/key.pem")), code(client.key.value),
                        code(folder + QLatin1String("/key.passphrase")));
        break;
    case Kind::EnvironmentVariable:
        text += QStringLiteral("The runner reads it from the environment variable %1; for systemd write it "
                               "into %2, owned by root, mode 0400.\n")
                    .arg(code(client.key.value), code(folder + QLatin1String("/key.env")));
        break;
    case Kind::Keychain:
        text += QStringLiteral("The runner reads it from this account's keychain under the name %1. This "
                               "works in a desktop session, not in a service.\n")
                    .arg(code(client.key.value));
        break;
    case Kind::File:
    case Kind::None:
        text += context.input.encryptedKeyPem
            ? QStringLiteral("An **encrypted** copy lies in %1; its passphrase comes by another way. ")
                  .arg(code(client.key.value))
            : QStringLiteral("Put it at %1 (relative names start in this folder). ")
                  .arg(code(client.key.value));
        text += QStringLiteral("It must belong to the user who runs `waybill-run`, mode 0400. The runner "
                               "never asks for a passphrase: set WAYBILL_KEY_PASSPHRASE.\n");
        break;
    }
    text += QStringLiteral("\n| | |\n|---|---|\n| Algorithm | %1 |\n").arg(code(client.algorithm));
    text += QStringLiteral("| kid | %1 |\n")
                .arg(code(client.keyId.isEmpty() ? client.keyThumbprint : client.keyId));
    text += QStringLiteral("| Thumbprint (RFC 7638, SHA-256) | %1 |\n").arg(code(client.keyThumbprint));
    if (!client.jwksUrl.isEmpty())
        text += QStringLiteral("| JWKS URL | %1 |\n").arg(code(client.jwksUrl.toString(QUrl::FullyEncoded)));
    if (client.clockOffset != 0) {
        text +=
            QStringLiteral("\n> **Shifted clock.** Every assertion is signed with this computer's time and "
                           "%1 s (`client.clockOffset`), as measured on the computer this waybill was made "
                           "on. Where the clocks are right, remove the field: servers refuse wrong times.\n")
                .arg(client.clockOffset);
    }
    return text
        + QStringLiteral("\n`waybill-run check` compares the key with the thumbprint. `jwks.json` is the "
                         "public half, as registered.\n");
}

QString installSection(const BundleContext &context)
{
    using Kind = practices::KeyReference::Kind;
    const bool ownUser = context.waybill().client.key.kind == Kind::File;
    QString text = QStringLiteral(
        "1. Install `waybill-run` (the Debian package, or the container of `installer/Containerfile`).\n"
        "2. Check that this folder arrived whole: `sha256sum -c SHA256SUMS`\n"
        "3. Copy it to `/etc/waybill/%1` and put the key there (below).\n")
                       .arg(context.name);
    if (ownUser) {
        text += QStringLiteral("   The service runs as a user of its own: `useradd --system waybill`, then "
                               "`chown waybill: /etc/waybill/%1/%2`\n")
                    .arg(context.name, context.waybill().client.key.value);
    }
    text += QStringLiteral("4. Check without exporting anything: `waybill-run check /etc/waybill/%1`\n"
                           "5. systemd: copy `systemd/*` to `/etc/systemd/system/`, then\n"
                           "   `systemctl daemon-reload && systemctl enable --now waybill-%1.timer`\n"
                           "   A first run at once: `systemctl start waybill-%1.service`; what happened: "
                           "`journalctl -u waybill-%1`\n"
                           "6. Kubernetes instead: `kubernetes/cronjob.yaml`; read its first lines.\n")
                .arg(context.name);
    return text;
}

QString watermarkSection(const BundleContext &context)
{
    QString text = context.input.watermarkOwner == WatermarkOwner::Ops
        ? QStringLiteral(
            "From now on **the runner owns the watermarks**: each type's `_since` moves only after its files "
            "were verified. "
            "Nobody else exports this Group with this client, or changes would be missed or fetched twice.\n")
        : QStringLiteral("**The desktop keeps the watermarks.** Use this waybill for full exports and checks "
                         "only; do not schedule it.\n");
    if (context.waybill().watermarks.isEmpty())
        return text + QStringLiteral("\nThere is none yet: the first run exports everything.\n");
    text += QStringLiteral("\nThey start from here; an empty state takes them once, afterwards the state "
                           "owns them:\n\n| type | watermark |\n|---|---|\n");
    const auto &watermarks = context.waybill().watermarks;
    for (auto it = watermarks.begin(); it != watermarks.end(); ++it)
        text += QStringLiteral("| %1 | %2 |\n").arg(it.key(), code(it.value()));
    return text;
}

QString checksSection(const BundleContext &context)
{
    QString text = QStringLiteral("| check | passed | when | what was seen |\n|---|---|---|---|\n");
    for (const Evidence &evidence : context.input.evidence) {
        text += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                    .arg(plain(evidence.title.isEmpty() ? evidence.id : evidence.title),
                        evidence.ok ? QStringLiteral("yes") : QStringLiteral("**no**"), plain(evidence.at),
                        plain(evidence.detail));
    }
    return text;
}

QString resultsFolder(const BundleContext &context)
{
    const QString &directory = context.waybill().outputDirectory;
    return QDir::isAbsolutePath(directory) ? directory
                                           : QStringLiteral("/var/lib/waybill/%1/exports").arg(context.name);
}

/// Design 3.3: the same words as in the runner's help.
const char kExitCodes[] =
    "| code | meaning | what to do |\n"
    "|---|---|---|\n"
    "| 0 | complete and verified | nothing |\n"
    "| 1 | failed: the job was refused or lost | read `report.json` and the log; the watermark stayed |\n"
    "| 2 | bad arguments or waybill | mend what the message names |\n"
    "| 3 | not authorised | key, client id, scopes, or the practice withdrew the app |\n"
    "| 4 | finished, but not all is good | read `report.json`: server errors, a missing or unverified file; "
    "the watermark stayed |\n"
    "| 75 | try again later; nothing is lost | start it again: it goes on with the same job |\n"
    "| 70 | internal fault | report it with the log |\n";

} // namespace

QByteArray readmeFile(const BundleContext &context)
{
    QString text = QStringLiteral("# Waybill: %1\n\n").arg(plain(context.title())) + banner(context);
    text += QStringLiteral("This folder lets `waybill-run` export one practice through FHIR Bulk Data, "
                           "unattended. It holds no secret.\n\n");
    text += facts(context);
    text += QStringLiteral("\n## Install\n\n") + installSection(context);
    text += QStringLiteral("\n## The key\n\n") + keySection(context);
    text += QStringLiteral("\n## Watermarks\n\n") + watermarkSection(context);
    text += QStringLiteral("\n## What it tells you\n\nEvery run leaves a folder with the files, "
                           "`manifest.json` as the server sent it, "
                           "`report.json` (the verdict; alert on its `outcome`) and `log.ndjson`. The exit "
                           "code says the same:\n\n")
        + QLatin1String(kExitCodes);
    text += QStringLiteral(
        "\nWith the systemd unit the state lies in `/var/lib/waybill/%1` and the results in %2. "
        "`waybill-run status /etc/waybill/%1 --state /var/lib/waybill/%1` tells runs, watermarks and the "
        "next action; "
        "`waybill-run cancel` with the same arguments ends the job on the server. SIGTERM is safe: the state "
        "is kept, the "
        "job goes on.\n")
                .arg(context.name, code(resultsFolder(context)));
    if (!context.warnings.isEmpty())
        text += QStringLiteral("\n## Mind\n\n") + list(context.warnings);
    text += QStringLiteral("\n## What was checked before hand-over\n\n") + checksSection(context);
    return text.toUtf8();
}

} // namespace waybill::handoff
