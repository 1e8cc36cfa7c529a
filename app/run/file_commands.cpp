// SPDX-License-Identifier: Apache-2.0
#include "run/file_commands.h"

#include "flows/inspect_files.h"
#include "run/output.h"

#include <QJsonArray>

namespace waybill::run {
namespace {

void printText(const flows::InspectedFile &file)
{
    printLine(QStringLiteral("%1: %2 lines, %3 bytes, %4 problems, %5 s")
                  .arg(file.path)
                  .arg(file.summary.lines)
                  .arg(file.bytes.value)
                  .arg(file.summary.problemCount)
                  .arg(file.seconds, 0, 'f', 2));
    for (auto type = file.summary.resources.cbegin(); type != file.summary.resources.cend(); ++type)
        printLine(QStringLiteral("  %1 %2").arg(type.key()).arg(type.value()));
    for (const ndjson::Problem &problem : file.summary.problems) {
        if (!problem.isNote)
            printLine(QStringLiteral("  line %1: %2").arg(problem.line.shown()).arg(problem.message));
    }
}

/// A run folder stands for the files in it; a folder without any stays, and is refused by its name.
QStringList withFolders(const QStringList &arguments)
{
    QStringList paths;
    for (const QString &argument : arguments) {
        const auto inside = flows::filesOfFolder(argument);
        for (const flows::RunFile &file : inside)
            paths.append(file.path);
        if (inside.isEmpty())
            paths.append(argument);
    }
    return paths;
}

struct Inspected {
    QList<flows::InspectedFile> files;
};

struct Found {
    Result<flows::FoundLines> lines = flows::FoundLines{};
    QList<LineNumber> numbers; ///< for JSON; text is printed as it comes
};

} // namespace

InspectCommand::InspectCommand(const Invocation &invocation)
    : m_invocation(invocation)
{
}

void InspectCommand::start()
{
    m_worker = Worker::start<Inspected>(
        this,
        [files = m_invocation.files](const std::stop_token &stop) {
            Inspected all;
            for (const QString &file : withFolders(files))
                all.files.append(flows::inspectFile(file, {}, {}, stop));
            return all;
        },
        [this](const Inspected &all) {
            auto code = ExitCode::Complete;
            QJsonArray files;
            for (const flows::InspectedFile &file : all.files) {
                files.append(flows::toJson(file));
                if (!m_invocation.json && !file.problem)
                    printText(file);
                if (file.problem) {
                    logError(*file.problem);
                    code = gravest(code, ExitCode::BadInput);
                } else if (file.summary.problemCount > 0) {
                    code = gravest(code, ExitCode::NotAllGood);
                }
            }
            if (m_invocation.json)
                printJson({{QStringLiteral("files"), files}});
            Q_EMIT finished(code);
        });
}

void InspectCommand::stop()
{
    m_worker.requestStop();
    Command::stop();
}

FindCommand::FindCommand(const Invocation &invocation)
    : m_invocation(invocation)
{
}

void FindCommand::start()
{
    const ndjson::FindOptions options{m_invocation.pattern, m_invocation.regex, true, false};
    m_worker = Worker::start<Found>(
        this,
        [file = m_invocation.files.first(), options, json = m_invocation.json](const std::stop_token &stop) {
            Found found;
            found.lines = flows::findLines(
                file, options,
                [&found, json](LineNumber line) {
                    if (json)
                        found.numbers.append(line);
                    else
                        printLine(QString::number(line.shown()));
                },
                stop);
            return found;
        },
        [this](const Found &found) {
            if (!found.lines) {
                logError(found.lines.error());
                Q_EMIT finished(ExitCode::BadInput);
                return;
            }
            if (found.lines->tooCostly > 0)
                logLine(tr("The expression was given up on %n line(s): it costs too much there.", nullptr,
                    static_cast<int>(found.lines->tooCostly)));
            if (m_invocation.json) {
                QJsonArray lines;
                for (const LineNumber line : found.numbers)
                    lines.append(static_cast<qint64>(line.shown()));
                printJson({{QStringLiteral("file"), m_invocation.files.first()},
                    {QStringLiteral("pattern"), m_invocation.pattern},
                    {QStringLiteral("count"), static_cast<qint64>(found.lines->count)},
                    {QStringLiteral("lines"), lines}});
            }
            Q_EMIT finished(ExitCode::Complete);
        });
}

void FindCommand::stop()
{
    m_worker.requestStop();
    Command::stop();
}

} // namespace waybill::run
