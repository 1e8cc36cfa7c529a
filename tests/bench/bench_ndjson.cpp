// SPDX-License-Identifier: Apache-2.0
// Prints ratios, not records: run it on a quiet machine, `bench_ndjson FILE.ndjson [rounds]`. See README.md.
#include "ndjson/line_checker.h"
#include "ndjson/line_finder.h"
#include "ndjson/line_index.h"
#include "ndjson/line_reader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <functional>
#include <simdjson.h>
#include <sys/resource.h>

using namespace waybill;
using namespace waybill::ndjson;

namespace {

constexpr qsizetype kBlock = qsizetype{1} << 20;

struct Case {
    QString name;
    std::function<std::int64_t()> run;
    std::vector<double> seconds;
    std::vector<double> cpu; ///< processor time: steadier where others use the machine too
    std::int64_t result = 0;
};

void eachBlock(const SourceFile &file, const std::function<void(QByteArrayView)> &use)
{
    QByteArray buffer(kBlock, Qt::Uninitialized);
    std::int64_t at = 0;
    for (;;) {
        const qsizetype got = file.read(at, buffer.data(), buffer.size());
        if (got <= 0)
            return;
        use(QByteArrayView(buffer).first(got));
        at += got;
    }
}

std::int64_t naiveCount(const SourceFile &file)
{
    std::int64_t lines = 0;
    eachBlock(file, [&lines](QByteArrayView block) {
        const char *at = block.data();
        const char *const end = at + block.size();
        while ((at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))))
            != nullptr) {
            ++at;
            ++lines;
        }
    });
    return lines;
}

/// The same lines through simdjson's DOM and nothing else.
std::int64_t bareDom(const SourceFile &file)
{
    simdjson::dom::parser parser;
    std::int64_t good = 0;
    QByteArray carry;
    QByteArray padded(kBlock + simdjson::SIMDJSON_PADDING, Qt::Uninitialized);
    const auto parse = [&](const char *data, std::size_t length) {
        simdjson::dom::element element;
        good += parser.parse(data, length, false).get(element) == simdjson::SUCCESS ? 1 : 0;
    };
    eachBlock(file, [&](QByteArrayView block) {
        std::memcpy(padded.data(), block.data(), static_cast<std::size_t>(block.size()));
        const char *at = padded.constData();
        const char *const end = at + block.size();
        while (const void *newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
            const auto *stop = static_cast<const char *>(newline);
            if (carry.isEmpty()) {
                parse(at, static_cast<std::size_t>(stop - at));
            } else {
                carry.append(at, stop - at);
                const auto length = static_cast<std::size_t>(carry.size());
                carry.append(simdjson::SIMDJSON_PADDING, '\0');
                parse(carry.constData(), length);
                carry.clear();
            }
            at = stop + 1;
        }
        carry.append(at, end - at);
    });
    return good;
}

std::int64_t index(const SourceFile &file)
{
    LineIndex lines;
    eachBlock(file, [&lines](QByteArrayView block) { lines.append(block); });
    return lines.extent().lines();
}

std::int64_t check(const SourceFile &file)
{
    LineChecker checker;
    eachBlock(file, [&checker](QByteArrayView block) { checker.add(block); });
    return checker.finish().lines;
}

std::int64_t find(const SourceFile &file, const FindOptions &options)
{
    const auto pattern = SearchPattern::compile(options);
    std::int64_t hits = 0;
    findInFile(file, file.stamp().size, *pattern,
        [&hits](const FindBatch &batch) { hits += static_cast<std::int64_t>(batch.hits.size()); }, {});
    return hits;
}

std::int64_t jumps(const std::shared_ptr<const SourceFile> &file)
{
    static const auto lines = [&file] {
        auto made = std::make_shared<LineIndex>();
        eachBlock(*file, [&made](QByteArrayView block) { made->append(block); });
        return made;
    }();
    const LineReader reader(file, lines);
    QRandomGenerator random(1);
    std::int64_t bytes = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto first = static_cast<std::int64_t>(random.bounded(static_cast<double>(reader.lineCount())));
        for (const LineText &line : reader.lines({first}, 60, {}))
            bytes += line.bytes.size();
    }
    return bytes;
}

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

long peakMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const auto file = SourceFile::open(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (!file) {
        out << describe(file.error()) << "\nusage: bench_ndjson FILE.ndjson [rounds]\n";
        return 2;
    }
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 5;
    const FindOptions literal{QStringLiteral("ZEBRA-7f3c9"), false, true, false};
    const FindOptions anyCase{QStringLiteral("zebra-7f3c9"), false, false, false};
    const FindOptions regex{QStringLiteral("ZEBRA-[0-9a-f]{5}"), true, true, false};
    const FindOptions value{QStringLiteral("\"value\":199\\.9[0-9]"), true, true, false};
    std::vector<Case> cases{{QStringLiteral("newline count"), [&] { return naiveCount(**file); }, {}, {}},
        {QStringLiteral("line index"), [&] { return index(**file); }, {}, {}},
        {QStringLiteral("bare simdjson DOM"), [&] { return bareDom(**file); }, {}, {}},
        {QStringLiteral("line checker"), [&] { return check(**file); }, {}, {}},
        {QStringLiteral("find literal"), [&] { return find(**file, literal); }, {}, {}},
        {QStringLiteral("find, any case"), [&] { return find(**file, anyCase); }, {}, {}},
        {QStringLiteral("find expression"), [&] { return find(**file, regex); }, {}, {}},
        {QStringLiteral("find value"), [&] { return find(**file, value); }, {}, {}},
        {QStringLiteral("1000 jumps of 60"), [&] { return jumps(*file); }, {}, {}}};
    if (argc > 3) { // some ways alone, for a profiler
        const QString only = QString::fromLocal8Bit(argv[3]);
        std::erase_if(cases, [&only](const Case &one) { return !only.contains(one.name); });
    }
    for (int round = 0; round < rounds; ++round) { // interleaved: noise hits all alike
        for (Case &one : cases) {
            const double before = cpuSeconds();
            QElapsedTimer timer;
            timer.start();
            one.result = one.run();
            one.seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
            one.cpu.push_back(cpuSeconds() - before);
        }
    }
    const double bytes = static_cast<double>((*file)->stamp().size);
    const double count = median(cases.front().seconds);
    const double dom = median(cases[cases.size() > 2 ? 2 : 0].seconds);
    const double domCpu = median(cases[cases.size() > 2 ? 2 : 0].cpu);
    out << qSetFieldWidth(0)
        << "case                    median s   cpu s    GB/s   of newline count   of bare DOM (cpu)   "
           "result\n";
    for (const Case &one : cases) {
        const double seconds = median(one.seconds);
        const double cpu = median(one.cpu);
        out << one.name.leftJustified(22)
            << QString::asprintf("%10.4f %7.4f %7.2f %18.2f %13.2f (%.2f)", seconds, cpu,
                   bytes / seconds / 1e9, count / seconds, dom / seconds, domCpu / cpu)
            << "   " << static_cast<qlonglong>(one.result) << '\n';
    }
    out << "peak memory " << peakMiB() << " MiB\n";
    return 0;
}
