// SPDX-License-Identifier: Apache-2.0
#include "presenters/all_keys_presenter.h"

#include "base/clock.h"
#include "presenters/page_presenter.h"

#include <QDir>

namespace waybill::ui {

using assistant::KeyUse;
using practices::KeyReference;

AllKeysPresenter::AllKeysPresenter(assistant::AllKeys::Deps deps, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keys(std::move(deps))
    , m_clock(clock)
{
    refresh();
}

KeyRow AllKeysPresenter::rowOf(const KeyUse &use) const
{
    KeyRow row;
    row.thumbprint = use.record.thumbprint;
    row.keyId = use.record.kid;
    row.algorithm = use.record.algorithm;
    row.environment = use.record.environment;
    row.place = use.record.where.kind == KeyReference::Kind::Keychain
        ? tr("System keychain")
        : tr("Encrypted file %1").arg(QDir::toNativeSeparators(use.record.where.value));
    row.age = ageText(use.record.createdAt, m_clock.now());
    row.usedBy = use.usedBy.isEmpty() ? tr("nobody")
                                      : tr("%n practice(s): %1", nullptr, static_cast<int>(use.usedBy.size()))
                                            .arg(use.usedBy.join(QStringLiteral(", ")));
    if (use.exposed) {
        row.tone = Tone::Failure;
        row.word = tr("exposed");
    } else if (!use.rotatedBy.isEmpty()) {
        row.tone = Tone::Waiting;
        row.word = tr("in rotation");
    } else if (!use.usedBy.isEmpty()) {
        row.tone = Tone::Ok;
        row.word = tr("in use");
    } else {
        row.word = use.retiredAt.isEmpty() ? tr("not used") : tr("retired");
    }
    return row;
}

void AllKeysPresenter::showChosen(State &next, const QList<KeyUse> &uses) const
{
    for (const KeyUse &use : uses) {
        if (use.record.thumbprint != next.chosen)
            continue;
        next.chosenId = use.record.kid;
        if (use.isNeeded()) {
            next.why =
                tr("It is needed, so it cannot be deleted. Rotate it in the set-up of the practice first.");
        } else {
            next.toType = assistant::AllKeys::consentFor(use.record);
            next.why = tr(
                "Nobody here signs with it. A copy that operations have is not touched. A deleted key never "
                "comes back.");
        }
        return;
    }
    next.chosen.clear();
}

void AllKeysPresenter::refresh()
{
    State next;
    next.chosen = m_state.chosen;
    next.problem = m_state.problem;
    next.done = m_state.done;
    next.busy = m_state.busy;
    const Result<QList<KeyUse>> uses = m_keys.keys();
    if (uses) {
        for (const KeyUse &use : *uses)
            next.rows.append(rowOf(use));
        showChosen(next, *uses);
    } else {
        next.problem = describe(uses.error());
    }
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

void AllKeysPresenter::choose(const QString &thumbprint)
{
    if (m_state.chosen == thumbprint)
        return;
    m_state.chosen = thumbprint;
    m_state.problem.clear();
    refresh();
}

void AllKeysPresenter::remove(const QString &consent)
{
    if (m_state.busy || m_state.chosen.isEmpty())
        return;
    m_state.busy = true;
    m_state.problem.clear();
    m_state.done.clear();
    m_keys.remove(m_state.chosen, consent, this, [this, keyId = m_state.chosenId](const Result<> &removed) {
        m_state.busy = false;
        m_state.problem = removed ? QString() : describe(removed.error());
        m_state.done = removed ? tr("The key %1 is deleted.").arg(keyId) : QString();
        const State told = m_state;
        refresh();
        if (m_state == told) // the same keys, but something was said
            Q_EMIT stateChanged(m_state);
    });
}

} // namespace waybill::ui
