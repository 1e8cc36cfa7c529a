// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ndjson/json_tree.h"

#include <QList>

#include <optional>

namespace waybill::ndjson {

/// One thing a person wants to know of a resource.
struct SummaryField {
    QString label; ///< translated: "Who", "What", "When", …
    QString value; ///< as sent, put together for reading; numbers and dates keep their digits
    QString reference; ///< "Patient/77" when it names another resource; may be followed
    std::int32_t node = -1; ///< where it stands in the tree
    friend bool operator==(const SummaryField &, const SummaryField &) = default;
};

/// Who, what, when, how much: the line as a person would say it. Works for every resource type by the shape
/// of its values, and in the right words for the common ones.
QList<SummaryField> summarise(const JsonTree &tree);

struct ResourceName {
    QString type;
    QString id;
    friend bool operator==(const ResourceName &, const ResourceName &) = default;
};

/// What a literal reference names: "Patient/77", ".../fhir/Patient/77/_history/2". Nothing for contained
/// resources, identifiers, searches and URNs.
std::optional<ResourceName> parseReference(const QString &reference);

} // namespace waybill::ndjson
