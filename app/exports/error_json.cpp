// SPDX-License-Identifier: Apache-2.0
#include "exports/error_json.h"

#include <array>

namespace waybill::exports {
namespace {

constexpr std::array kCodes{ErrorCode::InvalidInput, ErrorCode::Unauthorized, ErrorCode::NotFound,
    ErrorCode::Throttled, ErrorCode::ServerFailure, ErrorCode::ProtocolMismatch, ErrorCode::Network,
    ErrorCode::Storage, ErrorCode::DiskFull, ErrorCode::KeychainUnavailable, ErrorCode::KeychainLocked,
    ErrorCode::SecretMissing, ErrorCode::Busy, ErrorCode::Cancelled, ErrorCode::Internal};

ErrorCode codeFrom(const QString &name)
{
    for (const ErrorCode code : kCodes) {
        if (codeName(code) == name)
            return code;
    }
    return ErrorCode::Internal;
}

} // namespace

QJsonObject toJson(const Error &error)
{
    QJsonObject object{{QStringLiteral("code"), codeName(error.code)}, {QStringLiteral("what"), error.what},
        {QStringLiteral("where"), error.where}, {QStringLiteral("next"), error.next},
        {QStringLiteral("serverText"), error.serverText}};
    if (error.httpStatus)
        object.insert(QStringLiteral("httpStatus"), *error.httpStatus);
    if (error.retryAfter)
        object.insert(QStringLiteral("retryAfter"), static_cast<qint64>(error.retryAfter->count()));
    return object;
}

Error errorFromJson(const QJsonObject &object)
{
    Error error{codeFrom(object.value(QStringLiteral("code")).toString()),
        object.value(QStringLiteral("what")).toString(), object.value(QStringLiteral("where")).toString(),
        object.value(QStringLiteral("next")).toString()};
    error.serverText = object.value(QStringLiteral("serverText")).toString();
    if (object.contains(QStringLiteral("httpStatus")))
        error.httpStatus = object.value(QStringLiteral("httpStatus")).toInt();
    if (object.contains(QStringLiteral("retryAfter")))
        error.retryAfter = std::chrono::seconds{object.value(QStringLiteral("retryAfter")).toInteger()};
    return error;
}

} // namespace waybill::exports
