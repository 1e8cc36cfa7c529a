// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace waybill {

/// A value or an Error: the names of C++23's std::expected, from Debian's libexpected-dev.
/// Callers test it and use `*`; `value()` would throw and is not used.
template <typename T = void>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure failure(Error error)
{
    return Failure(std::move(error));
}
inline Failure failure(ErrorCode code, QString what, QString where = {}, QString next = {})
{
    return Failure(Error{code, std::move(what), std::move(where), std::move(next)});
}

} // namespace waybill
