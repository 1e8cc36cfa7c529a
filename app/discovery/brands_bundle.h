// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/directory_builder.h"
#include "discovery/json_dom.h"

namespace waybill::discovery {

/// A FHIR Bundle of Endpoint and Organization, also a SMART User-access Brands Bundle: joins them (EC-022)
/// and adds one row for each pair; Endpoints nobody names are rows of their own.
Result<EndpointDirectory> importBundle(const json::element &bundle, const ImportContext &context);

} // namespace waybill::discovery
