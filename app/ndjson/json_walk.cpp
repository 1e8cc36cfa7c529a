// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_walk.h"

#include "ndjson/json_text.h"

#include <algorithm>
#include <cstring>

namespace waybill::ndjson {
namespace {

constexpr int kDeepest = 200; ///< of recursion: FHIR nests about ten levels

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

/// Behind the quote that closes the string which opens at `at`.
qsizetype endOfString(QByteArrayView json, qsizetype at)
{
    const char *const data = json.data();
    qsizetype from = at + 1;
    while (from < json.size()) {
        const void *quote = std::memchr(data + from, '"', static_cast<std::size_t>(json.size() - from));
        if (quote == nullptr)
            return json.size();
        const qsizetype found = static_cast<const char *>(quote) - data;
        qsizetype slash = found;
        while (slash > at + 1 && data[slash - 1] == '\\')
            --slash;
        if ((found - slash) % 2 == 0)
            return found + 1;
        from = found + 1;
    }
    return json.size();
}

bool fits(const PathStep &step, QByteArrayView rawKey)
{
    if (step.kind == PathStep::Kind::Any)
        return true;
    const QByteArrayView inside = rawKey.sliced(1, std::max<qsizetype>(0, rawKey.size() - 2));
    QByteArray decoded;
    QByteArrayView key = inside;
    if (inside.contains('\\')) {
        decoded = decodeString(rawKey).toUtf8();
        key = decoded;
    }
    if (step.kind == PathStep::Kind::Key)
        return key == step.key;
    const qsizetype stem = step.key.size();
    return key.size() > stem && key.first(stem) == step.key && key[stem] >= 'A' && key[stem] <= 'Z';
}

class Walk
{
public:
    Walk(QByteArrayView json, const std::vector<PathStep> &path,
        const std::function<bool(QByteArrayView)> &visit)
        : m_json(json)
        , m_path(path)
        , m_visit(visit)
    {
    }

    /// The value at `at` with the steps from `step` on; returns the value's end.
    qsizetype value(qsizetype at, std::size_t step, int depth)
    {
        at = skipSpace(m_json, at);
        if (at >= m_json.size() || m_stopped)
            return m_json.size();
        const char first = m_json[at];
        const bool deep = step < m_path.size() && m_path[step].kind == PathStep::Kind::AnyDepth;
        if (step == m_path.size() || depth > kDeepest)
            return leaf(at, step, first, depth);
        if (first == '[')
            return array(at, step, -1, depth);
        if (deep && step + 1 == m_path.size() && first != '{') {
            const qsizetype end = endOfValue(m_json, at);
            tell(at, end);
            return end;
        }
        return first == '{' ? object(at, step, depth) : endOfValue(m_json, at);
    }

private:
    void tell(qsizetype begin, qsizetype end)
    {
        m_stopped = m_stopped || !m_visit(m_json.sliced(begin, end - begin));
    }

    /// The path ends here: the items of an array are the values, not the array.
    qsizetype leaf(qsizetype at, std::size_t step, char first, int depth)
    {
        if (first == '[' && depth <= kDeepest)
            return array(at, step, -1, depth);
        const qsizetype end = endOfValue(m_json, at);
        if (step == m_path.size())
            tell(at, end);
        return end;
    }

    qsizetype array(qsizetype at, std::size_t step, int wanted, int depth)
    {
        ++at;
        for (int item = 0; at < m_json.size() && !m_stopped; ++item) {
            at = skipSpace(m_json, at);
            if (at < m_json.size() && m_json[at] == ']')
                return at + 1;
            at = wanted < 0 || wanted == item ? value(at, step, depth + 1) : endOfValue(m_json, at);
            at = skipSpace(m_json, at);
            if (at >= m_json.size() || m_json[at] != ',')
                return at < m_json.size() && m_json[at] == ']' ? at + 1 : m_json.size();
            ++at;
        }
        return m_json.size();
    }

    qsizetype object(qsizetype at, std::size_t step, int depth)
    {
        ++at;
        while (!m_stopped) {
            at = skipSpace(m_json, at);
            if (at < m_json.size() && m_json[at] == '}')
                return at + 1;
            if (at >= m_json.size() || m_json[at] != '"')
                return m_json.size();
            const qsizetype keyEnd = endOfString(m_json, at);
            const QByteArrayView key = m_json.sliced(at, keyEnd - at);
            at = skipSpace(m_json, keyEnd);
            if (at >= m_json.size() || m_json[at] != ':')
                return m_json.size();
            at = skipSpace(m_json, member(key, skipSpace(m_json, at + 1), step, depth));
            if (at >= m_json.size() || m_json[at] != ',')
                return at < m_json.size() && m_json[at] == '}' ? at + 1 : m_json.size();
            ++at;
        }
        return m_json.size();
    }

    qsizetype member(QByteArrayView key, qsizetype at, std::size_t step, int depth)
    {
        const PathStep &wanted = m_path[step];
        if (wanted.kind == PathStep::Kind::AnyDepth) {
            // What comes behind "**" may start here as well as below.
            if (step + 1 < m_path.size() && fits(m_path[step + 1], key))
                inside(at, step + 1, depth);
            return value(at, step, depth + 1);
        }
        return fits(wanted, key) ? inside(at, step, depth) : endOfValue(m_json, at);
    }

    /// The value of a member that fits: its item when one was asked for, else all of it.
    qsizetype inside(qsizetype at, std::size_t step, int depth)
    {
        const int item = m_path[step].item;
        if (item < 0)
            return value(at, step + 1, depth + 1);
        if (at >= m_json.size() || m_json[at] != '[')
            return endOfValue(m_json, at);
        return array(at, step + 1, item, depth + 1);
    }

    QByteArrayView m_json;
    const std::vector<PathStep> &m_path;
    const std::function<bool(QByteArrayView)> &m_visit;
    bool m_stopped = false;
};

} // namespace

qsizetype endOfValue(QByteArrayView json, qsizetype at)
{
    at = skipSpace(json, at);
    if (at >= json.size())
        return json.size();
    if (json[at] == '"')
        return endOfString(json, at);
    if (json[at] != '{' && json[at] != '[') {
        while (
            at < json.size() && json[at] != ',' && json[at] != '}' && json[at] != ']' && !isSpace(json[at]))
            ++at;
        return at;
    }
    std::int64_t open = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (c == '"') {
            at = endOfString(json, at);
            continue;
        }
        open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at;
        if (open == 0)
            return at;
    }
    return json.size();
}

void walkMembers(QByteArrayView json, const std::function<void(QByteArrayView, QByteArrayView)> &visit)
{
    qsizetype at = skipSpace(json, 0);
    if (at >= json.size() || json[at] != '{')
        return;
    at = skipSpace(json, at + 1);
    while (at < json.size() && json[at] == '"') {
        const qsizetype nameEnd = endOfString(json, at);
        const QByteArrayView name = json.sliced(at + 1, std::max<qsizetype>(0, nameEnd - at - 2));
        at = skipSpace(json, nameEnd);
        if (at >= json.size() || json[at] != ':')
            return;
        const qsizetype begin = skipSpace(json, at + 1);
        const qsizetype end = endOfValue(json, begin);
        visit(name, json.sliced(begin, end - begin));
        at = skipSpace(json, end);
        if (at >= json.size() || json[at] != ',')
            return;
        at = skipSpace(json, at + 1);
    }
}

void walkPath(
    QByteArrayView json, const std::vector<PathStep> &path, const std::function<bool(QByteArrayView)> &visit)
{
    Walk(json, path, visit).value(0, 0, 0);
}

} // namespace waybill::ndjson
