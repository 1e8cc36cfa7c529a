// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/page_frame.h"

#include <QList>
#include <QObject>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The rotation of a key in words (SB-032): where it stands, what a person has to do, and what may be done.
class RotationPresenter final : public QObject
{
    Q_OBJECT
public:
    struct State {
        bool active = false; ///< a rotation runs
        QString summary; ///< one line: what comes next, and since when
        QList<CheckLine> steps; ///< of the whole way
        QString whatToDo; ///< now, by a person; empty = wait
        QString set; ///< to publish now; only public keys
        QString trouble; ///< why the last step did not succeed
        QString done; ///< how the last rotation ended
        QString note; ///< what became of saving the set
        QString busy;
        bool urgent = false; ///< the old key is in wrong hands
        bool needsPassphrase = false;
        bool showsSet = false;
        bool canLook = false;
        bool canWatch = false;
        bool watching = false;
        bool canSayPasted = false;
        bool canTest = false;
        bool canUseOld = false;
        bool canRetire = false;
        bool canGiveUp = false;
        bool canExpose = false;
        friend bool operator==(const State &, const State &) = default;
    };

    explicit RotationPresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void look();
    void watch(bool on);
    void sayPasted();
    void test();
    void unlock(const QString &passphrase);
    void useOld();
    void retireOld();
    void expose();
    void giveUp();
    void saveSet(const QString &path);
    void stop();

Q_SIGNALS:
    void stateChanged(const waybill::ui::RotationPresenter::State &state);

private:
    void refresh();
    void showChoices(State &next) const;

    assistant::OnboardPractice &m_practice;
    State m_state;
};

} // namespace waybill::ui
