// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/vendor_preset.h"

#include <QList>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace waybill::discovery {

struct GroupIdentifier {
    QString system;
    QString value;
    friend bool operator==(const GroupIdentifier &, const GroupIdentifier &) = default;
};

enum class MembersSource { Unknown, Quantity, Listed };

/// A FHIR R4 Group as far as choosing one needs it; everything but the id may be missing (GD-008).
struct Group {
    QString id;
    QList<GroupIdentifier> identifiers;
    QString name; ///< plain text; empty = "(no name)"
    QString type; ///< "person", …; empty = not said
    std::optional<bool> actual;
    std::optional<bool> active;
    std::optional<std::int64_t> members; ///< 0 is a known zero
    MembersSource membersSource = MembersSource::Unknown;
    QString managingEntity; ///< display, else reference
    QString lastRefreshed; ///< members-refreshed extension, else meta.lastUpdated, as sent
    QStringList warnings; ///< in words: inactive, not persons, unknown modifiers (GD-010, GD-011)
    friend bool operator==(const Group &, const Group &) = default;
};

QString displayName(const Group &group); ///< the name, or "(no name)" translated
QString membersText(const Group &group); ///< "1,204", "0 (empty)", "unknown", translated

/// What goes into Group/[value]/$export: eCW wants the first identifier's value (EC-006).
QString exportValueFor(const Group &group, const VendorPreset &preset);

struct CleanedGroupId {
    QString value;
    QStringList notes; ///< what was removed, in words
    QString problem; ///< empty = usable; else why not, in words
};
/// A Group id as pasted: spaces, quotes, newlines and zero-width characters go, "Group/…" and whole
/// $export URLs are reduced to the id (F-123); what is left must be a FHIR id (BD-008).
CleanedGroupId cleanGroupId(const QString &text);

} // namespace waybill::discovery
