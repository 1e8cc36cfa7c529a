// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>

namespace waybill {

/// Bytes this user may still write in the folder or the nearest one above it that exists; -1 = not known.
std::int64_t freeBytes(const QString &directory);

} // namespace waybill
