// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <deque>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

namespace waybill::sandbox {

/// Every request this server saw, without secrets: no tokens, no assertions, no signatures.
/// The newest 20 000 are kept; the counters cover all. Thread-safe.
class RequestLog
{
public:
    void add(const httplib::Request &request, int status, const std::string &practice);
    /// Something to count, e.g. ("kickOffs", "FFBJCD").
    void count(const std::string &counter, const std::string &key);
    /// `{"requests":[…],"total":n,"kickOffs":{…},…}`
    QJsonObject toJson() const;
    void clear();

private:
    mutable std::mutex m_mutex;
    std::deque<QJsonObject> m_rows;
    qint64 m_total = 0;
    std::map<std::string, std::map<std::string, int>> m_counters;
};

} // namespace waybill::sandbox
