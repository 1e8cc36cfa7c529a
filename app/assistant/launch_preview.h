// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/launch_desk.h"

namespace waybill::practices {
class Store;
}

namespace waybill::assistant {

/// Where the export begins: new patients come with everything they ever had.
flows::LaunchPlan::Since effectiveSince(const LaunchDeskState &state);

/// The requests as they will go out, what is worth a second look, and why there are none.
void previewLaunch(const practices::Store &store, const practices::Profile &profile, LaunchDeskState &state);

} // namespace waybill::assistant
