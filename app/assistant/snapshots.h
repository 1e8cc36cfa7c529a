// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/discovery_cache.h"

/// What a server said of itself at a day, kept as evidence: both documents byte for byte, with date and hash.
/// A new one only when something changed.
namespace waybill::assistant {

struct Snapshot {
    QString at; ///< ISO 8601, UTC
    QString sha256; ///< hexadecimal, over both documents
    QString folder; ///< where they lie
    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

/// Of `base`, newest first. `folder`: the practice's.
QList<Snapshot> snapshotsIn(const QString &folder, const QUrl &base);
/// Keeps `result` unless the newest snapshot is the same. The snapshot that holds it.
Result<Snapshot> keepSnapshot(
    const QString &folder, const discovery::DiscoveryResult &result, const QString &at);

} // namespace waybill::assistant
