// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/machine_turn.h"

/// The pages of a manifest, one after the other, and what follows the last one (BD-100, BD-113 to BD-118).
namespace waybill::exports {

/// The manifest itself, from the status URL.
void takeFirstPage(Turn &turn, const Manifest &manifest, const http::Response &response);

} // namespace waybill::exports
