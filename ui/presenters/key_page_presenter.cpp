// SPDX-License-Identifier: Apache-2.0
#include "presenters/key_page_presenter.h"

#include "assistant/draft.h"
#include "assistant/key_desk.h"
#include "assistant/key_files.h"
#include "assistant/onboard_practice.h"
#include "assistant/rotation_desk.h"
#include "practices/store.h"

#include <QDir>

namespace waybill::ui {

using assistant::KeyDeskState;
using keys::KeyKind;
using practices::KeyReference;
using practices::Step;
using Keychain = KeyDeskState::Keychain;
using Work = KeyDeskState::Work;

KeyPagePresenter::KeyPagePresenter(assistant::OnboardPractice &practice, QObject *parent)
    : PagePresenter(practice, Step::Key, parent)
    , m_rotation(practice)
    , m_export(practice)
{
    m_state.making = !practice.key().state().key;
    proposePath();
    connect(&practice.rotation(), &assistant::RotationDesk::changed, this, &KeyPagePresenter::refresh);
    connect(&practice.key(), &assistant::KeyDesk::changed, this, &KeyPagePresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &KeyPagePresenter::refresh);
    refresh();
}

void KeyPagePresenter::proposePath()
{
    const QDir folder(practice().key().folder());
    m_state.path = folder.filePath(QStringLiteral("private-key.pem"));
    for (int number = 2; QFileInfo::exists(m_state.path); ++number)
        m_state.path = folder.filePath(QStringLiteral("private-key-%1.pem").arg(number));
}

void KeyPagePresenter::entered()
{
    if (m_state.making && practice().key().state().keychain == Keychain::Unknown)
        practice().key().probeKeychain();
}

void KeyPagePresenter::retryKeychain()
{
    practice().key().probeKeychain();
}

void KeyPagePresenter::setMode(Mode mode)
{
    m_state.mode = mode;
    refresh();
}

void KeyPagePresenter::setKind(KeyKind kind)
{
    m_state.kind = kind;
    refresh();
}

void KeyPagePresenter::setPlace(Place place)
{
    m_placeChosen = true;
    m_state.place = place;
    refresh();
}

void KeyPagePresenter::setPath(const QString &path)
{
    m_state.path = path;
    refresh();
}

void KeyPagePresenter::setImportPath(const QString &path)
{
    m_state.importPath = path;
    m_state.importKeys = assistant::keysToChooseFrom(path.trimmed());
    m_state.importKey = m_state.importKeys.value(0);
    refresh();
}

void KeyPagePresenter::setImportKey(const QString &kid)
{
    m_state.importKey = kid;
    refresh();
}

void KeyPagePresenter::makeAnother(bool another)
{
    m_state.making = another;
    m_state.purpose = Purpose::Key;
    proposePath();
    m_own.reset();
    entered();
    refresh();
}

void KeyPagePresenter::rotate(bool exposed)
{
    makeAnother(true);
    m_state.purpose = exposed ? Purpose::Replacement : Purpose::Rotation;
    refresh();
}

void KeyPagePresenter::submitSuccessor(const Secrets &secrets, assistant::KeyPlace place)
{
    const bool exposed = m_state.purpose == Purpose::Replacement;
    if (m_state.mode == Mode::Import) {
        practice().rotation().beginWithFile(m_state.importPath.trimmed(),
            SecretBytes(secrets.importPassphrase.toUtf8()), std::move(place), exposed, m_state.importKey);
    } else {
        practice().rotation().beginWithNew(m_state.kind, std::move(place), exposed);
    }
}

void KeyPagePresenter::saveJwks(const QString &path)
{
    practice().key().saveJwks(path);
}

void KeyPagePresenter::stop()
{
    m_submitted = false;
    practice().key().cancel();
    if (m_state.making)
        m_rotation.stop();
}

void KeyPagePresenter::submit(const Secrets &secrets)
{
    if (!m_state.making) {
        Q_EMIT continueRequested();
        return;
    }
    m_own.reset();
    if (m_state.place == Place::File && secrets.passphrase != secrets.repeated) {
        m_own = Notice{Notice::Kind::Warning, tr("The two passphrases differ."), {}, tr("Type both again.")};
        refresh();
        return;
    }
    assistant::KeyPlace place;
    place.keychain = m_state.place == Place::Keychain;
    if (!place.keychain) {
        place.path = m_state.path.trimmed();
        place.passphrase = SecretBytes(secrets.passphrase.toUtf8());
    }
    m_submitted = true;
    if (m_state.purpose != Purpose::Key)
        submitSuccessor(secrets, std::move(place));
    else if (m_state.homeless)
        practice().key().keepElsewhere(std::move(place));
    else if (m_state.mode == Mode::Import)
        practice().key().importFile(m_state.importPath.trimmed(),
            SecretBytes(secrets.importPassphrase.toUtf8()), std::move(place), m_state.importKey);
    else
        practice().key().generate(m_state.kind, std::move(place));
}

void KeyPagePresenter::showKeychain()
{
    const KeyDeskState &desk = practice().key().state();
    m_state.canRetryKeychain = desk.keychain == Keychain::Locked || desk.keychain == Keychain::Unavailable;
    const QString reason = desk.keychainProblem
        ? desk.keychainProblem->what + QLatin1Char(' ') + advice(*desk.keychainProblem)
        : QString();
    switch (desk.keychain) {
    case Keychain::Unknown:
    case Keychain::Probing:
        m_state.keychain = {CheckLine::Look::Unknown, tr("Looking for the system keychain…"), {}, {}};
        break;
    case Keychain::Available:
        m_state.keychain = {CheckLine::Look::Ok, tr("The system keychain is ready."), {}, {}};
        break;
    case Keychain::Locked:
        m_state.keychain = {CheckLine::Look::Attention, tr("The system keychain is locked."), reason, {}};
        break;
    case Keychain::Unavailable:
        m_state.keychain = {CheckLine::Look::Attention, tr("There is no system keychain here."), reason, {}};
        break;
    }
    if (!m_placeChosen)
        m_state.place = desk.keychain == Keychain::Unavailable ? Place::File : Place::Keychain;
}

void KeyPagePresenter::showKey()
{
    const KeyDeskState &desk = practice().key().state();
    m_state.savedJwks = desk.savedJwks;
    m_state.homeless = desk.homeless.has_value();
    if (!desk.key) {
        m_state.key.reset();
        return;
    }
    Key key;
    key.keyId = desk.key->keyId;
    key.thumbprint = desk.key->thumbprint;
    key.algorithm = desk.key->bits > 0 ? tr("%1 · %2 bit").arg(desk.key->algorithm).arg(desk.key->bits)
                                       : desk.key->algorithm;
    key.where = desk.key->where.kind == KeyReference::Kind::Keychain
        ? tr("System keychain")
        : tr("Encrypted file %1").arg(QDir::toNativeSeparators(desk.key->where.value));
    key.age = ageText(desk.key->createdAt, practice().clock().now());
    QStringList users;
    for (const practices::Profile &other :
        practice().draft().store().profiles().value_or(QList<practices::Profile>())) {
        if (other.keyThumbprint == key.thumbprint && !other.archived)
            users.append(other.name);
    }
    key.usedBy = tr("%n practice(s): %1", nullptr, static_cast<int>(users.size()))
                     .arg(users.join(QStringLiteral(", ")));
    key.jwks = QString::fromUtf8(desk.jwks);
    key.pem = QString::fromUtf8(desk.publicPem);
    m_state.key = key;
}

QString KeyPagePresenter::primaryText() const
{
    if (!m_state.making)
        return tr("&Continue");
    if (m_state.homeless)
        return tr("&Keep the key");
    return m_state.mode == Mode::Import ? tr("&Import the key") : tr("&Generate the key pair");
}

void KeyPagePresenter::showBusy()
{
    PageFrame &frame = m_state.frame;
    frame.busy.clear();
    switch (practice().key().state().work) {
    case Work::Idle: break;
    case Work::Generating: frame.busy = tr("Making the key pair. RSA 4096 can take a few seconds."); break;
    case Work::Importing: frame.busy = tr("Reading the key…"); break;
    case Work::Storing: frame.busy = tr("Keeping the key and reading it back…"); break;
    }
    if (practice().rotation().state().work == assistant::RotationDeskState::Work::Making)
        frame.busy = tr("Making the successor and keeping it. RSA 4096 can take a few seconds.");
    frame.canStop = !frame.busy.isEmpty();
}

void KeyPagePresenter::refresh()
{
    const KeyDeskState &desk = practice().key().state();
    showKey();
    showKeychain();
    const assistant::RotationDeskState &successor = practice().rotation().state();
    if (m_submitted && m_state.purpose != Purpose::Key) {
        if (successor.rotation.phase != assistant::rotation::Phase::None) {
            m_submitted = false;
            m_state.making = false;
            m_state.purpose = Purpose::Key;
        }
    } else if (m_submitted && desk.work == Work::Idle) {
        m_submitted = false;
        if (desk.key && !desk.homeless && !desk.problem)
            m_state.making = false;
    }
    m_state.kindNote = m_state.kind == KeyKind::EcP384
        ? tr("eClinicalWorks documents RS384 only. Choose ES384 only if the server says it knows it.")
        : tr("RS384 works with eClinicalWorks and with every server that follows the specification.");
    m_state.canRotate = desk.key && !profile().clientId.isEmpty()
        && successor.rotation.phase == assistant::rotation::Phase::None;
    showBusy();
    PageFrame &frame = m_state.frame;
    frame.primary = primaryText();
    frame.hint = m_state.making ? QString() : tr("Next: %1").arg(stepTitle(Step::Endpoint));
    frame.notice = m_own;
    if (!frame.notice && desk.problem)
        frame.notice = noticeOf(*desk.problem);
    if (!frame.notice && successor.problem && m_state.making)
        frame.notice = noticeOf(*successor.problem);
    frame.primaryEnabled = frame.busy.isEmpty()
        && !(m_state.making && m_state.mode == Mode::Import && m_state.importPath.trimmed().isEmpty());
    if (m_state.homeless && frame.busy.isEmpty() && frame.notice)
        frame.notice->next = tr("The key is made and waits: keep it in the other place.");
    blocked(frame);
    Q_EMIT stateChanged(m_state);
}

} // namespace waybill::ui
