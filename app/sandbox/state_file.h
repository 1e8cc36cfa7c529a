// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <mutex>

namespace waybill::sandbox {

/// What survives the process when --state is given: clients, hosted key sets, jobs, ports. Written whole and
/// atomically, 0600, at every change; without a file name it does nothing. Thread-safe.
class StateFile
{
public:
    explicit StateFile(QString fileName); ///< reads what is there
    QJsonValue value(const char *name) const;
    void set(const char *name, const QJsonValue &value);

private:
    const QString m_fileName;
    mutable std::mutex m_mutex;
    QJsonObject m_state;
};

} // namespace waybill::sandbox
