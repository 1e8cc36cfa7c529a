// SPDX-License-Identifier: Apache-2.0
#include "vault/keychain_problem.h"
#include "vault/secret_store.h"
#include "vault/words.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <QUuid>
#include <qt6keychain/keychain.h>

#include <cstring>

namespace waybill::vault {
namespace {

/// Where a secret lies, and how long its keychain may take.
struct Place {
    QString service;
    QString name;
    std::chrono::milliseconds patience{};
};

struct JobEnd {
    bool answered = false; ///< false: patience was over first
    int error = QKeychain::OtherError;
    QString text;
    std::chrono::milliseconds waited{};
};
using OnEnd = std::function<void(const JobEnd &)>;

/// Overwrites the bytes themselves, also where QtKeychain's job shares them.
void wipeShared(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        explicit_bzero(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

/// Starts a job and waits for it, but not for ever: with QT_NO_GLIB=1 it never ends. A job cannot be
/// cancelled, and must not be deleted while libsecret works for it; when it ends late it deletes itself and
/// nobody listens any more.
void run(QKeychain::Job *job, const Place &place, QObject *context, OnEnd onEnd)
{
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    QElapsedTimer clock;
    clock.start();
    const auto end = [timer, clock, over = std::make_shared<bool>(false), onEnd = std::move(onEnd)](
                         JobEnd result) {
        if (std::exchange(*over, true))
            return;
        timer->deleteLater();
        result.waited = std::chrono::milliseconds{clock.elapsed()};
        onEnd(result);
    };
    QObject::connect(timer, &QTimer::timeout, context, [end] { end({}); });
    QObject::connect(job, &QKeychain::Job::finished, timer, [end](QKeychain::Job *finished) {
        end({true, finished->error(), finished->errorString(), {}});
    });
    timer->start(place.patience);
    job->setInsecureFallback(false);
    job->setKey(place.name);
    job->start();
}

/// QtKeychain's jobs belong to the main thread (glib's main context).
bool isMainThread()
{
    return QCoreApplication::instance() && QThread::currentThread() == QCoreApplication::instance()->thread();
}

Error wrongThread(const QString &name)
{
    return {ErrorCode::Internal, Words::tr("The keychain was used outside of the main thread."), name, {}};
}

template <typename Answer>
void later(QObject *context, const Answer &answer)
{
    QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
}

void readFrom(const Place &place, QObject *context, SecretStore::Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(place.service);
    const auto onEnd = [job, place, context, done = std::move(done)](const JobEnd &end) {
        if (!end.answered) {
            done(failure(noAnswer(place.patience, place.name)));
        } else if (end.error == QKeychain::NoError) {
            QByteArray bytes = job->binaryData();
            SecretBytes secret{QByteArrayView(bytes)};
            wipeShared(bytes);
            done(std::move(secret));
        } else if (end.error == QKeychain::EntryNotFound) {
            askKeyringState(context, [done, name = place.name, waited = end.waited](KeyringState state) {
                done(failure(nothingFound(state, waited, name)));
            });
        } else {
            done(failure(keychainProblem(end.error, end.text, place.name)));
        }
    };
    run(job, place, context, onEnd);
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

void KeychainStore::read(const QString &name, QObject *context, Read done)
{
    if (isMainThread())
        readFrom({m_service, name, m_patience}, context, std::move(done));
    else
        later(context, [done = std::move(done), name] { done(failure(wrongThread(name))); });
}

void KeychainStore::write(const QString &name, SecretBytes secret, QObject *context, Done done)
{
    if (!isMainThread()) {
        later(context, [done = std::move(done), name] { done(failure(wrongThread(name))); });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_service);
    QByteArray bytes = secret.view().toByteArray();
    job->setBinaryData(bytes);
    const auto kept = std::make_shared<const SecretBytes>(std::move(secret));
    const auto compare = [kept, name, done](const Result<SecretBytes> &back) {
        if (!back)
            done(failure(back.error()));
        else if (*back == *kept)
            done({});
        else
            done(
                failure(ErrorCode::Storage, Words::tr("The keychain gave back other bytes than were stored."),
                    name, Words::tr("Keep the key in an encrypted file.")));
    };
    const Place place{m_service, name, m_patience};
    const auto onEnd = [bytes, place, context, compare, done](const JobEnd &end) mutable {
        if (!end.answered) {
            done(failure(noAnswer(place.patience, place.name)));
            return;
        }
        wipeShared(bytes);
        if (end.error != QKeychain::NoError)
            done(failure(keychainProblem(end.error, end.text, place.name)));
        else
            readFrom(place, context, compare);
    };
    run(job, place, context, onEnd);
}

void KeychainStore::remove(const QString &name, QObject *context, Done done)
{
    if (!isMainThread()) {
        later(context, [done = std::move(done), name] { done(failure(wrongThread(name))); });
        return;
    }
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    const auto onEnd = [name, context, patience = m_patience, done = std::move(done)](const JobEnd &end) {
        if (!end.answered) {
            done(failure(noAnswer(patience, name)));
            return;
        }
        if (end.error != QKeychain::NoError && end.error != QKeychain::EntryNotFound) {
            done(failure(keychainProblem(end.error, end.text, name)));
            return;
        }
        // A locked keyring says "removed" or "not found", and the key is still there.
        askKeyringState(context, [done, name, waited = end.waited](KeyringState state) {
            if (state == KeyringState::Locked)
                done(failure(nothingFound(state, waited, name)));
            else
                done({});
        });
    };
    run(job, {m_service, name, m_patience}, context, onEnd);
}

void KeychainStore::probe(QObject *context, Done done)
{
    // Reading a name that nobody has: finds out as much as a write, and leaves nothing behind.
    const QString name = QStringLiteral("probe-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    read(name, context, [done = std::move(done)](const Result<SecretBytes> &answer) {
        if (answer || answer.error().code == ErrorCode::SecretMissing) {
            done({});
            return;
        }
        Error error = answer.error();
        error.where.clear(); // the name means nothing to anybody
        done(failure(error));
    });
}

} // namespace waybill::vault
