// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/manifest.h"
#include "practices/run_record.h"

#include <QJsonObject>

namespace waybill::flows {

/// The folder of one run (design 3.5): run.json, manifest.json as sent, the files, log.ndjson, report.json.
/// 0700, files 0600. Everything is on the disk when a call returns.
class RunFolder
{
public:
    explicit RunFolder(QString path);

    const QString &path() const { return m_path; }
    QString filePath(const QString &name) const;

    /// With error/ and deleted/.
    Result<> make() const;
    Result<> writeRun(const QJsonObject &facts) const;
    Result<> writeReport(const QJsonObject &report) const;
    /// Page 1 is manifest.json; it makes the pages of an earlier manifest go.
    Result<> writeManifest(int page, const QByteArray &bytes) const;
    /// An answer that was not what was asked for; the extension follows its content.
    Result<> keepAnswer(const QString &name, const QByteArray &bytes) const;

    /// All pages as one. `options.askedUrl` is the status URL; the others were linked from the page before.
    Result<exports::Manifest> readManifest(const exports::ManifestOptions &options) const;

    /// "001.Patient.ndjson", "error/001.OperationOutcome.ndjson", "deleted/001.Bundle.ndjson" (BD-146).
    static QString nameOf(const exports::ManifestFile &file);

private:
    QString m_path;
};

} // namespace waybill::flows
