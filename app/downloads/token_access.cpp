// SPDX-License-Identifier: Apache-2.0
#include "downloads/token_access.h"

namespace waybill::downloads {

TokenAccess tokensFrom(auth::TokenSource &source)
{
    return {
        [&source](QObject *context, std::function<void(Result<auth::AccessToken>)> done) {
            source.withToken(context, std::move(done));
        },
        [&source](const auth::AccessToken &refused) { source.forget(refused); },
    };
}

} // namespace waybill::downloads
