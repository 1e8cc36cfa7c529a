// SPDX-License-Identifier: Apache-2.0
#include "flows/export_log.h"

#include <QJsonDocument>

namespace waybill::flows {

ExportLog::ExportLog(const QString &path, QString exportId)
    : m_file(path)
    , m_exportId(std::move(exportId))
{
}

void ExportLog::write(Instant at, const QString &eventId, const QJsonObject &detail)
{
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return;
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        // A line cut off by a crash must not swallow the next one.
        QFile tail(m_file.fileName());
        if (tail.open(QIODevice::ReadOnly) && tail.size() > 0 && tail.seek(tail.size() - 1)
            && tail.read(1) != "\n")
            m_file.write("\n");
    }
    const QJsonObject row{{QStringLiteral("exportId"), m_exportId},
        {QStringLiteral("timestamp"), toDateTime(at).toString(Qt::ISODateWithMs)},
        {QStringLiteral("eventId"), eventId}, {QStringLiteral("eventDetail"), detail}};
    m_file.write(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace waybill::flows
