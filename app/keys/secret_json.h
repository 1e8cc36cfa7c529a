// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret_bytes.h"

#include <QJsonDocument>

#include <optional>
#include <vector>

namespace waybill::keys {

/// JSON whose private JWK members never enter Qt's JSON classes, which copy strings and free them unwiped.
/// The values of `d`, `p`, `q`, `dp`, `dq`, `qi` and `k` are taken out of the text before it is parsed.
class SecretJson
{
public:
    /// nullopt: not a JSON object or array.
    static std::optional<SecretJson> parse(QByteArrayView bytes);

    const QJsonDocument &document() const { return m_document; }
    /// The value of a private member; null if `placeholder` is none.
    const SecretBytes *secret(const QJsonValue &placeholder) const;

private:
    QJsonDocument m_document;
    std::vector<SecretBytes> m_secrets;
};

} // namespace waybill::keys
