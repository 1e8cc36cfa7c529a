// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/endpoint_directory.h"

namespace waybill::discovery {

/// Writes the list below `path` (e.g. <home>/practice-list.json), atomically; the last good one stays on any
/// failure (EC-028, EC-030).
Result<> saveDirectory(const EndpointDirectory &directory, const QString &path);

/// NotFound when there is none yet; ProtocolMismatch when the file is damaged. Disk and CPU work: use a
/// Worker.
Result<EndpointDirectory> loadDirectory(const QString &path);

} // namespace waybill::discovery
