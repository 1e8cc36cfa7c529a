// SPDX-License-Identifier: Apache-2.0
#include "sandbox/portal_page.h"

#include "sandbox/answers.h"
#include "sandbox/practice.h"

#include <QJsonObject>

namespace waybill::sandbox {

namespace {

constexpr const char *kHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Waybill sandbox: developer portal</title><style>
body{font:16px/1.5 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
label{display:block;margin:.8rem 0 .2rem;font-weight:600}input[type=text],textarea{width:100%;font:inherit}
textarea{font-family:monospace;height:9rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;text-align:left;padding:.3rem .5rem;vertical-align:top}
.message{background:#eef5ff;border-left:4px solid #2f6fd0;padding:.6rem 1rem}code{overflow-wrap:anywhere}
</style></head><body>
<h1>Developer portal</h1>
<p>This is a practice server for training. Its patients are synthetic, it listens on this computer only, and it
forgets what you register when it ends.</p>
)";

constexpr const char *kForm = R"(<h2>Register an app</h2>
<form method="post" action="/portal/clients">
<label for="name">Name of the app</label><input type="text" id="name" name="name" required>
<label>Practices</label>
)";

constexpr const char *kKeys = R"(<label for="jwksUrl">JWKS URL (what eClinicalWorks asks for)</label>
<input type="text" id="jwksUrl" name="jwksUrl" placeholder="http://127.0.0.1:…/jwks.json">
<label for="jwks">or the public key set itself</label>
<textarea id="jwks" name="jwks" placeholder='{"keys":[…]}'></textarea>
<p>Public keys only. A set with a private member is refused.</p>
<p><button>Register</button></p></form>
)";

std::string escaped(std::string_view value)
{
    return text(value).toHtmlEscaped().toStdString();
}

std::string practiceChoices(const std::vector<PracticeAddress> &practices)
{
    std::string html;
    for (const PracticeAddress &practice : practices)
        html += "<div><input type=\"checkbox\" name=\"practice\" value=\"" + escaped(practice.code)
            + "\" id=\"" + escaped(practice.code) + "\" checked> " + escaped(practice.name) + " (<code>"
            + escaped(practice.base) + "</code>)</div>\n";
    return html;
}

std::string clientTable(const QJsonArray &clients)
{
    if (clients.isEmpty())
        return "<p>No app is registered yet.</p>";
    std::string html = "<table><tr><th>App</th><th>Client id</th><th>Practices</th><th>Keys</th></tr>\n";
    for (const QJsonValue &value : clients) {
        const QJsonObject client = value.toObject();
        const auto cell = [&client](const char *name) {
            return escaped(client.value(QLatin1String(name)).toString().toStdString());
        };
        std::string codes;
        for (const QJsonValue &code : client.value(QLatin1String("practiceCodes")).toArray())
            codes += escaped(code.toString().toStdString()) + ' ';
        const std::string url = cell("jwksUrl");
        html += "<tr><td>" + cell("name") + "</td><td><code>" + cell("clientId") + "</code></td><td>" + codes
            + "</td><td>" + (url.empty() ? "pasted" : "<code>" + url + "</code>") + "</td></tr>\n";
    }
    return html + "</table>";
}

} // namespace

std::string portalPage(
    const std::vector<PracticeAddress> &practices, const QJsonArray &clients, const std::string &message)
{
    std::string html = kHead;
    if (!message.empty())
        html += "<p class=\"message\" role=\"status\">" + escaped(message) + "</p>\n";
    html += kForm + practiceChoices(practices) + kKeys + "<h2>Registered apps</h2>\n" + clientTable(clients);
    return html + "</body></html>\n";
}

} // namespace waybill::sandbox
