// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/sandbox.h"
#include "base/error.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace waybill::assistant {

/// The built-in practice server as a child process: started when somebody wants it, gone with this process
/// (also when it is killed). What it knows — clients, jobs, ports — survives in a state file, so that an
/// export of yesterday goes on today.
class SandboxLauncher final : public QObject
{
    Q_OBJECT
public:
    /// @param stateFile  absolute; in the home folder
    /// @param arguments  further ones, e.g. --patients
    SandboxLauncher(
        QString program, QString stateFile, QStringList arguments = {}, QObject *parent = nullptr);
    ~SandboxLauncher() override;

    /// `waybill-sandbox` beside this executable.
    static QString programBeside();

    void start(); ///< nothing happens while it starts or runs
    void stop(); ///< what is not gone() when this object goes is killed
    const SandboxOffer &offer() const { return m_offer; }
    bool isThere() const { return m_process.state() != QProcess::NotRunning; }
    bool isStarting() const { return isThere() && !m_offer.isRunning(); }

Q_SIGNALS:
    void ready(const waybill::assistant::SandboxOffer &offer);
    void failed(const waybill::Error &error); ///< could not start, or ended by itself
    void gone(); ///< after stop()

private:
    void onLine();
    void onEnd();
    void fail(const QString &what, const QString &words);

    QString m_program;
    QStringList m_arguments;
    QProcess m_process;
    QTimer m_patience;
    SandboxOffer m_offer;
    bool m_stopping = false;
};

} // namespace waybill::assistant
