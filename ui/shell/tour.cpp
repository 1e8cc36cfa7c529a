// SPDX-License-Identifier: Apache-2.0
#include "shell/tour.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>

namespace waybill::ui {
namespace {

constexpr std::chrono::milliseconds kLookEvery{40};
constexpr std::chrono::milliseconds kSettle{250}; ///< for the last layout and paint before a picture
constexpr QLatin1String kReport("tour.json");

} // namespace

Result<> makeRoomForTour(const QString &directory)
{
    QDir dir(directory);
    constexpr auto kEverything = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    if (!dir.exists() || dir.isEmpty(kEverything))
        return {};
    if (!dir.exists(kReport)) {
        return failure(ErrorCode::InvalidInput, Tour::tr("The folder for the tour is not empty."), directory,
            Tour::tr("Choose a new folder, or one of an earlier tour."));
    }
    const QStringList folders{QStringLiteral("home"), QStringLiteral("run"), QStringLiteral("unattended"),
        QStringLiteral("waybill")};
    bool isClear = true;
    for (const QString &folder : folders)
        isClear = QDir(dir.filePath(folder)).removeRecursively() && isClear;
    const QStringList files = dir.entryList({QStringLiteral("[0-9][0-9]-*.png"), QStringLiteral("runner.*")});
    for (const QString &file : files)
        isClear = dir.remove(file) && isClear;
    if (isClear)
        return {};
    return failure(ErrorCode::Storage, Tour::tr("What an earlier tour left cannot be removed."), directory,
        Tour::tr("Choose a new folder."));
}

Tour::Tour(QWidget &window, const QString &directory, std::vector<TourStep> steps, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_directory(directory)
    , m_steps(std::move(steps))
{
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    if (!QDir().mkpath(m_directory)) {
        m_report << tr("The folder %1 cannot be made.").arg(m_directory);
        end(false);
        return;
    }
    writeReport(false); // says whose folder this is, should the tour be cut short
    QTimer::singleShot(kSettle, this, &Tour::actNext);
}

void Tour::actNext()
{
    if (m_next == m_steps.size()) {
        end(true);
        return;
    }
    const TourStep &step = m_steps[m_next];
    m_sinceAct.start();
    if (step.act)
        step.act();
    m_look.start();
}

void Tour::look()
{
    const TourStep &step = m_steps[m_next];
    const auto evidence = step.seen();
    const bool isLate = std::chrono::milliseconds{m_sinceAct.elapsed()} > step.patience;
    if (evidence && (!step.keep || step.keep())) {
        m_look.stop();
        m_report << QStringLiteral("%1: %2").arg(step.doing, *evidence);
        QTimer::singleShot(kSettle, this, [this] {
            if (m_steps[m_next].picture)
                takePicture();
            ++m_next;
            actNext();
        });
    } else if (evidence || isLate) {
        m_look.stop();
        m_report << QStringLiteral("%1: %2").arg(step.doing,
            evidence ? tr("what was made is not right")
                     : tr("not seen within %1 s").arg(step.patience.count()));
        takePicture(QStringLiteral("-not-verified"));
        end(false);
    }
}

void Tour::takePicture(const QString &suffix)
{
    ++m_pictures;
    QWidget *shown = QApplication::activeModalWidget();
    if (shown == nullptr)
        shown = &m_window;
    const QString number = QStringLiteral("%1").arg(m_pictures, 2, 10, QLatin1Char('0'));
    shown->grab().save(
        QStringLiteral("%1/%2-%3%4.png").arg(m_directory, number, m_steps[m_next].name, suffix));
}

void Tour::writeReport(bool verified) const
{
    const QJsonObject report{{QStringLiteral("verified"), verified},
        {QStringLiteral("steps"), QJsonArray::fromStringList(m_report)}};
    QSaveFile file(QDir(m_directory).filePath(kReport));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(report).toJson());
        file.commit();
    }
}

void Tour::end(bool verified)
{
    writeReport(verified);
    Q_EMIT finished(verified, m_report.join(QLatin1Char('\n')));
}

} // namespace waybill::ui
