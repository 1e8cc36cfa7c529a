// SPDX-License-Identifier: Apache-2.0
#include "presenters/rotation_presenter.h"

#include "assistant/draft.h"
#include "assistant/onboard_practice.h"
#include "assistant/rotation_desk.h"
#include "presenters/rotation_words.h"

#include <QDir>

namespace waybill::ui {

using assistant::RotationDeskState;
using assistant::rotation::Phase;
using Work = RotationDeskState::Work;

RotationPresenter::RotationPresenter(assistant::OnboardPractice &practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
{
    connect(&practice.rotation(), &assistant::RotationDesk::changed, this, &RotationPresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &RotationPresenter::refresh);
    refresh();
}

void RotationPresenter::look()
{
    m_practice.rotation().look();
}

void RotationPresenter::watch(bool on)
{
    m_practice.rotation().watch(on);
}

void RotationPresenter::sayPasted()
{
    m_practice.rotation().setWasPasted();
}

void RotationPresenter::test()
{
    m_practice.rotation().test();
}

void RotationPresenter::unlock(const QString &passphrase)
{
    m_practice.rotation().unlockAndTest(SecretBytes(passphrase.toUtf8()));
}

void RotationPresenter::useOld()
{
    m_practice.rotation().signWithOld();
}

void RotationPresenter::retireOld()
{
    m_practice.rotation().retireOld();
}

void RotationPresenter::expose()
{
    m_practice.rotation().oldWasExposed();
}

void RotationPresenter::giveUp()
{
    m_practice.rotation().giveUp();
}

void RotationPresenter::saveSet(const QString &path)
{
    m_practice.rotation().saveSet(path);
}

void RotationPresenter::stop()
{
    m_practice.rotation().cancel();
}

void RotationPresenter::showChoices(State &next) const
{
    const RotationDeskState &desk = m_practice.rotation().state();
    const Phase phase = desk.rotation.phase;
    const bool rest = desk.work == Work::Idle;
    const bool awaitsSet = phase == Phase::Publishing || phase == Phase::Settling || phase == Phase::Retiring;
    const bool byUrl = !desk.rotation.pasted;
    next.showsSet = (phase == Phase::Publishing || phase == Phase::Retiring) && !desk.set.isEmpty();
    next.canLook = rest && byUrl && (awaitsSet || phase == Phase::Ready || phase == Phase::Overlap);
    next.canWatch = byUrl && awaitsSet;
    next.watching = desk.watching;
    next.canSayPasted = rest && !byUrl && (phase == Phase::Publishing || phase == Phase::Retiring);
    next.canTest = rest && phase == Phase::Ready;
    next.canUseOld = rest && phase == Phase::Overlap;
    next.canRetire = rest && phase == Phase::Overlap && desk.othersWithOld == 0 && !desk.waybillHasOld
        && desk.rotation.retireAt && m_practice.clock().now() >= *desk.rotation.retireAt;
    next.canGiveUp = phase != Phase::None && phase != Phase::Overlap && phase != Phase::Retiring;
    next.canExpose = phase != Phase::None && !desk.rotation.exposed;
}

void RotationPresenter::refresh()
{
    const RotationDeskState &desk = m_practice.rotation().state();
    const rotation_words::Facts facts{
        desk.rotation, desk.othersWithOld, m_practice.clock().now(), desk.waybillHasOld};
    State next;
    next.active = desk.rotation.phase != Phase::None;
    next.done = desk.done;
    next.urgent = desk.rotation.exposed;
    next.needsPassphrase = desk.needsPassphrase && desk.rotation.phase == Phase::Ready;
    next.trouble = desk.problem ? describe(*desk.problem) : desk.rotation.trouble;
    next.set = QString::fromUtf8(desk.set);
    if (!desk.savedSet.isEmpty()) {
        next.note = tr("Written and read back, nothing private inside: %1")
                        .arg(QDir::toNativeSeparators(desk.savedSet));
    }
    if (next.active) {
        next.summary = rotation_words::summary(facts);
        next.steps = rotation_words::steps(facts);
        next.whatToDo = rotation_words::whatToDo(facts);
    }
    if (desk.work == Work::Looking)
        next.busy = tr("Looking at the hosted copy…");
    else if (desk.work == Work::Testing)
        next.busy = tr("Asking for a token with the new key…");
    showChoices(next);
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
