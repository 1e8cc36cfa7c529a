// SPDX-License-Identifier: Apache-2.0
#include "discovery/finding.h"

#include <algorithm>

namespace waybill::discovery {
namespace {

int weight(FindingState state)
{
    switch (state) {
    case FindingState::Ok: return 0;
    case FindingState::Unknown: return 1;
    case FindingState::Attention: return 2;
    case FindingState::Bad: return 3;
    }
    Q_UNREACHABLE();
}

} // namespace

QString stateName(FindingState state)
{
    switch (state) {
    case FindingState::Ok: return QStringLiteral("ok");
    case FindingState::Attention: return QStringLiteral("attention");
    case FindingState::Unknown: return QStringLiteral("unknown");
    case FindingState::Bad: return QStringLiteral("bad");
    }
    Q_UNREACHABLE();
}

FindingState worstOf(const QList<Finding> &findings)
{
    FindingState worst = FindingState::Ok;
    for (const Finding &finding : findings) {
        if (weight(finding.state) > weight(worst))
            worst = finding.state;
    }
    return worst;
}

} // namespace waybill::discovery
