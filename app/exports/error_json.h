// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QJsonObject>

namespace waybill::exports {

QJsonObject toJson(const Error &error);
Error errorFromJson(const QJsonObject &object);

} // namespace waybill::exports
