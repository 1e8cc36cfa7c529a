// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auth/token_source.h"

namespace waybill::downloads {

/// Where file requests get their token: in the thread that owns the queue, never in the worker.
struct TokenAccess {
    std::function<void(QObject *context, std::function<void(Result<auth::AccessToken>)> done)> ask;
    std::function<void(const auth::AccessToken &refused)> refused; ///< a server answered 401 to it
};

/// `source` must outlive what uses this.
TokenAccess tokensFrom(auth::TokenSource &source);

} // namespace waybill::downloads
