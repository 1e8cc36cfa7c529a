// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "practices/run_record.h"

#include <QStringList>
#include <QUrl>

/// The completion manifest (BD-100 to BD-122): read leniently, every oddity named.
namespace waybill::exports {

/// The type of a file that has none: the manifest does not say (F-055), or its output is organized by
/// something else.
inline constexpr QLatin1String kUnknownType("unknown");

struct ManifestFile {
    practices::FileKind kind = practices::FileKind::Output;
    int number = 0; ///< from 1, within its kind, over all pages
    QString type; ///< as the manifest says; "unknown" if it does not (F-055)
    QUrl url; ///< absolute; empty when the entry is unusable
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> fileSize;
    QString problem; ///< why the entry is unusable, in words; the others go on
    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

struct Manifest {
    QString transactionTime; ///< byte for byte; empty = missing or not a string (BD-101, BD-184)
    std::optional<bool> requiresAccessToken; ///< not set: the manifest did not say (BD-103)
    QString request;
    QString organizedBy; ///< outputOrganizedBy; then files hold Parameters headers
    QList<ManifestFile> files; ///< output, then error, then deleted
    QUrl next; ///< the next page; empty = this is the last
    bool hasOutput = false; ///< `output` was there and an array (BD-101)
    bool hasExtensions = false; ///< at any level (F-060)
    QStringList notes; ///< what was odd, one sentence each, no URLs with queries
    friend bool operator==(const Manifest &, const Manifest &) = default;

    qsizetype count(practices::FileKind kind) const;
};

struct ManifestOptions {
    QUrl askedUrl; ///< what relative links are resolved against
    bool ecw = false; ///< un-escape `&amp;` in links at once (BD-105)
};

/// Refuses what is no JSON object, too large or too deep (BD-120). An OperationOutcome is refused too.
Result<Manifest> readManifest(QByteArrayView body, const ManifestOptions &options);

/// Puts a further page behind `all`. Refuses a page that belongs to another export: all fields but the lists
/// must be equal (BD-113).
Result<> appendPage(Manifest &all, const Manifest &page);

/// Differences that matter between what was asked and what `request` says: another tenant, Group or `_type`
/// (BD-122).
QStringList requestMismatches(const Manifest &manifest, const QUrl &asked);

} // namespace waybill::exports
