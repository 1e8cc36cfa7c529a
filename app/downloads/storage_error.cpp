// SPDX-License-Identifier: Apache-2.0
#include "downloads/storage_error.h"

#include "downloads/words.h"

#include <cerrno>
#include <system_error>

namespace waybill::downloads {

Failure storageFailure(int errnoValue, QString doing, const QString &place)
{
    Error error;
    error.code = ErrorCode::Storage;
    error.where = place;
    const QString why = QString::fromStdString(std::generic_category().message(errnoValue));
    doing.chop(doing.endsWith(QLatin1Char('.')) ? 1 : 0);
    error.what = QStringLiteral("%1: %2.").arg(doing, why);
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT:
        error.code = ErrorCode::DiskFull;
        error.what = Words::tr("There is no space left in the export folder.");
        break;
    case EFBIG:
        error.code = ErrorCode::InvalidInput;
        error.what = Words::tr("The file is larger than this file system, or this user, may have.");
        error.next = Words::tr("Choose an export folder on another file system.");
        break;
    case ENAMETOOLONG:
    case EEXIST:
    case ELOOP:
    case EISDIR: error.code = ErrorCode::InvalidInput; break;
    default: break;
    }
    return failure(std::move(error));
}

} // namespace waybill::downloads
