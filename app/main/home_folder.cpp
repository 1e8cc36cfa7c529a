// SPDX-License-Identifier: Apache-2.0
#include "main/home_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace waybill {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Home)
};

} // namespace

Result<QString> homeFolder(const QString &wanted)
{
    QString path = wanted;
    if (path.isEmpty())
        path = qEnvironmentVariable("WAYBILL_HOME");
    if (path.isEmpty())
        path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const bool isNew = !QFileInfo::exists(path);
    if (!QDir().mkpath(path) || !QFileInfo(path).isWritable()) {
        return failure(ErrorCode::Storage, Text::tr("The folder of Waybill cannot be written."), path,
            Text::tr("Choose another one with --home, or correct its permissions."));
    }
    // A folder that was there before belongs to somebody's arrangement; only ours is narrowed.
    if (isNew)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace waybill
