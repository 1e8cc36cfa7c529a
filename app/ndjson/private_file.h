// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QSaveFile>

namespace waybill::ndjson {

class SourceFile;

/// A new file with patients' data: mode 0600 from the first byte on, under its name only when it is complete,
/// never over the file the data come from.
class PrivateFile
{
public:
    /// `sentence`: what a person reads when it fails, with %1 for the reason.
    PrivateFile(const QString &path, QString sentence);

    Result<> open(const SourceFile *source = nullptr);
    Result<> write(QByteArrayView bytes);
    Result<> commit();
    /// Nothing of it stays.
    void drop() { m_file.cancelWriting(); }

    Failure failed(const QString &reason) const;

private:
    QSaveFile m_file;
    QString m_sentence;
};

} // namespace waybill::ndjson
