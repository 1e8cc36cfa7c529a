// SPDX-License-Identifier: Apache-2.0
#include "base/secret_bytes.h"

#include <QByteArray>

#include <cstring>

namespace waybill {

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_bytes(bytes.begin(), bytes.end())
{
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

QByteArrayView SecretBytes::view() const
{
    return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())};
}

void SecretBytes::wipe()
{
    if (!m_bytes.empty())
        explicit_bzero(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

bool operator==(const SecretBytes &a, const SecretBytes &b)
{
    if (a.m_bytes.size() != b.m_bytes.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.m_bytes.size(); ++i)
        difference |= static_cast<unsigned>(a.m_bytes[i] ^ b.m_bytes[i]);
    return difference == 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        explicit_bzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace waybill
