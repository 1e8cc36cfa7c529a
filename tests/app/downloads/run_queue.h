// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/download_queue.h"
#include "support/loopback_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

/// A queue, a folder and a server, for tests of whole downloads.
namespace waybill::test {

inline QByteArray patients(int count, int from = 0)
{
    QByteArray text;
    for (int i = from; i < from + count; ++i)
        text += R"({"resourceType":"Patient","id":"p)" + QByteArray::number(i)
            + R"(","name":[{"family":"M\u00fcller"}]})" + "\n";
    return text;
}

inline QByteArray gzipped(QByteArray plain)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

inline QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

inline Answer lines(const QByteArray &body)
{
    Answer answer;
    answer.headers = {{"Content-Type", "application/fhir+ndjson"}};
    answer.body = body;
    return answer;
}

class QueueRun
{
public:
    explicit QueueRun(LoopbackServer &theServer)
        : server(theServer)
    {
        settings.directory = folder.path();
        settings.backoff = {std::chrono::milliseconds{20}, 1.0, std::chrono::milliseconds{50}, 0.0};
        settings.idleTimeout = std::chrono::seconds{5};
        trusted = {http::originOf(server.url(QStringLiteral("/")))};
    }

    downloads::FileTask task(const QString &path, int number = 1) const
    {
        downloads::FileTask one;
        one.id = number;
        one.type = QStringLiteral("Patient");
        one.url = server.url(path);
        one.name = QStringLiteral("%1.Patient.ndjson").arg(number, 3, 10, QLatin1Char('0'));
        return one;
    }

    downloads::DownloadQueue &make()
    {
        queue = std::make_unique<downloads::DownloadQueue>(
            downloads::DownloadQueue::Deps{clock, tokens, trusted, cookies, {}, {}, budget}, settings);
        settled = false;
        QObject::connect(
            queue.get(), &downloads::DownloadQueue::settled, queue.get(), [this] { settled = true; });
        QObject::connect(queue.get(), &downloads::DownloadQueue::diskFull, queue.get(),
            [this](const Error &error) { storage = error; });
        QObject::connect(queue.get(), &downloads::DownloadQueue::linkExpired, queue.get(), [this](int id) {
            expired.append(id);
            if (newLink)
                queue->replaceUrl(id, newLink(id));
        });
        return *queue;
    }
    bool wait(int milliseconds = 30000) const
    {
        return QTest::qWaitFor([this] { return settled; }, milliseconds);
    }
    bool run(const QList<downloads::FileTask> &tasks)
    {
        make().start(tasks);
        return wait();
    }
    downloads::FileStatus status(int id = 1) const { return queue->status(id); }
    QByteArray content(const QString &name = QStringLiteral("001.Patient.ndjson")) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }

    LoopbackServer &server;
    QTemporaryDir folder;
    SystemClock clock;
    downloads::DownloadQueue::Settings settings;
    downloads::TokenAccess tokens;
    QList<http::Origin> trusted;
    std::shared_ptr<http::CookieJar> cookies;
    http::RequestBudget *budget = nullptr;
    std::function<QUrl(int)> newLink;
    std::unique_ptr<downloads::DownloadQueue> queue;
    bool settled = false;
    std::optional<Error> storage;
    QList<int> expired;
};

} // namespace waybill::test
