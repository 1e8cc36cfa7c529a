// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handoff/waybill.h"

#include <optional>

namespace waybill::handoff {

/// What is wrong with one field, before it is an Error: the path leads to the line in the text.
struct FieldProblem {
    QStringList path; ///< e.g. {"export", "types", "2"}
    QString what; ///< one sentence, translated
    QString next = {};
};

std::optional<FieldProblem> firstProblem(const Waybill &waybill);

/// "export.types[2]"
QString pathText(const QStringList &path);

Error toError(const FieldProblem &problem, int line = 0);

/// https, or http on this computer; a host; no user, query or fragment.
bool isServerAddress(const QUrl &url);

/// "02:30", "02:30 America/New_York", "Mon..Fri 02:30 UTC".
struct Calendar {
    QString days; ///< as systemd writes them, may be empty
    QString time; ///< "02:30"
    QString zone; ///< IANA name; empty = the machine's
    static std::optional<Calendar> parse(const QString &text);
};

} // namespace waybill::handoff
