// SPDX-License-Identifier: Apache-2.0
#include "ndjson/background_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace waybill::ndjson {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTellEvery{100};
constexpr qsizetype kBlock = qsizetype{1} * 1024 * 1024;

} // namespace

/// Belongs to the worker while it runs.
struct BackgroundCheck::Job {
    std::shared_ptr<const LineReader> reader;
    LineChecker checker;

    bool run(std::int64_t end, const std::function<void(CheckSummary)> &tell, const std::stop_token &stop)
    {
        QByteArray buffer(kBlock, Qt::Uninitialized);
        auto told = Steady::now();
        while (checker.bytes() < end && !stop.stop_requested()) {
            const qsizetype wanted = std::min<std::int64_t>(kBlock, end - checker.bytes());
            const qsizetype got = reader->file().read(checker.bytes(), buffer.data(), wanted);
            if (got <= 0)
                return false;
            checker.add(QByteArrayView(buffer).first(got));
            if (Steady::now() - told >= kTellEvery) {
                told = Steady::now();
                tell(checker.soFar());
            }
        }
        tell(checker.soFar());
        return true;
    }
};

BackgroundCheck::BackgroundCheck(QObject *parent)
    : QObject(parent)
{
}
BackgroundCheck::~BackgroundCheck() = default;

void BackgroundCheck::reset(std::shared_ptr<const LineReader> reader, const Expectation &expectation)
{
    stop();
    m_job = reader ? std::make_shared<Job>(Job{std::move(reader), LineChecker(expectation)}) : nullptr;
    m_state = {};
    Q_EMIT stateChanged(m_state);
}

void BackgroundCheck::stop()
{
    ++m_epoch;
    m_worker = {};
    m_state.running = false;
}

void BackgroundCheck::checkTo(std::int64_t end)
{
    if (!m_job || m_state.running || end <= m_job->checker.bytes())
        return;
    m_state.running = true;
    const int epoch = ++m_epoch;
    const auto tell = [this, epoch, end](CheckSummary summary) {
        QMetaObject::invokeMethod(
            this,
            [this, epoch, end, summary = std::move(summary)] {
                epoch == m_epoch ? onProgress(summary, end) : void();
            },
            Qt::QueuedConnection);
    };
    m_worker = Worker::start<bool>(
        this, [job = m_job, end, tell](const std::stop_token &stop) { return job->run(end, tell, stop); },
        [this, epoch](bool complete) { epoch == m_epoch ? onDone(complete) : void(); });
    Q_EMIT stateChanged(m_state);
}

void BackgroundCheck::onProgress(const CheckSummary &summary, std::int64_t end)
{
    m_state.summary = summary;
    m_state.progress = end > 0 ? static_cast<double>(summary.bytes) / static_cast<double>(end) : 1.0;
    Q_EMIT stateChanged(m_state);
}

void BackgroundCheck::onDone(bool complete)
{
    m_state.running = false;
    if (!complete) {
        m_state.problem = Error{ErrorCode::Storage,
            QCoreApplication::translate("Ndjson", "The file could not be read to its end."), {}, {}};
    }
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ndjson
