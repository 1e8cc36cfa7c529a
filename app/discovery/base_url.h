// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QStringList>
#include <QUrl>

#include <optional>

/// FHIR base URLs as people type or paste them (EC-002, EC-003, EC-012, F-121, BD-001).
namespace waybill::discovery {

struct BaseUrl {
    QUrl base; ///< https (http on loopback only), lower-case host, no trailing slash, query or fragment
    QString practiceCode; ///< the last segment behind …/r4/ (or dstu2, stu3, r5), opaque; may be empty
    QStringList notes; ///< what was changed, in words
    std::optional<QUrl> providerTwin; ///< eCW: the address for backend apps when a patient host was given
};

/// Errors are InvalidInput and say what to type.
Result<BaseUrl> normaliseBaseUrl(const QString &typed);

/// The practice code in a base URL, empty if it has none.
QString practiceCodeOf(const QUrl &base);

enum class EcwHost { None, Provider, Patient, Staging };
EcwHost ecwHostOf(const QUrl &url);

} // namespace waybill::discovery
