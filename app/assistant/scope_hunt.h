// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace waybill::assistant {

/// Finds which scopes a server refuses when it only says that one of them is wrong (eCW: invalid_grant).
/// Halves the list as long as halves are refused. Pure: ask what next() says, tell the answer, until next()
/// is empty. `base` is a scope that is known to be granted and goes along with every question.
class ScopeHunt
{
public:
    ScopeHunt(QString base, QStringList suspects, int mostQuestions = 14);

    std::optional<QStringList> next() const; ///< the scopes to ask for; nullopt = done
    void answered(bool granted);
    const QStringList &culprits() const { return m_culprits; }

private:
    struct Part {
        QStringList scopes;
        bool knownBad = false; ///< refused, or its other half was granted
        bool firstHalf = false; ///< its other half lies below it
    };
    void split(const QStringList &scopes);
    void settle();

    QString m_base;
    QList<Part> m_open; ///< the last one is asked next
    QStringList m_culprits;
    int m_questions = 0;
    int m_most;
};

} // namespace waybill::assistant
