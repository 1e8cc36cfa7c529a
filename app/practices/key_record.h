// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practices/profile.h"

namespace waybill::practices {

/// A key pair that was made or imported here: facts only, never the key.
struct KeyRecord {
    QString thumbprint; ///< RFC 7638, what the record is found by
    QString kid;
    QString algorithm; ///< "RS384" or "ES384"
    KeyReference where;
    QString createdAt; ///< ISO 8601, UTC
    Environment environment = Environment::Sandbox; ///< a key serves one environment only (SB-034)
    friend bool operator==(const KeyRecord &, const KeyRecord &) = default;
};

} // namespace waybill::practices
