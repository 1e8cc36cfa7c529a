// SPDX-License-Identifier: Apache-2.0
#include "presenters/key_export_presenter.h"

#include "assistant/draft.h"
#include "assistant/key_export.h"
#include "assistant/onboard_practice.h"

#include <QDir>

namespace waybill::ui {

KeyExportPresenter::KeyExportPresenter(assistant::OnboardPractice &practice, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
{
    connect(&practice.keyExport(), &assistant::KeyExportDesk::changed, this, &KeyExportPresenter::refresh);
    connect(&practice.draft(), &assistant::OnboardingDraft::changed, this, &KeyExportPresenter::refresh);
    refresh();
}

void KeyExportPresenter::show(const State &next)
{
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

void KeyExportPresenter::setEncrypted(bool encrypted)
{
    State next = m_state;
    next.encrypted = encrypted;
    show(next);
}

void KeyExportPresenter::write(
    const QString &path, const QString &consent, const QString &passphrase, const QString &repeated)
{
    if (m_state.encrypted && passphrase != repeated) {
        State next = m_state;
        next.problem = tr("The two passphrases differ.");
        show(next);
        return;
    }
    m_practice.keyExport().write(
        {m_state.encrypted ? assistant::KeyFormat::EncryptedPem : assistant::KeyFormat::PrivateJwk, path,
            consent, m_state.encrypted ? SecretBytes(passphrase.toUtf8()) : SecretBytes()});
}

void KeyExportPresenter::unlock(const QString &passphrase)
{
    m_practice.keyExport().unlock(SecretBytes(passphrase.toUtf8()));
}

void KeyExportPresenter::refresh()
{
    const assistant::KeyExportState &desk = m_practice.keyExport().state();
    const practices::Profile &profile = m_practice.draft().profile();
    State next;
    next.encrypted = m_state.encrypted;
    next.available = profile.key.kind != practices::KeyReference::Kind::None;
    next.toType = profile.name;
    next.busy = desk.busy;
    next.needsPassphrase = desk.needsPassphrase;
    next.problem = desk.problem ? describe(*desk.problem) : QString();
    if (!desk.written.isEmpty()) {
        next.done =
            tr("Written for you alone and read back: %1. Hand it over by a safe way, then delete it here.")
                .arg(QDir::toNativeSeparators(desk.written));
    }
    show(next);
}

} // namespace waybill::ui
