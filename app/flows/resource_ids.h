// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

/// The ids in files of NDJSON, as they stand in the text. Reads whole files: for a Worker.
namespace waybill::flows {

/// Where the resources of one type stand.
struct Sources {
    QString type;
    QStringList own; ///< files of the type
    QStringList mixed; ///< files of any type, such as organized output has (BD-044)
};

/// What a line is. Valid while it is told.
struct Identity {
    QByteArrayView type; ///< empty: not said
    QByteArrayView id; ///< empty: it has none
};

using OnId = std::function<void(QByteArrayView id)>;

/// Calls `onId` with the `id` of each line that has one; the file is of one type.
Result<> forEachId(const QString &path, const OnId &onId, const std::stop_token &stop = {});
Result<> forEachIdOf(const Sources &sources, const OnId &onId, const std::stop_token &stop = {});
/// Calls `onResource` with each line, whatever it is.
Result<> forEachResource(const QStringList &paths, const std::function<void(const Identity &)> &onResource,
    const std::stop_token &stop = {});

} // namespace waybill::flows
