// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handoff/bundle.h"
#include "handoff/waybill_rules.h"

namespace waybill::handoff {

/// What every file of a bundle is made from.
struct BundleContext {
    const BundleInput &input;
    QString name; ///< the bundle's: folder below /etc/waybill, unit name, Kubernetes name; [a-z0-9-]
    QStringList why; ///< not validated; empty = validated
    QStringList warnings; ///< what a target cannot do for this waybill (OP-005)
    QByteArray waybillJson;

    const Waybill &waybill() const { return input.waybill; }
    bool validated() const { return why.isEmpty(); }
    QString title() const
    {
        return input.waybill.name.isEmpty() ? input.waybill.practice.name : input.waybill.name;
    }
    Calendar calendar() const; ///< daily at 02:30 UTC when the waybill leaves it to ops
};

QStringList targetWarnings(const BundleInput &input);

QByteArray readmeFile(const BundleContext &context);
QByteArray validationFile(const BundleContext &context);
QByteArray serviceUnit(const BundleContext &context);
QByteArray timerUnit(const BundleContext &context);
QByteArray cronJobFile(const BundleContext &context);

/// "30 2 * * 1-5" for a crontab or a CronJob.
QString cronExpression(const Calendar &calendar);
/// Text inside a unit file: `%` and backslashes doubled (systemd.unit(5)), always one line.
QString unitText(const QString &text);
/// The same as an argument of ExecStart: quoted, `$` doubled (systemd.service(5)).
QString unitArgument(const QString &text);
/// A YAML double-quoted scalar.
QString yamlText(const QString &text);
/// JSON with everything beyond ASCII as \u escapes: the same document, safe inside a YAML block.
QByteArray asciiJson(const QByteArray &json);

} // namespace waybill::handoff
