// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practices/store.h"
#include "runner_fixture.h"

/// An export that tests kill: by the runner, or by the desktop's engine without its window. Thread-safe apart
/// from each other: every victim has a client and a folder of its own.
namespace waybill::run::test {

enum class Engine { Runner, Desktop };

class Victim
{
public:
    Victim(SandboxProcess &sandbox, const RegisteredClient &client, Engine engine);

    /// One process, to its end or to its death. `killAt` > 0: SIGKILL before its n-th call that leaves a
    /// trace; `countIn`: where to write how many such calls there were.
    struct Life {
        bool killed = false;
        int exitCode = -1;
        QByteArray errors;
    };
    Life live(int killAt = 0, const QString &countIn = {}, const QStringList &more = {}) const;
    Life liveWithFailingSync(int which) const; ///< its n-th fsync fails with EIO
    /// SIGKILL as soon as `reached` holds; asked every few milliseconds.
    Life liveUntil(const std::function<bool()> &reached) const;
    /// A person insists on a new kick-off although the first one's answer was lost.
    Life insist() const;
    Life cancel(int killAt = 0) const; ///< waybill-run only

    QString state() const;
    QString clientId() const { return m_client.profile.clientId; }
    QList<practices::RunRecord> runs() const; ///< newest first
    int counted(const QString &counter) const { return m_sandbox.counted(counter, clientId()); }

    /// Empty when all is as it must be at any moment: a final name stands only for the right bytes, and a
    /// watermark only for a complete run whose files are all here. `reference`: bytes by file name.
    QString wrongOnDisk(const QMap<QString, QByteArray> &reference) const;
    /// The same, and the export is complete: watermarks moved, nothing left over.
    QString wrongAtTheEnd(const QMap<QString, QByteArray> &reference) const;
    QMap<QString, QByteArray> files() const; ///< final names of the newest run with their bytes

private:
    std::unique_ptr<QProcess> begin(
        int killAt, const QString &countIn, const QStringList &arguments, int failSync = 0) const;
    QString program() const;
    QStringList arguments() const;

    SandboxProcess &m_sandbox;
    RegisteredClient m_client;
    Engine m_engine;
    Bundle m_bundle; ///< the desktop's home lies in it
};

} // namespace waybill::run::test
