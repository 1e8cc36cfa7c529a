// SPDX-License-Identifier: Apache-2.0
#include "sandbox/request_log.h"

#include "sandbox/answers.h"
#include "sandbox/moment.h"

#include <array>

namespace waybill::sandbox {

namespace {

constexpr std::size_t kMostRows = 20'000;

/// Query parameters that say what was asked for and open nothing.
constexpr std::array<const char *, 7> kHarmless{
    "_type", "_since", "_until", "_outputFormat", "page", "_count", "allowPartialManifests"};
constexpr std::array<std::pair<const char *, const char *>, 7> kHeaders{{
    {"Accept", "accept"},
    {"Prefer", "prefer"},
    {"Range", "range"},
    {"If-None-Match", "ifNoneMatch"},
    {"Accept-Encoding", "acceptEncoding"},
    {"Content-Type", "contentType"},
    {"User-Agent", "userAgent"},
}};

} // namespace

void RequestLog::add(const httplib::Request &request, int status, const std::string &practice)
{
    QJsonObject row{{QStringLiteral("time"), json(instantText(now()))},
        {QStringLiteral("method"), json(request.method)}, {QStringLiteral("path"), json(request.path)},
        {QStringLiteral("status"), status}, {QStringLiteral("practice"), json(practice)},
        {QStringLiteral("authorized"), request.has_header("Authorization")},
        {QStringLiteral("port"), request.local_port}};
    QJsonObject query;
    for (const char *const name : kHarmless) {
        if (request.has_param(name))
            query.insert(QLatin1String(name), json(request.get_param_value(name)));
    }
    row.insert(QStringLiteral("query"), query);
    QJsonObject headers;
    for (const auto &[name, key] : kHeaders) {
        if (request.has_header(name))
            headers.insert(QLatin1String(key), json(request.get_header_value(name)));
    }
    row.insert(QStringLiteral("headers"), headers);

    const std::scoped_lock lock(m_mutex);
    ++m_total;
    m_rows.push_back(std::move(row));
    if (m_rows.size() > kMostRows)
        m_rows.pop_front();
}

void RequestLog::count(const std::string &counter, const std::string &key)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counters[counter][key];
}

QJsonObject RequestLog::toJson() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray rows;
    for (const QJsonObject &row : m_rows)
        rows.append(row);
    QJsonObject all{{QStringLiteral("requests"), rows}, {QStringLiteral("total"), m_total},
        {QStringLiteral("kickOffs"), QJsonObject()}, {QStringLiteral("tokens"), QJsonObject()},
        {QStringLiteral("earlyPolls"), QJsonObject()}};
    for (const auto &[counter, values] : m_counters) {
        QJsonObject object;
        for (const auto &[key, value] : values)
            object.insert(text(key), value);
        all.insert(text(counter), object);
    }
    return all;
}

void RequestLog::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_rows.clear();
    m_total = 0;
    m_counters.clear();
}

} // namespace waybill::sandbox
