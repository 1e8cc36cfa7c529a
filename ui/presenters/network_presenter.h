// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace waybill::assistant {
class OnboardPractice;
}

namespace waybill::ui {

/// The practice's own authorities and proxy in words.
class NetworkPresenter final : public QObject
{
    Q_OBJECT
public:
    struct State {
        QString summary; ///< one line: what is in use
        QList<std::pair<QString, QString>> authorities; ///< name -> issuer, end, fingerprint
        bool ownAuthorities = false;
        QString proxy;
        bool asksPassword = false; ///< the proxy names a user
        bool canForget = false;
        QString passwordNote; ///< where the password is, or that there is none
        QString problem; ///< why the last entry was not taken
        friend bool operator==(const State &, const State &) = default;
    };

    explicit NetworkPresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }

    void trust(const QString &path);
    void trustSystemOnly();
    void useProxy(const QString &typed);
    void signIn(const QString &password);
    void forgetPassword();

Q_SIGNALS:
    void stateChanged(const waybill::ui::NetworkPresenter::State &state);

private:
    void refresh();

    assistant::OnboardPractice &m_practice;
    State m_state;
};

} // namespace waybill::ui
