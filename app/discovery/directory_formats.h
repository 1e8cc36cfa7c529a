// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/directory_import.h"

/// The readers behind importDirectory(), one per shape. `utf8` is without a byte order mark.
namespace waybill::discovery {

/// JSON of any shape we know: tells them apart by what is in it.
Result<EndpointDirectory> importJson(QByteArrayView utf8, const ImportContext &context);

/// A CSV table with a header row, or one address a line.
Result<EndpointDirectory> importText(QByteArrayView utf8, const ImportContext &context);

} // namespace waybill::discovery
