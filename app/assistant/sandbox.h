// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace waybill::assistant {

/// The built-in practice server as it announced itself: what `waybill-sandbox` prints when it listens.
struct SandboxOffer {
    struct Practice {
        QString name;
        QString code;
        QString vendor;
        QUrl fhirBaseUrl;
        friend bool operator==(const Practice &, const Practice &) = default;
    };
    QUrl portal;
    QUrl practiceList;
    QList<Practice> practices;

    bool isRunning() const { return !portal.isEmpty(); }
    friend bool operator==(const SandboxOffer &, const SandboxOffer &) = default;
};

} // namespace waybill::assistant
