// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <vector>

namespace waybill {

/// Bytes nobody may print: a private key, a passphrase, a token. Moves, never copies by accident,
/// is overwritten when it goes, and has no stream operator. Share it as a const reference.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArrayView bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    SecretBytes clone() const { return SecretBytes(view()); }
    bool isEmpty() const { return m_bytes.empty(); }
    /// Valid as long as this object lives; do not turn it into a QByteArray or QString.
    QByteArrayView view() const;

    /// Compares in constant time.
    friend bool operator==(const SecretBytes &a, const SecretBytes &b);

private:
    void wipe();
    std::vector<char> m_bytes;
};

/// Overwrites the buffer in place, e.g. a QByteArray an API forced on us.
void wipe(QByteArray &bytes);

} // namespace waybill
