// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/download_queue.h"
#include "exports/manifest.h"
#include "flows/export_progress.h"
#include "flows/run_folder.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace waybill::flows {

/// The files of one job: the manifest's entries become tasks, the queue's statuses become what people see and
/// what the store keeps. Main thread.
class JobDownloads : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        int parallel = 2;
        bool blankLinesAreProblems = false; ///< BD-163
        QUrl baseUrl; ///< links without a word about the token get it only here (BD-103)
    };
    JobDownloads(
        downloads::DownloadQueue::Deps deps, RunFolder folder, Settings settings, QObject *parent = nullptr);
    ~JobDownloads() override;

    /// `known`: what the store has of this run; verified files that are still there are not fetched again.
    void start(const exports::Manifest &manifest, const QList<practices::FileRecord> &known);
    /// New links for the files that asked for them; null = there are none. Says how the new manifest differs.
    QStringList refresh(const exports::Manifest *manifest);
    void pause();
    void resume();
    void stop(); ///< for good; `.part` files stay

    const QList<FileProgress> &files() const { return m_files; }
    /// Of a file that came to an end, as the store keeps it. Its details only until it is written().
    practices::FileRecord record(qsizetype index) const;
    void written(qsizetype index) { m_details.remove(static_cast<int>(index)); }
    QString place(qsizetype index) const; ///< where the file comes from, without its query
    /// All waits: nothing is being received, everything unfinished is due later or paused.
    bool isOnlyWaiting() const;
    /// When the first of the waiting ones goes on.
    std::optional<Instant> nextRetry() const;

Q_SIGNALS:
    void changed();
    void requested(qsizetype index); ///< its first byte is being waited for
    void fileEnded(qsizetype index);
    void linksExpired();
    void paused(const waybill::Error &why); ///< the disk; resume() goes on
    void warned(const QString &note);
    void ended(); ///< every file came to an end

private:
    void addKnown(const practices::FileRecord &record, qsizetype index);
    void addTask(const exports::Manifest &manifest, const exports::ManifestFile &file, qsizetype index);
    void startQueue();
    void keepDetails(int id, const std::shared_ptr<const downloads::FileFindings> &findings);
    void onFileChanged(const downloads::FileStatus &status);

    downloads::DownloadQueue::Deps m_deps;
    RunFolder m_folder;
    Settings m_settings;
    QList<FileProgress> m_files;
    QList<downloads::FileTask> m_tasks; ///< id = index in m_files
    QList<exports::ManifestFile> m_listed; ///< of the first manifest; index as in m_files
    QHash<int, QString> m_places;
    QHash<int, QJsonObject> m_details; ///< of those that ended and are not written yet
    qsizetype m_problemRoom = 0; ///< so many more are kept of this run
    QSet<int> m_waitingForLinks;
    std::unique_ptr<downloads::DownloadQueue> m_queue;
};

} // namespace waybill::flows
