// SPDX-License-Identifier: Apache-2.0
// The practice list as the set-up page uses it: read in a worker, then searched at every key. Prints parse
// time, memory, search latency and the longest stall of the event loop (EC-021, EC-024).
#include "base/worker.h"
#include "discovery/directory_import.h"
#include "discovery/endpoint_search.h"
#include "support/event_loop_watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace waybill;
using namespace waybill::discovery;

namespace {

constexpr int kPractices = 17'229; // as published on 2026-08-14

/// As eCW publishes them: pairs of Endpoint and Organization, some 450 bytes each.
QByteArray practiceBundle()
{
    const QList<QByteArray> towns{"Minneapolis", "San Juan", "Boston", "Duluth", "Castañer", "Albany"};
    QByteArray bundle(R"({"resourceType":"Bundle","entry":[)");
    for (int i = 0; i < kPractices; ++i) {
        const QByteArray code = "P" + QByteArray::number(100'000 + i);
        const QByteArray name =
            (i % 90 == 0 ? "Test facility " : "Family Medical Center &amp; Clinic ") + QByteArray::number(i);
        const QByteArray base = "https://fhir4.eclinicalworks.com/fhir/r4/" + code;
        const QByteArray &town = towns.at(i % towns.size());
        bundle += (i == 0 ? "" : ",") + QByteArray(R"({"fullUrl":")") + base + "/Endpoint/" + code
            + R"(","resource":{"resourceType":"Endpoint","id":")" + code + R"(","status":"active","name":")"
            + name
            + R"(","connectionType":{"system":"http://terminology.hl7.org/CodeSystem/endpoint-connection-type",)"
              R"("code":"hl7-fhir-rest"},"payloadType":[{"text":"FHIR R4 facade"}],"payloadMimeType":)"
              R"(["application/fhir+json","application/json+fhir","application/xml+fhir","application/fhir+xml"],)"
              R"("period":{"start":"2022-12-08T17:28:28.000-05:00"},"address":")"
            + base + R"("}},{"fullUrl":")" + base + "/Organization/" + code
            + R"(","resource":{"resourceType":"Organization","id":")" + code + R"(","name":")" + name
            + R"(","endpoint":[{"reference":"Endpoint/)" + code
            + R"("}],"address":[{"line":["4727 Hiawatha Ave"],"city":")" + town
            + R"(","state":"MN","postalCode":")" + QByteArray::number(10'000 + i) + R"(","country":"US"}]}})";
    }
    return bundle + "]}";
}

long fromStatus(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qstrlen(field)).simplified().split(' ').first().toLong();
    }
    return -1;
}

/// Every prefix of a word, as a person types it; milliseconds, sorted.
QList<double> typed(const EndpointSearch &search, const QStringList &words)
{
    QList<double> times;
    for (const QString &word : words) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            QElapsedTimer timer;
            timer.start();
            (void)search.find(word.first(length));
            times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

QByteArray bytesOf(int argc, char **argv)
{
    if (argc < 2)
        return practiceBundle();
    QFile file(QFile::decodeName(argv[1]));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QByteArray bytes = bytesOf(argc, argv);
    const long before = fromStatus("VmRSS:");
    support::EventLoopWatchdog watchdog;
    QObject context;
    QElapsedTimer clock;
    std::shared_ptr<const EndpointSearch> search;
    qint64 parsed = 0;
    clock.start();
    const Worker worker = Worker::start<std::shared_ptr<const EndpointSearch>>(
        &context,
        [&bytes, &clock, &parsed](const std::stop_token &stop) -> std::shared_ptr<const EndpointSearch> {
            auto list = importDirectory(bytes, {QStringLiteral("bench"), QStringLiteral("2026-11-23"), stop});
            parsed = clock.elapsed();
            if (!list)
                return nullptr;
            return std::make_shared<const EndpointSearch>(
                std::make_shared<const EndpointDirectory>(std::move(*list)));
        },
        [&](std::shared_ptr<const EndpointSearch> made) {
            search = std::move(made);
            QCoreApplication::quit();
        });
    watchdog.start();
    QCoreApplication::exec();
    watchdog.stop(); // the keys below are pressed one after the other, without a loop between them
    if (!search) {
        std::fputs("the list could not be read\n", stderr);
        return 1;
    }
    const qint64 indexed = clock.elapsed();
    const QList<double> times = typed(*search,
        {QStringLiteral("family medical"), QStringLiteral("castaner"), QStringLiteral("p10042"),
            QStringLiteral("minneapolis mn"), QStringLiteral("10123")});
    std::printf("list            %.1f MB, %lld practices, %lld hidden\n",
        static_cast<double>(bytes.size()) / 1e6, static_cast<long long>(search->directory().entries.size()),
        static_cast<long long>(search->directory().hidden));
    std::printf("parse           %lld ms (goal < 3000)\n", static_cast<long long>(parsed));
    std::printf("index           %lld ms\n", static_cast<long long>(indexed - parsed));
    std::printf("memory          %ld MB more than before, peak %ld MB (goal < 300)\n",
        (fromStatus("VmRSS:") - before) / 1024, fromStatus("VmHWM:") / 1024);
    std::printf("search          median %.2f ms, worst %.2f ms of %lld keys (goal < 50)\n",
        times.at(times.size() / 2), times.last(), static_cast<long long>(times.size()));
    std::printf("longest stall   %lld ms while reading (goal < 50)\n",
        static_cast<long long>(watchdog.longestWork().count()));
    return 0;
}
