// SPDX-License-Identifier: Apache-2.0
#include "run/output.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace waybill::run {
namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void logLine(const QString &line)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    write(stderr, now.toUtf8() + ' ' + line.toUtf8() + '\n');
}

void logError(const Error &error)
{
    logLine(describe(error));
    if (!error.serverText.isEmpty())
        logLine(QStringLiteral("  ") + error.serverText);
}

} // namespace waybill::run
