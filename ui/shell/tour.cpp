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

} // namespace

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

void Tour::end(bool verified)
{
    QJsonObject report{{QStringLiteral("verified"), verified},
        {QStringLiteral("steps"), QJsonArray::fromStringList(m_report)}};
    QSaveFile file(m_directory + QStringLiteral("/tour.json"));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(report).toJson());
        file.commit();
    }
    Q_EMIT finished(verified, m_report.join(QLatin1Char('\n')));
}

} // namespace waybill::ui
