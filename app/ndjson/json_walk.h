// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace waybill::ndjson {

/// One step of a path. Arrays are stepped into by themselves, as FHIRPath does.
struct PathStep {
    enum class Kind {
        Key, ///< this member
        Stem, ///< "value[x]": any member that begins so and goes on with a capital
        Any, ///< "*": any member
        AnyDepth, ///< "**": the value itself and everything below it
    };
    Kind kind = Kind::Key;
    QByteArray key;
    int item = -1; ///< "[2]": only this item of an array
    friend bool operator==(const PathStep &, const PathStep &) = default;
};

/// Visits each value a path leads to, in the order of the text, and skips what lies beside the path without
/// looking at it. `value` is as sent: strings with their quotes. Returns false from `visit` to stop.
/// Works on text that may not be JSON: then some values are not found, nothing worse.
void walkPath(QByteArrayView json, const std::vector<PathStep> &path,
    const std::function<bool(QByteArrayView value)> &visit);

/// The direct members of an object: names as sent, without their quotes; values as sent.
void walkMembers(
    QByteArrayView json, const std::function<void(QByteArrayView name, QByteArrayView value)> &visit);

/// The end of the value that starts at `at`; the text's end when it is cut.
qsizetype endOfValue(QByteArrayView json, qsizetype at);

} // namespace waybill::ndjson
