// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace waybill::handoff {

/// A JSON object that is written in the order its fields were added, two spaces deep: people read and
/// compare these files, and the same values must be the same bytes (OP-003). QJsonObject sorts its keys.
class OrderedJson
{
public:
    void add(const QString &key, const QJsonValue &value);
    void add(const QString &key, const OrderedJson &object);
    void add(const char *key, const QJsonValue &value) { add(QString::fromLatin1(key), value); }
    void add(const char *key, const OrderedJson &object) { add(QString::fromLatin1(key), object); }
    /// Nothing for an empty text.
    void addText(const char *key, const QString &value);
    void addTexts(const char *key, const QStringList &values);
    /// Fields somebody else put there, behind ours and sorted; those we have written ourselves stay as they
    /// are.
    void addUnknown(const QJsonObject &fields);
    bool isEmpty() const { return m_fields.isEmpty(); }

    QByteArray toJson() const; ///< ends with a newline

private:
    struct Field {
        QString key;
        QByteArray json;
    };
    QByteArray body() const;
    QList<Field> m_fields;
};

} // namespace waybill::handoff
