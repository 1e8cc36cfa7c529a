// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/tour.h"

namespace waybill::ui {

class MainWindow;
class Workspace;

/// Where the tour leaves what it made, and what it needs to check it.
struct TourScene {
    MainWindow &window;
    Workspace &workspace;
    QString directory; ///< absolute; gets `run/` and `waybill/` beside the pictures
    QString runner; ///< the waybill-run beside this program
    QString passphrase; ///< of the key file and of the copy in the waybill; made for this tour
};

/// The whole journey on the built-in sandbox: key pair, endpoint, registration, discovery, token, Group,
/// export, progress, preview, hand-over, and the runner that executes what was handed over.
std::vector<TourStep> journeySteps(const TourScene &scene);

/// Takes the tour in this window, says on stdout what was seen, and ends the program: 0 only if every step
/// was verified.
void takeTour(MainWindow &window, Workspace &workspace, const QString &directory);

} // namespace waybill::ui
