// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/file_producer.h"

#include <functional>
#include <httplib.h>

namespace waybill::sandbox {

/// How one file goes out.
struct FileDelivery {
    FileRecipe recipe;
    std::string identity; ///< the same bytes, the same identity: what the ETag is made of
    std::function<std::int64_t(const FileRecipe &)> length; ///< of the whole file, in bytes as sent
    std::int64_t bytesPerSecond = 0; ///< 0 = as fast as it goes
    bool noLength = false; ///< chunked, although the length could be known
    bool cutHalfWay = false; ///< announce everything, send half, close
};

/// Streams the file. Up to some 32 MiB it is measured first: Content-Length, a strong ETag, and Range with
/// If-Range (RFC 9110 13.1.5, 14); larger ones go out chunked as they are made.
void deliver(const httplib::Request &request, httplib::Response &response, const FileDelivery &delivery);

} // namespace waybill::sandbox
