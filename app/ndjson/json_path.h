// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ndjson/json_walk.h"

#include <QString>

namespace waybill::ndjson {

/// A path as a person writes it, "Observation.code.coding.code": the resource type in front may be missing.
struct TypedPath {
    QByteArray type;
    std::vector<PathStep> steps;
};

/// `name[0]`, `value[x]`, `*` (any member) and `**` (any depth) are steps too. InvalidInput with what is
/// wrong, in words.
Result<TypedPath> parsePath(const QString &text);

bool isPathSign(QChar c); ///< may stand in a path

/// What is wrong with a path or a query, with an example of a right one.
Failure wrongPath(const QString &what);

} // namespace waybill::ndjson
