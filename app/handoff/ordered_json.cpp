// SPDX-License-Identifier: Apache-2.0
#include "handoff/ordered_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace waybill::handoff {
namespace {

constexpr qsizetype kLineWidth = 100; // characters; longer lists get a line for each item

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

QByteArray indented(QByteArray json)
{
    return json.replace("\n", "\n  ");
}

QByteArray arrayText(const QJsonArray &array)
{
    QByteArrayList items;
    for (const auto item : array)
        items.append(compact(item));
    const QByteArray line = '[' + items.join(", ") + ']';
    if (line.size() <= kLineWidth)
        return line;
    return "[\n  " + items.join(",\n  ") + "\n]";
}

} // namespace

void OrderedJson::add(const QString &key, const QJsonValue &value)
{
    if (value.isObject()) {
        OrderedJson object;
        object.addUnknown(value.toObject());
        add(key, object);
        return;
    }
    m_fields.append({key, value.isArray() ? arrayText(value.toArray()) : compact(value)});
}

void OrderedJson::add(const QString &key, const OrderedJson &object)
{
    m_fields.append({key, object.body()});
}

void OrderedJson::addText(const char *key, const QString &value)
{
    if (!value.isEmpty())
        add(key, QJsonValue(value));
}

void OrderedJson::addTexts(const char *key, const QStringList &values)
{
    if (!values.isEmpty())
        add(key, QJsonValue(QJsonArray::fromStringList(values)));
}

void OrderedJson::addUnknown(const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const bool written = std::any_of(
            m_fields.begin(), m_fields.end(), [&it](const Field &field) { return field.key == it.key(); });
        if (!written)
            add(it.key(), QJsonValue(it.value()));
    }
}

QByteArray OrderedJson::body() const
{
    if (m_fields.isEmpty())
        return "{}";
    QByteArrayList lines;
    for (const Field &field : m_fields)
        lines.append("  " + compact(field.key) + ": " + indented(field.json));
    return "{\n" + lines.join(",\n") + "\n}";
}

QByteArray OrderedJson::toJson() const
{
    return body() + '\n';
}

} // namespace waybill::handoff
