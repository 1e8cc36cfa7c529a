// SPDX-License-Identifier: Apache-2.0
#include "downloads/download_queue.h"
#include "http/qt_transport.h"
#include "support/event_loop_watchdog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <vector>

/// bench_download queue|plain FOLDER CA|- URL...
/// `queue` is the product's download queue: verified, hashed, named, synced; it also tells the longest gap of
/// the event loop that owns it. `plain` takes the same bytes through the same transport, five at a time in
/// one thread, and only writes and syncs them: what is left without verification.
using namespace waybill;

namespace {

constexpr int kParallel = 5;

class PlainFile final : public http::BodySink
{
public:
    explicit PlainFile(const QString &path)
        : m_file(path)
    {
    }
    Result<> begin(const http::ResponseHead &head) override
    {
        const bool isOpen = head.status == 200 && m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        return isOpen ? Result<>() : failure(ErrorCode::Storage, QStringLiteral("no file."));
    }
    Result<> take(QByteArrayView bytes) override
    {
        const bool isWritten = m_file.write(bytes.data(), bytes.size()) == bytes.size();
        return isWritten ? Result<>() : failure(ErrorCode::DiskFull, QStringLiteral("not written."));
    }
    bool sync() { return ::fdatasync(m_file.handle()) == 0; }

private:
    QFile m_file;
};

/// Lives in a thread of its own, as the queue's worker does.
class PlainDownloads final : public QObject
{
public:
    PlainDownloads(QString folder, QString caFile, QStringList urls)
        : m_folder(std::move(folder))
        , m_caFile(std::move(caFile))
        , m_urls(std::move(urls))
    {
    }
    void start()
    {
        m_transport = http::makeQtTransport({{}, m_caFile});
        for (int i = 0; i < kParallel; ++i)
            next();
    }

private:
    void next()
    {
        if (m_next >= m_urls.size())
            return;
        const qsizetype index = m_next++;
        http::Request request;
        request.url = QUrl(m_urls.at(index));
        request.headers.add("Accept-Encoding", "identity");
        auto file =
            std::make_shared<PlainFile>(QDir(m_folder).filePath(QStringLiteral("%1.ndjson").arg(index)));
        m_transport->stream(request, *file, this, [this, file](const Result<http::ResponseHead> &head) {
            if (!head || !file->sync())
                qFatal("a plain download failed");
            if (++m_done == m_urls.size())
                QCoreApplication::exit(0);
            next();
        });
    }

    QString m_folder;
    QString m_caFile;
    QStringList m_urls;
    qsizetype m_next = 0;
    qsizetype m_done = 0;
    std::unique_ptr<http::Transport> m_transport;
};

int runPlain(const QString &folder, const QString &caFile, const QStringList &urls)
{
    QThread thread;
    auto *downloads = new PlainDownloads(folder, caFile, urls);
    downloads->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, downloads, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(downloads, [downloads] { downloads->start(); });
    const int code = QCoreApplication::exec();
    thread.quit();
    thread.wait();
    return code;
}

int runQueue(const QString &folder, const QString &caFile, const QStringList &urls)
{
    const SystemClock clock;
    downloads::DownloadQueue::Settings settings;
    settings.directory = folder;
    settings.parallel = kParallel;
    downloads::DownloadQueue queue({clock, {}, {http::originOf(QUrl(urls.first()))}, {}, caFile}, settings);
    QList<downloads::FileTask> tasks;
    for (qsizetype i = 0; i < urls.size(); ++i) {
        downloads::FileTask task;
        task.id = static_cast<int>(i + 1);
        task.type = QStringLiteral("Observation");
        task.url = QUrl(urls.at(i));
        task.name = QStringLiteral("%1.Observation.ndjson").arg(i);
        tasks.append(task);
    }
    support::EventLoopWatchdog watchdog;
    QObject::connect(&queue, &downloads::DownloadQueue::settled, &queue, [] { QCoreApplication::exit(0); });
    watchdog.start();
    queue.start(tasks);
    const int code = QCoreApplication::exec();
    watchdog.stop();
    for (const auto &status : queue.statuses()) {
        if (status.state != downloads::FileState::Verified)
            qFatal("%s", qPrintable(status.reason));
    }
    std::printf("longest gap %lld ms, longest work %lld ms\n",
        static_cast<long long>(watchdog.longestGap().count()),
        static_cast<long long>(watchdog.longestWork().count()));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 5) {
        std::fprintf(stderr, "bench_download queue|plain FOLDER CA|- URL...\n");
        return 2;
    }
    const QString caFile = words.at(3) == QLatin1String("-") ? QString() : words.at(3);
    const auto run = words.at(1) == QLatin1String("plain") ? runPlain : runQueue;
    return run(words.at(2), caFile, words.sliced(4));
}
