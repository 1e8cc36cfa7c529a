// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The words of a published practice list, made fit to be shown (EC-025, EC-026).
namespace waybill::discovery {

/// HTML entities and percent escapes decoded once, control and bidirectional characters made visible as
/// U+FFFD, runs of spaces reduced to one. For display only; the raw text is kept beside it.
QString displayText(const QString &raw);

/// "Test Facility", "Train_Unity …", "zzTest", "…---TEST---"; not "Gastrointestinal" nor "Demorest".
bool looksLikeTest(const QString &name);

} // namespace waybill::discovery
