// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <QCoreApplication>

namespace waybill {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Error", source);
}

} // namespace

QString describe(const Error &error)
{
    QString line = error.what;
    if (!error.where.isEmpty()) {
        if (line.endsWith(QLatin1Char('.')))
            line.chop(1);
        line += QStringLiteral(" (%1).").arg(error.where);
    }
    const QString todo = advice(error);
    return todo.isEmpty() ? line : line + QLatin1Char(' ') + todo;
}

QString advice(const Error &error)
{
    if (!error.next.isEmpty())
        return error.next;
    switch (error.code) {
    case ErrorCode::InvalidInput: return text(QT_TRANSLATE_NOOP("Error", "Correct the value and try again."));
    case ErrorCode::Unauthorized:
        return text(
            QT_TRANSLATE_NOOP("Error", "Check the client id, the key and the scopes that were granted."));
    case ErrorCode::NotFound: return text(QT_TRANSLATE_NOOP("Error", "Check the address."));
    case ErrorCode::Throttled: return text(QT_TRANSLATE_NOOP("Error", "Nothing is lost; try again later."));
    case ErrorCode::ServerFailure:
        return text(QT_TRANSLATE_NOOP("Error", "Try again later, or ask the server's operator."));
    case ErrorCode::ProtocolMismatch:
        return text(QT_TRANSLATE_NOOP("Error", "Send the details to the server's operator."));
    case ErrorCode::Network: return text(QT_TRANSLATE_NOOP("Error", "Check the connection and try again."));
    case ErrorCode::Storage: return text(QT_TRANSLATE_NOOP("Error", "Check the folder and its permissions."));
    case ErrorCode::DiskFull:
        return text(QT_TRANSLATE_NOOP("Error", "Free some space; the work goes on from here."));
    case ErrorCode::KeychainUnavailable:
        return text(QT_TRANSLATE_NOOP("Error", "Start a keyring, or keep the key in an encrypted file."));
    case ErrorCode::KeychainLocked:
        return text(QT_TRANSLATE_NOOP("Error", "Unlock the keyring and try again."));
    case ErrorCode::SecretMissing:
        return text(QT_TRANSLATE_NOOP("Error", "Unlock the keyring, import the key again, or rotate it."));
    case ErrorCode::Busy: return text(QT_TRANSLATE_NOOP("Error", "Wait until the other one has finished."));
    case ErrorCode::Cancelled: return {};
    case ErrorCode::Internal: return text(QT_TRANSLATE_NOOP("Error", "Please report this."));
    }
    Q_UNREACHABLE();
}

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return QStringLiteral("invalid-input");
    case ErrorCode::Unauthorized: return QStringLiteral("unauthorized");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::Throttled: return QStringLiteral("throttled");
    case ErrorCode::ServerFailure: return QStringLiteral("server-failure");
    case ErrorCode::ProtocolMismatch: return QStringLiteral("protocol-mismatch");
    case ErrorCode::Network: return QStringLiteral("network");
    case ErrorCode::Storage: return QStringLiteral("storage");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::KeychainUnavailable: return QStringLiteral("keychain-unavailable");
    case ErrorCode::KeychainLocked: return QStringLiteral("keychain-locked");
    case ErrorCode::SecretMissing: return QStringLiteral("secret-missing");
    case ErrorCode::Busy: return QStringLiteral("busy");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::Internal: return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace waybill
