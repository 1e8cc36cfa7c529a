// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace waybill::test {

/// JSON written with single quotes: readable, and raw string literals confuse moc.
inline QByteArray q(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace waybill::test
