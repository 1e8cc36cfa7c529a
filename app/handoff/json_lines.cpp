// SPDX-License-Identifier: Apache-2.0
#include "handoff/json_lines.h"

namespace waybill::handoff {
namespace {

class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {
        if (m_json.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    /// Goes to the value at `path`, as far as it leads.
    qsizetype find(const QStringList &path)
    {
        skipSpace();
        qsizetype found = m_at;
        for (const QString &step : path) {
            const bool there = peek() == '{' ? enterMember(step.toUtf8()) : enterElement(step.toInt());
            if (!there)
                break;
            found = m_at;
        }
        return found;
    }

private:
    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[m_at]))
            ++m_at;
    }

    void skipPunctuation(char c)
    {
        skipSpace();
        if (peek() == c)
            ++m_at;
        skipSpace();
    }

    /// The raw text between the quotes; keys of ours have no escapes.
    QByteArrayView string()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_json.size());
        const QByteArrayView raw = m_json.sliced(start, m_at - start);
        ++m_at;
        return raw;
    }

    void skipValue()
    {
        int depth = 0;
        while (m_at < m_json.size()) {
            const char c = peek();
            if (c == '"') {
                string();
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return;
            } else {
                depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
                ++m_at;
            }
        }
    }

    bool enterMember(const QByteArray &key)
    {
        ++m_at;
        skipSpace();
        while (peek() == '"') {
            const bool wanted = string() == key;
            skipPunctuation(':');
            if (wanted)
                return true;
            skipValue();
            skipPunctuation(',');
        }
        return false;
    }

    bool enterElement(int index)
    {
        if (peek() != '[')
            return false;
        ++m_at;
        skipSpace();
        for (int i = 0; i < index && m_at < m_json.size(); ++i) {
            skipValue();
            skipPunctuation(',');
        }
        return peek() != ']' && m_at < m_json.size();
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace

int lineOfOffset(QByteArrayView text, qsizetype offset)
{
    if (offset < 0 || offset > text.size())
        return 0;
    const QByteArrayView before = text.first(offset);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

int lineOfPath(QByteArrayView json, const QStringList &path)
{
    return lineOfOffset(json, Scanner(json).find(path));
}

} // namespace waybill::handoff
