// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/transport.h"

#include <QTest>

#include <optional>

/// One request, waited for; tests only.
namespace waybill::test {

inline http::Request get(const QUrl &url)
{
    http::Request request;
    request.url = url;
    return request;
}

inline Result<http::Response> ask(
    http::Transport &transport, const http::Request &request, int milliseconds = 20000)
{
    QObject context;
    std::optional<Result<http::Response>> got;
    auto call = transport.send(request, &context, [&got](Result<http::Response> r) { got = std::move(r); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, milliseconds)) {
        call.cancel();
        return failure(ErrorCode::Internal, QStringLiteral("the test waited too long"));
    }
    return std::move(*got);
}

} // namespace waybill::test
