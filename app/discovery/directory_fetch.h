// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/endpoint_directory.h"
#include "http/transport.h"

#include <functional>

namespace waybill::discovery {

/// What a refresh brought. `bytes` is empty and `unchanged` true after a 304.
struct DirectoryDownload {
    QByteArray bytes;
    QString etag;
    QString source; ///< host and path
    bool unchanged = false;
};

/// GETs a published practice list with If-None-Match (EC-028), without any credentials; follows up to five
/// https redirects. Importing it is the caller's: in a Worker, with importDirectory().
http::Call fetchDirectory(http::Transport &transport, const QUrl &url, const QString &etag, QObject *context,
    std::function<void(Result<DirectoryDownload>)> done);

} // namespace waybill::discovery
