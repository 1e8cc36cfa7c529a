// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What every page of the assistant shows around its own content, as values.
namespace waybill::ui {

/// One message on top of a page; never a modal. All text is plain.
struct Notice {
    enum class Kind { Info, Ok, Warning, Failure, Waiting };
    Kind kind = Kind::Info;
    QString title;
    QString text = {};
    QString next = {};
    QString details = {}; ///< folds away: the server's own words
    QString action = {}; ///< one button; empty = none
    friend bool operator==(const Notice &, const Notice &) = default;
};

Notice noticeOf(const Error &error);

struct PageFrame {
    std::optional<Notice> notice;
    QString primary; ///< the one primary button, with its mnemonic
    bool primaryEnabled = false;
    QString secondary; ///< another way on, left of the primary; empty = none
    QString hint; ///< beside the button: what is missing, or what comes next
    QString busy; ///< what is going on; empty = at rest
    bool canStop = false; ///< what is going on can be stopped
    friend bool operator==(const PageFrame &, const PageFrame &) = default;
};

/// A line of a check list: icon, word, colour.
struct CheckLine {
    enum class Look { Ok, Attention, Unknown, Bad };
    Look look = Look::Unknown;
    QString title;
    QString detail;
    QString aside; ///< host and duration, muted
    friend bool operator==(const CheckLine &, const CheckLine &) = default;
};

} // namespace waybill::ui
