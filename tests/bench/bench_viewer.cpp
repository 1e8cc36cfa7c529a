// SPDX-License-Identifier: Apache-2.0
// The viewer's figures in a real window, beside wc, rg and jq: `bench_viewer FILE.ndjson [rounds]`. See
// README.md.
#include "panels/viewer_panel.h"
#include "presenters/viewer_presenter.h"
#include "widgets/line_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace waybill;
using namespace waybill::ui;

namespace {

using Samples = std::vector<double>;
constexpr double kMilli = 1000;

double at(Samples values, double share)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * share)];
}
double median(const Samples &values)
{
    return at(values, 0.5);
}

/// Runs the event loop until it is so, at most two minutes.
bool until(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        constexpr qint64 kMost = 120'000;
        if (timer.elapsed() > kMost)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    }
    return true;
}

double secondsOf(const QString &program, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return -1;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForFinished(-1);
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// "VmHWM" or "VmRSS" in MiB.
double memory(const char *key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(qstrlen(key)) + 1)
                       .simplified()
                       .split(' ')
                       .first()
                       .toDouble()
                / 1024;
    }
    return -1;
}

/// The longest time the event loop did not come round.
class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_worst = std::max(m_worst, static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - kTick);
            m_clock.start();
        });
        m_clock.start();
        m_timer.start(kTick);
    }
    double worst() const { return m_worst; }

private:
    static constexpr int kTick = 5; ///< ms
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_worst = 0;
};

/// Tells when lines were painted for the first time since arm().
class PaintWatch : public QObject
{
public:
    PaintWatch(LineView &view, ViewerPresenter &presenter)
        : m_presenter(presenter)
    {
        view.viewport()->installEventFilter(this);
    }
    void arm()
    {
        seconds = -1;
        m_clock.start();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || seconds >= 0 || !m_presenter.lines()
            || m_presenter.lines()->lineCount() == 0)
            return false;
        watched->removeEventFilter(this);
        QCoreApplication::sendEvent(watched, event); // the painting itself counts too
        watched->installEventFilter(this);
        seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
        return true;
    }
    double seconds = -1;

private:
    ViewerPresenter &m_presenter;
    QElapsedTimer m_clock;
};

struct Figures {
    Samples wc, rg, jq, firstLine, index, check, find, firstHit, cancel, jump, stall;
};

bool ready(const ViewerPresenter &presenter)
{
    return presenter.state().opened.phase == ndjson::OpenedState::Phase::Ready;
}

void openRound(const QString &path, ViewerPresenter &presenter, PaintWatch &paint, Figures &figures)
{
    presenter.close();
    QElapsedTimer timer;
    timer.start();
    paint.arm();
    presenter.openFiles({path});
    until([&] { return paint.seconds >= 0; });
    figures.firstLine.push_back(paint.seconds);
    until([&] { return ready(presenter); });
    figures.index.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    timer.start();
    until([&] { return !presenter.state().checking; });
    figures.check.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

void findRound(ViewerPresenter &presenter, Figures &figures)
{
    const ndjson::FindOptions rare{QStringLiteral("ZEBRA-[0-9a-f]{5}"), true, true, false};
    const ndjson::FindOptions common{QStringLiteral("Observation"), false, true, false};
    QElapsedTimer timer;
    timer.start();
    presenter.find(rare);
    until([&] { return !presenter.state().find.running; });
    figures.find.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    timer.start();
    presenter.find(common);
    until([&] { return presenter.state().find.hitCount > 0 || !presenter.state().find.running; });
    figures.firstHit.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    timer.start();
    presenter.cancelFind();
    until([&] { return !presenter.state().find.running; });
    figures.cancel.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    presenter.find({});
}

void jumpRound(ViewerPresenter &presenter, LineView &view, Figures &figures)
{
    QRandomGenerator random(1);
    constexpr int kJumps = 200;
    for (int i = 0; i < kJumps; ++i) {
        const auto line =
            static_cast<std::int64_t>(random.bounded(static_cast<double>(presenter.lines()->lineCount())));
        QElapsedTimer timer;
        timer.start();
        presenter.goToLine(line);
        view.viewport()->repaint();
        figures.jump.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        QCoreApplication::processEvents();
    }
}

/// Indexing, checking and searching at once, as after opening a file with a search in the bar.
void stallRound(const QString &path, ViewerPresenter &presenter, Figures &figures)
{
    const Watchdog watchdog;
    presenter.openFiles({path});
    until([&] { return presenter.lines() && presenter.lines()->lineCount() > 0; });
    presenter.find(
        {QStringLiteral("value"), false, true, false}); // in every line: the most hits there can be
    until([&] { return ready(presenter) && !presenter.state().checking && !presenter.state().find.running; });
    figures.stall.push_back(watchdog.worst() / kMilli);
}

void print(QTextStream &out, const char *what, double value, const char *unit, const char *goal)
{
    out << QString::asprintf("%-42s %10.2f %-6s goal %s\n", what, value, unit, goal);
    out.flush();
}

void report(QTextStream &out, const Figures &figures)
{
    print(out, "first painted line", median(figures.firstLine) * kMilli, "ms", "50");
    print(out, "wc -l", median(figures.wc), "s", "-");
    print(out, "index in the window / wc -l", median(figures.index) / median(figures.wc), "x", "<= 1.5");
    print(out, "check in the window", median(figures.check), "s", "-");
    print(out, "jq empty / check", median(figures.jq) / median(figures.check), "x", ">= 15");
    print(out, "rg -c / search in the window", median(figures.rg) / median(figures.find), "x", ">= 0.7");
    print(out, "first hit", at(figures.firstHit, 1) * kMilli, "ms", "100");
    print(out, "cancel", at(figures.cancel, 1) * kMilli, "ms", "100");
    print(out, "jump and paint, median", median(figures.jump) * kMilli, "ms", "16");
    print(out, "jump and paint, 99 %", at(figures.jump, 0.99) * kMilli, "ms", "33");
    print(out, "longest stall, median of rounds", median(figures.stall) * kMilli, "ms", "50");
    print(out, "longest stall, worst round", at(figures.stall, 1) * kMilli, "ms", "50");
    print(out, "peak memory with everything", memory("VmHWM:"), "MiB", "120");
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QTextStream out(stdout);
    if (argc < 2) {
        out << "usage: bench_viewer FILE.ndjson [rounds] [nojq]\n";
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    ViewerPresenter presenter;
    ViewerPanel panel(presenter);
    constexpr QSize kWindow(1600, 960);
    panel.resize(kWindow);
    panel.show();
    auto *view = panel.findChild<LineView *>();
    PaintWatch paint(*view, presenter);
    Figures figures;
    presenter.openFiles({path});
    until([&] { return ready(presenter); });
    jumpRound(presenter, *view, figures);
    print(out, "peak memory, open, indexed, scrolled", memory("VmHWM:"), "MiB", "120");
    until([&] { return !presenter.state().checking; });
    print(out, "peak memory, and checked (ids remembered)", memory("VmHWM:"), "MiB", "120");
    openRound(path, presenter, paint, figures); // fonts, the page cache
    figures = {};
    for (int round = 0; round < rounds; ++round) {
        figures.wc.push_back(secondsOf(QStringLiteral("wc"), {QStringLiteral("-l"), path}));
        openRound(path, presenter, paint, figures);
        if (argc <= 3)
            figures.jq.push_back(secondsOf(QStringLiteral("jq"), {QStringLiteral("empty"), path}));
        figures.rg.push_back(secondsOf(
            QStringLiteral("rg"), {QStringLiteral("-c"), QStringLiteral("ZEBRA-[0-9a-f]{5}"), path}));
        findRound(presenter, figures);
        jumpRound(presenter, *view, figures);
        stallRound(path, presenter, figures);
        presenter.find({});
    }
    report(out, figures);
    return 0;
}
