// SPDX-License-Identifier: Apache-2.0
// The longest stall of the window's event loop in each step of the whole tour. See README.md.
#include "http/qt_transport.h"
#include "keys/sha256.h"
#include "practices/store.h"
#include "presenters/workspace.h"
#include "shell/main_window.h"
#include "shell/tour_journey.h"
#include "shell/window_settings.h"
#include "support/event_loop_watchdog.h"
#include "vault/secret_store.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace waybill;

namespace {

constexpr std::chrono::milliseconds kLookEvery{40};
constexpr std::chrono::milliseconds kSettle{250};

/// Does what the tour does, without pictures: those are the tour's work, not the product's.
class Walk : public QObject
{
public:
    explicit Walk(std::vector<ui::TourStep> steps)
        : m_steps(std::move(steps))
    {
        m_look.setInterval(kLookEvery);
        connect(&m_look, &QTimer::timeout, this, &Walk::look);
        QTimer::singleShot(0, this, &Walk::act);
    }

private:
    void act()
    {
        if (m_next == m_steps.size()) {
            m_out << "longest gap of the event loop: " << m_gap.count()
                  << " ms, longest work: " << m_work.count()
                  << " ms (goal: " << support::EventLoopWatchdog::kLimit.count() << ')' << Qt::endl;
            QApplication::exit(m_gap <= support::EventLoopWatchdog::kLimit ? 0 : 1);
            return;
        }
        m_since.start();
        m_dog.start();
        if (m_steps[m_next].act)
            m_steps[m_next].act();
        m_look.start();
    }

    void look()
    {
        const ui::TourStep &step = m_steps[m_next];
        if (step.seen()) {
            m_look.stop();
            QTimer::singleShot(kSettle, this, &Walk::endStep);
        } else if (std::chrono::milliseconds{m_since.elapsed()} > step.patience) {
            m_out << step.name << ": not seen in time" << Qt::endl;
            QApplication::exit(1);
            m_look.stop();
        }
    }

    void endStep()
    {
        const ui::TourStep &step = m_steps[m_next];
        m_dog.stop();
        m_out << QStringLiteral("%1 gap %2 ms, work %3 ms")
                     .arg(step.name, -16)
                     .arg(m_dog.longestGap().count(), 4)
                     .arg(m_dog.longestWork().count(), 4)
              << Qt::endl;
        m_gap = std::max(m_gap, m_dog.longestGap());
        m_work = std::max(m_work, m_dog.longestWork());
        if (step.keep && !step.keep())
            m_out << step.name << ": what was made is not right" << Qt::endl;
        ++m_next;
        act();
    }

    std::vector<ui::TourStep> m_steps;
    std::size_t m_next = 0;
    QTimer m_look;
    QElapsedTimer m_since;
    QTextStream m_out{stdout};
    support::EventLoopWatchdog m_dog;
    std::chrono::milliseconds m_gap{};
    std::chrono::milliseconds m_work{};
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("LC_ALL", "C.UTF-8"); // the tour looks for controls by their English names
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("home"));
    ui::WindowSettings settings(home);
    const auto store = practices::Store::open(home + QStringLiteral("/state"));
    if (!store) {
        out << store.error().what << Qt::endl;
        return 1;
    }
    const SystemClock clock;
    const auto transport = http::makeQtTransport();
    vault::KeychainStore keychain;
    ui::Workspace workspace(
        {**store, clock, *transport, keychain, home, assistant::SandboxLauncher::programBeside()});
    ui::MainWindow window(workspace, settings);
    window.show();
    workspace.begin();
    const QString runner = QCoreApplication::applicationDirPath() + QStringLiteral("/waybill-run");
    const QString passphrase = QString::fromLatin1(keys::randomBytes(18).toBase64());
    const Walk walk(ui::journeySteps({window, workspace, folder.path(), runner, passphrase}));
    return QApplication::exec();
}
