// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QtGlobal>

#include <optional>

namespace waybill::support {

/// The real export of synthetic patients that lies beside the project on some machines; nothing on others,
/// where tests of it pass without looking.
inline std::optional<QDir> sharedSample()
{
    const QDir folder(
        qEnvironmentVariable("WAYBILL_SHARED_DATA", QStringLiteral(WAYBILL_SOURCE_DIR "/../shared/data"))
        + QStringLiteral("/synthea"));
    if (folder.exists())
        return folder;
    qInfo("the sample export is not here");
    return std::nullopt;
}

} // namespace waybill::support
