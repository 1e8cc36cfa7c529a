// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/all_keys.h"
#include "models/keys_model.h"

#include <optional>

namespace waybill {
class Clock;
struct Error;
} // namespace waybill

namespace waybill::ui {

/// All keys of this home: which, how old, used by whom; and the end of one that nobody needs (SB-033).
class AllKeysPresenter final : public QObject
{
    Q_OBJECT
public:
    struct State {
        QList<KeyRow> rows;
        QString chosen; ///< thumbprint; empty = none
        QString chosenId;
        QString toType; ///< to delete the chosen one; empty = it cannot be deleted
        QString why; ///< why it cannot, or what deleting means
        QString problem;
        QString done;
        bool busy = false;
        friend bool operator==(const State &, const State &) = default;
    };

    AllKeysPresenter(assistant::AllKeys::Deps deps, const Clock &clock, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void choose(const QString &thumbprint);
    void remove(const QString &consent);
    void refresh();

Q_SIGNALS:
    void stateChanged(const waybill::ui::AllKeysPresenter::State &state);

private:
    KeyRow rowOf(const assistant::KeyUse &use) const;
    void showChosen(State &next, const QList<assistant::KeyUse> &uses) const;

    assistant::AllKeys m_keys;
    const Clock &m_clock;
    State m_state;
};

} // namespace waybill::ui
