// SPDX-License-Identifier: Apache-2.0
#include "keys/secret_json.h"

#include <QJsonValue>

#include <algorithm>
#include <array>
#include <string_view>

namespace waybill::keys {
namespace {

constexpr std::array<std::string_view, 7> kPrivate{"d", "p", "q", "dp", "dq", "qi", "k"};

/// The end of the string whose opening quote is at `open`: the index of the closing quote, or -1.
qsizetype closingQuote(const QByteArray &text, qsizetype open)
{
    for (qsizetype i = open + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i;
    }
    return -1;
}

qsizetype skipSpace(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        ++at;
    return at;
}

/// Overwrites a value in place with the number of its secret.
void replaceBy(std::size_t index, char *value, qsizetype size)
{
    const QByteArray digits = QByteArray::number(static_cast<qulonglong>(index));
    std::fill_n(value, size, ' ');
    if (digits.size() <= size)
        std::copy(digits.begin(), digits.end(), value);
}

} // namespace

std::optional<SecretJson> SecretJson::parse(QByteArrayView bytes)
{
    SecretJson result;
    QByteArray text = bytes.toByteArray();
    char *data = text.data();
    for (qsizetype at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
        const qsizetype end = closingQuote(text, at);
        if (end < 0)
            break;
        const std::string_view name(data + at + 1, static_cast<std::size_t>(end - at - 1));
        at = skipSpace(text, end + 1);
        if (at >= text.size() || text[at] != ':')
            continue; // a value, not a name
        at = skipSpace(text, at + 1);
        const bool isPrivate = std::find(kPrivate.begin(), kPrivate.end(), name) != kPrivate.end();
        if (!isPrivate || at >= text.size() || text[at] != '"')
            continue;
        const qsizetype valueEnd = closingQuote(text, at);
        if (valueEnd < 0)
            break;
        const qsizetype size = valueEnd - at - 1;
        result.m_secrets.emplace_back(QByteArrayView(data + at + 1, size));
        replaceBy(result.m_secrets.size() - 1, data + at + 1, size);
        at = valueEnd + 1;
    }
    QJsonParseError fault{};
    result.m_document = QJsonDocument::fromJson(text, &fault);
    wipe(text);
    if (fault.error != QJsonParseError::NoError)
        return std::nullopt;
    return result;
}

const SecretBytes *SecretJson::secret(const QJsonValue &placeholder) const
{
    bool good = false;
    const auto index = placeholder.toString().trimmed().toUInt(&good);
    return good && index < m_secrets.size() ? &m_secrets[index] : nullptr;
}

} // namespace waybill::keys
