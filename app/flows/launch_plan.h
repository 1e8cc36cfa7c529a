// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/refinements.h"
#include "keys/key_pair.h"
#include "practices/profile.h"

#include <optional>

namespace waybill::flows {

/// What a person decided to export, after every confirmation that was due. Starting it is another's job.
struct LaunchPlan {
    enum class Since { Watermark, Full, Custom };

    practices::Profile profile; ///< with types, Group and scopes as they shall be used
    Since since = Since::Watermark;
    QString customSince; ///< the instant as typed and checked; only with Custom
    Refinements refinements = {};
    std::optional<keys::KeyPair> key; ///< unlocked already, so that nobody is asked twice
};

} // namespace waybill::flows
