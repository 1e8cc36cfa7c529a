// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle_context.h"

#include <algorithm>

namespace waybill::handoff {
namespace {

const QStringList &dayNames()
{
    static const QStringList names{QStringLiteral("Sun"), QStringLiteral("Mon"), QStringLiteral("Tue"),
        QStringLiteral("Wed"), QStringLiteral("Thu"), QStringLiteral("Fri"), QStringLiteral("Sat")};
    return names;
}

/// "Mon..Wed,Sat" -> "1,2,3,6". systemd's ranges may run over the week's end, cron's may not.
QString cronDays(const QString &days)
{
    QList<int> found;
    for (const QString &part : days.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto first = dayNames().indexOf(part.section(QLatin1String(".."), 0, 0));
        const auto last = dayNames().indexOf(part.section(QLatin1String(".."), -1));
        for (auto day = first;; day = (day + 1) % 7) {
            if (!found.contains(static_cast<int>(day)))
                found.append(static_cast<int>(day));
            if (day == last)
                break;
        }
    }
    std::sort(found.begin(), found.end());
    QStringList texts;
    for (const int day : found)
        texts.append(QString::number(day));
    return texts.isEmpty() ? QStringLiteral("*") : texts.join(QLatin1Char(','));
}

QString indentedBlock(const QByteArray &text, const QString &indent)
{
    QString block;
    for (const QByteArray &line : text.trimmed().split('\n'))
        block += indent + QString::fromLatin1(line) + QLatin1Char('\n');
    return block;
}

/// In a cluster the key is a Secret, mounted as a credential whatever the waybill of the bundle says.
QByteArray clusterWaybill(const BundleContext &context)
{
    Waybill waybill = context.waybill();
    waybill.client.key = {practices::KeyReference::Kind::Credential, QStringLiteral("waybill-key")};
    return asciiJson(writeWaybill(waybill));
}

// %1 banner, %2 name, %3 the waybill, %4 title, %5 schedule, %6 time zone, %7 version
const char kCronJob[] = "%1# Waybill export as a CronJob. Before it:\n"
                        "#   kubectl create secret generic waybill-%2-key --from-file=waybill-key=key.pem\n"
                        "#   (with an encrypted key also --from-file=waybill-key.passphrase=key.passphrase)\n"
                        "# and put your own image name below; installer/Containerfile builds it.\n"
                        "apiVersion: v1\n"
                        "kind: ConfigMap\n"
                        "metadata:\n"
                        "  name: waybill-%2\n"
                        "data:\n"
                        "  waybill.json: |\n"
                        "%3"
                        "---\n"
                        "apiVersion: v1\n"
                        "kind: PersistentVolumeClaim\n"
                        "metadata:\n"
                        "  name: waybill-%2\n"
                        "spec:\n"
                        "  accessModes: [\"ReadWriteOnce\"]\n"
                        "  resources:\n"
                        "    requests:\n"
                        "      storage: 100Gi\n"
                        "---\n"
                        "apiVersion: batch/v1\n"
                        "kind: CronJob\n"
                        "metadata:\n"
                        "  name: waybill-%2\n"
                        "  annotations:\n"
                        "    description: %4\n"
                        "spec:\n"
                        "  schedule: %5\n"
                        "%6"
                        "  concurrencyPolicy: Forbid\n"
                        "  startingDeadlineSeconds: 3600\n"
                        "  successfulJobsHistoryLimit: 3\n"
                        "  failedJobsHistoryLimit: 7\n"
                        "  jobTemplate:\n"
                        "    spec:\n"
                        "      # Never retried by the cluster: a second start could be a duplicate job. The "
                        "next run goes on.\n"
                        "      backoffLimit: 0\n"
                        "      template:\n"
                        "        spec:\n"
                        "          restartPolicy: Never\n"
                        "          automountServiceAccountToken: false\n"
                        "          securityContext:\n"
                        "            runAsNonRoot: true\n"
                        "            runAsUser: 10001\n"
                        "            runAsGroup: 10001\n"
                        "            fsGroup: 10001\n"
                        "            seccompProfile:\n"
                        "              type: RuntimeDefault\n"
                        "          containers:\n"
                        "            - name: export\n"
                        "              image: waybill-run:%7\n"
                        "              args:\n"
                        "                - export\n"
                        "                - /etc/waybill/waybill.json\n"
                        "                - --state\n"
                        "                - /var/lib/waybill/state\n"
                        "                - --out\n"
                        "                - /var/lib/waybill/exports\n"
                        "                - --max-wait\n"
                        "                - 20h\n"
                        "                - --progress\n"
                        "                - json\n"
                        "              env:\n"
                        "                - name: CREDENTIALS_DIRECTORY\n"
                        "                  value: /run/waybill/credentials\n"
                        "              securityContext:\n"
                        "                allowPrivilegeEscalation: false\n"
                        "                readOnlyRootFilesystem: true\n"
                        "                capabilities:\n"
                        "                  drop: [\"ALL\"]\n"
                        "              volumeMounts:\n"
                        "                - name: waybill\n"
                        "                  mountPath: /etc/waybill\n"
                        "                  readOnly: true\n"
                        "                - name: key\n"
                        "                  mountPath: /run/waybill/credentials\n"
                        "                  readOnly: true\n"
                        "                - name: data\n"
                        "                  mountPath: /var/lib/waybill\n"
                        "                - name: tmp\n"
                        "                  mountPath: /tmp\n"
                        "          volumes:\n"
                        "            - name: waybill\n"
                        "              configMap:\n"
                        "                name: waybill-%2\n"
                        "            - name: key\n"
                        "              secret:\n"
                        "                secretName: waybill-%2-key\n"
                        "                defaultMode: 0400\n"
                        "            - name: data\n"
                        "              persistentVolumeClaim:\n"
                        "                claimName: waybill-%2\n"
                        "            - name: tmp\n"
                        "              emptyDir: {}\n";

} // namespace

QString cronExpression(const Calendar &calendar)
{
    const int hour = calendar.time.section(QLatin1Char(':'), 0, 0).toInt();
    const int minute = calendar.time.section(QLatin1Char(':'), 1, 1).toInt();
    return QStringLiteral("%1 %2 * * %3").arg(minute).arg(hour).arg(cronDays(calendar.days));
}

QString yamlText(const QString &text)
{
    QString quoted;
    for (const uint c : text.toUcs4()) {
        if (c == '"' || c == '\\')
            quoted += QLatin1Char('\\') + QString(QChar(c));
        else if (c >= 0x20 && c < 0x7f)
            quoted += QChar(c);
        else
            quoted += QStringLiteral("\\U%1").arg(c, 8, 16, QLatin1Char('0'));
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QByteArray asciiJson(const QByteArray &json)
{
    QByteArray ascii;
    for (const QChar c : QString::fromUtf8(json)) {
        if (c.unicode() < 0x80)
            ascii += static_cast<char>(c.unicode());
        else
            ascii += QStringLiteral("\\u%1").arg(int{c.unicode()}, 4, 16, QLatin1Char('0')).toLatin1();
    }
    return ascii;
}

QByteArray cronJobFile(const BundleContext &context)
{
    const Calendar calendar = context.calendar();
    const QString zone = calendar.zone.isEmpty()
        ? QStringLiteral("  # no timeZone: the cluster's own is used\n")
        : QStringLiteral("  timeZone: %1\n")
              .arg(yamlText(
                  calendar.zone == QLatin1String("UTC") ? QStringLiteral("Etc/UTC") : calendar.zone));
    const QString yaml = QString::fromLatin1(kCronJob).arg(
        context.validated() ? QString() : QStringLiteral("# NOT VALIDATED: see README.md.\n"), context.name,
        indentedBlock(clusterWaybill(context), QStringLiteral("    ")), yamlText(context.title()),
        yamlText(cronExpression(calendar)), zone, QStringLiteral(WAYBILL_VERSION));
    return yaml.toUtf8();
}

} // namespace waybill::handoff
