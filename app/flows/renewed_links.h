// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exports/manifest.h"

#include <QHash>

/// Links that expired are asked for with the manifest once more. Which of its entries is which file must be
/// beyond doubt: a neighbour's bytes under this file's name would lose this file's data without a word
/// (F-062).
namespace waybill::flows {

class RenewedLinks
{
public:
    /// Both as listed, in their order.
    RenewedLinks(const QList<exports::ManifestFile> &before, const QList<exports::ManifestFile> &now);

    /// Of `before.at(index)`: the entry with the same address but for its query, if there is one such entry
    /// only; else the one at the same place, if the two lists are alike. Empty: it cannot be told.
    QUrl of(qsizetype index) const;

    /// Number, kind, type and count of all entries are what they were.
    bool areAlike() const { return m_alike; }

private:
    QList<exports::ManifestFile> m_before;
    QList<exports::ManifestFile> m_now;
    QHash<QUrl, QList<qsizetype>> m_nowByPath; ///< places in m_now
    QHash<QUrl, int> m_beforeByPath; ///< how many had it
    bool m_alike = false;
};

} // namespace waybill::flows
