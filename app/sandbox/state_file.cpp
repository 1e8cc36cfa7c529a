// SPDX-License-Identifier: Apache-2.0
#include "sandbox/state_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace waybill::sandbox {

StateFile::StateFile(QString fileName)
    : m_fileName(std::move(fileName))
{
    QFile file(m_fileName);
    if (!m_fileName.isEmpty() && file.open(QIODevice::ReadOnly))
        m_state = QJsonDocument::fromJson(file.readAll()).object();
}

QJsonValue StateFile::value(const char *name) const
{
    const std::scoped_lock lock(m_mutex);
    return m_state.value(QLatin1String(name));
}

void StateFile::set(const char *name, const QJsonValue &value)
{
    const std::scoped_lock lock(m_mutex);
    m_state.insert(QLatin1String(name), value);
    if (m_fileName.isEmpty())
        return;
    QSaveFile file(m_fileName);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(m_state).toJson());
    file.commit();
}

} // namespace waybill::sandbox
