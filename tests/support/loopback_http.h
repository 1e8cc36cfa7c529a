// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/loopback_server.h"

/// The text of HTTP/1.1 heads, as far as the loopback server needs it.
namespace waybill::test {

/// `head` without the blank line; nullopt if the first line is not a request line.
std::optional<SeenRequest> parseRequestHead(const QByteArray &head);
/// Status line, headers and blank line of an answer. `bodyless`: no Content-Length is added.
QByteArray responseHead(const Answer &answer, bool bodyless);

} // namespace waybill::test
