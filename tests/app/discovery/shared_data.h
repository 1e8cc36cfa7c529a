// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>

/// Real documents of real servers, where somebody has put them; they are not part of the project.
namespace waybill::test {

/// Null bytes and a line of information when the document is not there: the test then returns early.
inline QByteArray sharedDocument(const QString &name)
{
    const QString fromEnvironment = qEnvironmentVariable("WAYBILL_SHARED_DATA");
    const QString root = fromEnvironment.isEmpty()
        ? QStringLiteral(WAYBILL_SOURCE_DIR) + QStringLiteral("/../shared/data")
        : fromEnvironment;
    QFile file(QDir(root).filePath(QStringLiteral("ecw/") + name));
    if (!file.open(QIODevice::ReadOnly)) {
        qInfo("%s is not here; set WAYBILL_SHARED_DATA to read it", qPrintable(name));
        return {};
    }
    return file.readAll();
}

} // namespace waybill::test
