// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/discover.h"

/// The pure half of a discovery: answers in, lines and a conclusion out. The driver is discover.h.
namespace waybill::discovery {

QUrl smartConfigurationUrl(const QUrl &base); ///< below the base's path, not at the host's root (SB-001)
QUrl metadataUrl(const QUrl &base);

/// Each takes one answer into `result` and returns the lines to show.
QList<Finding> takeSmartAnswer(const Result<http::Response> &answer, DiscoveryResult &result);
QList<Finding> takeMetadataAnswer(const Result<http::Response> &answer, DiscoveryResult &result);

/// When both are in: vendor, token endpoint by the order of SB-006, the check list of SB-004, clock.
QList<Finding> conclude(const DiscoveryRequest &request, DiscoveryResult &result);

} // namespace waybill::discovery
