// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

/// Blocking sockets, clear or TLS, for the loopback server.
namespace waybill::test {

enum class Tls;

class TlsContext
{
public:
    explicit TlsContext(Tls tls); ///< does nothing for Tls::Off
    ~TlsContext();
    TlsContext(const TlsContext &) = delete;
    TlsContext &operator=(const TlsContext &) = delete;
    ssl_ctx_st *native() const { return m_context; }
    QByteArray authorityPem() const { return m_authorityPem; }

private:
    ssl_ctx_st *m_context = nullptr;
    QByteArray m_authorityPem;
};

/// One connection. Closes `descriptor` when it goes.
class LoopbackSocket
{
public:
    LoopbackSocket(int descriptor, const TlsContext &tls);
    ~LoopbackSocket();
    LoopbackSocket(const LoopbackSocket &) = delete;
    LoopbackSocket &operator=(const LoopbackSocket &) = delete;

    bool handshake(); ///< true at once without TLS
    QByteArray read(); ///< what is there, at least a byte; empty at the end
    bool write(QByteArrayView bytes);
    void endTls(); ///< close_notify, for an honest end

private:
    int m_descriptor;
    ssl_st *m_ssl = nullptr;
};

} // namespace waybill::test
