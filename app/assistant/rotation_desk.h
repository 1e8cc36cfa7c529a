// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/key_holder.h"
#include "assistant/key_keeper.h"
#include "assistant/key_rotation.h"
#include "http/transport.h"

class QTimer;

namespace waybill::assistant {

struct RotationDeskState {
    enum class Work { Idle, Making, Looking, Testing };
    Work work = Work::Idle;
    rotation::State rotation;
    QByteArray set; ///< to publish now; keys of others in the hosted copy are kept in it
    QString savedSet; ///< where it was written and read back
    int othersWithOld = 0; ///< other practices that sign with the old key
    bool waybillHasOld = false; ///< it was handed over before the new key signed
    bool watching = false; ///< the hosted copy is asked for again by itself
    bool needsPassphrase = false; ///< the new key lies in a file, and the test needs it
    std::optional<Error> problem;
    QString done; ///< how the last rotation ended, in words
    friend bool operator==(const RotationDeskState &, const RotationDeskState &) = default;
};

/// Drives the rotation of a practice's key over days and restarts (SB-032): the state is written down before
/// anything is done, and the old key signs until a token was granted to the new one.
class RotationDesk final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        OnboardingDraft &draft;
        vault::KeychainStore &keychain;
        KeyHolder &holder;
        http::Transport &transport;
        const Clock &clock;
        QString folder; ///< of the public halves
        std::function<void()> keyChanged; ///< the profile signs with another key now
    };
    explicit RotationDesk(Deps deps, QObject *parent = nullptr);
    ~RotationDesk() override;

    const RotationDeskState &state() const { return m_state; }

    /// `exposed`: the present key is in wrong hands; it leaves the set at once.
    void beginWithNew(keys::KeyKind kind, KeyPlace place, bool exposed);
    void beginWithFile(
        const QString &path, SecretBytes passphrase, KeyPlace place, bool exposed, const QString &kid = {});
    void look(); ///< at the hosted copy
    void watch(bool on); ///< … and again, until there is nothing to wait for
    void setWasPasted();
    void test(); ///< asks for a token with the new key; granted, it signs from then on
    void unlockAndTest(SecretBytes passphrase);
    void signWithOld();
    void retireOld();
    void oldWasExposed();
    void giveUp();
    void saveSet(const QString &path);
    void cancel(); ///< what is under way; the rotation itself stays

Q_SIGNALS:
    void changed();

private:
    void begin(const Result<keys::KeyPair> &pair, KeyPlace place, bool exposed);
    void began(const keys::KeyPair &pair, const practices::KeyReference &where, bool exposed);
    void fetchSet(const std::function<void(const Result<http::Response> &)> &seen);
    void happened(const rotation::Event &event);
    rotation::State kept() const;
    void note(OnboardingRecord &record, const rotation::Command &command) const;
    void perform(const rotation::Command &command);
    void ask(const rotation::Key &key);
    void askWith(const Result<keys::KeyPair> &pair);
    void answered(const Result<http::Response> &answer, const QStringList &scopes);
    void signWith(const rotation::Key &key);
    void retired(const rotation::Retired &what);
    void refresh();
    void update(const std::function<void(RotationDeskState &)> &edit);
    void failed(const Error &error);
    bool mayBegin(const KeyPlace &place);

    Deps m_deps;
    RotationDeskState m_state;
    std::optional<keys::KeyPair> m_next; ///< the new key, while this desk is open
    bool m_testing = false; ///< a token is asked for
    QByteArray m_hosted; ///< the hosted copy as it was seen last
    std::unique_ptr<QTimer> m_clock; ///< looks again, and sees that time has passed
    std::unique_ptr<QObject> m_turn; ///< context of what is under way
    KeyKeeper m_keeper;
    Background m_background;
};

} // namespace waybill::assistant
