// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/steps.h"
#include "practices/store.h"

/// A home as it is after some weeks of work: practices with runs, polls, watermarks and their audit.
namespace waybill::support {

inline practices::Profile samplePractice(int number, const char *name, int stepsDone,
    practices::Environment environment = practices::Environment::Sandbox)
{
    practices::Profile profile;
    profile.id = QStringLiteral("practice-%1").arg(number);
    profile.name = QString::fromUtf8(name);
    profile.practiceCode = QStringLiteral("CODE%1").arg(number);
    profile.environment = environment;
    profile.vendor = QStringLiteral("eclinicalworks");
    profile.requestsPerMinute = 100;
    profile.types = {QStringLiteral("Condition"), QStringLiteral("Observation"), QStringLiteral("Patient")};
    for (const practices::Step step : assistant::railOrder().mid(0, stepsDone))
        profile.steps.insert(step,
            {practices::StepState::Ok, QStringLiteral("2026-06-01T08:00:00Z"), QStringLiteral("seen"), {}});
    if (stepsDone < 3)
        return profile;
    profile.fhirBaseUrl = QUrl(QStringLiteral("https://fhir.example/fhir/r4/CODE%1").arg(number));
    profile.clientId = QStringLiteral("8f14e45f-ceea-467f-a83e-%1").arg(number, 12, 10, QLatin1Char('0'));
    profile.group = {QStringLiteral("active-%1").arg(number), {}, {}, QStringLiteral("All active patients"),
        1204, QStringLiteral("2026-06-01T08:00:00Z")};
    return profile;
}

inline QList<practices::Profile> samplePractices()
{
    using practices::Environment;
    return {samplePractice(1, "Elm Street Family Practice", 8, Environment::Production),
        samplePractice(2, "Riverside Pediatrics and Adolescent Medicine of Greater Portland", 8),
        samplePractice(3, "Clínica San José", 5), samplePractice(4, "Oak", 2),
        samplePractice(5, "Elm Street Family Practice (sandbox)", 8)};
}

inline Result<> addHistory(
    practices::Store &store, const practices::Profile &profile, Instant now, int nights)
{
    const auto key = practices::watermarkKey(profile);
    for (int night = nights; night > 0; --night) {
        const Instant start = now - std::chrono::hours{24} * night;
        practices::RunRecord run;
        run.id = QStringLiteral("%1-%2").arg(
            profile.id, toDateTime(start).toString(QStringLiteral("yyyyMMdd'T'HHmmss")));
        run.baseUrl = key.baseUrl;
        run.group = key.group;
        run.profileId = profile.id;
        run.startedAt = start;
        run.finishedAt = start + std::chrono::minutes{17};
        run.closed = true;
        const bool bad = night % 7 == 3;
        run.outcome = bad ? practices::Outcome::CompleteWithErrors : practices::Outcome::Complete;
        run.reason = bad ? QStringLiteral("All files are here, but the server reported 3 errors.")
                         : QStringLiteral("Complete: 14 files with 202,047 resources, all verified.");
        const QString time = toDateTime(start).toString(Qt::ISODateWithMs);
        run.request = {{QStringLiteral("since"), night == nights ? QString() : time}};
        if (const auto saved = store.saveRun(run); !saved || bad)
            continue;
        for (const QString &type : profile.types) {
            const auto moved = store.moveWatermark(key, {type, time, run.id, *run.finishedAt},
                QStringLiteral("run"), QStringLiteral("all files are verified"));
            if (!moved)
                return moved;
        }
    }
    return {};
}

/// Fills the store at `home`/state.
inline Result<> fillSampleHome(const QString &home, Instant now, int nights = 30)
{
    const auto store = practices::Store::open(home + QStringLiteral("/state"));
    if (!store)
        return failure(store.error());
    return (*store)->transact([&]() -> Result<> {
        for (const practices::Profile &profile : samplePractices()) {
            if (const auto saved = (*store)->saveProfile(profile); !saved)
                return saved;
            if (profile.fhirBaseUrl.isEmpty())
                continue;
            if (const auto filled = addHistory(**store, profile, now, nights); !filled)
                return filled;
        }
        return {};
    });
}

} // namespace waybill::support
