// SPDX-License-Identifier: Apache-2.0
#include "handoff/verify_bundle.h"
#include "handoff/words.h"

#include <QRegularExpression>

namespace waybill::handoff {
namespace {

struct Sign {
    const char *pattern;
    const char *meaning;
};

// What a private key, a token or a client secret look like in text (OP-002). A false alarm stops a hand-over
// with a sentence; a miss leaks a key: so rather too many.
const Sign kSigns[] = {
    {"-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----", QT_TRANSLATE_NOOP("HandOver", "a private key (PEM)")},
    {"\"(?:d|p|q|dp|dq|qi)\"\\s*:\\s*\"[A-Za-z0-9_-]{32,}={0,2}\"",
        QT_TRANSLATE_NOOP("HandOver", "the private part of a JWK")},
    {"\"kty\"\\s*:\\s*\"oct\"", QT_TRANSLATE_NOOP("HandOver", "a symmetric key (JWK)")},
    {"\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
        QT_TRANSLATE_NOOP("HandOver", "something that looks like a signed token (JWT)")},
    {"\\b(?:access_token|refresh_token|id_token|client_secret|client_assertion)\\b\"?\\s*[:=]",
        QT_TRANSLATE_NOOP("HandOver", "a token or client secret")},
    {"\\bBearer\\s+[A-Za-z0-9._~+/-]{16,}", QT_TRANSLATE_NOOP("HandOver", "a bearer token")},
    {"://[^/\\s\"@]+:[^/\\s\"@]+@", QT_TRANSLATE_NOOP("HandOver", "a password in an address")},
};

} // namespace

QString secretIn(QByteArrayView bytes)
{
    // Bytes as Latin-1: every sign is ASCII, and text in any encoding keeps its ASCII.
    const QString text = QString::fromLatin1(bytes);
    for (const Sign &sign : kSigns) {
        const QRegularExpression pattern(QLatin1String(sign.pattern));
        if (text.contains(pattern))
            return Words::tr(sign.meaning);
    }
    return {};
}

} // namespace waybill::handoff
