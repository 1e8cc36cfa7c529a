// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/attempt.h"
#include "downloads/disk_errands.h"
#include "downloads/file_pipeline.h"
#include "downloads/resume_note.h"
#include "http/redirects.h"

#include <QElapsedTimer>
#include <QObject>

namespace waybill::downloads {

/// The threads behind the one that receives; they outlive every attempt.
struct AttemptHelpers {
    ContentFollower &follower;
    DiskErrands &disk;
};

/// What all attempts of one queue share.
struct AttemptSurroundings {
    QString directory;
    QList<http::Origin> trusted;
    std::chrono::milliseconds firstByteTimeout{};
    std::chrono::milliseconds idleTimeout{};
    std::int64_t maxRatio = 200;
};

/// One attempt at one file, in the worker's thread: look what is there, ask for the rest, take it through the
/// pipeline, judge it, give it its name. `done` is called once, later, not after destruction. Destroying it
/// stops the transfer and makes what arrived safe for the next attempt.
class FileDownload final : public QObject, private http::BodySink
{
public:
    using Done = std::function<void(const AttemptReport &)>;

    FileDownload(http::Transport &transport, AttemptHelpers helpers, AttemptSurroundings surroundings,
        AttemptOrder order, Done done);
    ~FileDownload() override;

    void start();
    AttemptProgress progress() const;

private:
    enum class Answer { None, WholeFile, Rest, Useless, Redirect, Other };

    Result<> begin(const http::ResponseHead &head) override;
    Result<> take(QByteArrayView bytes) override;

    Result<> openPlace();
    void lookForResume();
    void replay();
    void endOfReplay();
    void sendFirst();
    void send(const http::Request &request);
    bool isBody() const { return m_answer == Answer::WholeFile || m_answer == Answer::Rest; }
    Answer classify(const http::ResponseHead &head) const;
    Result<> beginWhole(const http::ResponseHead &head);
    Result<> beginRest(const http::ResponseHead &head);
    Result<> checkSpace(std::int64_t needed) const;
    void onEnd(const Result<http::ResponseHead> &head);
    void makeRoomForNote();
    void follow();
    void startOver();
    void startCheckpoints();
    void maybeCheckpoint();
    void afterCheckpoint(const Result<> &done);
    bool isResumable() const;
    void awaitErrand();
    Result<> checkpointNow();
    void verify();
    void onJudged();
    void conclude(const ArrivedContent &content);
    void refuse(
        const Error &problem, const ArrivedContent &content, std::shared_ptr<const FileFindings> findings);
    void giveName();
    void onNamed(const Result<> &named);

    void fail(AttemptFailed failed);
    void finish(std::variant<AttemptVerified, AttemptFailed> result);

    http::Transport &m_transport;
    AttemptHelpers m_helpers;
    AttemptSurroundings m_surroundings;
    AttemptOrder m_order;
    Done m_done;
    std::optional<PartFile> m_file;
    std::unique_ptr<FilePipeline> m_pipeline;
    ResumeNote m_note; ///< of the running transfer; without validator it cannot be resumed
    std::int64_t m_offset = 0; ///< where this transfer starts in the file
    std::int64_t m_replayUntil = 0;
    bool m_onlyReplay = false; ///< the file already has its name: it is judged, nothing is fetched
    http::Request m_request;
    http::RedirectTrail m_trail;
    http::Call m_call;
    Answer m_answer = Answer::None;
    http::ResponseHead m_head;
    QByteArray m_otherBody; ///< the start of an answer that is not the file
    std::optional<std::int64_t> m_total;
    std::optional<Error> m_ownError; ///< of disk or decoder, in the middle of the body
    std::shared_ptr<DiskErrands::Errand> m_errand; ///< on its way; while it is, the file stays open
    std::int64_t m_syncing = 0; ///< bytes that are safe when it is back
    bool m_isJudged = false; ///< waits for the errand only
    int m_nameTries = 0;
    AttemptVerified m_verified;
    std::int64_t m_checkpointAt = 0;
    QElapsedTimer m_sinceCheckpoint;
    FileState m_state = FileState::Downloading;
    bool m_startedOver = false;
};

} // namespace waybill::downloads
