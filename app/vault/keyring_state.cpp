// SPDX-License-Identifier: Apache-2.0
#include "vault/keyring_state.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace waybill::vault {
namespace {

constexpr int kPatience = 3000; // milliseconds

KeyringState stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (!reply.isError()) {
        const QVariant locked = reply.value().variant();
        if (locked.typeId() != QMetaType::Bool)
            return KeyringState::Unknown;
        return locked.toBool() ? KeyringState::Locked : KeyringState::Unlocked;
    }
    const QDBusError::ErrorType type = reply.error().type();
    if (type == QDBusError::ServiceUnknown
        || reply.error().name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn")))
        return KeyringState::NoService;
    // gnome-keyring 42: UnknownMethod when the alias points to nothing.
    const bool noObject = type == QDBusError::UnknownMethod || type == QDBusError::UnknownObject
        || type == QDBusError::UnknownInterface;
    return noObject ? KeyringState::NoDefault : KeyringState::Unknown;
}

} // namespace

void askKeyringState(QObject *context, std::function<void(KeyringState)> done)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(KeyringState::NoBus); }, Qt::QueuedConnection);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, kPatience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [done = std::move(done)](QDBusPendingCallWatcher *finished) {
            const KeyringState state = stateOf(*finished);
            finished->deleteLater();
            done(state);
        });
}

} // namespace waybill::vault
