// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http_server.h"

#include "sandbox/tls_identity.h"

#include <openssl/ssl.h>

#include <sys/resource.h>

namespace waybill::sandbox {

namespace {

constexpr const char *kLoopback = "127.0.0.1";
constexpr std::size_t kThreads = 32; ///< one per open connection
constexpr std::size_t kRequestsPerConnection = 100'000;
constexpr time_t kIdleConnectionSeconds = 15;
constexpr time_t kReadSeconds = 30;
constexpr time_t kWriteSeconds = 600; ///< a client may pause a download
constexpr std::size_t kMostBodyBytes = std::size_t{4} << 20;
constexpr rlim_t kMostDescriptors = 65'536;

int portOf(int descriptor, int (*name)(int, sockaddr *, socklen_t *))
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (name(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0 || address.sin_family != AF_INET)
        return -1;
    return ntohs(address.sin_port);
}

/// cpp-httplib hides its sockets, so they are found by their ports. `remotePort` 0 = all of them.
void shutDownConnections(int localPort, int remotePort)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const int end = static_cast<int>(std::min(limit.rlim_cur, kMostDescriptors));
    for (int descriptor = 3; descriptor < end; ++descriptor) {
        if (portOf(descriptor, getsockname) != localPort)
            continue;
        const int peer = portOf(descriptor, getpeername);
        if (peer > 0 && (remotePort == 0 || peer == remotePort))
            shutdown(descriptor, SHUT_RDWR);
    }
}

/// cpp-httplib would set SO_REUSEPORT: two sandboxes on one port, each getting some of the requests.
void shareNothing(int listener)
{
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

std::unique_ptr<httplib::Server> makeServer(const TlsIdentity *tls)
{
    if (tls == nullptr)
        return std::make_unique<httplib::Server>();
    return std::make_unique<httplib::SSLServer>([tls](SSL_CTX &context) {
        return SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1
            && SSL_CTX_use_certificate(&context, tls->certificate()) == 1
            && SSL_CTX_use_PrivateKey(&context, tls->key()) == 1;
    });
}

} // namespace

tl::expected<std::unique_ptr<HttpServer>, std::string> HttpServer::bind(int port, const TlsIdentity *tls)
{
    std::unique_ptr<HttpServer> self(new HttpServer);
    self->m_server = makeServer(tls);
    httplib::Server &server = *self->m_server;
    if (!server.is_valid())
        return tl::unexpected<std::string>("The TLS server could not be set up.");
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_tcp_nodelay(true);
    server.set_socket_options(shareNothing);
    server.set_keep_alive_max_count(kRequestsPerConnection);
    server.set_keep_alive_timeout(kIdleConnectionSeconds);
    server.set_read_timeout(kReadSeconds);
    server.set_write_timeout(kWriteSeconds);
    server.set_payload_max_length(kMostBodyBytes);
    if (port == 0)
        port = server.bind_to_any_port(kLoopback);
    else if (!server.bind_to_port(kLoopback, port))
        port = -1;
    if (port <= 0)
        return tl::unexpected<std::string>("The port is taken or may not be used.");
    self->m_port = port;
    self->m_origin =
        (tls != nullptr ? "https://" : "http://") + std::string(kLoopback) + ':' + std::to_string(port);
    return self;
}

HttpServer::~HttpServer()
{
    stop();
}

void HttpServer::serve(const Handler &handler)
{
    httplib::Server &server = *m_server;
    const char *const any = R"([\s\S]*)";
    server.Get(any, handler).Post(any, handler).Put(any, handler).Delete(any, handler).Patch(any, handler);
    server.Options(any, handler);
    m_thread = std::thread([&server] { server.listen_after_bind(); });
    while (!server.is_running())
        std::this_thread::yield();
}

void HttpServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_server->stop();
    shutDownConnections(m_port, 0); // or the pool would wait for idle keep-alive connections
    m_thread.join();
}

void dropConnection(const httplib::Request &request)
{
    shutDownConnections(request.local_port, request.remote_port);
}

} // namespace waybill::sandbox
