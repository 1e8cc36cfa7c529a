// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/duplicate_state.h"

#include <functional>

class QWidget;

namespace waybill::ui {

struct DuplicateAnswers {
    std::function<void(const QString &runId)> attach;
    std::function<void(Instant at)> tryAgain;
};

/// Three ways out when the server says that an export of the Group is running: go on with a known job, wait,
/// or ask who holds it (EC-009). Closing it does nothing.
void askAboutDuplicate(QWidget *parent, const DuplicateState &state, DuplicateAnswers answers);

} // namespace waybill::ui
