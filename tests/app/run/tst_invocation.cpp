// SPDX-License-Identifier: Apache-2.0
#include "run/exit_code.h"
#include "run/invocation.h"

#include <QTest>

using namespace waybill;
using namespace waybill::run;
using Command = Invocation::Command;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestInvocation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachCommandIsRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("command");
        QTest::addRow("check") << "check w" << int(Command::Check);
        QTest::addRow("export") << "export w --out o --state s --new --progress json" << int(Command::Export);
        QTest::addRow("status") << "status w --json" << int(Command::Status);
        QTest::addRow("cancel") << "cancel w --state s" << int(Command::Cancel);
        QTest::addRow("inspect") << "inspect a b c --json" << int(Command::Inspect);
        QTest::addRow("find") << "find f p --regex" << int(Command::Find);
    }
    void eachCommandIsRead()
    {
        QFETCH(QString, line);
        QFETCH(int, command);
        const auto invocation = readInvocation(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QVERIFY2(invocation.has_value(), invocation ? "" : qPrintable(describe(invocation.error())));
        QCOMPARE(int(invocation->command), command);
    }

    void anExportKeepsAllItWasTold()
    {
        const auto read =
            readInvocation(words("export w --out o --state s --since 2026-06-24T03:14:07.123456789Z --new "
                                 "--max-wait 15m --progress json"));
        QVERIFY(read.has_value());
        QCOMPARE(read->waybill, QStringLiteral("w"));
        QCOMPARE(read->out, QStringLiteral("o"));
        QCOMPARE(read->state, QStringLiteral("s"));
        QCOMPARE(
            read->since->instant, QStringLiteral("2026-06-24T03:14:07.123456789Z")); // BD-033: byte for byte
        QVERIFY(read->startNew);
        QCOMPARE(*read->maxWait, std::chrono::minutes{15});
        QVERIFY(read->json);
    }

    void whatTheServerDoesNotKnowIsNamed() // BD-046, BD-163
    {
        const auto read =
            readInvocation(words("export w --without _type --without _since --blank-lines problem"));
        QVERIFY(read.has_value());
        QCOMPARE(read->refinements.leftOut, (QStringList{QStringLiteral("_type"), QStringLiteral("_since")}));
        QVERIFY(read->refinements.blankLinesAreProblems);
        QVERIFY(!readInvocation(words("export w --blank-lines ignore"))->refinements.blankLinesAreProblems);
    }

    void optionsMayStandBeforeTheWaybill()
    {
        const auto read = readInvocation(words("export --baseline w"));
        QVERIFY(read.has_value());
        QCOMPARE(read->waybill, QStringLiteral("w"));
        QCOMPARE(read->since->kind, flows::SinceChoice::Kind::Baseline);
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addRow("nothing") << "";
        QTest::addRow("no such command") << "launch w";
        QTest::addRow("no waybill") << "export";
        QTest::addRow("two waybills") << "export a b";
        QTest::addRow("an option of another command") << "check w --regex";
        QTest::addRow("an unknown option") << "export w --force";
        QTest::addRow("an option without its value") << "export w --out";
        QTest::addRow("a parameter nobody sends") << "export w --without patient";
        QTest::addRow("blank lines otherwise") << "export w --blank-lines maybe";
        QTest::addRow("two starts") << "export w --baseline --since 2026-06-24T03:14:07Z";
        QTest::addRow("an instant without zone") << "export w --since 2026-06-24T03:14:07";
        QTest::addRow("a date") << "export w --since 2026-06-24";
        QTest::addRow("a bare number as duration") << "export w --max-wait 15";
        QTest::addRow("a negative duration") << "export w --max-wait -5m";
        QTest::addRow("a progress of its own") << "export w --progress xml";
        QTest::addRow("nothing to inspect") << "inspect";
        QTest::addRow("nothing to find") << "find file";
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QString, line);
        const auto read = readInvocation(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QCOMPARE(exitCodeOf(read.error()), ExitCode::BadInput);
    }

    void durationsHaveAUnit()
    {
        QCOMPARE(*readDuration(QStringLiteral("90s")), std::chrono::seconds{90});
        QCOMPARE(*readDuration(QStringLiteral("2h")), std::chrono::hours{2});
        QCOMPARE(*readDuration(QStringLiteral("1d")), std::chrono::hours{24});
        QCOMPARE(*readDuration(QStringLiteral("0s")), std::chrono::seconds{0});
    }

    void theHelpNamesEveryCommandAndExitCode()
    {
        for (const char *word :
            {"check", "export", "status", "cancel", "inspect", "find", "75", "70", "--max-wait"})
            QVERIFY2(helpText().contains(QString::fromLatin1(word)), word);
    }

    void exitCodesAreFixed_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("code");
        using flows::Outcome;
        QTest::addRow("complete") << int(Outcome::Complete) << 0;
        QTest::addRow("complete with errors") << int(Outcome::CompleteWithErrors) << 4;
        QTest::addRow("incomplete") << int(Outcome::Incomplete) << 4;
        QTest::addRow("failed") << int(Outcome::Failed) << 1;
        QTest::addRow("gone") << int(Outcome::Gone) << 1;
        QTest::addRow("unauthorized") << int(Outcome::Unauthorized) << 3;
        QTest::addRow("duplicate") << int(Outcome::Duplicate) << 75;
        QTest::addRow("waiting") << int(Outcome::Waiting) << 75;
    }
    void exitCodesAreFixed()
    {
        QFETCH(int, outcome);
        QFETCH(int, code);
        QCOMPARE(static_cast<int>(exitCodeOf(static_cast<flows::Outcome>(outcome))), code);
    }

    void ofSeveralJobsTheGravestCounts()
    {
        QCOMPARE(gravest(ExitCode::Complete, ExitCode::NotAllGood), ExitCode::NotAllGood);
        QCOMPARE(gravest(ExitCode::TryLater, ExitCode::NotAllGood), ExitCode::TryLater);
        QCOMPARE(gravest(ExitCode::Failed, ExitCode::TryLater), ExitCode::Failed);
    }
};

QTEST_GUILESS_MAIN(TestInvocation)
#include "tst_invocation.moc"
