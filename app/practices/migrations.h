// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace waybill::practices {

class Database;

/// The schema's version that this program writes; `PRAGMA user_version` of the file.
int schemaVersion();

/// Brings an older file up to date in one transaction; refuses a newer one without touching it.
Result<> migrate(Database &database);

} // namespace waybill::practices
