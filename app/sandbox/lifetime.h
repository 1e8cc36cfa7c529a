// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill::sandbox {

/// When the process ends: at SIGTERM or SIGINT, and with its parent if it was asked to. Make it in main
/// before the first thread.
class Lifetime
{
public:
    /// With `withParent` the process also ends when standard input closes and, on Linux, when the thread that
    /// started it dies, so that it never outlives a desktop that was killed.
    explicit Lifetime(bool withParent);
    void waitForTheEnd();

private:
    bool m_withParent;
};

} // namespace waybill::sandbox
