// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace waybill::assistant {

/// A hash in groups of eight bytes ("AB:CD:… " or hex alone), which a narrow page can break into lines.
inline QString inGroups(const QString &hex)
{
    const qsizetype size = hex.contains(QLatin1Char(':')) ? 24 : 16;
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += size)
        groups.append(hex.mid(i, size));
    return groups.join(QLatin1Char(' '));
}

} // namespace waybill::assistant
