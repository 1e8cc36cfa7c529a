// SPDX-License-Identifier: Apache-2.0
// waybill: arguments, home folder, language, then the object graph, top to bottom. Nothing else.
#include "base/process_guard.h"
#include "http/qt_transport.h"
#include "main/command_line.h"
#include "main/home_folder.h"
#include "main/language.h"
#include "practices/store.h"
#include "presenters/workspace.h"
#include "shell/main_window.h"
#include "shell/tour.h"
#include "shell/tour_journey.h"
#include "shell/window_settings.h"
#include "vault/secret_store.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QMessageBox>
#include <QTextStream>
#include <QTimer>

using namespace waybill;

namespace {

constexpr int kFailed = 1;
constexpr std::chrono::seconds kFarewell{2};

/// Nothing can be done without home folder and store: says why and ends.
int refuse(const Error &error)
{
    auto *box =
        new QMessageBox(QMessageBox::Critical, QStringLiteral("Waybill"), error.what, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(QStringList{error.where, advice(error)}.join(QLatin1Char('\n')));
    box->open();
    QApplication::exec();
    return kFailed;
}

/// The built-in sandbox ends with us, but in its own time: it writes down its jobs.
void seeOff(assistant::SandboxLauncher &sandbox)
{
    if (!sandbox.isThere())
        return;
    QObject::connect(&sandbox, &assistant::SandboxLauncher::gone, qApp, &QCoreApplication::quit);
    QTimer::singleShot(kFarewell, qApp, &QCoreApplication::quit);
    sandbox.stop();
    QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    keepSecretsInMemory();
    const ParsedCommandLine parsed = parseCommandLine(argc, argv);
    if (!parsed.line)
        return parsed.exitCode;

    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("waybill"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYBILL_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Waybill"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.waybill.Waybill"));
    const QString &tour = parsed.line->tour;
    if (const auto room = tour.isEmpty() ? Result<>() : ui::makeRoomForTour(tour); !room) {
        QTextStream(stderr) << describe(room.error()) << Qt::endl; // a tour has nobody to close a message
        return kFailed;
    }
    // The tour looks for controls by their English names.
    installLanguage(application, tour.isEmpty() ? QLocale() : QLocale(QLocale::English));

    const auto home = homeFolder(tour.isEmpty() ? parsed.line->home : tour + QStringLiteral("/home"));
    if (!home)
        return refuse(home.error());
    ui::WindowSettings settings(*home);
    const auto store = practices::Store::open(QDir(*home).filePath(QStringLiteral("state")));
    if (!store)
        return refuse(store.error());

    const SystemClock clock;
    http::TransportOptions options;
    options.certificates = std::make_shared<http::PeerCertificates>();
    const auto transport = http::makeQtTransport(options);
    vault::KeychainStore keychain;
    ui::Workspace workspace({**store, clock, *transport, keychain, *home,
        assistant::SandboxLauncher::programBeside(), {}, options.certificates});
    ui::MainWindow window(workspace, settings);
    workspace.chooseByName(parsed.line->practice);
    if (!parsed.line->open.isEmpty())
        window.openFiles(parsed.line->open);
    window.show();
    workspace.begin();
    if (!tour.isEmpty())
        ui::takeTour(window, workspace, tour);
    const int code = QApplication::exec();
    seeOff(workspace.sandbox());
    return code;
}
