// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/authorized_transport.h"
#include "flows/run_export.h"
#include "http/qt_transport.h"
#include "http/request_budget.h"
#include "practices/store.h"
#include "support/sandbox_process.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// A practice of the real sandbox with a registered client, and everything an export of it needs.
namespace waybill::flows::test {

using waybill::test::SandboxProcess;

/// A client that is registered at one practice of the sandbox, and what discovery found out. Made once: keys
/// and discovery take their time.
struct RegisteredClient {
    RegisteredClient(SandboxProcess &sandbox, const SandboxProcess::Practice &practice);
    bool isReady() const { return !profile.group.value.isEmpty() && !profile.tokenUrl.isEmpty(); }
    auth::ClientSettings settings() const;
    /// The same key and practice under a client id of its own: the sandbox counts by client.
    RegisteredClient another(SandboxProcess &sandbox) const;

    SystemClock clock;
    keys::KeyPair key;
    practices::Profile profile;
};

/// One practice with an own state and output folder: one test's worth of exports.
class SandboxPractice
{
public:
    explicit SandboxPractice(const RegisteredClient &client);

    /// A fresh RunExport, as after a restart.
    std::unique_ptr<RunExport> exporter();
    practices::Store &store();
    ExportPlan plan(const SinceChoice &since = {});
    /// Runs it to the end and hands out the results.
    QList<RunResult> run(const SinceChoice &since = {}, int patience = 60000);
    const ExportProgress &last() const { return m_last; }
    QMap<QString, QString> watermarks();
    QString path(const QString &name) const { return m_folder.filePath(name); }

    practices::Profile profile;

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::shared_ptr<http::CookieJar> m_cookies = http::makeCookieJar();
    std::unique_ptr<http::Transport> m_transport;
    http::RequestBudget m_budget;
    auth::TokenSource m_tokens;
    std::unique_ptr<practices::Store> m_store;
    ExportProgress m_last;
};

} // namespace waybill::flows::test
