// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;
class QLocale;

namespace waybill {

/// Installs our texts and Qt's own for the system's language; English is in the code, its plurals are not.
void installLanguage(QCoreApplication &application, const QLocale &locale);

} // namespace waybill
