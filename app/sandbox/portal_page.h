// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>

#include <string>
#include <vector>

namespace waybill::sandbox {

struct PracticeAddress;

/// The portal's one page, without scripts. Everything a person typed is escaped.
std::string portalPage(
    const std::vector<PracticeAddress> &practices, const QJsonArray &clients, const std::string &message);

} // namespace waybill::sandbox
