// SPDX-License-Identifier: Apache-2.0
#include "assistant/sandbox_launcher.h"

#include "base/redact.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

namespace waybill::assistant {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SandboxLauncher)
};

constexpr std::chrono::seconds kPatience{20}; ///< a loaded machine is slow to start anything

QUrl urlIn(const QJsonObject &object, const char *name)
{
    return QUrl(object.value(QLatin1String(name)).toString());
}

SandboxOffer readOffer(const QJsonObject &line)
{
    SandboxOffer offer;
    offer.portal = urlIn(line, "portal");
    offer.practiceList = urlIn(line, "practiceList");
    const auto practices = line.value(QLatin1String("practices")).toArray();
    for (const auto &value : practices) {
        const QJsonObject practice = value.toObject();
        offer.practices.append({practice.value(QLatin1String("name")).toString(),
            practice.value(QLatin1String("code")).toString(),
            practice.value(QLatin1String("vendor")).toString(), urlIn(practice, "fhirBaseUrl")});
    }
    return offer;
}

} // namespace

SandboxLauncher::SandboxLauncher(QString program, QString stateFile, QStringList arguments, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_arguments(std::move(arguments))
{
    m_arguments << QStringLiteral("--exit-with-parent") << QStringLiteral("--state") << std::move(stateFile);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
        [this] { fail(Text::tr("The built-in sandbox did not start in time."), {}); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxLauncher::onLine);
    connect(&m_process, &QProcess::finished, this, &SandboxLauncher::onEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Text::tr("The built-in sandbox could not be started."), m_process.errorString());
    });
}

SandboxLauncher::~SandboxLauncher()
{
    stop();
}

QString SandboxLauncher::programBeside()
{
    QString name = QStringLiteral("waybill-sandbox");
#ifdef Q_OS_WIN
    name += QStringLiteral(".exe");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

void SandboxLauncher::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_stopping = false;
    m_offer = {};
    m_patience.start(kPatience);
    m_process.start(m_program, m_arguments);
}

void SandboxLauncher::stop()
{
    m_patience.stop();
    m_stopping = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // --exit-with-parent: it leaves by itself
    m_process.terminate();
    m_offer = {};
}

void SandboxLauncher::onLine()
{
    while (m_process.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        if (line.value(QLatin1String("event")).toString() != QLatin1String("listening"))
            continue;
        m_patience.stop();
        m_offer = readOffer(line);
        Q_EMIT ready(m_offer);
    }
}

void SandboxLauncher::onEnd()
{
    m_offer = {};
    if (m_stopping)
        Q_EMIT gone();
    else
        fail(Text::tr("The built-in sandbox ended by itself."),
            plainServerText(m_process.readAllStandardError()));
}

void SandboxLauncher::fail(const QString &what, const QString &words)
{
    m_patience.stop();
    Error error{ErrorCode::Internal, what, m_program,
        Text::tr("Check that waybill-sandbox lies beside waybill, then try again.")};
    error.serverText = words;
    if (m_process.state() != QProcess::NotRunning) {
        m_stopping = true;
        m_process.kill();
    }
    Q_EMIT failed(error);
}

} // namespace waybill::assistant
