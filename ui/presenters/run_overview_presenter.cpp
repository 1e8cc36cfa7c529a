// SPDX-License-Identifier: Apache-2.0
#include "presenters/run_overview_presenter.h"

namespace waybill::ui {

RunOverviewPresenter::RunOverviewPresenter(QObject *parent)
    : QObject(parent)
{
}

void RunOverviewPresenter::setFolder(const QString &folder)
{
    ++m_epoch;
    m_worker.requestStop();
    m_folder = folder;
    m_overview.reset();
    m_state = {};
    m_state.available = !folder.isEmpty();
    Q_EMIT stateChanged();
}

void RunOverviewPresenter::again()
{
    setFolder(m_folder);
    start();
}

void RunOverviewPresenter::cancel()
{
    if (!m_state.running)
        return;
    ++m_epoch;
    m_worker.requestStop();
    m_state.running = false;
    Q_EMIT stateChanged();
}

void RunOverviewPresenter::start()
{
    if (!m_state.available || m_state.running || m_overview)
        return;
    const int epoch = ++m_epoch;
    m_state.running = true;
    m_state.progress = 0;
    m_state.problem.reset();
    const auto tell = [this, epoch](ByteCount done, ByteCount all) {
        const double share =
            all.value > 0 ? static_cast<double>(done.value) / static_cast<double>(all.value) : 0;
        QMetaObject::invokeMethod(
            this,
            [this, epoch, share] {
                if (epoch != m_epoch)
                    return;
                m_state.progress = share;
                Q_EMIT stateChanged();
            },
            Qt::QueuedConnection);
    };
    using Counted = std::shared_ptr<Result<flows::RunOverview>>;
    m_worker = Worker::start<Counted>(
        this,
        [folder = m_folder, tell](const std::stop_token &stop) {
            return std::make_shared<Result<flows::RunOverview>>(flows::overviewOf(folder, tell, stop));
        },
        [this, epoch](const Counted &counted) {
            if (epoch != m_epoch)
                return;
            m_state.running = false;
            m_state.progress = 1;
            if (*counted)
                m_overview = std::make_shared<const flows::RunOverview>(std::move(**counted));
            else
                m_state.problem = counted->error();
            Q_EMIT stateChanged();
        });
    Q_EMIT stateChanged();
}

} // namespace waybill::ui
