// SPDX-License-Identifier: Apache-2.0
#include "handoff/bundle_files.h"

#include "handoff/words.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace waybill::handoff {

QByteArray sumsFile(const BundleFiles &files)
{
    QByteArray sums;
    for (auto it = files.begin(); it != files.end(); ++it)
        sums += QCryptographicHash::hash(it.value(), QCryptographicHash::Sha256).toHex() + "  "
            + it.key().toUtf8() + '\n';
    return sums;
}

bool isEncryptedKeyPem(QByteArrayView bytes)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*-----BEGIN ENCRYPTED PRIVATE KEY-----\\s[A-Za-z0-9+/=\\s]+-----END ENCRYPTED "
                       "PRIVATE KEY-----\\s*$"));
    return form.match(QString::fromLatin1(bytes)).hasMatch();
}

QString problemOfJwks(const QByteArray &json)
{
    static const QStringList privateMembers{QStringLiteral("d"), QStringLiteral("p"), QStringLiteral("q"),
        QStringLiteral("dp"), QStringLiteral("dq"), QStringLiteral("qi"), QStringLiteral("oth"),
        QStringLiteral("k")};
    const QJsonArray keys = QJsonDocument::fromJson(json).object().value(QLatin1String("keys")).toArray();
    if (keys.isEmpty())
        return Words::tr("The public key set is empty.");
    for (const auto item : keys) {
        const QJsonObject key = item.toObject();
        for (const QString &member : privateMembers) {
            if (key.contains(member)) // SB-026
                return Words::tr("The key set holds a private member (“%1”).").arg(member);
        }
    }
    return {};
}

} // namespace waybill::handoff
