// SPDX-License-Identifier: Apache-2.0
#include "assistant/scope_hunt.h"

namespace waybill::assistant {

ScopeHunt::ScopeHunt(QString base, QStringList suspects, int mostQuestions)
    : m_base(std::move(base))
    , m_most(mostQuestions)
{
    suspects.removeAll(m_base);
    if (!suspects.isEmpty())
        m_open.append({suspects, true, false}); // the whole list was refused: that is why we are here
    settle();
}

/// Takes apart what is known to be refused, until a part must be asked about.
void ScopeHunt::settle()
{
    while (!m_open.isEmpty() && m_open.last().knownBad) {
        const QStringList scopes = m_open.takeLast().scopes;
        if (scopes.size() == 1)
            m_culprits.append(scopes.first());
        else
            split(scopes);
    }
}

void ScopeHunt::split(const QStringList &scopes)
{
    const qsizetype half = scopes.size() / 2;
    m_open.append({scopes.mid(half), false, false});
    m_open.append({scopes.first(half), false, true});
}

std::optional<QStringList> ScopeHunt::next() const
{
    if (m_open.isEmpty() || m_questions >= m_most)
        return std::nullopt;
    return QStringList{m_base} + m_open.last().scopes;
}

void ScopeHunt::answered(bool granted)
{
    if (m_open.isEmpty())
        return;
    ++m_questions;
    Part part = m_open.takeLast();
    if (!granted) {
        part.knownBad = true;
        m_open.append(part);
    } else if (part.firstHalf && !m_open.isEmpty()) {
        m_open.last().knownBad = true; // both together were refused
    }
    settle();
}

} // namespace waybill::assistant
