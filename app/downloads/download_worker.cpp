// SPDX-License-Identifier: Apache-2.0
#include "downloads/download_worker.h"

namespace waybill::downloads {
namespace {

constexpr std::chrono::milliseconds kTick{100};

} // namespace

DownloadWorker::DownloadWorker(Setup setup)
    : m_setup(std::move(setup))
    , m_ticker(this)
{
    m_ticker.setInterval(kTick);
    connect(&m_ticker, &QTimer::timeout, this, &DownloadWorker::tick);
}

DownloadWorker::~DownloadWorker()
{
    stopAll();
}

void DownloadWorker::begin(const AttemptOrder &order)
{
    if (!m_transport) {
        m_transport = http::makeQtTransport(m_setup.transport);
        if (m_setup.budget != nullptr) {
            m_transport = http::makeBudgetedTransport(
                std::move(m_transport), *m_setup.budget, m_setup.surroundings.trusted);
        }
    }
    auto *download = new FileDownload(*m_transport, {m_follower, m_disk}, m_setup.surroundings, order,
        [this](const AttemptReport &report) { onDone(report); });
    m_running.insert(order.serial, download);
    if (!m_ticker.isActive())
        m_ticker.start();
    download->start();
}

void DownloadWorker::stopAll()
{
    m_ticker.stop();
    const auto running = std::exchange(m_running, {});
    qDeleteAll(running);
}

void DownloadWorker::onDone(const AttemptReport &report)
{
    // Later: the report comes from inside the download.
    m_running.take(report.serial)->deleteLater();
    if (m_running.isEmpty())
        m_ticker.stop();
    Q_EMIT reported(report);
}

void DownloadWorker::tick()
{
    QList<AttemptProgress> all;
    all.reserve(m_running.size());
    for (const FileDownload *download : std::as_const(m_running))
        all.append(download->progress());
    Q_EMIT progressed(all);
}

} // namespace waybill::downloads
