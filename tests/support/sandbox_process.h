// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

/// The real waybill-sandbox as a child process, for tests that want a practice to talk to.
/// Blocking and without an event loop; the server runs on in its own process. Dies with this object.
namespace waybill::test {

class SandboxProcess
{
public:
    struct Practice {
        QString name;
        QString code;
        QString vendor; ///< "eclinicalworks" or "generic"
        QUrl fhirBaseUrl; ///< without a trailing slash
    };
    struct Answer {
        int status = 0; ///< 0: no answer
        QByteArray body;
        QJsonObject json() const;
    };

    /// Starts at once. Without `--prepare` jobs are ready immediately (`--prepare 0 --retry-after 1`).
    explicit SandboxProcess(QStringList arguments = {});
    ~SandboxProcess();
    SandboxProcess(const SandboxProcess &) = delete;
    SandboxProcess &operator=(const SandboxProcess &) = delete;

    bool isListening() const { return !m_listening.isEmpty(); }
    QString problem() const { return m_problem; } ///< why it is not listening
    QJsonObject listening() const { return m_listening; } ///< the line it printed

    QUrl portal() const; ///< without a trailing slash
    QUrl practiceList() const;
    QString caFile() const; ///< with --tls, else empty
    QList<Practice> practices() const;
    Practice practice(const QString &vendorOrCode) const;
    Practice ecw() const { return practice(QStringLiteral("eclinicalworks")); }
    Practice generic() const { return practice(QStringLiteral("generic")); }

    /// Registers a client with a pasted JWKS (the text of the set) and returns its client id; empty =
    /// refused.
    QString registerClient(const QString &name, const QStringList &practiceCodes, const QByteArray &jwks);
    QString registerClient(const QString &name, const QStringList &practiceCodes, const QUrl &jwksUrl);
    /// Lets the sandbox serve a public JWKS; returns its URL, empty = refused.
    QUrl hostJwks(const QString &name, const QByteArray &jwks);

    /// `{"requests":[{time,method,path,status,practice,authorized}…],"kickOffs":{code: n}, …}`
    QJsonObject requestLog();
    int kickOffs(const QString &practiceCode);
    /// "kickOffs", "polls", "earlyPolls" by practice code; "kickOffsOfClient" … by client id.
    int counted(const QString &counter, const QString &key);
    int requests(const QString &method, const QString &pathPart); ///< how many in the log
    /// Replaces the faults in force; false when a name is unknown.
    bool setFaults(const QStringList &faults);

    /// One request to the portal, e.g. ("GET", "/portal/log").
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &jsonBody = {});

    qint64 pid() const { return m_process.processId(); }
    qint64 peakMemoryKiB() const; ///< VmHWM, -1 when it is not running
    /// SIGTERM, then SIGKILL after five seconds. Returns the exit code, -1 when it had to be killed.
    int stop();
    /// SIGKILL, as a power cut; start another one with the same `--state` file to go on.
    void kill();

private:
    QProcess m_process;
    QJsonObject m_listening;
    QString m_problem;
};

} // namespace waybill::test
