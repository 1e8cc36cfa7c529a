// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringList>

/// Where in a JSON text something stands, so that an error can name the line (F-120). For text that
/// QJsonDocument has accepted; anything else gives 0.
namespace waybill::handoff {

int lineOfOffset(QByteArrayView text, qsizetype offset); ///< 1-based

/// The 1-based line of the value at `path` (object keys, or array indexes as numbers); of its nearest
/// ancestor when it is not there.
int lineOfPath(QByteArrayView json, const QStringList &path);

} // namespace waybill::handoff
