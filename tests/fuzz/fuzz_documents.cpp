// SPDX-License-Identifier: Apache-2.0
#include "exports/manifest.h"
#include "handoff/waybill.h"
#include "http/origin.h"
#include "keys/jwk.h"
#include "keys/key_pair.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdlib>

using namespace waybill;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// A manifest is read leniently, but never wrongly.
void readManifest(QByteArrayView bytes)
{
    const exports::ManifestOptions options{QUrl(QStringLiteral("https://fhir.example/r4/status/1")), true};
    const auto manifest = exports::readManifest(bytes, options);
    if (!manifest)
        return;
    QMap<practices::FileKind, int> last;
    for (const exports::ManifestFile &file : manifest->files) {
        require(file.number == ++last[file.kind]);
        require(file.count.value_or(0) >= 0 && file.fileSize.value_or(0) >= 0);
        require(file.url.isEmpty() ? !file.problem.isEmpty() : http::isAllowedScheme(file.url));
    }
    exports::Manifest twice = *manifest;
    if (exports::appendPage(twice, *manifest))
        require(twice.files.size() == 2 * manifest->files.size());
}

/// What was read and is good is written so that the same is read again.
void readWaybill(QByteArrayView bytes)
{
    const auto read = handoff::readWaybill(bytes);
    if (!read || !handoff::validate(read->waybill))
        return;
    const QByteArray written = handoff::writeWaybill(read->waybill);
    const auto again = handoff::readWaybill(written);
    require(again && handoff::writeWaybill(again->waybill) == written);
}

/// A set of keys as a server publishes it.
void readKeys(QByteArrayView bytes)
{
    (void)keys::checkPublicOnly(bytes);
    const QJsonArray published =
        QJsonDocument::fromJson(bytes.toByteArray()).object().value(QStringLiteral("keys")).toArray();
    for (const QJsonValue &key : published) {
        const auto thumbprint = keys::jwkThumbprint(key.toObject());
        require(!thumbprint || thumbprint->size() == 43); // 32 octets in base64url
        for (const keys::Algorithm algorithm : {keys::Algorithm::Rs384, keys::Algorithm::Es384})
            require(!keys::verifyWithJwk(key.toObject(), algorithm, "a.b", "c").value_or(false));
    }
}

} // namespace

/// The first byte chooses the reader.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size - 1));
    switch (data[0] % 3) {
    case 0: readManifest(bytes); break;
    case 1: readWaybill(bytes); break;
    default: readKeys(bytes); break;
    }
    return 0;
}
