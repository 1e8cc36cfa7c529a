// SPDX-License-Identifier: Apache-2.0
#include "ndjson/opened_file.h"

namespace waybill::ndjson {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTellEvery{50};

} // namespace

OpenedFile::OpenedFile(QObject *parent)
    : QObject(parent)
{
    connect(&m_watch, &FileWatch::changed, this, &OpenedFile::onFileChanged);
}

OpenedFile::~OpenedFile() = default;

std::shared_ptr<const LineReader> OpenedFile::reader() const
{
    return m_session ? m_session->reader() : nullptr;
}

std::int64_t OpenedFile::endOfLastLine() const
{
    return m_session ? m_session->extent().tailBegin : 0;
}

void OpenedFile::open(const QString &path)
{
    close();
    m_state = {};
    m_state.path = path;
    start();
}

void OpenedFile::close()
{
    ++m_epoch;
    m_worker = {};
    m_watch.stop();
    m_session.reset();
    m_state = {};
}

/// Opening happens in the worker too: a slow network drive must not hold the window.
void OpenedFile::start()
{
    m_state.phase = OpenedState::Phase::Opening;
    Q_EMIT stateChanged(m_state);
    const int epoch = ++m_epoch;
    using Opened = Result<std::shared_ptr<FileSession>>;
    m_worker = Worker::start<Opened>(
        this, [path = m_state.path](const std::stop_token &) { return FileSession::open(path); },
        [this, epoch](const Opened &opened) {
            if (epoch != m_epoch)
                return;
            if (opened)
                onOpened(*opened);
            else
                onEnded({tl::unexpected(opened.error())});
        });
}

void OpenedFile::onOpened(std::shared_ptr<FileSession> session)
{
    m_session = std::move(session);
    runIndex();
}

void OpenedFile::runIndex()
{
    m_state.phase = OpenedState::Phase::Indexing;
    m_state.problem.reset();
    m_watch.stop();
    refresh();
    const int epoch = ++m_epoch;
    const auto tell = [this, epoch] {
        QMetaObject::invokeMethod(
            this, [this, epoch] { epoch == m_epoch ? onBlock() : void(); }, Qt::QueuedConnection);
    };
    m_worker = Worker::start<Ended>(
        this,
        [session = m_session, tell](const std::stop_token &stop) {
            auto told = Steady::time_point{};
            return Ended{session->index(
                [&told, &tell] {
                    if (Steady::now() - told < kTellEvery)
                        return;
                    told = Steady::now();
                    tell();
                },
                stop)};
        },
        [this, epoch](const Ended &ended) { epoch == m_epoch ? onEnded(ended) : void(); });
}

void OpenedFile::onBlock()
{
    refresh();
}

void OpenedFile::onEnded(const Ended &ended)
{
    if (ended.complete) {
        m_state.phase = OpenedState::Phase::Ready;
    } else {
        m_state.phase = OpenedState::Phase::Failed;
        m_state.problem = ended.complete.error();
    }
    if (m_session) {
        FileStamp known = m_session->stamp();
        if (ended.complete && !m_session->compressed())
            known.size = m_session->extent().bytes; // bytes that came since the last read count as growth
        m_watch.watch(m_state.path, known);
        if (ended.complete)
            m_watch.look();
    }
    refresh();
}

void OpenedFile::refresh()
{
    if (m_session) {
        const LineIndex::Extent extent = m_session->extent();
        m_state.recognised = m_session->recognised();
        m_state.compressed = m_session->compressed();
        m_state.fileBytes = m_session->stamp().size;
        m_state.textBytes = extent.bytes;
        m_state.lines = extent.lines();
        m_state.lastLineOpen = extent.bytes > extent.tailBegin;
        m_state.progress = m_state.phase == OpenedState::Phase::Ready ? 1.0 : m_session->progress();
    }
    Q_EMIT stateChanged(m_state);
}

void OpenedFile::cancelIndexing()
{
    if (m_state.phase != OpenedState::Phase::Opening && m_state.phase != OpenedState::Phase::Indexing)
        return;
    ++m_epoch;
    m_worker.requestStop();
    m_state.phase = OpenedState::Phase::Cancelled;
    refresh();
}

void OpenedFile::continueIndexing()
{
    if (m_state.phase != OpenedState::Phase::Cancelled)
        return;
    m_worker = {}; // the stopped one must have let go of the session
    if (m_session)
        runIndex();
    else
        start();
}

void OpenedFile::onFileChanged(FileChange change)
{
    m_state.vanished = change == FileChange::Vanished;
    if (change == FileChange::Vanished) {
        refresh();
    } else if (change == FileChange::Grew && m_session->stillTheSame()) {
        m_state.grew = true;
        runIndex();
    } else {
        reload();
    }
}

void OpenedFile::reload()
{
    ++m_state.reloads;
    m_state.grew = false;
    m_watch.stop();
    start();
}

} // namespace waybill::ndjson
