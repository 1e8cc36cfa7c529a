// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"

#include <QFile>
#include <QJsonObject>
#include <QString>

namespace waybill::flows {

/// log.ndjson in the shape the SMART clients write (bulk-data-client "Export Log Items", BD-224):
/// `{exportId,timestamp,eventId,eventDetail}` a line. Appended to over all starts of one run; one exportId.
/// Never a query string, token or resource. A log that cannot be written stops nothing.
class ExportLog
{
public:
    ExportLog(const QString &path, QString exportId);
    void write(Instant at, const QString &eventId, const QJsonObject &detail);

private:
    QFile m_file;
    QString m_exportId;
};

} // namespace waybill::flows
