// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill::ui {

/// Teaches the accessibility bus what a LineView is: a read-only text of the lines on screen, each with its
/// number in front ("1042: {…"), the caret at the current line. Once per program; more calls do nothing.
void installLineViewAccessibility();

} // namespace waybill::ui
