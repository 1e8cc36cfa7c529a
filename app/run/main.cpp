// SPDX-License-Identifier: Apache-2.0
#include "base/process_guard.h"
#include "run/command.h"
#include "run/output.h"
#include "run/stop_signals.h"

#include <QCoreApplication>
#include <QTimer>

using namespace waybill::run;

int main(int argc, char **argv)
{
    waybill::keepSecretsInMemory();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("waybill-run"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYBILL_VERSION));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--version"))) {
        printLine(QStringLiteral("waybill-run " WAYBILL_VERSION));
        return 0;
    }
    if (arguments.contains(QStringLiteral("--help"))) {
        printLine(helpText().trimmed());
        return 0;
    }
    const auto invocation = readInvocation(arguments);
    if (!invocation) {
        logError(invocation.error());
        return static_cast<int>(ExitCode::BadInput);
    }

    const auto command = makeCommand(*invocation);
    const StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, command.get(), &Command::stop);
    QObject::connect(
        command.get(), &Command::finished, &app,
        [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); }, Qt::QueuedConnection);
    QTimer::singleShot(0, command.get(), &Command::start);
    return QCoreApplication::exec();
}
