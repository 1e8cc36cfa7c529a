// SPDX-License-Identifier: Apache-2.0
#include "naive_judge.h"
#include "ndjson/id_set.h"
#include "ndjson/line_checker.h"
#include "ndjson/line_index.h"
#include "ndjson/line_splitter.h"

#include <QTest>

#include <array>
#include <random>

using namespace waybill;
using namespace waybill::ndjson;

/// Splitter, index and checker against an implementation too plain to be wrong, on texts made of the pieces
/// that hurt. WAYBILL_FUZZ_RUNS sets how many texts (sanitizers on, ten million: tests/bench/README.md),
/// WAYBILL_FUZZ_SEED where they begin; text N depends on N alone.
namespace {

constexpr std::array kPieces{"{", "}", "[", "]", ":", ",", "\"", "\n", "\n", "\n", "\r\n", "\r", " ", "\t",
    "\"a\"", "\"b\"", "\"a\":1", "\"id\":\"1\"", "\"id\":\"2\"", "\"id\"", "\"resourceType\":\"Patient\"",
    "\"resourceType\"", "\"Patient\"", "\"resourceType\":\"Bundle\"",
    "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n", "{\"resourceType\":\"Observation\",\"id\":\"7\",\"a\":[",
    "{\"resourceType\":\"Patient\",\"id\":\"9\",", "{}", "[]", "null", "true", "false", "nul", "0", "1", "-1",
    "-", "01", "1.10", "1.", ".5", "1e5", "1e400", "-1e-400", "1E+2", "1e", "12345678901234567890",
    "18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809",
    "1234567890123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "\\u0041",
    "\\ud83d\\ude00", "\\ud800", "\\udc00", "\\u0000", "\\\\u0000", "\\n", "\\x", "\\", "\\\"",
    "\xEF\xBB\xBF", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xC3", "\xE2\x82", "\x80", "\xFF",
    "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x01", "\x1F", "\x7F", "{\"a\":", "[[", "]]", "}}",
    "\"\\u0061\":2", "\",\"", "\":\"", "\"x\":{\"a\":1,\"a\":2}", "\"averyveryverylongkey\":1",
    "\"birthDate\":\"2026-02-29\"", "\"start\":\"2026-06-24T03:14:07.000Z\"", "\"end\":\"\"",
    "\"issued\":\"2026\"", "\"date\":[\"2026-13\",", "\"sent\":", "\"2026-06-24\"",
    "\"2026-06-24T24:00:00Z\"", "\"c\":{}", "\"d\":[]", "\"e\":null", "\"f\":\"\""};

constexpr std::size_t kLongest = 100; ///< longer lines are cut there

std::string textOf(std::uint64_t number)
{
    std::mt19937_64 random(number);
    std::string text;
    const std::size_t pieces = random() % 40;
    for (std::size_t i = 0; i < pieces; ++i)
        text += kPieces[random() % kPieces.size()];
    if (random() % 4 == 0 && !text.empty()) // a byte of anything, a NUL too
        text[random() % text.size()] = static_cast<char>(random() % 256);
    if (random() % 8 == 0)
        text.insert(random() % (text.size() + 1), std::string(1, '\0'));
    return text;
}

std::multiset<naive::Found> foundIn(const CheckSummary &summary)
{
    std::multiset<naive::Found> found;
    for (const auto *list : {&summary.problems, &summary.notes}) {
        for (const Problem &problem : *list)
            found.insert({problem.line.value, problem.kind});
    }
    return found;
}

/// In chunks of any size: the verdict must not depend on where the network cut.
CheckSummary check(const std::string &text, std::uint64_t number)
{
    std::mt19937_64 random(~number);
    Expectation expectation;
    expectation.ids = std::make_shared<IdSet>(4096);
    LineChecker checker(expectation);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + random() % 64);
        const std::vector<char> chunk(text.begin() + static_cast<std::ptrdiff_t>(at),
            text.begin() + static_cast<std::ptrdiff_t>(at + length)); // its own memory: overruns show
        checker.add({chunk.data(), static_cast<qsizetype>(chunk.size())});
        at += length;
    }
    return checker.finish();
}

QString show(const std::multiset<naive::Found> &found)
{
    QStringList words;
    for (const naive::Found &one : found)
        words.append(QStringLiteral("%1:%2").arg(one.line + 1).arg(codeName(one.kind)));
    return words.join(QLatin1Char(' '));
}

std::vector<std::string> splitLines(const std::string &text, std::uint64_t number)
{
    std::mt19937_64 random(number + 1);
    std::vector<std::string> lines;
    const auto take = [&lines](LineNumber line, QByteArrayView bytes) {
        lines.resize(static_cast<std::size_t>(line.value)); // a number that was left out shows as a line
        lines.emplace_back(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return true;
    };
    LineSplitter splitter(kLongest);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + random() % 64);
        const std::vector<char> chunk(text.begin() + static_cast<std::ptrdiff_t>(at),
            text.begin() + static_cast<std::ptrdiff_t>(at + length));
        splitter.add({chunk.data(), static_cast<qsizetype>(chunk.size())}, take);
        at += length;
    }
    splitter.finish(take);
    return lines;
}

std::vector<std::string> plainLines(const std::string &text, const std::vector<std::int64_t> &begins)
{
    std::vector<std::string> lines;
    for (const std::int64_t begin : begins) {
        const std::string line = text.substr(static_cast<std::size_t>(begin));
        lines.push_back(line.substr(0, line.find('\n')).substr(0, kLongest));
    }
    return lines;
}

QString differenceOf(std::uint64_t number)
{
    const std::string text = textOf(number);
    const naive::Verdict expected = naive::judge(text);
    const CheckSummary summary = check(text, number);
    // Where a line is no object at all, what was odd before the bad byte is of no interest.
    const auto broken = [&expected](const naive::Found &one) {
        const bool odd = one.kind == ProblemKind::LoneSurrogate || one.kind == ProblemKind::NulEscape
            || one.kind == ProblemKind::HugeNumber || one.kind == ProblemKind::DuplicateKey
            || one.kind == ProblemKind::EmptyValue || one.kind == ProblemKind::BadDate;
        return odd
            && (expected.found.contains({one.line, ProblemKind::NotJson})
                || expected.found.contains({one.line, ProblemKind::SeveralDocuments})
                || expected.found.contains({one.line, ProblemKind::NotAnObject}));
    };
    auto wanted = expected.found;
    auto got = foundIn(summary);
    std::erase_if(wanted, broken);
    std::erase_if(got, broken);
    if (wanted != got)
        return QStringLiteral("expected %1, found %2").arg(show(wanted), show(got));
    if (summary.blankLines != expected.blank || summary.lines != expected.resources)
        return QStringLiteral("other counts");
    if (splitLines(text, number) != plainLines(text, expected.begins))
        return QStringLiteral("other lines");
    LineIndex index;
    const auto half = static_cast<qsizetype>(text.size() / 2);
    const QByteArrayView all(text.data(), static_cast<qsizetype>(text.size()));
    index.append(all.first(half));
    index.append(all.sliced(half));
    if (index.extent().lines() != static_cast<std::int64_t>(expected.begins.size()))
        return QStringLiteral("other number of lines");
    for (std::size_t line = 0; line < expected.begins.size(); ++line) {
        const auto entry = index.entryBefore(LineNumber{static_cast<std::int64_t>(line)});
        if (entry.offset != expected.begins[static_cast<std::size_t>(entry.line)])
            return QStringLiteral("an entry of the index is wrong");
    }
    return {};
}

std::uint64_t fromEnvironment(const char *name, std::uint64_t otherwise)
{
    bool valid = false;
    const qulonglong value = qEnvironmentVariable(name).toULongLong(&valid);
    return valid ? value : otherwise;
}

} // namespace

class TestAgainstNaive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsJudgedAsThePlainRulesSay()
    {
        const std::uint64_t runs = fromEnvironment("WAYBILL_FUZZ_RUNS", 20'000);
        const std::uint64_t seed = fromEnvironment("WAYBILL_FUZZ_SEED", 1);
        int differences = 0;
        for (std::uint64_t number = seed; number < seed + runs && differences < 10; ++number) {
            const QString difference = differenceOf(number);
            if (difference.isEmpty())
                continue;
            ++differences;
            qWarning().noquote()
                << number << difference
                << QByteArray::fromStdString(textOf(number)).toPercentEncoding(" {}[]:,\"\\");
        }
        QCOMPARE(differences, 0);
        qInfo("%llu texts judged alike", static_cast<unsigned long long>(runs));
    }
};

QTEST_GUILESS_MAIN(TestAgainstNaive)
#include "tst_against_naive.moc"
