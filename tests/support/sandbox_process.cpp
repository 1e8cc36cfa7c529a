// SPDX-License-Identifier: Apache-2.0
#include "support/sandbox_process.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

#include <httplib.h>

namespace waybill::test {

namespace {

constexpr int kStartMs = 20'000; ///< sanitizers on a busy machine are slow
constexpr int kStopMs = 5'000;

QUrl urlOf(const QJsonObject &object, QLatin1String key)
{
    return QUrl(object.value(key).toString());
}

/// One JSON line within the deadline, or empty.
QByteArray firstLine(QProcess &process)
{
    const QDeadlineTimer deadline(kStartMs);
    while (!process.canReadLine() && !deadline.hasExpired()) {
        if (!process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            break;
    }
    return process.canReadLine() ? process.readLine() : QByteArray();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject SandboxProcess::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

SandboxProcess::SandboxProcess(QStringList arguments)
{
    if (!arguments.contains(QStringLiteral("--prepare")))
        arguments << QStringLiteral("--prepare") << QStringLiteral("0");
    if (!arguments.contains(QStringLiteral("--retry-after")))
        arguments << QStringLiteral("--retry-after") << QStringLiteral("1");
    arguments << QStringLiteral("--exit-with-parent");
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(WAYBILL_BIN_DIR "/waybill-sandbox"), arguments);
    if (!m_process.waitForStarted(kStartMs)) {
        m_problem = m_process.errorString();
        return;
    }
    const QByteArray line = firstLine(m_process);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(QLatin1String("event")).toString() == QLatin1String("listening")) {
        m_listening = object;
        return;
    }
    m_problem = QString::fromUtf8(line + m_process.readAllStandardError());
}

SandboxProcess::~SandboxProcess()
{
    stop();
}

QUrl SandboxProcess::portal() const
{
    return urlOf(m_listening, QLatin1String("portal"));
}

QUrl SandboxProcess::practiceList() const
{
    return urlOf(m_listening, QLatin1String("practiceList"));
}

QString SandboxProcess::caFile() const
{
    return m_listening.value(QLatin1String("caFile")).toString();
}

QList<SandboxProcess::Practice> SandboxProcess::practices() const
{
    QList<Practice> all;
    const QJsonArray rows = m_listening.value(QLatin1String("practices")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject object = row.toObject();
        all.append({object.value(QLatin1String("name")).toString(),
            object.value(QLatin1String("code")).toString(), object.value(QLatin1String("vendor")).toString(),
            urlOf(object, QLatin1String("fhirBaseUrl"))});
    }
    return all;
}

SandboxProcess::Practice SandboxProcess::practice(const QString &vendorOrCode) const
{
    const QList<Practice> all = practices();
    for (const Practice &practice : all) {
        if (practice.vendor == vendorOrCode || practice.code == vendorOrCode)
            return practice;
    }
    return {};
}

QString SandboxProcess::registerClient(
    const QString &name, const QStringList &practiceCodes, const QByteArray &jwks)
{
    const QJsonObject body{{QStringLiteral("name"), name},
        {QStringLiteral("practiceCodes"), QJsonArray::fromStringList(practiceCodes)},
        {QStringLiteral("jwks"), QJsonDocument::fromJson(jwks).object()}};
    const Answer answer = ask("POST", QStringLiteral("/portal/clients"), compact(body));
    return answer.json().value(QLatin1String("clientId")).toString();
}

QString SandboxProcess::registerClient(
    const QString &name, const QStringList &practiceCodes, const QUrl &jwksUrl)
{
    const QJsonObject body{{QStringLiteral("name"), name},
        {QStringLiteral("practiceCodes"), QJsonArray::fromStringList(practiceCodes)},
        {QStringLiteral("jwksUrl"), jwksUrl.toString()}};
    const Answer answer = ask("POST", QStringLiteral("/portal/clients"), compact(body));
    return answer.json().value(QLatin1String("clientId")).toString();
}

QUrl SandboxProcess::hostJwks(const QString &name, const QByteArray &jwks)
{
    const Answer answer = ask("PUT", QStringLiteral("/portal/jwks/") + name, jwks);
    return urlOf(answer.json(), QLatin1String("jwksUrl"));
}

QJsonObject SandboxProcess::requestLog()
{
    return ask("GET", QStringLiteral("/portal/log")).json();
}

int SandboxProcess::kickOffs(const QString &practiceCode)
{
    return counted(QStringLiteral("kickOffs"), practiceCode);
}

int SandboxProcess::counted(const QString &counter, const QString &key)
{
    return requestLog().value(counter).toObject().value(key).toInt();
}

int SandboxProcess::requests(const QString &method, const QString &pathPart)
{
    int found = 0;
    const QJsonArray rows = requestLog().value(QLatin1String("requests")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject object = row.toObject();
        if (object.value(QLatin1String("method")).toString() == method
            && object.value(QLatin1String("path")).toString().contains(pathPart))
            ++found;
    }
    return found;
}

bool SandboxProcess::setFaults(const QStringList &faults)
{
    const QJsonObject body{{QStringLiteral("faults"), QJsonArray::fromStringList(faults)}};
    return ask("POST", QStringLiteral("/portal/faults"), compact(body)).status == 200;
}

SandboxProcess::Answer SandboxProcess::ask(
    const QByteArray &method, const QString &path, const QByteArray &jsonBody)
{
    httplib::Client client(portal().toString(QUrl::RemovePath).toStdString());
    client.set_read_timeout(30);
    if (!caFile().isEmpty())
        client.set_ca_cert_path(caFile().toUtf8().constData());
    httplib::Request request;
    request.method = method.toStdString();
    request.path = path.toStdString();
    if (!jsonBody.isEmpty()) {
        request.set_header("Content-Type", "application/json");
        request.body = jsonBody.toStdString();
    }
    const httplib::Result result = client.send(request);
    if (!result)
        return {};
    return {result->status, QByteArray::fromStdString(result->body)};
}

qint64 SandboxProcess::peakMemoryKiB() const
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid()));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

int SandboxProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    m_process.terminate();
    if (m_process.waitForFinished(kStopMs))
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    kill();
    return -1;
}

void SandboxProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kStopMs);
}

} // namespace waybill::test
