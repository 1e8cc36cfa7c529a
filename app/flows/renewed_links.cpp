// SPDX-License-Identifier: Apache-2.0
#include "flows/renewed_links.h"

#include <algorithm>

namespace waybill::flows {
namespace {

using exports::ManifestFile;

QUrl withoutQuery(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool isLike(const ManifestFile &one, const ManifestFile &other)
{
    return one.kind == other.kind && one.number == other.number && one.type == other.type
        && one.count == other.count;
}

} // namespace

RenewedLinks::RenewedLinks(const QList<ManifestFile> &before, const QList<ManifestFile> &now)
    : m_before(before)
    , m_now(now)
    , m_alike(std::equal(before.begin(), before.end(), now.begin(), now.end(), isLike))
{
    for (const ManifestFile &file : before)
        ++m_beforeByPath[withoutQuery(file.url)];
    for (qsizetype i = 0; i < now.size(); ++i)
        m_nowByPath[withoutQuery(now.at(i).url)].append(i);
}

QUrl RenewedLinks::of(qsizetype index) const
{
    const ManifestFile &wanted = m_before.at(index);
    const QUrl path = withoutQuery(wanted.url);
    const QList<qsizetype> places = m_nowByPath.value(path);
    if (places.size() == 1 && m_beforeByPath.value(path) == 1) {
        const ManifestFile &found = m_now.at(places.first());
        return found.kind == wanted.kind && found.type == wanted.type ? found.url : QUrl();
    }
    return m_alike ? m_now.at(index).url : QUrl();
}

} // namespace waybill::flows
