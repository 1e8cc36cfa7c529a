// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/export_machine.h"

/// When to ask next (BD-061 to BD-063, HT-05 to HT-08, EC-005).
namespace waybill::exports {

struct Pace {
    Wait wait;
    QString source; ///< short, for the strip of polls: "Retry-After: 120"
    bool obeyed = false; ///< the server named the time
    QString note; ///< a Retry-After that was not understood
};

/// After an answer. `tries`: how many in a row came without a usable Retry-After, this one included.
/// `backsOff`: false where the first wait shall be the shortest one, as after a kick-off.
Pace paceAfter(
    const Rules &rules, const http::ResponseHead &head, int tries, bool backsOff, const Moment &moment);

/// After no answer at all.
Pace paceAfterSilence(const Rules &rules, int tries, const Moment &moment);

} // namespace waybill::exports
