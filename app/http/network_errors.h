// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

/// The words for a missing or broken answer: every cause its own sentence, with the host and what to do
/// (F-001 to F-004, HT-40).
namespace waybill::http {

/// Which of our own limits ran out.
enum class Limit { Connect, FirstByte, Idle };
Error timedOut(Limit limit, std::chrono::milliseconds after, const QUrl &url);

/// `tls`: what the handshake complained about. `anyAnswer`: the head had arrived.
Error networkError(
    QNetworkReply::NetworkError code, const QList<QSslError> &tls, const QUrl &url, bool anyAnswer);

Error cutOff(std::int64_t received, std::int64_t announced, const QUrl &url);

/// True if `code` stands for an HTTP status and not for a broken exchange.
bool isJustStatus(QNetworkReply::NetworkError code);
/// True if not one byte of the request can have reached the server.
bool neverArrived(QNetworkReply::NetworkError code);

} // namespace waybill::http
