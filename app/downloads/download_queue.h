// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "downloads/file_task.h"
#include "downloads/token_access.h"
#include "http/backoff.h"
#include "http/origin.h"
#include "http/qt_transport.h"
#include "http/request_budget.h"

#include <QObject>

/// All files of one run: N at a time, each fetched, verified and named, each ending for itself (BD-130 to
/// BD-148, F-070 to F-081). A file with its final name is complete, verified and on the disk.
namespace waybill::downloads {

class DownloadQueue : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        const Clock &clock;
        TokenAccess tokens = {}; ///< for tasks that need one
        QList<http::Origin> trusted = {}; ///< the FHIR base's first; only these ever see the token (BD-132)
        std::shared_ptr<http::CookieJar> cookies = {}; ///< of the run (BD-148)
        QString caFile = {};
        QUrl proxy = {}; ///< of the practice; empty = the system's
        http::RequestBudget *budget = nullptr; ///< requests to trusted origins count; must outlive the queue
        std::function<double()> chance = http::randomChance; ///< jitter
        std::shared_ptr<const http::ProxyPasswords> proxyPasswords = {};
    };
    struct Settings {
        QString directory; ///< of the run; made 0700 when absent
        int parallel = 2; ///< 1 to 10; fewer for a while when the server is pressed (BD-145)
        int attempts = 5; ///< per file, without progress in between
        http::Backoff backoff = {};
        std::chrono::milliseconds firstByteTimeout = std::chrono::seconds{120};
        std::chrono::milliseconds idleTimeout = std::chrono::seconds{60};
        std::int64_t maxRatio = 200; ///< gzip: decoded per received byte (F-073)
    };

    DownloadQueue(Deps deps, const Settings &settings, QObject *parent = nullptr);
    /// Stops what runs, keeps every `.part`, waits for the worker (well below a second).
    ~DownloadQueue() override;

    /// Once. Leave out the files that the store knows as verified; `.part` files of an earlier process are
    /// resumed where the server allows it, a file that already has its final name is verified again on disk.
    void start(const QList<FileTask> &tasks);
    void pause(); ///< `.part` files stay; what was running becomes Paused
    void resume(); ///< also after diskFull()
    void cancel(); ///< for good; `.part` files stay, settled() does not come
    /// The answer to linkExpired(): a fresh link, or an empty URL when there is none. Each file gets one.
    void replaceUrl(int id, const QUrl &url);

    /// Of a file that ended: twenty thousand files with a thousand problems each are not kept twice.
    void forgetFindings(int id);

    QList<FileStatus> statuses() const; ///< in the order of start()
    FileStatus status(int id) const;
    bool isPaused() const;

Q_SIGNALS:
    /// Changes of state at once, figures at most ten times a second.
    void fileChanged(const waybill::downloads::FileStatus &status);
    /// 403, 404 or 410: ask for the manifest again and answer with replaceUrl() (BD-118, F-074).
    void linkExpired(int id);
    void settled(); ///< every file is Verified, Failed or Missing; once
    /// The queue paused itself: DiskFull, or Storage when the folder is gone or read-only (F-100, F-102).
    void diskFull(const waybill::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace waybill::downloads
