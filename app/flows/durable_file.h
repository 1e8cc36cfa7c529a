// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace waybill::flows {

/// Writes a whole file so that after any crash there is the old one or the new one: temporary file (0600),
/// fsync, rename, fsync of the folder. Errors: DiskFull, Storage (F-100, F-104).
Result<> writeDurably(const QString &path, QByteArrayView bytes);

/// A folder only its owner may enter (0700); all missing ones above it too. An existing one is left as it is.
Result<> makePrivateFolder(const QString &path);

} // namespace waybill::flows
