// SPDX-License-Identifier: Apache-2.0
#include "assistant/hand_over_desk.h"

#include "assistant/steps.h"
#include "assistant/words.h"
#include "practices/store.h"
#include "vault/key_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace waybill::assistant {

using handoff::BundleInput;
using handoff::Evidence;
using handoff::WrittenBundle;
using practices::KeyReference;
using practices::Profile;
using practices::Step;
using practices::StepRecord;
using practices::StepState;
using Work = HandOverDeskState::Work;

namespace {

constexpr qsizetype kShortestPassphrase = 10;

Evidence evidenceOf(const Profile &profile, Step step, const QString &id, const QString &title)
{
    const StepRecord record = recordOf(profile, step);
    const bool ok = record.state == StepState::Ok;
    return {id, title, ok, record.at, ok ? record.evidence : record.reason};
}

/// The runner trusts its own machine's authorities and uses its proxy: what works here may not work there.
void addNetwork(QList<Evidence> &evidence, const practices::NetworkSettings &network)
{
    if (!network.caFile.isEmpty()) {
        evidence.append({QStringLiteral("authorities"), Words::tr("A private authority is trusted here"),
            true, {}, Words::tr("Install it among the system's authorities where the runner will run.")});
    }
    if (!network.proxy.isEmpty()) {
        evidence.append({QStringLiteral("proxy"), Words::tr("A proxy is used here"), true, {},
            Words::tr("Set the proxy of the machine where the runner will run, if it needs one.")});
    }
}

/// Reads the encrypted file or encrypts the unlocked key: what may lie beside a waybill.
Result<QByteArray> encryptedPem(
    const KeyReference &where, const std::optional<keys::KeyPair> &pair, const SecretBytes &passphrase)
{
    if (where.kind == KeyReference::Kind::File) {
        const Result<SecretBytes> bytes = vault::readKeyFile(where.value);
        if (!bytes)
            return failure(bytes.error());
        return bytes->view().toByteArray(); // encrypted: the bundle refuses anything else
    }
    if (!pair)
        return failure(ErrorCode::SecretMissing, Words::tr("The key is not unlocked."));
    const Result<SecretBytes> bytes = pair->encryptedPkcs8(passphrase);
    if (!bytes)
        return failure(bytes.error());
    return bytes->view().toByteArray();
}

} // namespace

HandOverDesk::HandOverDesk(Deps deps, QObject *parent)
    : QObject(parent)
    , m_deps(std::move(deps))
{
    m_state.parent = m_deps.parent;
    m_state.calendar = m_deps.draft.profile().calendar;
    if (m_deps.draft.profile().key.kind == KeyReference::Kind::File)
        m_state.runnerKey = RunnerKey::EncryptedFile;
    connect(&m_deps.draft, &OnboardingDraft::changed, this, &HandOverDesk::refresh);
    refresh();
}

handoff::Waybill HandOverDesk::waybill() const
{
    const Profile &profile = m_deps.draft.profile();
    QMap<QString, QString> marks;
    if (m_state.owner == handoff::WatermarkOwner::Ops) {
        if (const auto kept = m_deps.draft.store().watermarks(practices::watermarkKey(profile))) {
            for (const practices::Watermark &mark : *kept)
                marks.insert(mark.type, mark.value);
        }
    }
    handoff::Waybill waybill = handoff::fromProfile(profile, marks);
    waybill.schedule.calendar = m_state.calendar.trimmed();
    waybill.outputDirectory = QStringLiteral("exports"); // beside the waybill: ours means nothing over there
    switch (m_state.runnerKey) {
    case RunnerKey::SystemdCredential:
        waybill.client.key = {KeyReference::Kind::Credential, QStringLiteral("waybill-key")};
        break;
    case RunnerKey::EncryptedFile:
        waybill.client.key = {KeyReference::Kind::File, QStringLiteral("key.pem")};
        break;
    case RunnerKey::Keychain: waybill.client.key = profile.key; break;
    }
    return waybill;
}

BundleInput HandOverDesk::input() const
{
    BundleInput input;
    input.waybill = waybill();
    input.jwksJson = m_deps.publicJwks();
    input.evidence = m_state.evidence;
    input.now = m_deps.clock.now();
    input.watermarkOwner = m_state.owner;
    return input;
}

void HandOverDesk::refresh()
{
    const Profile &profile = m_deps.draft.profile();
    Evidence discovery =
        evidenceOf(profile, Step::Connection, QStringLiteral("discovery"), Words::tr("The server was found"));
    if (discovery.ok) // the step's own words are about the token
        discovery.detail =
            Words::tr("%1, Bulk Data %2").arg(profile.fhirBaseUrl.toString(), profile.bulkDataVersion);
    m_state.evidence = {
        discovery,
        evidenceOf(profile, Step::Client, QStringLiteral("jwks"), Words::tr("The client is registered")),
        evidenceOf(profile, Step::Connection, QStringLiteral("token"), Words::tr("A token was granted")),
        evidenceOf(profile, Step::Group, QStringLiteral("group"), Words::tr("The Group was chosen")),
    };
    addNetwork(m_state.evidence, profile.network);
    m_state.keychainPossible = profile.key.kind == KeyReference::Kind::Keychain;
    if (m_state.runnerKey == RunnerKey::Keychain && !m_state.keychainPossible)
        m_state.runnerKey = RunnerKey::EncryptedFile;
    m_state.needsPassphrase = m_state.runnerKey == RunnerKey::EncryptedFile && m_state.keychainPossible;
    const BundleInput planned = input();
    m_state.notValidated = handoff::whyNotValidated(planned);
    m_state.preview = handoff::writeWaybill(planned.waybill);
    m_state.bundleName = handoff::bundleName(planned.waybill);
    if (!m_state.notValidated.isEmpty())
        m_state.bundleName += QStringLiteral("-NOT-VALIDATED");
    m_state.exists = QFileInfo::exists(QDir(m_state.parent).filePath(m_state.bundleName));
    if (m_state.work == Work::Idle)
        findWritten();
    Q_EMIT changed();
}

/// What was handed over before this window was opened is shown like what was written just now.
void HandOverDesk::findWritten()
{
    const bool handedOver = recordOf(m_deps.draft.profile(), Step::HandOver).state == StepState::Ok;
    if (!handedOver) {
        m_state.written.reset(); // out of date: to be written again
        return;
    }
    if (m_state.written || !m_state.exists)
        return;
    const QDir folder(QDir(m_state.parent).filePath(m_state.bundleName));
    QFile sums(folder.filePath(QStringLiteral("SHA256SUMS")));
    if (!sums.open(QIODevice::ReadOnly))
        return;
    m_state.written = WrittenBundle{folder.absolutePath(), folder.entryList(QDir::Files, QDir::Name),
        QCryptographicHash::hash(sums.readAll(), QCryptographicHash::Sha256).toHex(),
        m_state.notValidated.isEmpty(), m_state.notValidated};
}

void HandOverDesk::setRunnerKey(RunnerKey key)
{
    m_state.runnerKey = key;
    refresh();
}

void HandOverDesk::setOwner(handoff::WatermarkOwner owner)
{
    m_state.owner = owner;
    refresh();
}

void HandOverDesk::setCalendar(const QString &calendar)
{
    m_state.calendar = calendar;
    refresh();
}

void HandOverDesk::setParent(const QString &folder)
{
    m_state.parent = folder;
    refresh();
}

void HandOverDesk::write(bool replace, SecretBytes passphrase)
{
    if (m_state.work != Work::Idle)
        return;
    m_state.problem.reset();
    if (m_state.needsPassphrase && passphrase.view().size() < kShortestPassphrase) {
        failed({ErrorCode::InvalidInput, Words::tr("The passphrase for the key copy is too short."), {},
            Words::tr("Use at least %1 characters, and give it to ops on another way than the bundle.")
                .arg(kShortestPassphrase)});
        return;
    }
    m_state.work = Work::Writing;
    Q_EMIT changed();
    auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
    if (!m_state.needsPassphrase) {
        writeWith(replace, secret, std::nullopt);
        return;
    }
    m_deps.holder.withKey(this, [this, replace, secret](const Result<keys::KeyPair> &pair) {
        if (pair)
            writeWith(replace, secret, *pair);
        else
            failed(pair.error());
    });
}

void HandOverDesk::writeWith(
    bool replace, const std::shared_ptr<SecretBytes> &passphrase, const std::optional<keys::KeyPair> &pair)
{
    m_background.run<Result<WrittenBundle>>(
        this,
        [input = input(), where = m_deps.draft.profile().key, parent = m_state.parent, replace, passphrase,
            pair, withKey = m_state.runnerKey == RunnerKey::EncryptedFile](
            const std::stop_token &) mutable -> Result<WrittenBundle> {
            if (withKey) {
                const Result<QByteArray> pem = encryptedPem(where, pair, *passphrase);
                if (!pem)
                    return failure(pem.error());
                input.encryptedKeyPem = *pem;
            }
            if (!QDir().mkpath(parent)) {
                return failure(ErrorCode::Storage, Words::tr("The folder for the bundle could not be made."),
                    parent, Words::tr("Choose another folder."));
            }
            return handoff::writeBundle(input, parent, replace);
        },
        [this](const Result<WrittenBundle> &result) { written(result); });
}

void HandOverDesk::written(const Result<WrittenBundle> &result)
{
    m_state.work = Work::Idle;
    if (!result) {
        failed(result.error());
        return;
    }
    m_state.written = *result;
    const QString evidence = result->validated
        ? Words::tr("SHA-256 %1…").arg(QString::fromLatin1(result->sha256.left(12)))
        : Words::tr("written, not validated");
    m_deps.draft.complete(Step::HandOver, evidence,
        [this](Profile &profile) { profile.calendar = m_state.calendar.trimmed(); });
    Q_EMIT handedOver(result->folder);
}

void HandOverDesk::failed(const Error &error)
{
    m_state.work = Work::Idle;
    m_state.problem = error;
    Q_EMIT changed();
}

} // namespace waybill::assistant
