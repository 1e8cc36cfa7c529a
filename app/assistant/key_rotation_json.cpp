// SPDX-License-Identifier: Apache-2.0
// How a rotation is kept: it takes days, and the program is closed in between.
#include "assistant/key_rotation.h"
#include "practices/names.h"

namespace waybill::assistant::rotation {
namespace {

// Stored; never renamed. A test that was under way begins again: nobody knows how it ended.
constexpr practices::Names<Phase, 6> kPhases{
    {{Phase::Publishing, "publishing"}, {Phase::Settling, "settling"}, {Phase::Ready, "ready"},
        {Phase::Testing, "testing"}, {Phase::Overlap, "overlap"}, {Phase::Retiring, "retiring"}}};

QJsonObject keyToJson(const Key &key)
{
    return {{QStringLiteral("thumbprint"), key.thumbprint}, {QStringLiteral("keyId"), key.keyId},
        {QStringLiteral("algorithm"), key.algorithm},
        {QStringLiteral("kind"), practices::keyKindName(key.where.kind)},
        {QStringLiteral("place"), key.where.value}};
}

Key keyFromJson(const QJsonObject &object)
{
    using Kind = practices::KeyReference::Kind;
    Key key;
    key.thumbprint = object.value(QLatin1String("thumbprint")).toString();
    key.keyId = object.value(QLatin1String("keyId")).toString();
    key.algorithm = object.value(QLatin1String("algorithm")).toString();
    key.where.kind =
        practices::keyKindFromName(object.value(QLatin1String("kind")).toString()).value_or(Kind::None);
    key.where.value = object.value(QLatin1String("place")).toString();
    return key;
}

void putInstant(QJsonObject &object, const QString &name, const std::optional<Instant> &at)
{
    if (at)
        object.insert(name, toDateTime(*at).toString(Qt::ISODateWithMs));
}

std::optional<Instant> instantIn(const QJsonObject &object, QLatin1String name)
{
    const QDateTime at = QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
    return at.isValid() ? std::optional(toInstant(at)) : std::nullopt;
}

} // namespace

QJsonObject toJson(const State &state)
{
    if (state.phase == Phase::None)
        return {};
    QJsonObject object{{QStringLiteral("phase"), practices::nameOf(kPhases, state.phase)},
        {QStringLiteral("exposed"), state.exposed}, {QStringLiteral("pasted"), state.pasted},
        {QStringLiteral("old"), keyToJson(state.old)}, {QStringLiteral("next"), keyToJson(state.next)},
        {QStringLiteral("maxAgeSeconds"), static_cast<qint64>(state.maxAge.count())},
        {QStringLiteral("trouble"), state.trouble}};
    putInstant(object, QStringLiteral("startedAt"), state.startedAt);
    putInstant(object, QStringLiteral("seenAt"), state.seenAt);
    putInstant(object, QStringLiteral("readyAt"), state.readyAt);
    putInstant(object, QStringLiteral("switchedAt"), state.switchedAt);
    putInstant(object, QStringLiteral("retireAt"), state.retireAt);
    return object;
}

State stateFromJson(const QJsonObject &object)
{
    const auto phase = practices::valueOf(kPhases, object.value(QLatin1String("phase")).toString());
    State state;
    state.old = keyFromJson(object.value(QLatin1String("old")).toObject());
    state.next = keyFromJson(object.value(QLatin1String("next")).toObject());
    if (!phase || state.old.thumbprint.isEmpty() || state.next.thumbprint.isEmpty())
        return {};
    state.phase = *phase == Phase::Testing ? Phase::Ready : *phase;
    state.exposed = object.value(QLatin1String("exposed")).toBool();
    state.pasted = object.value(QLatin1String("pasted")).toBool();
    state.maxAge = std::chrono::seconds{object.value(QLatin1String("maxAgeSeconds")).toInteger()};
    state.trouble = object.value(QLatin1String("trouble")).toString();
    state.startedAt = instantIn(object, QLatin1String("startedAt"));
    state.seenAt = instantIn(object, QLatin1String("seenAt"));
    state.readyAt = instantIn(object, QLatin1String("readyAt"));
    state.switchedAt = instantIn(object, QLatin1String("switchedAt"));
    state.retireAt = instantIn(object, QLatin1String("retireAt"));
    return state;
}

} // namespace waybill::assistant::rotation
