// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "ndjson/line_checker.h"
#include "ndjson/line_reader.h"

#include <QObject>

namespace waybill::ndjson {

struct CheckState {
    bool running = false;
    double progress = 0; ///< 0 to 1
    CheckSummary summary; ///< of the lines checked so far
    std::optional<Error> problem;
    friend bool operator==(const CheckState &, const CheckState &) = default;
};

/// Judges a file's lines in the background, and goes on from there when the file has grown. The last line is
/// judged only when it has ended: an unfinished download is not wrong. Lives in the GUI thread.
class BackgroundCheck : public QObject
{
    Q_OBJECT
public:
    explicit BackgroundCheck(QObject *parent = nullptr);
    ~BackgroundCheck() override;

    /// Forgets everything; the next checkTo() starts from the first line.
    void reset(std::shared_ptr<const LineReader> reader, const Expectation &expectation);
    /// Checks on up to byte `end`, the begin of a line; does nothing while it runs.
    void checkTo(std::int64_t end);
    void stop();

    const CheckState &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const waybill::ndjson::CheckState &state);

private:
    struct Job;
    void onProgress(const CheckSummary &summary, std::int64_t end);
    void onDone(bool complete);

    CheckState m_state;
    std::shared_ptr<Job> m_job;
    int m_epoch = 0;
    Worker m_worker; ///< last: joins first
};

} // namespace waybill::ndjson
