// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QMap>

namespace waybill::handoff {

inline const QString kSumsFile = QStringLiteral("SHA256SUMS");

/// relative path -> bytes; sorted, so that the same files are the same SHA256SUMS.
using BundleFiles = QMap<QString, QByteArray>;

/// As `sha256sum` writes and checks it.
QByteArray sumsFile(const BundleFiles &files);

/// A PEM file with one encrypted PKCS#8 key and nothing else.
bool isEncryptedKeyPem(QByteArrayView bytes);

/// A JWK Set with at least one key, all of them public; else why not, in words.
QString problemOfJwks(const QByteArray &json);

} // namespace waybill::handoff
