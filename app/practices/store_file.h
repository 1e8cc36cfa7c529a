// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <optional>

/// The life of the file behind the store: made whole or not at all, checked before it is trusted, replaced by
/// the last good copy when it is damaged (F-105).
namespace waybill::practices {

QString storePath(const QString &folder); ///< <folder>/waybill.sqlite
QString goodCopyPath(const QString &folder); ///< <folder>/waybill.sqlite.good

/// After it the file is there, is ours, passed SQLite's own check and is not from a newer version. The value
/// is what a person must be told: the file was damaged or gone and an older copy took its place.
Result<std::optional<Error>> prepareStoreFile(const QString &folder);

/// Writes the last good copy anew, through a temporary file.
Result<> writeGoodCopy(const QString &folder);

} // namespace waybill::practices
