// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/units.h"
#include "handoff/waybill.h"

#include <optional>

/// The folder that ops get: waybill.json, jwks.json, README.md, systemd/, kubernetes/, validation.json,
/// SHA256SUMS. Same input, same bytes (OP-003); no secret inside (OP-002).
namespace waybill::handoff {

/// One check of the practice with its age; the page's and validation.json's evidence (OP-001).
struct Evidence {
    QString id; ///< "discovery", "jwks", "token", "group"; the four that must be green
    QString title; ///< translated, for README.md
    bool ok = false;
    QString at; ///< ISO 8601, UTC; empty = never done
    QString detail; ///< what was seen, plain text
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// Who moves the watermark from now on (OP-004).
enum class WatermarkOwner { Ops, Desktop };

struct BundleInput {
    Waybill waybill; ///< its key reference is what the runner will use; see keyForServer()
    QByteArray jwksJson; ///< public JWK Set
    QList<Evidence> evidence;
    Instant now{}; ///< stamped into validation.json; the only time in the bundle
    std::chrono::days staleAfter{7};
    WatermarkOwner watermarkOwner = WatermarkOwner::Ops;
    /// An encrypted PKCS#8 PEM the person explicitly asked to add, written as the `{"file": …}` reference
    /// says; anything but "BEGIN ENCRYPTED PRIVATE KEY" is refused.
    std::optional<QByteArray> encryptedKeyPem = {};
    QString folderName = {}; ///< of the folder alone; empty = bundleName()
};

struct WrittenBundle {
    QString folder; ///< absolute; its name ends in "-NOT-VALIDATED" if so
    QStringList files; ///< relative, in the order of SHA256SUMS
    QByteArray sha256; ///< lower-case hex over SHA256SUMS: one value to compare
    bool validated = false;
    QStringList warnings; ///< why it is not validated, what a target cannot do (OP-005)
};

/// Which of the four checks are missing, red or too old, in words; empty = validated.
QStringList whyNotValidated(const BundleInput &input);

/// What ops should use on a server: a keychain or none becomes the systemd credential "waybill-key"; a file
/// becomes "key.pem" beside the waybill.
practices::KeyReference keyForServer(const practices::KeyReference &reference);

/// A folder name for the bundle: letters, digits, dashes; from the waybill's name and practice code.
QString bundleName(const Waybill &waybill);

/// Writes <parent>/<bundleName>[-NOT-VALIDATED] through a temporary folder beside it; an existing bundle of
/// that name is replaced only when `replace` says so, else Busy. Refuses a waybill that does not validate and
/// anything that looks like a secret.
Result<WrittenBundle> writeBundle(const BundleInput &input, const QString &parent, bool replace = false);

} // namespace waybill::handoff
