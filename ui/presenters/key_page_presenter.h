// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_pair.h"
#include "presenters/key_export_presenter.h"
#include "presenters/page_presenter.h"
#include "presenters/rotation_presenter.h"

namespace waybill::assistant {
struct KeyPlace;
}

namespace waybill::ui {

class KeyPagePresenter final : public PagePresenter
{
    Q_OBJECT
public:
    enum class Mode { Generate, Import };
    enum class Place { Keychain, File };
    /// What the key that is made is for: the practice signs with it at once, or after a rotation.
    enum class Purpose { Key, Rotation, Replacement };
    /// What is shown of a key: the public half and facts.
    struct Key {
        QString keyId;
        QString thumbprint;
        QString algorithm; ///< "RS384 · 4096 bit"
        QString where;
        QString age;
        QString usedBy; ///< names of the practices that sign with it (SB-033)
        QString jwks; ///< empty = not known
        QString pem;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct State {
        PageFrame frame;
        std::optional<Key> key; ///< the key of the practice
        bool making = true; ///< the form is shown: there is no key, or another one is wanted
        Purpose purpose = Purpose::Key;
        bool canRotate = false; ///< there is a registered key and no rotation yet
        bool homeless = false; ///< a key is made and waits for a place
        Mode mode = Mode::Generate;
        keys::KeyKind kind = keys::KeyKind::Rsa4096;
        QString kindNote; ///< eCW: what is known of its algorithms
        Place place = Place::Keychain;
        CheckLine keychain; ///< how the keychain answers
        bool canRetryKeychain = false;
        QString path; ///< of the encrypted file
        QString importPath;
        QStringList importKeys; ///< to choose from: the file is a JWK Set with several
        QString importKey;
        QString savedJwks;
        friend bool operator==(const State &, const State &) = default;
    };
    /// What the person typed into password fields; never kept.
    struct Secrets {
        QString passphrase;
        QString repeated;
        QString importPassphrase;
    };

    explicit KeyPagePresenter(assistant::OnboardPractice &practice, QObject *parent = nullptr);
    const State &state() const { return m_state; }
    const PageFrame &frame() const override { return m_state.frame; }

    void entered() override;
    void primary() override { submit({}); }
    void stop() override;
    void submit(const Secrets &secrets);
    void setMode(Mode mode);
    void setKind(keys::KeyKind kind);
    void setPlace(Place place);
    void setPath(const QString &path);
    void setImportPath(const QString &path);
    void setImportKey(const QString &kid);
    void retryKeychain();
    void makeAnother(bool another);
    /// Makes a successor. `exposed`: the present key is in wrong hands.
    void rotate(bool exposed);
    RotationPresenter &rotation() { return m_rotation; }
    KeyExportPresenter &keyExport() { return m_export; }
    void saveJwks(const QString &path);

Q_SIGNALS:
    void stateChanged(const waybill::ui::KeyPagePresenter::State &state);

private:
    void refresh();
    void showKey();
    void showKeychain();
    QString primaryText() const;

    void submitSuccessor(const Secrets &secrets, assistant::KeyPlace place);
    void proposePath();
    void showBusy();

    State m_state;
    RotationPresenter m_rotation;
    KeyExportPresenter m_export;
    std::optional<Notice> m_own; ///< said by this page, not by the desk
    bool m_placeChosen = false; ///< by the person; then a missing keychain does not change it
    bool m_submitted = false;
};

} // namespace waybill::ui
