// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/peer_certificate.h"

class QSslCertificate;

namespace waybill::http {

PeerCertificate factsOf(const QList<QSslCertificate> &chain); ///< leaf first; empty for none

} // namespace waybill::http
