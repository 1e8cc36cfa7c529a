// SPDX-License-Identifier: Apache-2.0
#include "auth/token_refusal.h"

#include <QRegularExpression>

namespace waybill::auth {

QString toServerText(const TokenRefusal &refusal)
{
    QString text = refusal.error;
    if (!refusal.description.isEmpty())
        text += QStringLiteral(": ") + refusal.description.simplified();
    if (!refusal.uri.isEmpty())
        text += QLatin1Char('\n') + refusal.uri.simplified();
    return text;
}

std::optional<TokenRefusal> refusalOf(const Error &error)
{
    // RFC 6749's codes and those of its relatives are lower-case words with underscores between.
    static const QRegularExpression pattern(
        QStringLiteral("^([a-z]+(?:_[a-z]+)+)(?:: ([^\\n]*))?(?:\\n([^\\n]*))?$"));
    const auto match = pattern.match(error.serverText);
    if (!match.hasMatch() || !error.httpStatus)
        return std::nullopt;
    return TokenRefusal{match.captured(1), match.captured(2), match.captured(3), *error.httpStatus};
}

} // namespace waybill::auth
