// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/background.h"
#include "discovery/finding.h"
#include "http/transport.h"

namespace waybill::assistant {

/// The name at `base` in a brand bundle (SMART User-access Brands); empty: it does not name this address.
QString nameInBrands(const QByteArray &bundle, const QUrl &base, const std::stop_token &stop = {});

/// Reads the brand bundle that a practice's own .well-known links to: it wins over a vendor's list (EC-029).
class OwnBrand
{
public:
    using Done = std::function<void(const discovery::Finding &line, const QString &name)>;

    explicit OwnBrand(http::Transport &transport);
    ~OwnBrand();
    /// No link, no answer. `name` is empty when the bundle could not be read or does not name the practice.
    void ask(const QUrl &bundle, const QUrl &base, Done done);
    void forget(); ///< a late answer is dropped

private:
    void read(const Result<http::Response> &answer, const QUrl &bundle, const QUrl &base, const Done &done);

    http::Transport &m_transport;
    std::unique_ptr<QObject> m_turn;
    Background m_background;
};

} // namespace waybill::assistant
