// SPDX-License-Identifier: Apache-2.0
#include "presenters/run_log.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace waybill::ui {
namespace {

constexpr std::int64_t kMostBytes = std::int64_t{8} << 20; ///< a longer log starts in the middle
constexpr qint64 kLongestLine = qint64{1} << 20;

} // namespace

RunLog::RunLog(QObject *parent)
    : QObject(parent)
{
}

RunLog::~RunLog() = default;

void RunLog::notice(const LogEntry &entry)
{
    m_model.append({entry});
}

void RunLog::follow(const QString &runDirectory, const QString &practice)
{
    const QString path =
        runDirectory.isEmpty() ? QString() : QDir(runDirectory).filePath(QStringLiteral("log.ndjson"));
    m_practice = practice;
    if (path != m_path) {
        m_path = path;
        m_end = 0;
        m_again = false;
        m_reading = false;
        m_worker = {};
    }
    if (!m_path.isEmpty())
        readOn();
}

void RunLog::readOn()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_worker = Worker::start<Piece>(
        this,
        [path = m_path, practice = m_practice, from = m_end](const std::stop_token &stop) {
            Piece piece{{}, from};
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return piece;
            if (file.size() - from > kMostBytes) {
                file.seek(file.size() - kMostBytes);
                file.readLine(kLongestLine); // the rest of a line
            } else {
                file.seek(from);
            }
            while (!stop.stop_requested()) {
                const QByteArray line = file.readLine(kLongestLine);
                if (!line.endsWith('\n'))
                    break; // a line that is still being written is read next time
                piece.end = file.pos();
                piece.entries.append(logEntry(QJsonDocument::fromJson(line).object(), practice));
            }
            return piece;
        },
        [this](const Piece &piece) {
            m_reading = false;
            m_end = piece.end;
            m_model.append(piece.entries);
            if (std::exchange(m_again, false))
                readOn();
        });
}

} // namespace waybill::ui
