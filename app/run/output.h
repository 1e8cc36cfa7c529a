// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>

/// Results go to stdout, everything else to stderr; one line at a time, at once.
namespace waybill::run {

void printLine(const QString &line);
void printJson(const QJsonObject &object); ///< compact, one line
void logLine(const QString &line); ///< stderr, with the time in UTC
void logError(const Error &error); ///< what, where and what to do

} // namespace waybill::run
