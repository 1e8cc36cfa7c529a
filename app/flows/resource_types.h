// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace waybill::flows {

/// True for the name of a FHIR resource type (R4 4.0.1, R4B and R5 together): "Export.ndjson" is just a name.
bool isResourceType(QStringView name);

} // namespace waybill::flows
