// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <memory>

namespace waybill::keys {

/// SHA-256 over a stream, with the processor's own instructions (OpenSSL), about four times
/// as fast as QCryptographicHash: files of many GB are hashed while they arrive.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    QByteArray result(); ///< 32 octets; call once

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// From OpenSSL's generator, which the operating system seeds. Empty when that fails: check it.
QByteArray randomBytes(int count);

} // namespace waybill::keys
