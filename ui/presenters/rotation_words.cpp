// SPDX-License-Identifier: Apache-2.0
#include "presenters/rotation_words.h"

#include <QCoreApplication>

namespace waybill::ui::rotation_words {
namespace {

using assistant::rotation::Phase;
using assistant::rotation::State;
using Look = CheckLine::Look;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Rotation)
};

constexpr qsizetype kShownOfId = 12;

QString shortId(const assistant::rotation::Key &key)
{
    return key.keyId.size() > kShownOfId ? key.keyId.left(kShownOfId) + QStringLiteral("…") : key.keyId;
}

/// "2026-11-24 10:05", in the zone of the person.
QString timeOf(const std::optional<Instant> &at)
{
    return at ? toDateTime(*at).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

QString leftUntil(const std::optional<Instant> &at, Instant now)
{
    if (!at || now >= *at)
        return {};
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*at - now).count() + 1;
    constexpr qint64 kHour = 60;
    return minutes >= 2 * kHour ? Words::tr("%n hour(s) left", nullptr, static_cast<int>(minutes / kHour))
                                : Words::tr("%n minute(s) left", nullptr, static_cast<int>(minutes));
}

bool isAtLeast(const State &state, Phase phase)
{
    return static_cast<int>(state.phase) >= static_cast<int>(phase);
}

CheckLine line(bool done, bool current, const QString &title, const QString &detail)
{
    return {done ? Look::Ok : (current ? Look::Attention : Look::Unknown), title, detail, {}};
}

} // namespace

QString summary(const Facts &facts)
{
    const State &state = facts.state;
    switch (state.phase) {
    case Phase::None: return {};
    case Phase::Publishing:
        return state.exposed ? Words::tr("Take the exposed key out of the published set now.")
                             : Words::tr("Publish the new key beside the present one.");
    case Phase::Settling:
        return Words::tr("Both keys are published. The servers get time to see them until %1.")
            .arg(timeOf(state.readyAt));
    case Phase::Ready: return Words::tr("The new key may sign: test it.");
    case Phase::Testing: return Words::tr("A token is asked for with the new key.");
    case Phase::Overlap:
        return state.retireAt && facts.now < *state.retireAt
            ? Words::tr("The new key signs. The old one stays published until %1.")
                  .arg(timeOf(state.retireAt))
            : Words::tr("The new key signs. The old one can leave the set.");
    case Phase::Retiring: return Words::tr("Publish the set without the old key.");
    }
    return {};
}

QString whatToDo(const Facts &facts)
{
    const State &state = facts.state;
    if (state.phase == Phase::Publishing || state.phase == Phase::Retiring) {
        return state.pasted
            ? Words::tr("Paste this set at the server's portal in place of the old one, then say so here.")
            : Words::tr(
                "Put this set where your JWKS URL points. Waybill cannot do that; it looks whether it "
                "is there.");
    }
    if (state.phase == Phase::Overlap && facts.othersWithOld > 0) {
        return Words::tr("%n other practice(s) still sign with the old key: rotate them first.", nullptr,
            facts.othersWithOld);
    }
    if (state.phase == Phase::Overlap && facts.waybillHasOld)
        return Words::tr(
            "The waybill that operations have signs with the old key: hand it over again first.");
    return {};
}

QList<CheckLine> steps(const Facts &facts)
{
    const State &state = facts.state;
    const Phase phase = state.phase;
    QList<CheckLine> lines;
    lines.append({Look::Ok, Words::tr("New key made and kept"),
        Words::tr("%1, ID %2, since %3")
            .arg(state.next.algorithm, shortId(state.next), timeOf(state.startedAt)),
        {}});
    lines.append(line(isAtLeast(state, Phase::Settling), phase == Phase::Publishing,
        state.exposed ? Words::tr("Published without the exposed key")
                      : Words::tr("Published beside the old key"),
        state.seenAt ? Words::tr("seen %1").arg(timeOf(state.seenAt)) : QString()));
    if (!state.exposed) {
        const QString left = leftUntil(state.readyAt, facts.now);
        lines.append(line(isAtLeast(state, Phase::Ready), phase == Phase::Settling,
            Words::tr("Servers had time to see it"),
            left.isEmpty() ? Words::tr("A day, or as long as the copy may be kept") : left));
    }
    lines.append(line(isAtLeast(state, Phase::Overlap), phase == Phase::Ready || phase == Phase::Testing,
        Words::tr("A token was granted to the new key, and it signs"),
        state.switchedAt ? Words::tr("since %1").arg(timeOf(state.switchedAt))
                         : Words::tr("Until then the old key %1 signs").arg(shortId(state.old))));
    if (!state.exposed || isAtLeast(state, Phase::Overlap)) {
        lines.append(line(false, isAtLeast(state, Phase::Overlap), Words::tr("Old key out of the set"),
            leftUntil(state.retireAt, facts.now)));
    }
    return lines;
}

} // namespace waybill::ui::rotation_words
