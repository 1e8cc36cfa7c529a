// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace waybill::test {

/// JSON written with single quotes: moc 6.4 stumbles over raw strings inside macros.
inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace waybill::test
