// SPDX-License-Identifier: Apache-2.0
#include "base/free_space.h"

#include <QFileInfo>

#include <filesystem>

namespace waybill {

std::int64_t freeBytes(const QString &directory)
{
    QString path = QFileInfo(directory).absoluteFilePath();
    while (!QFileInfo::exists(path)) {
        const QString parent = QFileInfo(path).path();
        if (parent == path)
            return -1;
        path = parent;
    }
    // Not QStorageInfo: it looks the path up in the list of mounts, and a chroot has no line for its own
    // root.
    std::error_code failed;
    const auto space = std::filesystem::space(path.toStdU16String(), failed);
    return failed ? -1 : static_cast<std::int64_t>(space.available);
}

} // namespace waybill
