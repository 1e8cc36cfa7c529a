// SPDX-License-Identifier: Apache-2.0
// Start of the program to its first painted window, on a home with practices. Needs an X server: see
// README.md.
#include "base/clock.h"
#include "support/sample_home.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace waybill;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kLookEveryMs = 4;
constexpr int kGoalMs = 1000; // how it must feel

/// A line across the middle of the screen: nothing there but the window, black before it is painted.
bool isPainted(QScreen &screen)
{
    const QSize size = screen.size();
    const QImage line = screen.grabWindow(0, 0, size.height() / 2, size.width(), 1).toImage();
    int painted = 0;
    for (int x = 0; x < line.width(); ++x)
        painted += qGray(line.pixel(x, 0)) > 0 ? 1 : 0;
    return painted > line.width() / 2;
}

/// Milliseconds from the start of the process; -1 when nothing came.
qint64 startOnce(const QString &home, QScreen &screen)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/waybill"),
        {QStringLiteral("--home"), home});
    qint64 shown = -1;
    while (shown < 0 && clock.elapsed() < kPatienceMs) {
        if (isPainted(screen))
            shown = clock.elapsed();
        else
            QThread::msleep(kLookEveryMs);
    }
    program.terminate();
    if (!program.waitForFinished(kPatienceMs))
        program.kill();
    while (isPainted(screen))
        QThread::msleep(kLookEveryMs);
    return shown;
}

qint64 median(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    QTextStream out(stdout);
    const int rounds = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 7;
    const QTemporaryDir empty;
    const QTemporaryDir used;
    const auto filled = support::fillSampleHome(used.path(), SystemClock().now());
    if (!filled) {
        out << filled.error().what << Qt::endl;
        return 1;
    }
    QScreen &screen = *QGuiApplication::primaryScreen();
    (void)startOnce(used.path(), screen); // warms the page cache
    QList<qint64> first;
    QList<qint64> known;
    for (int i = 0; i < rounds; ++i) {
        first.append(startOnce(empty.path(), screen));
        known.append(startOnce(used.path(), screen));
    }
    const auto say = [&out](const QString &name, const QList<qint64> &values) {
        out << QStringLiteral("%1: median %2 ms, from %3 to %4 (goal: %5)")
                   .arg(name)
                   .arg(median(values))
                   .arg(*std::min_element(values.begin(), values.end()))
                   .arg(*std::max_element(values.begin(), values.end()))
                   .arg(kGoalMs)
            << Qt::endl;
    };
    say(QStringLiteral("empty home"), first);
    say(QStringLiteral("5 practices, 120 runs"), known);
    return median(known) > 0 && median(known) < kGoalMs ? 0 : 1;
}
