// SPDX-License-Identifier: Apache-2.0
#include "sandbox/portal.h"

#include "sandbox/answers.h"
#include "sandbox/faults.h"
#include "sandbox/portal_page.h"
#include "sandbox/practice.h"
#include "sandbox/request_log.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace waybill::sandbox {

namespace {

constexpr std::string_view kHostPrefix = "/portal/jwks/";
constexpr std::string_view kJwksPrefix = "/jwks/";
constexpr std::string_view kJwksSuffix = ".json";

void refuse(httplib::Response &response, const QString &sentence)
{
    answer(response, 400, {{QStringLiteral("error"), sentence}});
}

QJsonObject bodyOf(const httplib::Request &request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
}

bool isForm(const httplib::Request &request)
{
    return startsWithIgnoringCase(
        request.get_header_value("Content-Type"), "application/x-www-form-urlencoded");
}

/// The page's form as the JSON a program would send.
QJsonObject applicationFrom(const httplib::Request &request)
{
    QJsonArray codes;
    for (std::size_t i = 0; i < request.get_param_value_count("practice"); ++i)
        codes.append(json(request.get_param_value("practice", i)));
    QJsonObject application{{QStringLiteral("name"), json(request.get_param_value("name"))},
        {QStringLiteral("practiceCodes"), codes}};
    const QString pasted = text(request.get_param_value("jwks")).trimmed();
    const QString url = text(request.get_param_value("jwksUrl")).trimmed();
    if (!pasted.isEmpty())
        application.insert(QStringLiteral("jwks"), pasted);
    if (!url.isEmpty())
        application.insert(QStringLiteral("jwksUrl"), url);
    return application;
}

QByteArray withOtherKids(const QByteArray &jwks)
{
    QJsonArray keys;
    for (const QJsonValue &value :
        QJsonDocument::fromJson(jwks).object().value(QLatin1String("keys")).toArray()) {
        QJsonObject key = value.toObject();
        key.insert(QStringLiteral("kid"), QStringLiteral("other-") + QString::number(keys.size() + 1));
        keys.append(key);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson();
}

} // namespace

Portal::Portal(std::string origin, std::vector<PracticeAddress> practices, PracticeList list, Parts parts)
    : m_origin(std::move(origin))
    , m_practices(std::move(practices))
    , m_list(std::move(list))
    , m_parts(parts)
{
}

bool Portal::handle(const httplib::Request &request, httplib::Response &response)
{
    const std::string &path = request.path;
    const bool get = request.method == "GET" || request.method == "HEAD";
    if (get && (path == "/portal" || path == "/portal/"))
        answerText(response, 200, page({}), kHtml);
    else if (path == "/portal/clients")
        clients(request, response);
    else if (path == "/portal/faults")
        faults(request, response);
    else if (get && path == "/portal/log")
        answer(response, 200, m_parts.log.toJson());
    else if (request.method == "DELETE" && path == "/portal/log")
        clearLog(response);
    else if (request.method == "PUT" && path.starts_with(kHostPrefix))
        hostJwks(request, response, path.substr(kHostPrefix.size()));
    else if (get && path.starts_with(kJwksPrefix) && path.ends_with(kJwksSuffix))
        serveJwks(
            response, path.substr(kJwksPrefix.size(), path.size() - kJwksPrefix.size() - kJwksSuffix.size()));
    else if (get && path == "/practices")
        m_list.answer(request, response);
    else
        return false;
    return true;
}

void Portal::clients(const httplib::Request &request, httplib::Response &response)
{
    if (request.method == "POST")
        registerClient(request, response);
    else if (request.method == "GET")
        answer(response, 200, {{QStringLiteral("clients"), m_parts.clients.list()}});
    else
        response.status = 405;
}

void Portal::registerClient(const httplib::Request &request, httplib::Response &response)
{
    const bool form = isForm(request);
    std::set<std::string> codes;
    for (const PracticeAddress &practice : m_practices)
        codes.insert(practice.code);
    const auto client = m_parts.clients.add(form ? applicationFrom(request) : bodyOf(request), codes);
    if (form) {
        const std::string message =
            client ? "Registered. The client id is " + client->id : client.error().toStdString();
        answerText(response, client ? 201 : 400, page(message), kHtml);
        return;
    }
    if (!client) {
        refuse(response, client.error());
        return;
    }
    QJsonArray practices;
    for (const std::string &code : client->practiceCodes)
        practices.append(json(code));
    answer(response, 201,
        {{QStringLiteral("clientId"), json(client->id)}, {QStringLiteral("name"), json(client->name)},
            {QStringLiteral("practiceCodes"), practices}});
}

void Portal::clearLog(httplib::Response &response)
{
    m_parts.log.clear();
    response.status = 204;
}

void Portal::faults(const httplib::Request &request, httplib::Response &response)
{
    if (request.method == "POST") {
        std::vector<std::string> names;
        for (const QJsonValue &name : bodyOf(request).value(QLatin1String("faults")).toArray())
            names.push_back(name.toString().toStdString());
        if (const auto unknown = m_parts.faults.set(names)) {
            refuse(response, QStringLiteral("There is no fault \"%1\".").arg(text(*unknown)));
            return;
        }
    }
    QJsonArray on;
    for (const std::string &name : m_parts.faults.names())
        on.append(json(name));
    answer(response, 200, {{QStringLiteral("faults"), on}});
}

void Portal::hostJwks(const httplib::Request &request, httplib::Response &response, const std::string &name)
{
    const auto hosted = m_parts.clients.host(name, QByteArray::fromStdString(request.body));
    if (!hosted) {
        refuse(response, hosted.error());
        return;
    }
    answer(response, 201, {{QStringLiteral("jwksUrl"), json(m_origin + "/jwks/" + name + ".json")}});
}

void Portal::serveJwks(httplib::Response &response, const std::string &name) const
{
    const auto jwks = m_parts.clients.hosted(name);
    if (!jwks) {
        answer(response, 404,
            {{QStringLiteral("error"), QStringLiteral("No key set is hosted under this name.")}});
        return;
    }
    if (m_parts.faults.on(Fault::JwksUnreachable)) {
        answerText(response, 503, "Service Unavailable", "text/plain");
        return;
    }
    if (m_parts.faults.on(Fault::JwksMalformed)) {
        answerText(response, 200, "<!doctype html><title>Welcome</title><h1>Our web site</h1>", kHtml);
        return;
    }
    response.set_header("Cache-Control", "public, max-age=60");
    answerText(response, 200,
        (m_parts.faults.on(Fault::JwksOtherKid) ? withOtherKids(*jwks) : *jwks).toStdString(), kJson);
}

std::string Portal::page(const std::string &message) const
{
    return portalPage(m_practices, m_parts.clients.list(), message);
}

} // namespace waybill::sandbox
