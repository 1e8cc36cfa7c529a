// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/options.h"

#include <QJsonObject>

#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace waybill::sandbox {

/// The whole server: three ports (practices and portal; the token server; files of the second practice), two
/// practices, what they share. Runs in its own threads from `start` until it is destroyed.
class Sandbox
{
public:
    static tl::expected<std::unique_ptr<Sandbox>, std::string> start(const Options &options);
    ~Sandbox();

    QJsonObject listening() const; ///< the line to print

private:
    struct Parts;
    explicit Sandbox(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace waybill::sandbox
