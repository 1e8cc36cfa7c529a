// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace waybill {

/// What `waybill` was asked for on its command line.
struct CommandLine {
    QString home; ///< empty = the platform's place, or WAYBILL_HOME
    QString practice; ///< name, code or id; empty = the first one
    QStringList open; ///< files for the viewer
    QString tour; ///< folder of the tour; empty = no tour
};

/// Parses without an application object, so that --version and --help need no display. A value means go on;
/// otherwise everything was said on stdout or stderr and `exitCode` is to be returned.
struct ParsedCommandLine {
    std::optional<CommandLine> line;
    int exitCode = 0;
};
ParsedCommandLine parseCommandLine(int argc, char **argv);

} // namespace waybill
