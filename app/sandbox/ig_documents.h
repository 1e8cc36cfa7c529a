// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace waybill::sandbox {

struct PracticeAddress;

QJsonObject igSmartConfiguration(const PracticeAddress &practice);
QJsonObject igCapabilityStatement(const PracticeAddress &practice);

} // namespace waybill::sandbox
