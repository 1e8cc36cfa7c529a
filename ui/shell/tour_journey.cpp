// SPDX-License-Identifier: Apache-2.0
#include "shell/tour_journey.h"

#include "handoff/verify_bundle.h"
#include "keys/sha256.h"
#include "panels/viewer_panel.h"
#include "presenters/workspace.h"
#include "shell/main_window.h"
#include "shell/practice_pages.h"
#include "shell/tour_hand.h"
#include "shell/tour_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>

#include <memory>

namespace waybill::ui {
namespace {

using practices::Step;
using practices::StepState;

constexpr QSize kTourWindow{1280, 860};
constexpr std::chrono::seconds kPatience{30};
constexpr std::chrono::milliseconds kSandboxLeaves{500}; ///< so that it need not be killed
constexpr qsizetype kPreviewedLine = 12; ///< 1-based, in the file of the patients

QString text(const char *source)
{
    return QCoreApplication::translate("Tour", source);
}

/// What the store says of one step of the chosen practice; nothing unless it is done.
std::optional<QString> doneStep(const TourScene &scene, Step step)
{
    const practices::Profile *profile = scene.workspace.current();
    if (profile == nullptr || profile->steps.value(step).state != StepState::Ok)
        return {};
    return profile->steps.value(step).evidence;
}

void goTo(const TourScene &scene, Step step)
{
    scene.window.pages().goToStep(step);
}

std::optional<flows::ExportProgress> progressOf(const TourScene &scene)
{
    return scene.workspace.progress();
}

QString handOverFolder(const TourScene &scene)
{
    return scene.directory + QStringLiteral("/home/hand-over");
}

/// The bundle the assistant wrote there; empty until it is whole.
QString writtenBundle(const TourScene &scene)
{
    const QDir parent(handOverFolder(scene));
    for (const QString &name : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!name.startsWith(QLatin1Char('.'))
            && QFileInfo::exists(parent.filePath(name) + QStringLiteral("/SHA256SUMS")))
            return parent.filePath(name);
    }
    return {};
}

std::vector<TourStep> beginning(const TourScene &scene)
{
    return {
        {QStringLiteral("welcome"), text(QT_TRANSLATE_NOOP("Tour", "Opening the window")), {},
            [] {
                return hand::find(QStringLiteral("Try the built-in sandbox")) != nullptr
                    ? std::optional(text(QT_TRANSLATE_NOOP("Tour", "it offers the built-in practice")))
                    : std::nullopt;
            }},
        {QStringLiteral("environment"), text(QT_TRANSLATE_NOOP("Tour", "Choosing the environment")),
            [] { hand::click(QStringLiteral("Try the built-in sandbox")); },
            [] {
                return hand::find(QStringLiteral("Name of the practice, as you call it")) != nullptr
                    ? std::optional(
                        text(QT_TRANSLATE_NOOP("Tour", "the assistant asks which practice it is")))
                    : std::nullopt;
            }},
        {QStringLiteral("named"), text(QT_TRANSLATE_NOOP("Tour", "Naming the practice")),
            [] {
                hand::type(QStringLiteral("Name of the practice, as you call it"),
                    QStringLiteral("Elm Street Family Practice"));
                hand::click(QStringLiteral("Continue"));
            },
            [scene] { return doneStep(scene, Step::Environment); }, std::chrono::seconds{20}, false},
    };
}

std::vector<TourStep> keySteps(const TourScene &scene)
{
    return {
        {QStringLiteral("key-choice"),
            text(QT_TRANSLATE_NOOP("Tour", "Choosing where the private key is kept")),
            [scene] {
                goTo(scene, Step::Key);
                hand::click(QStringLiteral("Encrypted file"));
            },
            [scene] {
                if (hand::find(QStringLiteral("Passphrase again")) == nullptr)
                    return std::optional<QString>();
                hand::type(QStringLiteral("Passphrase"), scene.passphrase);
                hand::type(QStringLiteral("Passphrase again"), scene.passphrase);
                return std::optional(text(QT_TRANSLATE_NOOP("Tour", "in an encrypted file")));
            }},
        {QStringLiteral("key-pair"), text(QT_TRANSLATE_NOOP("Tour", "Generating the key pair")),
            [] { hand::click(QStringLiteral("Generate the key pair")); },
            [scene] {
                goTo(scene, Step::Key);
                return doneStep(scene, Step::Key);
            }},
    };
}

std::vector<TourStep> serverSteps(const TourScene &scene)
{
    return {
        {QStringLiteral("endpoint-list"),
            text(QT_TRANSLATE_NOOP("Tour", "Reading the list of 17,000 practices")),
            [scene] {
                goTo(scene, Step::Endpoint);
                hand::click(QStringLiteral("Load the built-in sandbox's practice list"));
            },
            [] {
                hand::type(QStringLiteral("Search the list"), QStringLiteral("elm street"));
                return hand::clickRow(QStringLiteral("Practices found"), QStringLiteral("FFBJCD"))
                    ? std::optional(text(QT_TRANSLATE_NOOP("Tour", "the practice is found")))
                    : std::nullopt;
            }},
        {QStringLiteral("endpoint"), text(QT_TRANSLATE_NOOP("Tour", "Using its endpoint")),
            [] { hand::click(QStringLiteral("Use this endpoint")); },
            [scene] { return doneStep(scene, Step::Endpoint); }, std::chrono::seconds{20}, false},
        {QStringLiteral("registration"), text(QT_TRANSLATE_NOOP("Tour", "Registering the public key")),
            [scene] {
                goTo(scene, Step::Client);
                hand::click(QStringLiteral("Register with the sandbox"));
            },
            [scene] {
                const practices::Profile *profile = scene.workspace.current();
                if (profile == nullptr || profile->clientId.isEmpty())
                    return std::optional<QString>();
                if (const auto done = doneStep(scene, Step::Client))
                    return done;
                hand::click(QStringLiteral("Save and continue"));
                return std::optional<QString>();
            }},
        {QStringLiteral("connection"), text(QT_TRANSLATE_NOOP("Tour", "Discovery and token test")),
            [scene] {
                goTo(scene, Step::Connection);
                hand::click(QStringLiteral("Check the connection"));
            },
            [scene] {
                hand::click(QStringLiteral("Yes, send the request there"));
                return doneStep(scene, Step::Connection);
            }},
    };
}

std::vector<TourStep> groupSteps(const TourScene &scene)
{
    return {
        {QStringLiteral("group"), text(QT_TRANSLATE_NOOP("Tour", "Finding the Group")),
            [scene] {
                goTo(scene, Step::Group);
                hand::click(QStringLiteral("Look for Groups"));
            },
            [] {
                return hand::clickRow(
                           QStringLiteral("Groups of the practice"), QStringLiteral("All active patients"))
                    ? std::optional(text(QT_TRANSLATE_NOOP("Tour", "the practice shows its Groups")))
                    : std::nullopt;
            }},
        {QStringLiteral("group-chosen"), text(QT_TRANSLATE_NOOP("Tour", "Choosing the Group")),
            [] { hand::click(QStringLiteral("Use this Group")); },
            [scene] { return doneStep(scene, Step::Group); }, std::chrono::seconds{20}, false},
    };
}

std::vector<TourStep> exportSteps(const TourScene &scene)
{
    return {
        {QStringLiteral("launch"), text(QT_TRANSLATE_NOOP("Tour", "Looking at the exact request")),
            [scene] {
                goTo(scene, Step::Launch);
                hand::click(QStringLiteral("Choose the usual resource types"));
            },
            [] {
                return hand::textOf(QStringLiteral("Request")).contains(QStringLiteral("$export"))
                    ? std::optional(text(QT_TRANSLATE_NOOP("Tour", "it is shown before anything is sent")))
                    : std::nullopt;
            }},
        {QStringLiteral("preparing"), text(QT_TRANSLATE_NOOP("Tour", "Launching the export")),
            [] { hand::click(QStringLiteral("Launch the export")); },
            [scene] {
                const auto progress = progressOf(scene);
                const bool waits = progress && progress->phase == flows::Phase::Preparing
                    && progress->nextPollAt && progress->pollCount > 0;
                return waits ? std::optional(text(QT_TRANSLATE_NOOP(
                           "Tour", "the server works, the next request is due as it asked")))
                             : std::nullopt;
            }},
        {QStringLiteral("complete"), text(QT_TRANSLATE_NOOP("Tour", "Downloading and verifying")),
            [scene] { scene.window.pages().go(PracticePages::Exports); },
            [scene] {
                const auto progress = progressOf(scene);
                const bool complete = progress && progress->outcome == flows::Outcome::Complete;
                return complete ? std::optional(progress->verdict) : std::nullopt;
            },
            std::chrono::seconds{120}},
    };
}

std::vector<TourStep> resultSteps(const TourScene &scene)
{
    return {
        {QStringLiteral("files"), text(QT_TRANSLATE_NOOP("Tour", "Looking at the files")),
            [scene] { scene.window.pages().go(PracticePages::Files); },
            [scene] {
                const auto progress = progressOf(scene);
                return progress && !progress->runDirectory.isEmpty() ? std::optional(
                           text(QT_TRANSLATE_NOOP("Tour", "every file is verified and has its final name")))
                                                                     : std::nullopt;
            },
            kPatience, true,
            [scene] {
                return copyFolder(progressOf(scene)->runDirectory, scene.directory + QStringLiteral("/run"));
            }},
        {QStringLiteral("watermarks"), text(QT_TRANSLATE_NOOP("Tour", "Looking at the watermarks")),
            [scene] { scene.window.pages().go(PracticePages::Watermarks); },
            [scene] {
                return scene.workspace.watermarks().isEmpty()
                    ? std::nullopt
                    : std::optional(scene.workspace.watermarks().first().value);
            }},
        {QStringLiteral("preview"), text(QT_TRANSLATE_NOOP("Tour", "Reading a line of the patients")),
            [scene] {
                scene.window.pages().openRunFolder(scene.directory + QStringLiteral("/run"));
                scene.window.pages().go(PracticePages::Viewer);
            },
            [] {
                if (!hand::choose(QStringLiteral("File"), QStringLiteral("Patient")))
                    return std::optional<QString>();
                hand::type(QStringLiteral("Go to line"), QString::number(kPreviewedLine));
                hand::press(QStringLiteral("Go to line"), Qt::Key_Return);
                return hand::isShown(QStringLiteral("Line %1").arg(kPreviewedLine))
                        && hand::isShown(QStringLiteral("Patient · "))
                    ? std::optional(
                        text(QT_TRANSLATE_NOOP("Tour", "line %1 and its JSON tree")).arg(kPreviewedLine))
                    : std::nullopt;
            }},
    };
}

std::vector<TourStep> handOverSteps(const TourScene &scene)
{
    const auto runner = std::make_shared<TourRunner>(scene.runner, scene.directory, scene.passphrase);
    return {
        {QStringLiteral("hand-over"), text(QT_TRANSLATE_NOOP("Tour", "Writing the waybill")),
            [scene] {
                scene.window.pages().go(PracticePages::Assistant);
                QDir().mkpath(handOverFolder(scene));
                goTo(scene, Step::HandOver);
                hand::click(QStringLiteral("Encrypted file in the bundle"));
            },
            [scene] {
                const QString written = writtenBundle(scene);
                if (written.isEmpty()) {
                    hand::type(QStringLiteral("Passphrase for the copy"), scene.passphrase);
                    hand::type(QStringLiteral("Passphrase again"), scene.passphrase);
                    hand::type(QStringLiteral("Folder for the waybill"), handOverFolder(scene));
                    hand::click(QStringLiteral("Write the waybill"));
                    return std::optional<QString>();
                }
                return std::optional(text(QT_TRANSLATE_NOOP("Tour", "complete, without a secret inside")));
            },
            kPatience, true,
            [scene] {
                const QString folder = scene.directory + QStringLiteral("/waybill");
                return copyFolder(writtenBundle(scene), folder) && handoff::verifyBundle(folder).has_value();
            }},
        {QStringLiteral("runner"), text(QT_TRANSLATE_NOOP("Tour", "Running the waybill unattended")),
            [runner] { runner->start(); }, [runner] { return runner->evidence(); }, std::chrono::seconds{120},
            false},
    };
}

} // namespace

std::vector<TourStep> journeySteps(const TourScene &scene)
{
    std::vector<TourStep> all;
    for (auto &&part : {beginning(scene), keySteps(scene), serverSteps(scene), groupSteps(scene),
             exportSteps(scene), resultSteps(scene), handOverSteps(scene)})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

void takeTour(MainWindow &window, Workspace &workspace, const QString &directory)
{
    window.resize(kTourWindow);
    const QString runner = QCoreApplication::applicationDirPath() + QStringLiteral("/waybill-run");
    const QString passphrase = QString::fromLatin1(keys::randomBytes(18).toBase64());
    auto *tour = new Tour(
        window, directory, journeySteps({window, workspace, directory, runner, passphrase}), &window);
    QObject::connect(tour, &Tour::finished, &window, [&](bool verified, const QString &report) {
        QTextStream(stdout) << report << Qt::endl;
        workspace.sandbox().stop();
        QTimer::singleShot(kSandboxLeaves, &window, [&window, verified] {
            window.quitNow();
            QCoreApplication::exit(verified ? 0 : 1);
        });
    });
    tour->start();
}

} // namespace waybill::ui
