// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace waybill::keys {

/// OpenSSL frees some buffers that held a clear private key without clearing them (3.0: its decoders, and
/// EVP_PKEY2PKCS8). So the whole process's OpenSSL, Qt's TLS included, gets a `free` that clears first.
/// To be called before OpenSSL's first allocation; false when that was too late.
bool installClearingAllocator();

} // namespace waybill::keys
