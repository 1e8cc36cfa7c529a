// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <httplib.h>
#include <memory>
#include <string>
#include <thread>
#include <tl/expected.hpp>

namespace waybill::sandbox {

class TlsIdentity;

/// One listening port on 127.0.0.1. Bound first, so that the URLs are known, then served: every request of
/// any method and path goes to one handler, which runs in the server's threads.
class HttpServer
{
public:
    using Handler = std::function<void(const httplib::Request &, httplib::Response &)>;

    /// @param port  0 = any free one
    /// @param tls   nullptr = plain http; must outlive the server
    static tl::expected<std::unique_ptr<HttpServer>, std::string> bind(int port, const TlsIdentity *tls);
    ~HttpServer();

    const std::string &origin() const { return m_origin; } ///< e.g. http://127.0.0.1:41234
    int port() const { return m_port; }
    void serve(const Handler &handler);
    /// Ends every open connection, then waits for the handlers.
    void stop();

private:
    HttpServer() = default;

    std::unique_ptr<httplib::Server> m_server;
    std::string m_origin;
    int m_port = 0;
    std::thread m_thread;
};

/// Cuts the connection of a request that is being handled: its client sees a reset instead of an answer.
void dropConnection(const httplib::Request &request);

} // namespace waybill::sandbox
