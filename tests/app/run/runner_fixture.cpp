// SPDX-License-Identifier: Apache-2.0
#include "runner_fixture.h"

#include "handoff/waybill.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

namespace waybill::run::test {
namespace {

void write(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes.data(), bytes.size());
}

QList<QJsonObject> eventsIn(const QByteArray &output)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            all.append(object);
    }
    return all;
}

} // namespace

Bundle::Bundle(const RegisteredClient &client, const QStringList &types)
{
    practices::Profile profile = client.profile;
    if (!types.isEmpty())
        profile.types = types;
    profile.key = {practices::KeyReference::Kind::File, QStringLiteral("key.pem")};
    profile.keyThumbprint = QString::fromLatin1(client.key.thumbprint());
    write(m_folder.filePath(QStringLiteral("waybill.json")),
        handoff::writeWaybill(handoff::fromProfile(profile)));
    write(m_folder.filePath(QStringLiteral("key.pem")), client.key.clearPkcs8().view());
}

void Bundle::seal(const RegisteredClient &client) const
{
    const SecretBytes passphrase(QByteArrayView("correct horse"));
    const auto pem = client.key.encryptedPkcs8(passphrase);
    write(m_folder.filePath(QStringLiteral("key.pem")), pem->view());
    write(m_folder.filePath(QStringLiteral("key.pem.passphrase")), QByteArrayView("correct horse\n"));
}

void Bundle::edit(const std::function<void(QJsonObject &)> &change) const
{
    const QString path = m_folder.filePath(QStringLiteral("waybill.json"));
    QJsonObject object = readJson(path);
    change(object);
    write(path, QJsonDocument(object).toJson());
}

std::unique_ptr<QProcess> Bundle::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(WAYBILL_BIN_DIR "/waybill-run"), arguments);
    process->waitForStarted();
    return process;
}

Ended Bundle::run(const QStringList &arguments, int patience) const
{
    const auto process = start(arguments);
    return ended(*process, patience);
}

Ended Bundle::exportAll(const QStringList &more) const
{
    return run(
        QStringList{QStringLiteral("export"), path(), QStringLiteral("--progress"), QStringLiteral("json")}
        + more);
}

QMap<QString, QString> Bundle::watermarks() const
{
    const Ended status = run({QStringLiteral("status"), path(), QStringLiteral("--json")});
    const QJsonObject marks = status.last().value(QStringLiteral("watermarks")).toObject();
    QMap<QString, QString> all;
    for (auto it = marks.begin(); it != marks.end(); ++it)
        all.insert(it.key(), it.value().toString());
    return all;
}

Ended ended(QProcess &process, int patience)
{
    Ended end;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        qWarning("waybill-run did not end: %s", process.readAllStandardError().constData());
        return end;
    }
    if (process.exitStatus() == QProcess::NormalExit)
        end.exitCode = process.exitCode();
    end.output = process.property("seen").toByteArray() + process.readAllStandardOutput();
    end.errors = process.readAllStandardError();
    end.events = eventsIn(end.output);
    return end;
}

bool waitForEvent(QProcess &process, const QString &event, const QString &field, const QString &value)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray seen = process.property("seen").toByteArray();
    while (timer.elapsed() < 60000) {
        seen += process.readAllStandardOutput();
        process.setProperty("seen", seen);
        for (const QJsonObject &object : eventsIn(seen)) {
            const bool isIt = object.value(QStringLiteral("event")).toString() == event;
            if (isIt && (field.isEmpty() || object.value(field).toString() == value))
                return true;
        }
        if (process.state() == QProcess::NotRunning)
            return false;
        process.waitForReadyRead(50);
    }
    return false;
}

QJsonObject readJson(const QString &path)
{
    return QJsonDocument::fromJson(readBytes(path)).object();
}

QByteArray readBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace waybill::run::test
