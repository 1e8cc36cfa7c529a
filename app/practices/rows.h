// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/units.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

/// Values as they lie in a row, and back.
namespace waybill::practices {

/// Qt binds a null QString as NULL; our columns have none.
inline QVariant text(const QString &value)
{
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}
inline QVariant milliseconds(Instant instant)
{
    return QVariant::fromValue<qlonglong>(instant.time_since_epoch().count());
}
inline QVariant milliseconds(const std::optional<Instant> &instant)
{
    return instant ? milliseconds(*instant) : QVariant();
}
inline Instant instantFrom(const QVariant &value)
{
    return Instant{std::chrono::milliseconds{value.toLongLong()}};
}
inline std::optional<Instant> optionalInstantFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(instantFrom(value));
}
inline QVariant json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
inline QJsonObject jsonFrom(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

/// Every row through `read`.
template <typename T, typename Read>
Result<QList<T>> all(Result<QSqlQuery> query, Read read)
{
    if (!query)
        return failure(query.error());
    QList<T> rows;
    while (query->next())
        rows.append(read(*query));
    return rows;
}

/// The first row, if there is one.
template <typename T, typename Read>
Result<std::optional<T>> first(Result<QSqlQuery> query, Read read)
{
    if (!query)
        return failure(query.error());
    return query->next() ? std::optional<T>(read(*query)) : std::nullopt;
}

inline Result<> done(const Result<QSqlQuery> &query)
{
    return query ? Result<>() : failure(query.error());
}

} // namespace waybill::practices
