// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/key_rotation.h"
#include "presenters/page_frame.h"

/// A rotation's state in sentences. Pure.
namespace waybill::ui::rotation_words {

struct Facts {
    const assistant::rotation::State &state;
    int othersWithOld = 0;
    Instant now;
    bool waybillHasOld = false;
};

QString summary(const Facts &facts); ///< one line
QString whatToDo(const Facts &facts); ///< empty: nothing, but waiting
QList<CheckLine> steps(const Facts &facts);

} // namespace waybill::ui::rotation_words
