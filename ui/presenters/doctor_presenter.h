// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/page_frame.h"

#include <QList>
#include <QObject>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The connection doctor in words: the chain as it is walked, the likely causes of a refusal, the trace.
class DoctorPresenter final : public QObject
{
    Q_OBJECT
public:
    struct Cause {
        CheckLine::Look look = CheckLine::Look::Unknown; ///< Bad: seen; Attention: likely; Ok: excluded
        QString word; ///< "seen", "likely", "possible", "not this"
        QString what;
        QString seen; ///< what the chain saw of it; may be empty
        QString check; ///< what settles it
        friend bool operator==(const Cause &, const Cause &) = default;
    };
    struct State {
        bool running = false;
        bool available = false; ///< there is an endpoint to look at
        QString verdict; ///< one sentence when it has ended
        bool healthy = false; ///< … and nothing is wrong
        QString serverWords; ///< of the refusal, plain
        QList<CheckLine> chain;
        QList<Cause> causes; ///< most likely first
        bool needsPassphrase = false;
        QString trace; ///< redacted
        QString note; ///< what became of saving the trace
        friend bool operator==(const State &, const State &) = default;
    };

    explicit DoctorPresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void runOrStop();
    void unlock(const QString &passphrase);
    void saveTrace(const QString &path);

Q_SIGNALS:
    void stateChanged(const waybill::ui::DoctorPresenter::State &state);

private:
    void refresh();
    QString verdict() const;

    assistant::OnboardPractice &m_practice;
    State m_state;
};

} // namespace waybill::ui
