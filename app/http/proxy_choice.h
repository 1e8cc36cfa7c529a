// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QUrl>

namespace waybill::http {

/// What a person types as a practice's proxy (HT-41): "proxy.example:8080", "http://proxy.example:8080",
/// "socks5://…", each with or without "user@" -> a whole URL; "direct" -> "direct:", no proxy whatever the
/// system says; empty = the system's. A password has no place in it, see ProxyPasswords.
Result<QUrl> checkedProxy(const QString &typed);

} // namespace waybill::http
