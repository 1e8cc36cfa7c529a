// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill {

/// No core dumps and no reading of our memory by other processes of this user: keys and tokens are in it.
void keepSecretsInMemory();

} // namespace waybill
