// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/units.h"
#include "ndjson/json_tree.h"

#include <QList>

namespace waybill::ndjson {

/// Content that is inside a resource: a FHIR Attachment or Binary with `data`.
struct Attachment {
    std::int32_t data = -1; ///< node of the base64 text
    QString contentType;
    ByteCount size; ///< of the content, as far as the length of its text tells
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

QList<Attachment> attachmentsIn(const JsonTree &tree);

/// "attachment-line-1042.pdf": never made of the content.
QString nameFor(const Attachment &attachment, LineNumber line);

/// The content: base64 with white space and JSON escapes, as it was sent. InvalidInput when it is none.
Result<QByteArray> decodedAttachment(QByteArrayView raw);

/// Into a new file of mode 0600.
Result<ByteCount> saveAttachment(QByteArrayView raw, const QString &path);

} // namespace waybill::ndjson
