// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>
#include <QUrl>

/// GET [base]/metadata: FHIR CapabilityStatement, R4 (also read: STU3 and R5, as far as the fields agree).
namespace waybill::discovery {

struct ResourceCapability {
    QString type;
    QStringList interactions; ///< "read", "search-type", …
    QStringList operations; ///< names without "$"
    QStringList searchParameters;
    friend bool operator==(const ResourceCapability &, const ResourceCapability &) = default;
};

struct CapabilityStatement {
    QString softwareName; ///< software.name, else name
    QString softwareVersion;
    QString publisher;
    QString fhirVersion; ///< "4.0.1"
    QStringList formats;
    QStringList instantiates;
    QList<ResourceCapability> resources; ///< in the document's order, each type once
    bool groupExport = false;
    bool patientExport = false;
    bool systemExport = false; ///< rest.operation; eCW lists it although it documents Group level only
    QUrl tokenUrl; ///< oauth-uris extension, deprecated (SB-006); empty if absent
    QUrl authorizeUrl;
    QString bulkDataVersion; ///< our guess: "1.0.1", "2.0.0", "3.0.0" or "4.0.0-ballot"; empty = no bulk data
                             ///< seen
    QString bulkDataReason; ///< why we think so, translated
    QStringList notes;

    const ResourceCapability *resource(const QString &type) const;
    QStringList groupSearchParameters() const;
    /// What an export can be asked for: the listed types without conformance and operational ones.
    QStringList exportableTypes() const;
    friend bool operator==(const CapabilityStatement &, const CapabilityStatement &) = default;
};

Result<CapabilityStatement> parseCapabilityStatement(QByteArrayView bytes);

/// eCW: true when software, name or publisher say eClinicalWorks.
bool looksLikeEcw(const CapabilityStatement &statement);

} // namespace waybill::discovery
