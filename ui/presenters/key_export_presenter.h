// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The copy of the private key for operations, in words.
class KeyExportPresenter final : public QObject
{
    Q_OBJECT
public:
    struct State {
        bool available = false; ///< there is a key
        QString toType; ///< the practice's name, for consent
        bool encrypted = true; ///< PKCS#8; else a JWK in the clear
        bool busy = false;
        bool needsPassphrase = false;
        QString problem;
        QString done;
        friend bool operator==(const State &, const State &) = default;
    };

    explicit KeyExportPresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void setEncrypted(bool encrypted);
    void write(
        const QString &path, const QString &consent, const QString &passphrase, const QString &repeated);
    void unlock(const QString &passphrase);

Q_SIGNALS:
    void stateChanged(const waybill::ui::KeyExportPresenter::State &state);

private:
    void refresh();
    void show(const State &next);

    assistant::OnboardPractice &m_practice;
    State m_state;
};

} // namespace waybill::ui
