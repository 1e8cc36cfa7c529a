// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker.h"
#include "keys/key_pair.h"

#include <functional>
#include <optional>

namespace waybill::keys {

/// Makes keys in a thread of its own: RSA-4096 takes 0.5 to 4 s. One at a time; a new start() ends the one
/// before. Keep it as a member of `context`; destroying it stops the work within a few milliseconds.
class KeyGenerator
{
public:
    /// `done` comes once, in the thread of `context`, unless cancelled.
    void start(KeyKind kind, QObject *context, std::function<void(Result<KeyPair>)> done);
    void cancel();

private:
    std::optional<Worker> m_worker;
};

/// As generate(), but gives up with Cancelled soon after a stop was asked for.
Result<KeyPair> generate(KeyKind kind, const std::stop_token &stop);

} // namespace waybill::keys
