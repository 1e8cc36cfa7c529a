// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QUrl>

#include <functional>
#include <stop_token>

/// What the files beside the output say. Both read a file of any size line by line; call them in a Worker.
namespace waybill::flows {

/// Of an error file: `{"severities":{"error":2,…},"issues":["error (processing): …"]}`; the first 20 issues
/// as text, errors before the others (BD-110). A line that is no OperationOutcome counts as "unknown".
Result<QJsonObject> readOutcomeFile(const QString &path, const std::stop_token &stop = {});

/// Of a deleted file: `{"deletions":n,"bad":m,"firstBad":line}`. Each line must be a transaction Bundle whose
/// entries only DELETE `Type/id` of this server (BD-200).
Result<QJsonObject> readDeletedFile(const QString &path, const QUrl &base, const std::stop_token &stop = {});

/// Calls `onDeletion` with each `Type/id` of a deleted file that readDeletedFile() found good.
Result<> forEachDeletion(const QString &path, const QUrl &base,
    const std::function<void(const QString &)> &onDeletion, const std::stop_token &stop = {});

} // namespace waybill::flows
