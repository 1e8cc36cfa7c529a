// SPDX-License-Identifier: Apache-2.0
// The desktop without its window: what it does with its exports from start to end, as a process that a test
// may kill. desktop_engine HOME [--go-on]; exit 0 complete, 75 waits or needs a person, 1 anything else.
#include "flows/load_key.h"
#include "flows/running_exports.h"
#include "practices/store.h"
#include "vault/secret_store.h"

#include <QCoreApplication>

using namespace waybill;

namespace {

int exitCodeOf(const QList<flows::RunResult> &results)
{
    int code = 0;
    for (const flows::RunResult &result : results) {
        if (result.outcome == flows::Outcome::Waiting || result.outcome == flows::Outcome::Duplicate)
            return 75;
        if (result.outcome != flows::Outcome::Complete) {
            qWarning("%s: %s", qPrintable(flows::outcomeName(result.outcome)), qPrintable(result.verdict));
            code = 1;
        }
    }
    return code;
}

void fail(const QString & /*profileId*/, const Error &why)
{
    qWarning("%s", qPrintable(describe(why)));
    QCoreApplication::exit(why.code == ErrorCode::Busy ? 75 : 1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("waybill"));
    const QString home = QCoreApplication::arguments().value(1);
    bool goesOn = QCoreApplication::arguments().contains(QStringLiteral("--go-on"));
    const auto store = practices::Store::open(home + QStringLiteral("/state"));
    if (!store)
        return 1;
    const auto profiles = (*store)->profiles();
    if (!profiles || profiles->isEmpty())
        return 1;
    const practices::Profile profile = profiles->first();

    const SystemClock clock;
    vault::KeychainStore keychain;
    flows::RunningExports exports({**store, clock, keychain, home});
    QObject::connect(&exports, &flows::RunningExports::failed, &application, fail);
    QObject::connect(&exports, &flows::RunningExports::keyNeeded, &application, fail);
    QObject::connect(&exports, &flows::RunningExports::finished, &application,
        [&](const QString &id, const QList<flows::RunResult> &results) {
            if (std::exchange(goesOn, false) && exitCodeOf(results) == 75)
                exports.of(id)->goOn(); // a person insists
            else
                QCoreApplication::exit(exitCodeOf(results));
        });
    if (!flows::RunExport::unfinished(**store)->isEmpty()) {
        exports.resumeUnfinished();
    } else {
        const flows::KeySource source{profile.key, home, profile.keyThumbprint, nullptr};
        flows::loadKey(source, &keychain, &exports, [&](const Result<keys::KeyPair> &key) {
            flows::LaunchPlan plan;
            plan.profile = profile;
            plan.key = *key;
            if (const Result<> started = exports.start(plan); !started)
                fail(profile.id, started.error());
        });
    }
    return QCoreApplication::exec();
}
