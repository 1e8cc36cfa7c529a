// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace waybill::test {

/// Runs the `openssl` command line: an implementation that is not ours, to check ours against.
/// Returns its standard output; null if it failed, with its words in `fault`.
inline QByteArray openssl(
    const QStringList &arguments, const QByteArray &input = {}, QString *fault = nullptr)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool finished = process.waitForFinished(60'000);
    if (fault)
        *fault = QString::fromUtf8(process.readAllStandardError());
    if (!finished || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    const QByteArray output = process.readAllStandardOutput();
    return output.isNull() ? QByteArray("") : output;
}

} // namespace waybill::test
