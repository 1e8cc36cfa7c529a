// SPDX-License-Identifier: Apache-2.0
#include "sandbox/kickoff_parameters.h"

#include "sandbox/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waybill::sandbox {

namespace {

/// value[x] of a Parameters entry as text; empty = of a type no kick-off parameter has.
std::string valueOf(const QJsonObject &parameter)
{
    for (const char *const name : {"valueInstant", "valueString", "valueCode", "valueUri"}) {
        const QJsonValue value = parameter.value(QLatin1String(name));
        if (value.isString())
            return value.toString().toStdString();
    }
    if (parameter.contains(QLatin1String("valueBoolean")))
        return parameter.value(QLatin1String("valueBoolean")).toBool() ? "true" : "false";
    const QJsonObject reference = parameter.value(QLatin1String("valueReference")).toObject();
    return reference.value(QLatin1String("reference")).toString().toStdString();
}

} // namespace

tl::expected<KickOffParameters, std::string> KickOffParameters::read(const httplib::Request &request)
{
    KickOffParameters parameters;
    for (const auto &[name, value] : request.params)
        parameters.m_values[name].push_back(value);
    if (request.method != "POST")
        return parameters;
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    if (body.value(QLatin1String("resourceType")).toString() != QLatin1String("Parameters"))
        return tl::unexpected<std::string>("The body is not a Parameters resource.");
    for (const QJsonValue &entry : body.value(QLatin1String("parameter")).toArray()) {
        const QJsonObject parameter = entry.toObject();
        const std::string name = parameter.value(QLatin1String("name")).toString().toStdString();
        const std::string value = valueOf(parameter);
        if (name.empty() || value.empty())
            return tl::unexpected("The parameter \"" + name + "\" has no value of a known type.");
        parameters.m_values[name].push_back(value);
    }
    return parameters;
}

std::string KickOffParameters::one(const std::string &name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second.front();
}

std::vector<std::string> KickOffParameters::list(const std::string &name) const
{
    std::vector<std::string> all;
    const auto found = m_values.find(name);
    if (found == m_values.end())
        return all;
    for (const std::string &value : found->second) {
        for (std::string &part : split(value, ','))
            all.push_back(std::move(part));
    }
    return all;
}

std::string KickOffParameters::unknown(std::initializer_list<std::string_view> known) const
{
    std::string names;
    for (const auto &[name, values] : m_values) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

} // namespace waybill::sandbox
