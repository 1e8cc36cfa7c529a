// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace waybill::sandbox {

/// Random and unguessable: job ids, client ids, access tokens.
std::string randomUuid();
std::string randomToken(); ///< 256 bits, base64url

/// Signs links; the key is made anew in every process.
class LinkSigner
{
public:
    LinkSigner();
    std::string sign(std::string_view what) const; ///< hex HMAC-SHA256
    bool verify(std::string_view what, std::string_view signature) const;

private:
    std::string m_key;
};

} // namespace waybill::sandbox
