// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "exports/export_machine.h"

#include <QObject>

#include <functional>

namespace waybill::auth {
class AuthorizedTransport;
class TokenSource;
} // namespace waybill::auth

namespace waybill::exports {

/// What the driver needs from the flow around it. Calls come in the driver's thread.
class ExportHost
{
public:
    virtual ~ExportHost() = default;
    /// On the disk when it returns. An error stops everything: nothing may happen that is not written down.
    virtual Result<> commit(const Step &step) = 0;
    virtual Result<> storeManifest(const StoreManifest &manifest) = 0;
    virtual void keepAnswer(const KeepAnswer &answer) = 0;
    virtual void startDownloads(const StartDownloads &command) = 0;
    virtual void refreshLinks(const RefreshLinks &command) = 0;
    virtual void stopDownloads() = 0;
    virtual void decide() = 0;
};

/// Performs the machine's commands and feeds it events; knows nothing else. Waits by the monotonic clock,
/// with a look at the wall clock every minute so that a suspended machine wakes on time (BD-080).
class ExportDriver : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        auth::AuthorizedTransport &transport;
        auth::TokenSource &tokens;
        const Clock &clock;
        ExportHost &host;
    };
    /// The request without the parameters that were given up (BD-046).
    using MakeKickOff = std::function<http::Request(const QStringList &leftOut)>;
    ExportDriver(const Deps &deps, Rules rules, MakeKickOff kickOff, State state, QObject *parent = nullptr);
    ~ExportDriver() override;

    const State &state() const;
    void handle(const Event &event);

Q_SIGNALS:
    void advanced(); ///< a step was committed
    /// The store could not be written: nothing goes on until a later handle() succeeds in writing.
    void storeFailed(const waybill::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace waybill::exports
