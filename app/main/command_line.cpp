// SPDX-License-Identifier: Apache-2.0
#include "main/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

namespace waybill {
namespace {

constexpr int kBadArguments = 2;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Qt's own arguments (`-platform xcb`) are not ours to judge.
QStringList withoutQtArguments(const QStringList &all)
{
    static const QStringList qtOptions = {QStringLiteral("-platform"), QStringLiteral("-platformpluginpath"),
        QStringLiteral("-platformtheme"), QStringLiteral("-style"), QStringLiteral("-geometry"),
        QStringLiteral("-qwindowgeometry"), QStringLiteral("-display")};
    QStringList ours;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i > 0 && qtOptions.contains(all.at(i)))
            ++i; // with its value
        else
            ours.append(all.at(i));
    }
    return ours;
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fputs("\n", stream);
}

} // namespace

ParsedCommandLine parseCommandLine(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr(
        "Brings medical practices into FHIR Bulk Data export: keys, discovery, token, Group, export, "
        "preview, hand-over."));
    const QCommandLineOption help(
        {QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Shows this help."));
    const QCommandLineOption version(
        {QStringLiteral("v"), QStringLiteral("version")}, Text::tr("Shows the version."));
    const QCommandLineOption home(QStringLiteral("home"),
        Text::tr("Where everything is kept; else WAYBILL_HOME, else the application data folder."),
        QStringLiteral("DIR"));
    const QCommandLineOption open(QStringLiteral("open"),
        Text::tr("Opens NDJSON files in the viewer at once, also .ndjson.gz; further files may follow."),
        QStringLiteral("FILE"));
    const QCommandLineOption practice(QStringLiteral("practice"),
        Text::tr("Shows this practice: its name, code or id."), QStringLiteral("NAME"));
    const QCommandLineOption tour(QStringLiteral("tour"),
        Text::tr(
            "Performs the whole journey on the built-in sandbox and leaves pictures of each step in DIR."),
        QStringLiteral("DIR"));
    parser.addOptions({help, version, home, open, practice, tour});
    parser.addPositionalArgument(
        QStringLiteral("FILE"), Text::tr("Further files for the viewer."), QStringLiteral("[FILE…]"));

    if (!parser.parse(withoutQtArguments(arguments))) {
        print(stderr, parser.errorText());
        print(stderr, Text::tr("Try --help."));
        return {std::nullopt, kBadArguments};
    }
    if (parser.isSet(version)) {
        print(stdout, QStringLiteral("waybill " WAYBILL_VERSION));
        return {};
    }
    if (parser.isSet(help)) {
        const QCoreApplication application(argc, argv); // only for its name in the usage line
        print(stdout, parser.helpText());
        return {};
    }
    CommandLine line{parser.value(home), parser.value(practice),
        parser.values(open) + parser.positionalArguments(), parser.value(tour)};
    if (!line.tour.isEmpty())
        line.tour = QFileInfo(line.tour).absoluteFilePath();
    for (QString &file : line.open)
        file = QFileInfo(file).absoluteFilePath();
    return {line, 0};
}

} // namespace waybill
