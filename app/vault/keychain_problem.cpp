// SPDX-License-Identifier: Apache-2.0
#include "vault/keychain_problem.h"

#include "base/redact.h"
#include "vault/words.h"

#include <qt6keychain/keychain.h>

namespace waybill::vault {
namespace {

/// A keyring answers in some 15 ms; a person needs longer to close a prompt.
constexpr auto kPromptWasSeen = std::chrono::milliseconds{700};

QString useAFile()
{
    return Words::tr("Start a keyring (for example gnome-keyring), or keep the key in an encrypted file.");
}

Error unavailable(const QString &what, const QString &name, const QString &next = useAFile())
{
    return {ErrorCode::KeychainUnavailable, what, name, next};
}

Error noBus(const QString &name)
{
    return unavailable(Words::tr("There is no D-Bus session, so no keyring can be reached."), name,
        Words::tr("Keep the key in an encrypted file, or start Waybill inside a desktop session."));
}

Error noService(const QString &name)
{
    return unavailable(Words::tr("No keyring service is running."), name);
}

Error noDefault(const QString &name)
{
    return unavailable(Words::tr("The keyring service has no default keyring."), name,
        Words::tr("Create one (for example with Passwords and Keys), or keep the key in an encrypted file."));
}

Error locked(const QString &name)
{
    return {ErrorCode::KeychainLocked, Words::tr("The keyring is locked."), name,
        Words::tr("Unlock the keyring and try again.")};
}

Error closedPrompt(const QString &name)
{
    return {ErrorCode::KeychainLocked, Words::tr("The keyring was not unlocked: its prompt was closed."),
        name, Words::tr("Try again and enter the keyring's password.")};
}

/// Everything else arrives as OtherError with libsecret's text, in the user's language but for these words.
Error other(const QString &text, const QString &name)
{
    if (text.contains(QLatin1String("autolaunch"))
        || text.contains(QLatin1String("DBUS_SESSION_BUS_ADDRESS")))
        return noBus(name);
    if (text.contains(QLatin1String("org.freedesktop.secrets ")) || text.contains(QLatin1String(".service")))
        return noService(name);
    if (text.contains(QLatin1String("/org/freedesktop/secrets/collection/"))
        || text.contains(QLatin1String("/org/freedesktop/secrets/aliases/")))
        return noDefault(name);
    Error error = unavailable(Words::tr("The keychain failed."), name);
    error.serverText = plainServerText(text.toUtf8());
    return error;
}

} // namespace

Error keychainProblem(int jobError, const QString &jobText, const QString &name)
{
    switch (static_cast<QKeychain::Error>(jobError)) {
    case QKeychain::EntryNotFound: return nothingFound(KeyringState::Unknown, {}, name);
    case QKeychain::AccessDeniedByUser: return closedPrompt(name);
    case QKeychain::AccessDenied: return locked(name);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unavailable(
            Words::tr("This computer has no keychain that Waybill can use (libsecret is missing)."), name);
    case QKeychain::CouldNotDeleteEntry:
        return {ErrorCode::Storage, Words::tr("The keychain could not remove the key."), name,
            Words::tr("Remove it with the keychain's own program.")};
    case QKeychain::NoError:
    case QKeychain::OtherError: break;
    }
    return other(jobText, name);
}

Error nothingFound(KeyringState state, std::chrono::milliseconds waited, const QString &name)
{
    const QString next = Words::tr("Try again, import the key again, or rotate it. Do not make a new key "
                                   "before you know: the server knows the old one.");
    switch (state) {
    case KeyringState::Locked: return waited >= kPromptWasSeen ? closedPrompt(name) : locked(name);
    case KeyringState::NoDefault: return noDefault(name);
    case KeyringState::Unlocked:
        return {ErrorCode::SecretMissing,
            Words::tr("The keyring is open, but the key is not in it: it was removed, or stored by "
                      "another user."),
            name, next};
    case KeyringState::NoService: // a keychain of another kind answered (KWallet)
    case KeyringState::NoBus:
    case KeyringState::Unknown: break;
    }
    return {ErrorCode::SecretMissing, Words::tr("The keyring is locked, or the key was removed from it."),
        name, next};
}

Error noAnswer(std::chrono::milliseconds patience, const QString &name)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(patience).count();
    return {ErrorCode::KeychainLocked,
        Words::tr("The keychain has not answered for %1 s; it may be waiting to be unlocked.").arg(seconds),
        name, Words::tr("Look for its prompt, unlock the keyring and try again.")};
}

} // namespace waybill::vault
