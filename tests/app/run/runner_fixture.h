// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../flows/sandbox_practice.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// The real waybill-run on a real waybill of a sandbox practice.
namespace waybill::run::test {

using flows::test::RegisteredClient;
using waybill::test::SandboxProcess;

struct Ended {
    int exitCode = -1; ///< -1: killed or still running
    QList<QJsonObject> events; ///< of --progress json
    QByteArray output;
    QByteArray errors;
    QJsonObject last() const { return events.isEmpty() ? QJsonObject() : events.last(); }
    QString outcome() const { return last().value(QStringLiteral("outcome")).toString(); }
    QString runDirectory() const { return last().value(QStringLiteral("runDirectory")).toString(); }
};

/// A bundle folder: waybill.json and a key that only its owner may read.
class Bundle
{
public:
    explicit Bundle(const RegisteredClient &client, const QStringList &types = {});
    /// Encrypts the key and writes its passphrase beside it. Deriving a key from a passphrase takes its time
    /// on purpose, for every run.
    void seal(const RegisteredClient &client) const;

    QString path() const { return m_folder.path(); }
    QString state() const { return m_folder.filePath(QStringLiteral("state")); }
    /// Changes waybill.json on disk.
    void edit(const std::function<void(QJsonObject &)> &change) const;

    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    Ended run(const QStringList &arguments, int patience = 60000) const;
    /// `export … --progress json`
    Ended exportAll(const QStringList &more = {}) const;
    QMap<QString, QString> watermarks() const; ///< as `status --json` tells

private:
    QTemporaryDir m_folder;
};

Ended ended(QProcess &process, int patience = 60000);
/// Waits until `process` prints an event of this name with this field; false when it ends before.
bool waitForEvent(
    QProcess &process, const QString &event, const QString &field = {}, const QString &value = {});

QJsonObject readJson(const QString &path);
QByteArray readBytes(const QString &path);

} // namespace waybill::run::test
