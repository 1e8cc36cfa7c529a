// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <utility>
#include <vector>

namespace waybill::ui {

/// What a stretch of a line is, for its colour.
enum class RunKind : unsigned char { Mark, Key, Text, Number, Word, Odd };

struct LineRun {
    RunKind kind = RunKind::Mark;
    bool hit = false;
    qsizetype begin = 0; ///< bytes in the clip
    qsizetype length = 0;
    friend bool operator==(const LineRun &, const LineRun &) = default;
};

/// Cuts the visible piece of a line into coloured runs without gaps. Knows JSON's words but not its grammar,
/// so it works from the middle of a line too: `fromStart` false lets it guess whether it begins in a string.
/// `hits`: (begin, length) in the clip, ascending.
std::vector<LineRun> runsOf(
    QByteArrayView clip, bool fromStart, const std::vector<std::pair<qsizetype, qsizetype>> &hits = {});

/// The clip without the halves of UTF-8 characters that were cut at its ends.
QByteArrayView wholeCharacters(QByteArrayView clip, bool cutAtBegin, bool cutAtEnd);

} // namespace waybill::ui
