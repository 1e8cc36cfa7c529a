// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/record.h"
#include "practices/key_record.h"

#include <QObject>

#include <functional>

namespace waybill::practices {
class Store;
}
namespace waybill::vault {
class KeychainStore;
}

namespace waybill::assistant {

/// A key that was made or imported here, and who needs it (SB-033).
struct KeyUse {
    practices::KeyRecord record;
    QStringList usedBy; ///< practices that sign with it, archived ones too; by name
    QStringList rotatedBy; ///< practices in whose rotation it is the old or the next key
    QString retiredAt; ///< ISO 8601, UTC: it left a published set for good; empty = never
    bool exposed = false; ///< … because it was in wrong hands
    bool isNeeded() const { return !usedBy.isEmpty() || !rotatedBy.isEmpty(); }
    friend bool operator==(const KeyUse &, const KeyUse &) = default;
};

Result<QList<KeyUse>> keyUses(const practices::Store &store);

/// Every key of this home, over all practices. A key goes only when nobody needs it, and only by typed
/// consent: first the secret, then its public half, then the record, so that a killed program can go on.
class AllKeys final : public QObject
{
    Q_OBJECT
public:
    struct Deps {
        practices::Store &store;
        vault::KeychainStore &keychain;
        QString folder; ///< of the public halves
    };
    explicit AllKeys(Deps deps, QObject *parent = nullptr);

    Result<QList<KeyUse>> keys() const { return keyUses(m_deps.store); }
    /// What a person must type: the first characters of the key's ID.
    static QString consentFor(const practices::KeyRecord &record);
    void remove(const QString &thumbprint, const QString &consent, QObject *context,
        const std::function<void(Result<>)> &done);

private:
    Result<KeyUse> removable(const QString &thumbprint, const QString &consent) const;
    Result<> forget(const practices::KeyRecord &record) const;

    Deps m_deps;
};

} // namespace waybill::assistant
