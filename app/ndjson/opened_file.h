// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "ndjson/file_session.h"
#include "ndjson/file_watch.h"

#include <QObject>

#include <optional>

namespace waybill::ndjson {

/// What may be told about an opened file, as one value.
struct OpenedState {
    enum class Phase {
        Empty, ///< nothing is open
        Opening,
        Indexing, ///< everything indexed so far can be read
        Ready,
        Cancelled, ///< a person stopped the index; what is there can be read
        Failed, ///< see `problem`; lines may be there nevertheless (a cut archive)
    };
    Phase phase = Phase::Empty;
    QString path;
    Recognised recognised; ///< of the text, when it is unpacked
    bool compressed = false;
    std::int64_t fileBytes = 0; ///< on disk
    std::int64_t textBytes = 0; ///< indexed
    std::int64_t lines = 0; ///< indexed
    double progress = 0; ///< of the index, 0 to 1
    bool lastLineOpen = false; ///< it has no '\n' (yet)
    bool grew = false; ///< since it was opened
    int reloads = 0; ///< times the file was changed on disk and read anew; old line numbers mean nothing then
    bool vanished = false; ///< the name is gone, what was opened can still be read
    std::optional<Error> problem;
    friend bool operator==(const OpenedState &, const OpenedState &) = default;
};

/// One file in the viewer: opened, unpacked and indexed in the background, watched for changes (F-098).
/// Lives in the GUI thread. The reader stays usable after close().
class OpenedFile : public QObject
{
    Q_OBJECT
public:
    explicit OpenedFile(QObject *parent = nullptr);
    ~OpenedFile() override;

    void open(const QString &path);
    void close();
    void cancelIndexing();
    void continueIndexing();
    /// Looks for changes on disk now, not only twice a second: e.g. when the window comes to the front.
    void look() { m_watch.look(); }

    const OpenedState &state() const { return m_state; }
    /// Null until something can be read.
    std::shared_ptr<const LineReader> reader() const;
    /// Byte behind the last '\n' that is indexed: up to here lines will not change.
    std::int64_t endOfLastLine() const;

Q_SIGNALS:
    void stateChanged(const waybill::ndjson::OpenedState &state);

private:
    struct Ended {
        Result<bool> complete;
    };
    void start();
    void runIndex();
    void onOpened(std::shared_ptr<FileSession> session);
    void onBlock();
    void onEnded(const Ended &ended);
    void onFileChanged(FileChange change);
    void reload();
    void refresh();

    OpenedState m_state;
    std::shared_ptr<FileSession> m_session;
    FileWatch m_watch;
    int m_epoch = 0; ///< tells late calls of an older opening from the current one
    Worker m_worker; ///< last: stops and joins before the rest goes
};

} // namespace waybill::ndjson
