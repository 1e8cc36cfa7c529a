// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUrl>

#include <stop_token>

/// What an export shows beside its data: who is new in the Group (BD-185), and what was there before and is
/// not any more, since servers need not announce deletions (BD-202). Reads whole files: for a Worker.
namespace waybill::flows {

struct ChangesCase {
    QString folder; ///< of the run; lists go to its `changes/`
    bool isBaseline = false; ///< only a baseline can show that something is gone
    QMap<QString, QStringList> files; ///< this run's verified output by type
    QStringList mixedFiles; ///< the same of no one type: organized output (BD-044), or nobody knows (F-055)
    /// By type: the files of the complete runs from the last baseline of the type on. A type without one is
    /// not in it.
    QMap<QString, QStringList> earlier;
    /// Likewise, but files of any type to look for this one in; under exports::kUnknownType for whatever is
    /// in them.
    QMap<QString, QStringList> earlierMixed;
    QStringList deleted; ///< this run's verified files of deletions
    QUrl base;
    QString roster; ///< the patients known so far, one id a line; empty = none is kept
    QString nextRoster; ///< where to write the one that holds once the run has counted
};

struct Changes {
    QMap<QString, std::int64_t> vanished; ///< by type, of a baseline; in changes/vanished.ndjson
    QStringList notComparable; ///< types whose earlier files are not there any more
    std::int64_t contradictions =
        0; ///< resources that are announced as deleted and exported as well (BD-201)
    std::optional<std::int64_t> newPatients; ///< in changes/new-patients.ndjson; nullopt: nobody knows
    friend bool operator==(const Changes &, const Changes &) = default;
};

Result<Changes> findChanges(const ChangesCase &given, const std::stop_token &stop = {});
QString newPatientsFile(const QString &runFolder); ///< absolute; there only when somebody is new
QJsonObject toJson(const Changes &changes);
QStringList notesOn(const Changes &changes); ///< what a person should know, in sentences

} // namespace waybill::flows
