// SPDX-License-Identifier: Apache-2.0
#include "sandbox/options.h"

#include "sandbox/faults.h"

#include <QCommandLineParser>

namespace waybill::sandbox {

namespace {

constexpr int kBadArguments = 2;
constexpr qint64 kMostPatients = 100'000'000;
constexpr qint64 kMostFileSpeed = 10'000'000; ///< KiB a second
constexpr int kHighestFirstPort = 65'533; ///< three consecutive ports are used

QCommandLineOption valueOption(
    const char *name, const char *help, const char *value, const char *standard = "")
{
    return {QLatin1String(name), QLatin1String(help), QLatin1String(value), QLatin1String(standard)};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "A practice server with synthetic patients, for training and tests. Listens on loopback only.\n"
        "Prints one line of JSON when it listens. Ends on SIGTERM."));
    parser.addOptions({
        valueOption("port", "First of three ports; 0 = any free ones.", "N", "0"),
        valueOption("patients", "How many patients each practice has.", "N", "120"),
        valueOption("seed", "The same seed gives the same patients.", "N", "1"),
        valueOption("fault", "Misbehave in this way; may be repeated.", "NAME"),
        {QStringLiteral("list-faults"), QStringLiteral("Print the faults and end.")},
        {QStringLiteral("tls"),
            QStringLiteral("Serve https with a fresh certificate; its CA is in \"caFile\".")},
        valueOption("prepare", "How long an export job takes.", "SECONDS", "4"),
        valueOption("retry-after", "What a running job asks for.", "SECONDS", "1"),
        valueOption("file-speed", "How fast each file comes; 0 = as fast as it goes.", "KIB/S", "0"),
        valueOption("activity", "How often busy charts change; 0 = never.", "SECONDS", "3600"),
        valueOption("rate-limit", "Calls a clock minute at the eCW-like practice; 0 = no limit.", "N", "250"),
        valueOption("state", "Keep clients, key sets and jobs in this file.", "FILE"),
        {QStringLiteral("exit-with-parent"), QStringLiteral("End when standard input closes.")},
        {QStringLiteral("version"), QStringLiteral("Print the version and end.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this help and end.")},
    });
}

QString faultList()
{
    QString text;
    for (const FaultRow &row : allFaults()) {
        text += QString::fromUtf8(row.name.data(), static_cast<qsizetype>(row.name.size())).leftJustified(28);
        text += QString::fromUtf8(row.meaning.data(), static_cast<qsizetype>(row.meaning.size()));
        text += QLatin1Char('\n');
    }
    return text;
}

/// Reads numbers and remembers the first one that is none.
class Numbers
{
public:
    explicit Numbers(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }
    qint64 whole(QLatin1String name, qint64 least, qint64 most)
    {
        bool ok = false;
        const qint64 number = m_parser.value(name).toLongLong(&ok);
        return check(name, ok && number >= least && number <= most) ? number : least;
    }
    double seconds(QLatin1String name)
    {
        bool ok = false;
        const double number = m_parser.value(name).toDouble(&ok);
        return check(name, ok && number >= 0 && number <= 86'400) ? number : 0;
    }
    QString problem() const { return m_problem; }

private:
    bool check(QLatin1String name, bool good)
    {
        if (!good && m_problem.isEmpty())
            m_problem =
                QStringLiteral("--%1: \"%2\" is not a number it takes.\n").arg(name, m_parser.value(name));
        return good;
    }

    const QCommandLineParser &m_parser;
    QString m_problem;
};

} // namespace

tl::expected<Options, EarlyExit> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(EarlyExit{kBadArguments, parser.errorText() + QLatin1Char('\n')});
    if (parser.isSet(QStringLiteral("help")))
        return tl::unexpected(EarlyExit{0, parser.helpText()});
    if (parser.isSet(QStringLiteral("version")))
        return tl::unexpected(EarlyExit{0, QStringLiteral("waybill-sandbox " WAYBILL_VERSION "\n")});
    if (parser.isSet(QStringLiteral("list-faults")))
        return tl::unexpected(EarlyExit{0, faultList()});
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(EarlyExit{kBadArguments,
            QStringLiteral("What is \"%1\" for? See --help.\n")
                .arg(parser.positionalArguments().constFirst())});

    Numbers numbers(parser);
    Options options;
    options.port = static_cast<int>(numbers.whole(QLatin1String("port"), 0, kHighestFirstPort));
    options.patients = numbers.whole(QLatin1String("patients"), 0, kMostPatients);
    options.seed = static_cast<std::uint64_t>(
        numbers.whole(QLatin1String("seed"), 0, std::numeric_limits<qint64>::max()));
    options.prepare = std::chrono::milliseconds(qRound64(numbers.seconds(QLatin1String("prepare")) * 1000));
    options.retryAfter = std::chrono::seconds(numbers.whole(QLatin1String("retry-after"), 0, 86'400));
    options.activity = std::chrono::seconds(numbers.whole(QLatin1String("activity"), 0, 86'400));
    options.fileSpeed = numbers.whole(QLatin1String("file-speed"), 0, kMostFileSpeed) * 1024;
    options.requestsPerMinute = static_cast<int>(numbers.whole(QLatin1String("rate-limit"), 0, 1'000'000));
    if (!numbers.problem().isEmpty())
        return tl::unexpected(EarlyExit{kBadArguments, numbers.problem()});

    for (const QString &name : parser.values(QStringLiteral("fault"))) {
        if (!faultFromName(name.toStdString()))
            return tl::unexpected(EarlyExit{
                kBadArguments, QStringLiteral("There is no fault \"%1\"; see --list-faults.\n").arg(name)});
        options.faults.push_back(name.toStdString());
    }
    options.tls = parser.isSet(QStringLiteral("tls"));
    options.stateFile = parser.value(QStringLiteral("state"));
    options.exitWithParent = parser.isSet(QStringLiteral("exit-with-parent"));
    return options;
}

} // namespace waybill::sandbox
