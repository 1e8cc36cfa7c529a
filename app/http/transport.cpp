// SPDX-License-Identifier: Apache-2.0
#include "http/transport.h"

#include <algorithm>

namespace waybill::http {
namespace {

bool sameName(const Header &header, QByteArrayView name)
{
    return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Header &header : m_all) {
        if (sameName(header, name))
            return header.value;
    }
    return {};
}

QList<QByteArray> Headers::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Header &header : m_all) {
        if (sameName(header, name))
            found.append(header.value);
    }
    return found;
}

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(
        m_all.begin(), m_all.end(), [name](const Header &header) { return sameName(header, name); });
}

} // namespace waybill::http
