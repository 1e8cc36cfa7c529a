// SPDX-License-Identifier: Apache-2.0
#include "shell/tour_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace waybill::ui {

TourRunner::TourRunner(QString program, QString directory, QString passphrase)
    : m_program(std::move(program))
    , m_directory(std::move(directory))
    , m_passphrase(std::move(passphrase))
{
}

void TourRunner::start()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WAYBILL_KEY_PASSPHRASE"), m_passphrase);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_directory + QStringLiteral("/runner.log"));
    m_process.setStandardOutputFile(m_directory + QStringLiteral("/runner.ndjson"));
    m_process.start(m_program,
        {QStringLiteral("export"), m_directory + QStringLiteral("/waybill"), QStringLiteral("--baseline"),
            QStringLiteral("--out"), m_directory + QStringLiteral("/unattended"), QStringLiteral("--state"),
            m_directory + QStringLiteral("/unattended/state"), QStringLiteral("--progress"),
            QStringLiteral("json")});
}

std::optional<QString> TourRunner::evidence() const
{
    const bool ended =
        m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit;
    if (!ended || m_process.exitCode() != 0 || m_process.error() == QProcess::FailedToStart)
        return {};
    return QCoreApplication::translate("Tour", "waybill-run export ended with 0: complete and verified");
}

bool copyFolder(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to))
        return true;
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target))
            return false;
    }
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

} // namespace waybill::ui
