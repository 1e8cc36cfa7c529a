// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_download.h"
#include "http/qt_transport.h"
#include "http/request_budget.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace waybill::downloads {

/// Lives in the queue's worker thread with a transport of its own; all its functions are called there. What
/// it has to say it says as signals, which reach the queue through its event loop.
class DownloadWorker final : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        http::TransportOptions transport;
        http::RequestBudget *budget = nullptr;
        AttemptSurroundings surroundings;
    };
    explicit DownloadWorker(Setup setup);
    ~DownloadWorker() override;

    void begin(const AttemptOrder &order);
    void stopAll(); ///< what runs stops, its `.part` is safe; no report comes of it

Q_SIGNALS:
    void reported(const waybill::downloads::AttemptReport &report);
    void progressed(const QList<waybill::downloads::AttemptProgress> &running); ///< ten times a second

private:
    void onDone(const AttemptReport &report);
    void tick();

    Setup m_setup;
    ContentFollower m_follower;
    DiskErrands m_disk;
    std::unique_ptr<http::Transport> m_transport; ///< made with the first order, in the right thread
    QHash<int, FileDownload *> m_running; ///< by serial
    QTimer m_ticker;
};

} // namespace waybill::downloads
