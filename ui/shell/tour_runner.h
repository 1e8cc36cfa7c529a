// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include <optional>

namespace waybill::ui {

/// The last step of the tour: `waybill-run export` on the waybill that was just written, as ops would do it.
/// Going away ends it.
class TourRunner
{
public:
    TourRunner(QString program, QString directory, QString passphrase);

    void start();
    std::optional<QString> evidence() const; ///< once it ended with 0

private:
    QString m_program;
    QString m_directory;
    QString m_passphrase;
    QProcess m_process;
};

/// Copies a run folder with its permissions; true when every file is there.
bool copyFolder(const QString &from, const QString &to);

} // namespace waybill::ui
