// SPDX-License-Identifier: Apache-2.0
#include "run/invocation.h"

#include "base/fhir_instant.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace waybill::run {
namespace {

using Command = Invocation::Command;

QString text(const char *source)
{
    return QCoreApplication::translate("Invocation", source);
}

Failure wrong(const QString &what)
{
    return failure(ErrorCode::InvalidInput, what, {},
        text(QT_TRANSLATE_NOOP("Invocation", "waybill-run --help lists the commands.")));
}

std::optional<Command> commandFromName(const QString &name)
{
    static const QMap<QString, Command> kCommands{{QStringLiteral("check"), Command::Check},
        {QStringLiteral("export"), Command::Export}, {QStringLiteral("status"), Command::Status},
        {QStringLiteral("cancel"), Command::Cancel}, {QStringLiteral("inspect"), Command::Inspect},
        {QStringLiteral("find"), Command::Find}};
    const auto found = kCommands.find(name);
    return found == kCommands.end() ? std::nullopt : std::optional(*found);
}

/// The options one command knows; any other is an error.
void addOptions(QCommandLineParser &parser, Command command)
{
    const auto flag = [&parser](const char *name) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
    };
    const auto value = [&parser](const char *name) {
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value")});
    };
    if (command == Command::Check || command == Command::Export || command == Command::Status
        || command == Command::Cancel)
        value("state");
    if (command == Command::Export) {
        for (const char *name :
            {"out", "since", "max-wait", "progress", "without", "blank-lines", "type-filter", "organize-by"})
            value(name);
        flag("baseline");
        flag("new");
        flag("new-patients");
    }
    if (command == Command::Status || command == Command::Inspect || command == Command::Find)
        flag("json");
    if (command == Command::Find)
        flag("regex");
}

Result<> readSince(const QCommandLineParser &parser, Invocation &invocation)
{
    const bool baseline = parser.isSet(QStringLiteral("baseline"));
    const bool since = parser.isSet(QStringLiteral("since"));
    if (baseline && since)
        return wrong(text(QT_TRANSLATE_NOOP("Invocation", "--baseline and --since exclude each other.")));
    if (baseline)
        invocation.since = flows::SinceChoice{flows::SinceChoice::Kind::Baseline, {}};
    if (since) {
        const QString instant = parser.value(QStringLiteral("since"));
        if (!isFhirInstant(instant))
            return wrong(text(QT_TRANSLATE_NOOP(
                "Invocation", "--since needs an instant with seconds and zone, like 2026-06-24T03:14:07Z.")));
        invocation.since = flows::SinceChoice{flows::SinceChoice::Kind::Instant, instant};
    }
    return {};
}

Result<> readExport(const QCommandLineParser &parser, Invocation &invocation)
{
    invocation.out = parser.value(QStringLiteral("out"));
    invocation.startNew = parser.isSet(QStringLiteral("new"));
    if (parser.isSet(QStringLiteral("max-wait"))) {
        const auto wait = readDuration(parser.value(QStringLiteral("max-wait")));
        if (!wait)
            return failure(wait.error());
        invocation.maxWait = *wait;
    }
    static const QStringList known{QStringLiteral("_type"), QStringLiteral("_since")};
    flows::Refinements &refinements = invocation.refinements;
    refinements.typeFilters = parser.values(QStringLiteral("type-filter"));
    refinements.organizeOutputBy = parser.value(QStringLiteral("organize-by"));
    refinements.leftOut = parser.values(QStringLiteral("without"));
    for (const QString &name : std::as_const(refinements.leftOut)) {
        if (!known.contains(name))
            return wrong(text(QT_TRANSLATE_NOOP("Invocation", "--without takes _type or _since.")));
    }
    const QString blankLines = parser.value(QStringLiteral("blank-lines"));
    refinements.blankLinesAreProblems = blankLines == QLatin1String("problem");
    if (!blankLines.isEmpty() && !refinements.blankLinesAreProblems && blankLines != QLatin1String("ignore"))
        return wrong(text(QT_TRANSLATE_NOOP("Invocation", "--blank-lines is ignore or problem.")));
    const QString progress = parser.isSet(QStringLiteral("progress"))
        ? parser.value(QStringLiteral("progress"))
        : QStringLiteral("text");
    if (progress != QStringLiteral("text") && progress != QStringLiteral("json"))
        return wrong(text(QT_TRANSLATE_NOOP("Invocation", "--progress is text or json.")));
    invocation.json = progress == QStringLiteral("json");
    invocation.onlyNewPatients = parser.isSet(QStringLiteral("new-patients"));
    if (invocation.onlyNewPatients) {
        if (parser.isSet(QStringLiteral("since")) || parser.isSet(QStringLiteral("baseline")))
            return wrong(text(QT_TRANSLATE_NOOP("Invocation",
                "--new-patients fetches their whole history; it takes no --since and no --baseline.")));
        invocation.since = flows::SinceChoice{flows::SinceChoice::Kind::Baseline, {}};
        return {};
    }
    return readSince(parser, invocation);
}

Result<> readPositional(const QStringList &words, Invocation &invocation)
{
    switch (invocation.command) {
    case Command::Check:
    case Command::Export:
    case Command::Status:
    case Command::Cancel:
        if (words.size() != 1)
            return wrong(
                text(QT_TRANSLATE_NOOP("Invocation", "Name one waybill: its folder or its waybill.json.")));
        invocation.waybill = words.first();
        return {};
    case Command::Inspect:
        if (words.isEmpty())
            return wrong(text(QT_TRANSLATE_NOOP("Invocation", "Name at least one file to inspect.")));
        invocation.files = words;
        return {};
    case Command::Find:
        if (words.size() != 2)
            return wrong(text(QT_TRANSLATE_NOOP("Invocation", "Name one file and one pattern.")));
        invocation.files = {words.first()};
        invocation.pattern = words.last();
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<std::chrono::seconds> readDuration(const QString &duration)
{
    static const QRegularExpression kForm(QStringLiteral("^([0-9]{1,6})([smhd])$"));
    const auto match = kForm.match(duration);
    if (!match.hasMatch())
        return wrong(
            text(QT_TRANSLATE_NOOP("Invocation", "A duration is a number and a unit: 90s, 15m, 2h, 1d.")));
    const std::chrono::seconds unit = [&match] {
        switch (match.capturedView(2).front().unicode()) {
        case u'm': return std::chrono::seconds{60};
        case u'h': return std::chrono::seconds{3600};
        case u'd': return std::chrono::seconds{86400};
        default: return std::chrono::seconds{1};
        }
    }();
    return match.capturedView(1).toInt() * unit;
}

Result<Invocation> readInvocation(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrong(text(QT_TRANSLATE_NOOP("Invocation", "No command was given.")));
    const auto command = commandFromName(arguments.first());
    if (!command)
        return wrong(
            text(QT_TRANSLATE_NOOP("Invocation", "There is no command “%1”.")).arg(arguments.first()));
    Invocation invocation;
    invocation.command = *command;
    QCommandLineParser parser;
    addOptions(parser, *command);
    if (!parser.parse(arguments)) // the command's name stands where the parser expects the program's
        return wrong(parser.errorText());
    if (const auto words = readPositional(parser.positionalArguments(), invocation); !words)
        return failure(words.error());
    const auto known = [&parser](const char *name) {
        return parser.optionNames().contains(QString::fromLatin1(name));
    };
    if (known("state"))
        invocation.state = parser.value(QStringLiteral("state"));
    invocation.json = known("json");
    invocation.regex = known("regex");
    if (*command == Command::Export) {
        if (const auto rest = readExport(parser, invocation); !rest)
            return failure(rest.error());
    }
    return invocation;
}

QString helpText()
{
    return text(QT_TRANSLATE_NOOP("Invocation",
        "Usage: waybill-run COMMAND …\n"
        "\n"
        "  check   WAYBILL [--state DIR]          schema, key, discovery, token, Group; starts no export\n"
        "  export  WAYBILL [--out DIR] [--state DIR] [--baseline | --since INSTANT] [--new]\n"
        "                  [--max-wait DURATION] [--progress text|json]\n"
        "                  [--without PARAMETER]… [--blank-lines ignore|problem]\n"
        "                  [--type-filter SEARCH]… [--organize-by TYPE] [--new-patients]\n"
        "                                         goes on with an unfinished run, else starts one\n"
        "  status  WAYBILL [--state DIR] [--json] runs, watermarks, next action\n"
        "  cancel  WAYBILL [--state DIR]          deletes the running job on the server, confirms it\n"
        "  inspect FILE|RUN… [--json]             lines, resources by type, problems with line numbers\n"
        "  find    FILE PATTERN [--regex] [--json]  numbers of the matching lines\n"
        "\n"
        "WAYBILL is the folder that Waybill wrote, or its waybill.json. DURATION is 90s, 15m, 2h or 1d.\n"
        "The state lies in --state, else in $STATE_DIRECTORY, else in state/ beside waybill.json.\n"
        "\n"
        "Exit codes: 0 complete and verified, 1 failed, 2 bad arguments or waybill, 3 not authorised,\n"
        "4 finished but not all is good (the watermark stays), 75 try again later (nothing is lost),\n"
        "70 internal fault.\n"));
}

} // namespace waybill::run
