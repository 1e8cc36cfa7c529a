// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace waybill::discovery {

/// How a line of the check list looks. What a server leaves unsaid is Unknown or Attention, never Bad:
/// real servers advertise badly (SB-004). Bad means: it cannot go on like this.
enum class FindingState { Ok, Attention, Unknown, Bad };

/// One line of the check list. All text is plain and translated.
struct Finding {
    QString id; ///< stable English word, e.g. "smart.grant"
    FindingState state = FindingState::Unknown;
    QString title; ///< what was looked at, a few words
    QString detail; ///< what was seen, one sentence
    QString place = {}; ///< host and path asked, without query; empty when nothing was asked for this line
    std::optional<std::chrono::milliseconds> latency = {}; ///< of the request behind it
    friend bool operator==(const Finding &, const Finding &) = default;
};

QString stateName(FindingState state); ///< "ok", "attention", "unknown", "bad"
FindingState worstOf(const QList<Finding> &findings); ///< Bad > Attention > Unknown > Ok; Ok for none

} // namespace waybill::discovery
