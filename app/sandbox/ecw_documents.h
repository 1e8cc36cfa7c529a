// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <string>

namespace waybill::sandbox {

struct PracticeAddress;

/// eCW: the keys its smart-configuration had on 2026-08-14; no
/// token_endpoint_auth_signing_alg_values_supported.
QJsonObject ecwSmartConfiguration(const PracticeAddress &practice);
/// eCW: "eCW FHIR Facade"; Group can be searched (parameter `page` alone) and exported, not read.
QJsonObject ecwCapabilityStatement(const PracticeAddress &practice);

} // namespace waybill::sandbox
