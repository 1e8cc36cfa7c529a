// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill {

/// The usual helper for std::visit: a new alternative without a case does not compile.
template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

} // namespace waybill
