// SPDX-License-Identifier: Apache-2.0
#include "assistant/own_brand.h"

#include "assistant/words.h"
#include "discovery/base_url.h"
#include "discovery/directory_import.h"
#include "http/origin.h"

namespace waybill::assistant {

using discovery::Finding;
using discovery::FindingState;

namespace {

constexpr std::int64_t kLargest = std::int64_t{32} << 20; // a vendor's whole list has 16 MB

Finding lineOf(FindingState look, const QString &words, const QUrl &bundle)
{
    return {QStringLiteral("brand"), look, Words::tr("Name of the practice"), words, bundle.host(), {}};
}

} // namespace

QString nameInBrands(const QByteArray &bundle, const QUrl &base, const std::stop_token &stop)
{
    const auto brands = discovery::importDirectory(bundle, {{}, {}, stop});
    if (!brands)
        return {};
    for (const discovery::EndpointEntry &entry : brands->entries) {
        const auto there = discovery::normaliseBaseUrl(entry.url);
        if (there && there->base == base)
            return entry.name;
    }
    return {};
}

OwnBrand::OwnBrand(http::Transport &transport)
    : m_transport(transport)
    , m_turn(std::make_unique<QObject>())
{
}

OwnBrand::~OwnBrand() = default;

void OwnBrand::forget()
{
    m_turn = std::make_unique<QObject>();
    m_background.requestStop();
}

void OwnBrand::ask(const QUrl &bundle, const QUrl &base, Done done)
{
    if (bundle.isEmpty() || !http::isAllowedScheme(bundle))
        return;
    http::Request request;
    request.url = bundle;
    request.headers.add("Accept", "application/json");
    request.maxBodyBytes = kLargest;
    m_transport.send(request, m_turn.get(),
        [this, bundle, base, done = std::move(done)](
            const Result<http::Response> &answer) { read(answer, bundle, base, done); });
}

void OwnBrand::read(
    const Result<http::Response> &answer, const QUrl &bundle, const QUrl &base, const Done &done)
{
    if (!answer || answer->head.status != 200) {
        done(lineOf(FindingState::Unknown, Words::tr("The brand that the server links to could not be read."),
                 bundle),
            {});
        return;
    }
    m_background.run<QString>(
        m_turn.get(),
        [bytes = answer->body, base](const std::stop_token &stop) { return nameInBrands(bytes, base, stop); },
        [bundle, done](const QString &name) {
            done(name.isEmpty()
                    ? lineOf(FindingState::Unknown,
                        Words::tr("The brand that the server links to does not name this address."), bundle)
                    : lineOf(FindingState::Ok, Words::tr("%1, by the server's own brand.").arg(name), bundle),
                name);
        });
}

} // namespace waybill::assistant
